"""Printed columns without blank lines: where one block of print ends and the next begins."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from build_tools.parse.lines.columns import CLASSICAL_WIDTHS, MAX_COLUMN_CHARS
from build_tools.parse.lines.line import Line
from build_tools.parse.lines.marks import MARKS

MIN_LINES = 40
"""Fewest lines of a page transcribed so."""
MAX_BLANK_SHARE = 0.02
"""Largest share of lines behind a blank one; with more the blank lines part the blocks."""
MIN_NARROW_SHARE = 0.9
"""Least share of a page's characters in lines no wider than a column."""
MIN_BROKEN_SHARE = 0.5
"""Least share of lines that end within a sentence."""
MAX_HEADLINE_CHARS = 8
"""Longest line of a headline that is set in several."""
NEAR_LINES = 3
"""How many lines on either side tell the width of the column a line stands in."""

_BRACKETED = re.compile(r"[（(〔【][^（）()〔〕【】]{1,12}[）)〕】]")
_PUNCTUATION = re.compile(r"[、，。；：！？,;]")
_PAUSE = re.compile(r"[、，。；！？」』）]$")


def part_column_blocks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Mark the first line of every block as if a blank line stood above it.

    A block ends in a line that is narrower than its column, and begins where the width of the
    column changes.

    Source: transcriptions of printed pages that keep the printed lines and nothing else.
    Not: pages whose blocks are parted by blank lines; prose in long lines.
    """
    if not _is_set_solid(lines):
        return tuple(lines)
    widths = [_column_width(lines, at) for at in range(len(lines))]
    return tuple(
        replace(line, follows_blank=at == 0 or _opens_block(lines, widths, at))
        for at, line in enumerate(lines)
    )


def _is_set_solid(lines: Sequence[Line]) -> bool:
    if len(lines) < MIN_LINES:
        return False
    total = sum(len(line.text) for line in lines)
    narrow = sum(len(line.text) for line in lines if len(line.text) <= MAX_COLUMN_CHARS)
    blanks = sum(line.follows_blank for line in lines)
    broken = sum(not _PAUSE.search(line.text) for line in lines)
    return (
        blanks <= max(1, MAX_BLANK_SHARE * len(lines))
        and narrow >= MIN_NARROW_SHARE * total
        and broken >= MIN_BROKEN_SHARE * len(lines)
    )


def _column_width(lines: Sequence[Line], at: int) -> float:
    near = lines[max(0, at - NEAR_LINES) : at + NEAR_LINES + 1]
    return median(len(line.text) for line in near)


def _opens_block(lines: Sequence[Line], widths: Sequence[float], at: int) -> bool:
    """Whether the line does not go on with the one above it."""
    above, line = lines[at - 1], lines[at]
    if line.text[0] in "、，。；！？」』）":
        return False
    if _BRACKETED.fullmatch(line.text) or _BRACKETED.fullmatch(above.text):
        return True
    if line.text[0] in MARKS or _is_verse(lines, at) is not _is_verse(lines, at - 1):
        return True
    was_full = abs(len(above.text) - widths[at - 1]) <= 1
    is_full = abs(len(line.text) - widths[at]) <= 1
    if not was_full and not is_full and _is_set_alike(above, line):
        return False
    if not was_full:
        return True
    if is_full:
        return abs(len(line.text) - len(above.text)) > 1
    # A narrow line: the last of its paragraph, or a heading.
    is_last = len(line.text) < len(above.text) and (
        bool(_PUNCTUATION.search(line.text)) or not _PAUSE.search(above.text)
    )
    return not is_last


def _is_set_alike(above: Line, line: Line) -> bool:
    """Whether both lines are of one headline, set in lines of one width and no punctuation."""
    return (
        abs(len(above.text) - len(line.text)) <= 1
        and len(line.text) <= MAX_HEADLINE_CHARS
        and not _PUNCTUATION.search(above.text + line.text)
    )


def _is_verse(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is one of several of classical verse: one width, no punctuation."""
    if len(lines[at].text) not in CLASSICAL_WIDTHS or _PUNCTUATION.search(lines[at].text):
        return False
    beside = (lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines))
    return any(
        len(line.text) == len(lines[at].text) and not _PUNCTUATION.search(line.text)
        for line in beside
    )
