"""The bytes of a text file as lines of NFC text."""

import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from build_tools.errors import InputError
from build_tools.parse.source.encoding_guess import decode_text
from build_tools.parse.source.encodings import Encoding
from build_tools.parse.source.plain_text import count_lines, find_control_character, split_lines

MAX_BYTES = 100_000_000
"""Largest file read, in bytes; the text of a newspaper issue is below 200,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The lines of one text file."""

    name: str
    """As it is shown in messages: ``issue.txt``."""
    lines: tuple[str, ...]
    """NFC, without line ends; line 1 is ``lines[0]``."""


def load_content(path: Path, name: str) -> bytes:
    """Read the bytes of the file at *path*, which messages call *name*.

    Raises:
        InputError: there is no such file, it is a folder, it cannot be read, it is too large.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(name, "is a folder", "Name the text file in it.")
        if not stat.S_ISREG(mode):
            raise InputError(name, "is not a regular file", "Give a text file.")
        if path.stat().st_size > MAX_BYTES:
            problem = f"is larger than {MAX_BYTES // 1_000_000} MB"
            raise InputError(name, problem, "Give one issue at a time.")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(name, "no such file", "Check the path.") from None
    except OSError as err:
        problem = f"cannot be read ({err.strerror})"
        raise InputError(name, problem, "Check its permissions.") from err


def parse_source_text(content: bytes, *, name: str, encoding: Encoding | None = None) -> SourceText:
    """Decode *content* and split it into lines.

    Raises:
        InputError: *content* is empty, blank, or not text.
    """
    return make_source_text(decode_text(content, name=name, encoding=encoding), name=name)


def make_source_text(text: str, *, name: str) -> SourceText:
    """Compose *text* and split it into lines.

    Raises:
        InputError: *text* is empty or blank, or holds control characters.
    """
    if (at := find_control_character(text)) is not None:
        place = f"{name}:{count_lines(text[:at])}"
        problem = f"holds the control character U+{ord(text[at]):04X}, so it is not plain text"
        raise InputError(place, problem, "Save the issue as plain text.")
    if not text.strip():
        raise InputError(name, "is empty", "Put the text of the issue into it.")
    return SourceText(name=name, lines=split_lines(unicodedata.normalize("NFC", text)))
