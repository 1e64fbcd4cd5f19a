"""The text of a Word document (.docx), read with python-docx (MIT).

python-docx opens the package; its own `Paragraph.text` leaves out what stands in content
controls, text boxes, tracked insertions and ruby, so the text is read from the elements here.
Not text of the document, and so lost: numbers that Word counts itself, comments, pictures.
"""

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from build_tools.errors import InputError

MAX_UNPACKED_BYTES = 200_000_000
"""Largest document when unpacked, pictures included; a zip of zeros packs a thousandfold."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_TEXT_BOX = f"{_W}txbxContent"
_TEXTS = frozenset((f"{_W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_SYMBOL = f"{_W}sym"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_HIDDEN = f"{_W}rPr/{_W}vanish"
_UNSEEN = frozenset(
    (
        f"{_W}del",
        f"{_W}moveFrom",  # Stands once more where it was moved to.
        f"{_W}rt",  # The reading over a hanzi, which is ours to give.
        # A text box once more, for programs that know no text boxes.
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)

# What broken packages raise: a zip's own errors, missing parts, XML that is none (a
# SyntaxError), elements that are not where python-docx expects them (an AttributeError).
_BROKEN = (
    AttributeError,
    EOFError,
    IndexError,
    LookupError,
    NotImplementedError,
    OSError,
    OpcError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_word_document(content: bytes, name: str) -> tuple[tuple[str, ...], ...]:
    """Give the blocks of a document: paragraphs with their lines, tables with their rows.

    Args:
        content: the whole file.
        name: what messages call it.

    Raises:
        InputError: it is broken, or far larger than an issue when unpacked.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
        if unpacked > MAX_UNPACKED_BYTES:
            problem = f"unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB"
            raise InputError(name, problem, "Give one issue at a time, without its pictures.")
        return tuple(_list_blocks_of(docx.Document(BytesIO(content))))
    except _BROKEN as err:
        problem = "is a broken Word document"
        raise InputError(name, problem, "Open and save it once more, or give its text.") from err


def _list_blocks_of(document: Document) -> Iterator[tuple[str, ...]]:
    """Give heads of pages, text, notes, feet of pages."""
    yield from _list_blocks_of_parts(document, "header")
    yield from _list_blocks(document.element.body)
    for kind in ("footnotes", "endnotes", "footer"):
        yield from _list_blocks_of_parts(document, kind)


def _list_blocks_of_parts(document: Document, kind: str) -> Iterator[tuple[str, ...]]:
    """Give the blocks of parts beside the text, each once: sections repeat their heads."""
    seen: set[tuple[str, ...]] = set()
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            for block in _list_blocks(parse_xml(relation.target_part.blob)):
                if block not in seen:
                    seen.add(block)
                    yield block


def _list_blocks(container: BaseOxmlElement) -> Iterator[tuple[str, ...]]:
    """Give the blocks in *container*; an unknown element is a container, too."""
    for element in container:
        if element.tag == _PARAGRAPH:
            yield from _read_paragraph(element)
        elif element.tag == _TABLE:
            yield from _read_table(element)
        elif element.tag not in _UNSEEN:
            yield from _list_blocks(element)


def _read_paragraph(paragraph: BaseOxmlElement) -> Iterator[tuple[str, ...]]:
    """Give the lines of a paragraph, then what stands in its text boxes."""
    boxes: list[BaseOxmlElement] = []
    text = "".join(_list_texts(paragraph, boxes))
    if lines := tuple(filter(None, (line.strip() for line in text.split("\n")))):
        yield lines
    for box in boxes:
        yield from _list_blocks(box)


def _list_texts(element: BaseOxmlElement, boxes: list[BaseOxmlElement]) -> Iterator[str]:
    """Give the texts of a paragraph; its text boxes are put into *boxes*."""
    for child in element:
        if child.tag == _TEXT_BOX:
            boxes.append(child)
        elif child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == _SYMBOL:
            yield _read_symbol(child.get(f"{_W}char", ""))
        elif child.tag == _WORD_ART:
            yield child.get("string", "")
        elif child.tag not in _UNSEEN and child.find(_HIDDEN) is None:
            yield from _list_texts(child, boxes)


def _read_symbol(code: str) -> str:
    """Give the character of a symbol font; U+FFFD for what is none.

    >>> _read_symbol("25A0"), _read_symbol("D800")
    ('■', '\N{REPLACEMENT CHARACTER}')
    """
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"
    return char if unicodedata.category(char) not in {"Cc", "Cs"} else "\N{REPLACEMENT CHARACTER}"


def _read_table(table: BaseOxmlElement) -> Iterator[tuple[str, ...]]:
    """Give a table as one block, a line a row; with more in its cells it is layout."""
    rows = [
        [list(_list_blocks(cell)) for cell in _find_nearest(row, _CELL)]
        for row in _find_nearest(table, _ROW)
    ]
    if any(len(cell) > 1 for row in rows for cell in row):
        yield from (block for row in rows for cell in row for block in cell)
        return
    lines = ("\t".join(map(_join_cell, row)).strip() for row in rows)
    if block := tuple(filter(None, lines)):
        yield block


def _find_nearest(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """Find what *tag* names below *element*, but not what is inside of another such."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _find_nearest(child, tag)


def _join_cell(blocks: Sequence[tuple[str, ...]]) -> str:
    return " ".join(line for block in blocks for line in block)
