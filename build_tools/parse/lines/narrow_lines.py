"""Prose in narrow printed lines, as a PDF gives it: lines to paragraphs before all else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.parse.lines.bylines import is_byline
from build_tools.parse.lines.credits import is_credit
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.layout import PrintedLine
from build_tools.parse.lines.marks import MARKS

MIN_WIDTH = 9
"""Narrowest column; narrower lines are verse or headings."""
MAX_WIDTH = 36
"""Widest column; a longer line is a whole paragraph."""
MIN_LINES = 24
"""Fewest lines of a page from which a width is read."""
MIN_FULL_SHARE = 0.45
"""Least share of a page's characters in lines that fill their column."""
MAX_LONG_SHARE = 0.25
"""Largest share of characters in lines wider than any column."""
MIN_BROKEN_SHARE = 0.6
"""Least share of full lines that end within a sentence."""
MAX_SENTENCE_CHARS = 90
"""Largest mean length of a sentence in prose with full stops; older prose has none."""
MIN_INDENTED_SHARE = 0.04
"""Least share of full lines that are indented where indents open paragraphs."""
NEAR_LINES = 8
"""How many lines on either side tell the width of the column a line stands in."""
MIN_SAME = 4
"""Fewest lines of one width near a line that show a column."""
MAX_AHEAD = 30
"""How far ahead the end of a paragraph is looked for, in lines."""
MIN_WIDTH_SHARE = 0.06
"""Least share of a page's lines that have a column's width; tables have widths of their own."""
HANGING = 2
"""How many marks may hang over the edge of a column."""
INDENT = 2
"""Width of the space before a paragraph, in characters."""

_SENTENCE_END = re.compile(r"[。！？!?…][”’」』）)]{0,2}$")
_PUNCTUATION = re.compile(r"[，。；：！？、,;:]")
_MARKS_AT_END = re.compile(r"[，。；：！？、”’」』）》,;:!?)]$")
_NEVER_FIRST = "，。；：！？、”’」』）》"


def join_narrow_lines(lines: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    """Join the lines of each paragraph where a page's prose is set in narrow columns.

    A line goes on with the one above it where that one fills its column. Where paragraphs are
    indented, an indented line opens the next one; where not, only a line that ends short of
    the edge closes one.

    Returns:
        Headings and other single lines as they are; a paragraph as one line that holds its
        printed lines as `PrintedLine.pieces`.

    Source: text copied out of a PDF, or kept as it was printed, 9 to 36 characters a line.
    Not: pages with a whole paragraph on each line; verse; prose without full stops, whose
        blocks `build_tools.parse.lines.columns` reads.
    Wrong for a heading exactly as wide as the column, where paragraphs are not indented.
    """
    common = _common_widths(lines)
    widths = [_column_width(lines, at, common) for at in range(len(lines))]
    full = [_is_full(line, width) for line, width in zip(lines, widths, strict=True)]
    if not _is_set_narrow(lines, full):
        return tuple(lines)
    indented = sum(line.is_indented for line, is_full in zip(lines, full, strict=True) if is_full)
    indents = indented >= MIN_INDENTED_SHARE * sum(full)
    return tuple(map(_join, _group(lines, full, widths, indents=indents)))


def _width(line: PrintedLine) -> int:
    """Give a line's width in Chinese characters; digits and Latin letters are half as wide."""
    narrow = sum(character.isascii() for character in line.text)
    return len(line.text) - narrow // 2 + INDENT * line.is_indented


def _common_widths(lines: Sequence[PrintedLine]) -> frozenset[int]:
    widths = Counter(_width(line) - bool(_MARKS_AT_END.search(line.text)) for line in lines)
    return frozenset(
        width
        for width, count in widths.items()
        if MIN_WIDTH <= width <= MAX_WIDTH
        and count + widths[width + 1] >= MIN_WIDTH_SHARE * len(lines)
    )


def _column_width(lines: Sequence[PrintedLine], at: int, common: frozenset[int]) -> int:
    """Give the commonest width of the lines near one; 0 where there is none."""
    near = lines[max(0, at - NEAR_LINES) : at + NEAR_LINES + 1]
    widths = Counter(_width(line) - bool(_MARKS_AT_END.search(line.text)) for line in near)
    best = max(
        common & widths.keys(),
        key=lambda width: (widths[width] + widths[width + 1], widths[width]),
        default=0,
    )
    return best + 1 if widths[best] + widths[best + 1] >= MIN_SAME else 0


def _is_full(line: PrintedLine, width: int) -> bool:
    if not width:
        return False
    over = _width(line) - width
    hanging = HANGING if _MARKS_AT_END.search(line.text) else 1
    return -2 <= over <= hanging  # noqa: PLR2004 - a word or a number may move to the next line


def _is_set_narrow(lines: Sequence[PrintedLine], full: Sequence[bool]) -> bool:
    filling = [line for line, is_full in zip(lines, full, strict=True) if is_full]
    held = sum(len(line.text) for line in filling)
    total = sum(len(line.text) for line in lines)
    long = sum(len(line.text) for line in lines if _width(line) > MAX_WIDTH + HANGING)
    if len(lines) < MIN_LINES or held < MIN_FULL_SHARE * total or long > MAX_LONG_SHARE * total:
        return False
    broken = sum(not _SENTENCE_END.search(line.text) for line in filling)
    text = "".join(line.text for line in filling)
    ends = len(re.findall(r"[。！？]", text))
    if len(re.findall(r"[，,]", text)) < text.count("、"):
        return False
    return broken >= MIN_BROKEN_SHARE * len(filling) and len(text) <= MAX_SENTENCE_CHARS * ends


def _group(
    lines: Sequence[PrintedLine], full: Sequence[bool], widths: Sequence[int], *, indents: bool
) -> Iterator[list[PrintedLine]]:
    group: list[PrintedLine] = []
    for at, line in enumerate(lines):
        goes_on = _goes_on_indented if indents else _goes_on_flush
        ahead = lines[at : at + MAX_AHEAD]
        if group and full[at - 1] and goes_on(group, ahead, widths[at]):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _goes_on_indented(
    group: Sequence[PrintedLine], ahead: Sequence[PrintedLine], width: int
) -> bool:
    """Whether the first line *ahead* goes on with a paragraph that an indented line opened."""
    line = ahead[0]
    if line.text[0] in _NEVER_FIRST:
        return True
    is_opened = group[0].is_indented or group[0].text[0] in MARKS
    if line.is_indented or not is_opened or _width(line) > width + HANGING:
        return False
    if not _is_closed(group):
        return True
    # Behind a full stop at the very edge: more of the paragraph if a full stop comes before the
    # next indented line, the next headline if none does.
    flush = takewhile(lambda below: not (below.is_indented or below.text[0] in MARKS), ahead)
    return any("。" in below.text for below in flush)


def _goes_on_flush(group: Sequence[PrintedLine], ahead: Sequence[PrintedLine], width: int) -> bool:
    """Whether the first line *ahead* goes on where nothing shows how paragraphs open."""
    line = ahead[0]
    if line.text[0] in _NEVER_FIRST:
        return True
    is_under_heading = len(group) == 1 and not _PUNCTUATION.search(group[0].text)
    if is_under_heading and _opens_text(line):
        return False
    if not _is_closed(group):
        return True
    is_prose = _PUNCTUATION.search(line.text) is not None
    return not line.follows_blank and is_prose and _width(line) <= width + HANGING


def _is_closed(group: Sequence[PrintedLine]) -> bool:
    """Whether a paragraph may end here: a full stop, the bracket it opened with, a credit."""
    if len(group) == 1 and (is_credit(group[0].text) or is_byline(group[0].text)):
        return True
    is_bracketed = group[0].text[0] in "（(" and group[-1].text[-1] in "）)"
    return is_bracketed or _SENTENCE_END.search(group[-1].text) is not None


def _opens_text(line: PrintedLine) -> bool:
    """Whether what stands above *line* can be nothing but a headline."""
    return is_byline(line.text) or DATELINE.match(line.text) is not None


def _join(group: Sequence[PrintedLine]) -> PrintedLine:
    if len(group) == 1:
        return group[0]
    return replace(group[0], text="".join(line.text for line in group), pieces=tuple(group))
