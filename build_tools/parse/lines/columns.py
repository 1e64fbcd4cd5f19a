"""Printed columns: pages transcribed line by line as they were set, 6 to 30 characters wide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.parse.lines.line import Line, LineKind

MAX_COLUMN_CHARS = 36
"""Widest printed line."""
MIN_COLUMN_LINES = 4
"""Fewest lines that show a width."""
MIN_EVEN_LINES = 4
"""Fewest lines of one width that are prose though nothing punctuates them."""
MIN_EVEN_WIDTH = 9
"""Least width of so few lines; a headline is set narrower."""
MIN_MANY_LINES = 6
"""Fewest lines of one width that are prose in any width."""
MIN_EVEN_SHARE = 0.5
"""Least share of neighbouring lines of the same width, one character more or less."""
MIN_COLUMNS = 3
"""Fewest such groups on a page that is set so."""
MIN_COLUMN_SHARE = 0.4
"""Least share of a page's characters that stand in them."""

CLASSICAL_WIDTHS = frozenset((5, 7, 10, 14))
"""Characters of one or two lines of classical verse, which carries no punctuation."""

COUPLET_WIDTH = 14
"""Characters of two lines of seven, which are verse however few."""

_PUNCTUATION = re.compile(r"[、，。；：！？,;]")
_SENTENCE_END = re.compile(r"[。！？」』）]$")
_BRACKETED = re.compile(r"[（(〔【][^（）()〔〕【】]{1,12}[）)〕】]")

Group = Sequence[Line]


def join_columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Make text of all printed lines where a page is set in columns, headings of the rest.

    The lines of a group stay apart; `build_tools.parse.stories.blocks` joins them.

    Source: transcriptions of printed pages: a blank line stands between blocks, and a line ends
    wherever its column did, in mid-word too.
    Not: a poem, whose lines end in punctuation.
    """
    groups = list(group_lines(lines))
    columns = [group for group in groups if is_column(group)]
    held = sum(len(line.text) for group in columns for line in group)
    total = sum(len(line.text) for line in lines)
    if len(columns) < MIN_COLUMNS or held < MIN_COLUMN_SHARE * total:
        return tuple(lines)
    return tuple(line for group in groups for line in _settle_group(group))


def group_lines(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the runs of lines that no blank line parts."""
    group: list[Line] = []
    for line in lines:
        if group and line.follows_blank:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def is_column(group: Group) -> bool:
    """Whether the lines of *group* are broken where a column of print ended."""
    widths = [len(line.text) for line in group]
    if len(group) < MIN_COLUMN_LINES or max(widths) > MAX_COLUMN_CHARS:
        return False
    even = sum(abs(a - b) <= 1 for a, b in pairwise(widths[:-1]))
    inside = sum(bool(_PUNCTUATION.search(line.text[:-1])) for line in group)
    ended = sum(bool(_SENTENCE_END.search(line.text)) for line in group)
    return even >= MIN_EVEN_SHARE * (len(group) - 2) and inside > ended and 2 * ended < len(group)


def _settle_group(group: Group) -> Iterator[Line]:
    is_verse = _is_verse(group)
    is_text = not is_verse and _is_text(group)
    for line in group:
        is_alone = line.kind is LineKind.BYLINE and len(group) == 1
        if line.kind is LineKind.FURNITURE or is_alone:
            yield line
        elif is_verse:
            yield replace(line, kind=LineKind.VERSE, rule="is_column_of_verse")
        elif is_text:
            yield replace(line, kind=LineKind.TEXT, rule="is_in_printed_column")
        elif line.kind is LineKind.TEXT:
            yield replace(line, kind=LineKind.HEADING, rule="is_without_punctuation")
        else:
            yield line


def _is_text(group: Group) -> bool:
    text = "".join(line.text for line in group)
    if _BRACKETED.fullmatch(text):
        return False
    return (
        is_column(group)
        or is_even_block(group)
        or bool(_PUNCTUATION.search(text))
        or len(text) == 1
    )


def is_even_block(group: Group) -> bool:
    """Whether *group* is prose without any punctuation: many lines of one width.

    Source: tabloids of the 1920s and 30s print a daily squib so.
    Not: advertisements, whose lines have many widths; a headline in a few lines.
    """
    widths = [len(line.text) for line in group[:-1]]
    if len(group) < MIN_EVEN_LINES or max(widths) - min(widths) > 1:
        return False
    return len(group) >= MIN_MANY_LINES or min(widths) >= MIN_EVEN_WIDTH


def _is_verse(group: Group) -> bool:
    widths = {len(line.text) for line in group}
    return (
        len(group) > 1
        and len(widths) == 1
        and (
            all(_PUNCTUATION.search(line.text[-1]) for line in group)
            or (len(group) >= MIN_COLUMN_LINES and widths <= CLASSICAL_WIDTHS)
            or widths == {COUPLET_WIDTH}
        )
        and all(not re.search(r"\s", line.text) and len(line.text) > 1 for line in group)
    )
