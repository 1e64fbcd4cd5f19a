"""The text layer of a PDF, read with pypdfium2 (BSD-3-Clause or Apache-2.0).

PDFium, the reader inside Chrome, knows the Chinese encodings and fonts that a PDF need not bring
along, and says where each character stands; the order of reading is ours (`page_order`).
Measured on pages of two and three columns, whose text stood in the file by column, by row or at
random: by itself PDFium and pypdf order the first kind right, pdfminer.six none.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
from build_tools.errors import InputError
from build_tools.parse.source.page_order import Box
from build_tools.parse.source.printed_page import Printed, read_page
from pypdfium2 import raw

MAX_PAGES = 500
"""Most pages of one PDF; a newspaper issue has 4 to 100."""
MAX_PAGE_CHARS = 200_000
"""Most characters of one page; a full newspaper page has 12,000."""
_LOST = "\N{REPLACEMENT CHARACTER}"
_HYPHEN = "\x02"  # PDFium's mark of a word that a line's end has parted.
_SPACES = "\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}"
# Fonts of PDFs often name 一 and 人 by the code points of the radicals that look the same.
# Source: Unicode Standard 18.6, Kangxi radicals.
_KANGXI_RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}


def read_pdf(content: bytes, name: str) -> tuple[tuple[str, ...], ...]:
    """Give the blocks of a PDF: each paragraph or heading one of one line.

    Args:
        content: the whole file.
        name: what messages call it.

    Raises:
        InputError: it has a password, is broken, has no text, or is far larger than an issue.
    """
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            if len(document) > MAX_PAGES:
                problem = f"has {len(document)} pages, more than {MAX_PAGES}"
                raise InputError(name, problem, "Give one issue at a time.")
            blocks = [
                (text,) for place in range(len(document)) for text in _read(document, place, name)
            ]
    except pypdfium2.PdfiumError as err:
        raise _explain(err, name) from err
    if not blocks:
        problem = "has no text layer, so its pages are pictures"
        raise InputError(name, problem, "Let a text recognition program read it first.")
    return tuple(blocks)


def _explain(error: pypdfium2.PdfiumError, name: str) -> InputError:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return InputError(name, "is locked with a password", "Save it without one.")
    return InputError(name, "is a broken PDF file", "Get it once more, or give its text.")


def _read(document: pypdfium2.PdfDocument, place: int, name: str) -> Iterator[str]:
    """Give the paragraphs of one page."""
    with closing(document[place]) as page, closing(page.get_textpage()) as text_page:
        count = text_page.count_chars()
        if count > MAX_PAGE_CHARS:
            problem = f"has {count} characters on page {place + 1}, more than {MAX_PAGE_CHARS}"
            raise InputError(name, problem, "Give one issue at a time.")
        characters = _list_characters(text_page, count)
        for paragraph in read_page(characters):
            # Halves of characters beyond U+FFFF are together only now.
            whole = paragraph.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            if text := whole.translate(_KANGXI_RADICALS).strip():
                yield text


def _list_characters(text_page: pypdfium2.PdfTextPage, count: int) -> Iterator[Printed]:
    """Give what is printed; the spaces and line ends that PDFium makes up are left out."""
    for place in range(count):
        if raw.FPDFText_IsGenerated(text_page, place) == 1:
            continue
        left, bottom, right, top = text_page.get_charbox(place, loose=True)
        yield Printed(
            text=_character(text_page, place),
            box=Box(left=left, right=right, bottom=bottom, top=top, line_height=top - bottom),
        )


def _character(text_page: pypdfium2.PdfTextPage, place: int) -> str:
    """Give the character, U+FFFD where its font does not say which one it is."""
    code = raw.FPDFText_GetUnicode(text_page, place)
    if code == 0 or raw.FPDFText_HasUnicodeMapError(text_page, place) == 1:
        return _LOST
    char = chr(code)
    if char == _HYPHEN:
        return "-"
    if char.isspace():
        return char if char in _SPACES else " "
    return _LOST if unicodedata.category(char) == "Cc" else char
