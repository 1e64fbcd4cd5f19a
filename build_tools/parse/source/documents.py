"""The file of an issue as text: plain text, or a PDF, Word document or web page.

A file's name and its first bytes must agree on what it is. What reads the three other kinds is
installed only on demand, and imported only then.
"""

import codecs
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path, PurePath

from build_tools.errors import InputError
from build_tools.parse.source.encoding_guess import decode_text
from build_tools.parse.source.encodings import Encoding, decode_as
from build_tools.parse.source.files import (
    SourceText,
    load_content,
    make_source_text,
    parse_source_text,
)
from build_tools.parse.source.legibility import common_share


class Format(StrEnum):
    """What kind of file an issue's text comes in; the value is the extra that reads it."""

    TEXT = "text"
    """``.txt`` and every name that is none of the others'."""
    PDF = "pdf"
    """``.pdf`` with a text layer."""
    WORD = "docx"
    """``.docx``."""
    WEB_PAGE = "html"
    """``.html``, ``.htm``, ``.xhtml``."""


_FORMAT_BY_SUFFIX = {
    ".docx": Format.WORD,
    ".htm": Format.WEB_PAGE,
    ".html": Format.WEB_PAGE,
    ".pdf": Format.PDF,
    ".xhtml": Format.WEB_PAGE,
}
_SHOWN = {
    Format.PDF: "a PDF file",
    Format.WORD: "a Word document",
    Format.WEB_PAGE: "a web page",
}
_PACKAGE = {
    Format.PDF: "pypdfium2",
    Format.WORD: "python-docx",
    Format.WEB_PAGE: "selectolax",
}
_SUFFIX = {Format.PDF: ".pdf", Format.WORD: ".docx", Format.WEB_PAGE: ".html"}

# First bytes of what cannot be read, with what it is and what to do.
_SAVE_AS_DOCX = "Save it as .docx, without a password."
_RECOGNISE = "Let a text recognition program read it first."
_FOREIGN: Sequence[tuple[bytes, str, str]] = (
    (b"\xd0\xcf\x11\xe0", "is an old Office file (.doc), or has a password", _SAVE_AS_DOCX),
    (b"{\\rtf", "is an RTF document", _SAVE_AS_DOCX),
    (b"PK\x03\x04", "is a zip or another kind of Office file", _SAVE_AS_DOCX),
    (b"PK\x05\x06", "is an empty zip", _SAVE_AS_DOCX),
    (b"\x89PNG", "is a picture", _RECOGNISE),
    (b"\xff\xd8\xff", "is a picture", _RECOGNISE),
    (b"GIF8", "is a picture", _RECOGNISE),
    (b"II*\0", "is a picture", _RECOGNISE),
    (b"MM\0*", "is a picture", _RECOGNISE),
    (b"From: <Saved by ", "is a web archive (.mht)", "Save the page as .html."),
)
_PDF_MAGIC = b"%PDF-"
MAX_PDF_OFFSET = 1024
"""How much may stand before a PDF's first bytes. Source: ISO 32000-2, annex I."""
_WORD_PART = b"word/"
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")


def load_document(
    path: Path, *, name: str | None = None, encoding: Encoding | None = None
) -> SourceText:
    """Read the text of the file at *path*.

    Blocks of a document (paragraphs, headings, tables) have a blank line between them.

    Args:
        path: a regular file.
        name: what messages call it; by default the path as given.
        encoding: what the editor says a text or web page is in.

    Raises:
        InputError: there is no such file, it cannot be read, it has no text, its kind is
            another one or cannot be read, or what reads its kind is not installed.
    """
    shown = name or str(path)
    content = load_content(path, shown)
    kind = _find_format(content, path, shown)
    if kind is Format.TEXT:
        return parse_source_text(content, name=shown, encoding=encoding)
    if encoding and kind is not Format.WEB_PAGE:
        problem = f"is {_SHOWN[kind]}, which has no encoding to choose"
        raise InputError(shown, problem, "Leave --encoding out.")
    try:
        blocks = _read_blocks(content, kind, shown, encoding)
    except ModuleNotFoundError as err:
        problem = f"is {_SHOWN[kind]}, and what reads it ({_PACKAGE[kind]}) is not installed"
        raise InputError(shown, problem, f"Run: pip install 'kanbao[{kind}]'.") from err
    if not blocks:
        raise InputError(shown, "holds no text", "Give a file with the text of the issue.")
    return make_source_text("\n\n".join(map("\n".join, blocks)), name=shown)


def _read_blocks(
    content: bytes, kind: Format, name: str, encoding: Encoding | None
) -> Sequence[Sequence[str]]:
    if kind is Format.PDF:
        from build_tools.parse.source.pdf_pages import read_pdf  # noqa: PLC0415 - may be absent

        return read_pdf(content, name)
    if kind is Format.WORD:
        from build_tools.parse.source.word_document import read_word_document  # noqa: PLC0415 - may be absent

        return read_word_document(content, name)
    from build_tools.parse.source.web_page import find_page_encoding, read_web_page  # noqa: PLC0415 - may be absent

    named = None if encoding else find_page_encoding(content)
    return read_web_page(
        _decode_as_named(content, named) or decode_text(content, name=name, encoding=encoding)
    )


def _decode_as_named(content: bytes, named: Encoding | None) -> str | None:
    """Give the text in the encoding that the page names, `None` where that reads as noise."""
    try:
        text = decode_as(content, named) if named else ""
    except UnicodeDecodeError:
        return None
    return text if common_share(text) else None


def _find_format(content: bytes, path: PurePath, name: str) -> Format:
    """Tell the kind of a file from its name and its first bytes.

    Raises:
        InputError: they do not agree, or nothing here reads such files.
    """
    by_name = _FORMAT_BY_SUFFIX.get(path.suffix.lower(), Format.TEXT)
    by_content = _find_magic(content, by_name)
    if by_content is Format.TEXT:
        for magic, problem, next_step in _FOREIGN:
            if content.startswith(magic):
                raise InputError(name, problem, next_step)
    if by_content is by_name:
        return by_name
    if by_content is Format.TEXT:
        problem = f"is not {_SHOWN[by_name]}, though its name ends in {path.suffix}"
        raise InputError(name, problem, "Get it once more, or rename it if it is plain text.")
    problem = f"is {_SHOWN[by_content]}, though its name does not end in {_SUFFIX[by_content]}"
    renamed = path.with_suffix(_SUFFIX[by_content]).name
    raise InputError(name, problem, f"Rename it to {renamed}.")


def _find_magic(content: bytes, by_name: Format) -> Format:
    """Tell the kind from the first bytes; *by_name* counts where those of the kind vary."""
    if content.startswith(b"PK\x03\x04") and _WORD_PART in content:
        return Format.WORD
    start = content[:MAX_PDF_OFFSET]
    if start.startswith(_PDF_MAGIC) or (by_name is Format.PDF and _PDF_MAGIC in start):
        return Format.PDF
    is_page = by_name is Format.WEB_PAGE and b"<" in content
    if is_page or start.removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(_PAGE_STARTS):
        return Format.WEB_PAGE
    return Format.TEXT
