"""The bytes of a text file as lines of NFC text."""

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from build_tools.errors import InputError

MAX_BYTES = 100_000_000
"""Largest text read, in bytes; a newspaper issue is below 200,000."""

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# str.splitlines also splits at characters that stand inside old texts (U+001C, U+2028 …);
# a newspaper's lines end at LF, CR or both.
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 32), 127)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The lines of one text file."""

    name: str
    """As it is shown in messages: ``issue.txt``."""
    lines: tuple[str, ...]
    """NFC, without line ends; line 1 is ``lines[0]``."""


def load_source_text(path: Path, *, name: str | None = None) -> SourceText:
    """Read the text file at *path*.

    Args:
        path: a regular file: UTF-8 with or without byte order mark, or UTF-16 with one.
        name: what messages call it; by default the path as given.

    Raises:
        InputError: there is no such file, it is a folder, it cannot be read, it is empty,
            too large, or not text in one of these encodings.
    """
    shown = name or str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(shown, "is a folder", "Name the text file in it.")
        if not stat.S_ISREG(mode):
            raise InputError(shown, "is not a regular file", "Give a text file.")
        if path.stat().st_size > MAX_BYTES:
            problem = f"is larger than {MAX_BYTES // 1_000_000} MB"
            raise InputError(shown, problem, "Give one issue at a time.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputError(shown, "no such file", "Check the path.") from None
    except OSError as err:
        problem = f"cannot be read ({err.strerror})"
        raise InputError(shown, problem, "Check its permissions.") from err
    return parse_source_text(content, name=shown)


def parse_source_text(content: bytes, *, name: str) -> SourceText:
    """Decode *content* and split it into lines.

    Raises:
        InputError: *content* is empty, blank, or not text.
    """
    text = unicodedata.normalize("NFC", _decode(content, name))
    lines = tuple(_LINE_END.split(text))
    _refuse_control_characters(lines, name)
    if not any(line.strip() for line in lines):
        raise InputError(name, "is empty", "Put the text of the issue into it.")
    return SourceText(name=name, lines=lines)


def _decode(content: bytes, name: str) -> str:
    encoding = next(
        (codec for mark, codec in _BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8"
    )
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as err:
        line_no = content.count(b"\n", 0, err.start) + 1
        problem = f"is not {encoding.upper()} text (byte {err.start + 1})"
        raise InputError(f"{name}:{line_no}", problem, "Save the text as UTF-8.") from err


def _refuse_control_characters(lines: tuple[str, ...], name: str) -> None:
    for line_no, line in enumerate(lines, start=1):
        if found := _CONTROLS.intersection(line):
            problem = (
                f"holds the control character U+{ord(min(found)):04X}, so it is not plain text"
            )
            raise InputError(f"{name}:{line_no}", problem, "Save the issue as plain text.")
