"""What plain text is made of: lines, and no control characters."""

import re

# Form feeds part the pages of text out of a PDF; vertical tabs and U+2028 are the forced line
# breaks of word processors and page makers; U+0085 comes from mainframes, U+2029 from the web.
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# All of category Cc but the tab and the line ends.
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def split_lines(text: str) -> tuple[str, ...]:
    r"""Split *text* at every line end; joined by LF it holds all that is no line end.

    Editors count LF, CR and CRLF alone: in a text with other line ends our line numbers run
    ahead of theirs, until ``kanbao add`` has written it with LF alone.

    Source: Unicode Standard 5.8, newline guidelines. Unlike `str.splitlines` this does not
    split at U+001C to U+001E, which are control characters.

    >>> split_lines("版一\r\n\f版二\v副题\n")
    ('版一', '', '版二', '副题', '')
    """
    return tuple(_LINE_END.split(text))


def count_lines(text: str) -> int:
    """Give the number of the line on which *text* ends, from 1."""
    return sum(1 for _ in _LINE_END.finditer(text)) + 1


def find_control_character(text: str) -> int | None:
    """Find the first character that plain text has none of, and give its place from 0."""
    control = _CONTROL.search(text)
    return control.start() if control else None
