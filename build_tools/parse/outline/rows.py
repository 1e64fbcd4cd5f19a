"""One row of an outline: a block with its lines and how they begin, written and read."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.errors import IssueFolderError
from build_tools.parse.lines.line import Line
from build_tools.parse.stories.roles import Opening, PlannedBlock, Role

EXCERPT_CHARS = 16
"""How much of a line is shown, in characters: enough to find it again after changes."""
MIN_RANGE = 3
"""Fewest lines in a row that are written as a range."""
MAX_RANGE = 100_000
"""Longest range of lines that is read; a page has a few hundred."""

WORD_BY_OPENING = {Opening.STORY: "story", Opening.TURN: "turned"}
"""What stands above a row that opens a story, or the rest of one."""

_ROW = re.compile(r"([a-z]+)\s+(\d{1,9}(?:[+-]\d{1,9})*)(?:\s+(.*))?", re.IGNORECASE)
_IN_ROWS = re.compile(r"[#|]")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineRun:
    """Lines in a row that belong to one block: all of it, or a piece of a mended one."""

    place: int
    """Its line in the outline, from 1."""
    first_line: int
    """Its first line in the text when the outline was made, from 1."""
    last_line: int
    """Its last, included."""
    excerpts: tuple[str, ...]
    """How its first line begins; empty if the editor left it out, several if one row was parted."""

    @property
    def excerpt(self) -> str:
        """What a message calls it: ``老桥修好了``, or ``line 9`` without an excerpt."""
        return self.excerpts[0] if self.excerpts else f"line {self.first_line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """One block as an editor left it."""

    opening: Opening
    """``story`` where it opens one."""
    role: Role
    """``headline``."""
    runs: tuple[OutlineRun, ...]
    """Its lines, from the top down; never empty."""


def excerpt_of(text: str) -> str:
    """Give the beginning of a line as an outline shows it.

    Without ``#`` and ``|``, which mean something in a row, and without what nobody sees: marks
    of direction would reorder the row.

    >>> excerpt_of("## 新闻　一周"), excerpt_of("老桥修了三个月，昨天通车，村民们都来看。")
    ('新闻 一周', '老桥修了三个月，昨天通车，村民们')
    """
    # Four times as much holds enough, but in a line of almost nothing that can be seen.
    seen = (char for char in text[: 4 * EXCERPT_CHARS] if unicodedata.category(char) != "Cf")
    plain = unicodedata.normalize("NFC", _IN_ROWS.sub(" ", "".join(seen)))
    return " ".join(plain.split())[:EXCERPT_CHARS].strip()


def format_row(block: PlannedBlock) -> str:
    """Write a block: kind, lines, how each piece of it begins, how sure that is."""
    runs = _runs(block.lines)
    excerpts = " | ".join(excerpt_of(run[0].text) for run in runs)
    numbers = format_numbers([line.line_no for line in block.lines])
    return f"{block.role:<11} {numbers:<9} {excerpts}  # {block.sureness}: {block.rule}"


def format_numbers(numbers: Sequence[int]) -> str:
    """Write ascending line numbers, three or more in a row as a range.

    >>> format_numbers([9, 11]), format_numbers([10, 11, 12, 15]), format_numbers([7])
    ('9+11', '10-12+15', '7')
    """
    return "+".join(
        f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in _part_numbers(numbers)
    )


def _part_numbers(numbers: Sequence[int]) -> list[list[int]]:
    """Part ascending numbers into ranges and single ones."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    return [
        part
        for run in ranges
        for part in ([run] if len(run) >= MIN_RANGE else [[number] for number in run])
    ]


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    line_by_no = {line.line_no: line for line in lines}
    return [[line_by_no[number] for number in run] for run in _part_numbers(list(line_by_no))]


def parse_row(row: str, shown: str, place: int, opening: Opening) -> OutlineEntry:
    """Read one row.

    Args:
        row: without its comment.
        shown: where it stands, for messages.
        place: its line in the outline.
        opening: what the rows above say it opens.

    Raises:
        IssueFolderError: it is no block, its kind is unknown, or its lines are none.
    """
    match = _ROW.fullmatch(row)
    if not match:
        problem = f"is no block: {row[:40]!r}"
        raise IssueFolderError(shown, problem, "Write it as 'body 9': a kind, then its lines.")
    word = match[1].lower()
    if word not in set(Role):
        known = ", ".join((*Role, *WORD_BY_OPENING.values()))
        raise IssueFolderError(shown, f"unknown kind {word[:40]!r}", f"Known: {known}.")
    ranges = [_parse_range(piece, shown) for piece in match[2].split("+")]
    if any(before[1] >= after[0] for before, after in pairwise(ranges)):
        problem = f"its lines are not in order: {match[2]}"
        raise IssueFolderError(shown, problem, "Write them from the top down: 9+11.")
    return OutlineEntry(
        opening=opening,
        role=Role(word),
        runs=tuple(
            OutlineRun(place=place, first_line=first, last_line=last, excerpts=excerpts)
            for (first, last), excerpts in zip(
                ranges, _parse_excerpts(match[3] or "", len(ranges)), strict=True
            )
        ),
    )


def _parse_range(text: str, shown: str) -> tuple[int, int]:
    ends = [int(end) for end in text.split("-")]
    if len(ends) > 2 or not 0 <= ends[-1] - ends[0] < MAX_RANGE:  # noqa: PLR2004 - a range has two ends
        raise IssueFolderError(shown, f"is no range of lines: {text}", "Write it as 10-12.")
    if ends[0] == 0:
        raise IssueFolderError(shown, "there is no line 0", "Count the lines from 1.")
    return ends[0], ends[-1]


def _parse_excerpts(text: str, runs: int) -> Sequence[tuple[str, ...]]:
    """Give the excerpts of each of *runs* runs.

    One each; a run that was added has none, and where an editor parted a row and left the words
    as they were, it begins with any of them.
    """
    begins = [excerpt_of(piece) for piece in text.split("|")]
    if len(begins) > runs:
        return [tuple(filter(None, begins))] * runs
    begins += [""] * (runs - len(begins))
    return [(begin,) if begin else () for begin in begins]
