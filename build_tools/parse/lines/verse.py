"""Poems and tables: runs of short lines that are neither headings nor paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.parse.lines.classify import is_numbered
from build_tools.parse.lines.line import Line, LineKind
from build_tools.parse.lines.marks import BULLET
from build_tools.parse.lines.pen_names import find_pen_name

MAX_VERSE_CHARS = 32
"""Longest line of verse or row of a table; a couplet of regulated verse has 16."""
MAX_ROW_CHARS = 60
"""Longest row with figures and gaps."""
MIN_VERSE_LINES = 4
"""Fewest lines of a poem."""
MAX_STACK_LINES = 4
"""Most heading lines behind a poem that belong to the next story."""
MIN_BARE_LINES = 7
"""Fewest lines of unpunctuated verse whose writer is not named."""
MAX_BARE_MEAN = 12
"""Largest mean length of such lines."""
MIN_ROWS = 3
"""Fewest rows of a table."""
MAX_SPOKEN_SHARE = 0.4
"""Largest share of lines in quotes; with more it is a dialogue."""
MAX_MEAN_CHARS = 18
"""Largest mean length of unpunctuated verse."""

# The headline of the next piece, whatever stands under it.
_STANDING = re.compile(r"图片(?:报道|新闻)")
_UNDER_STACK = frozenset((LineKind.BYLINE, LineKind.TEXT, LineKind.CAPTION))
_POET = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][\s　]{1,3}[\u4e00-\u9fff]")
_ENDS_VERSE = re.compile(r"[，。；！？、,;!?…]$")
_ENDS_CLAUSE = re.compile(r"[，；、,;]$")
_ROW = re.compile(r"\d.{0,60}[\s　]|[\s　].{0,60}\d|[\s　].{0,60}[\s　]|\d{1,6}[比:：]\d|℃|[：:]\S")
_SPOKEN = re.compile(r"[“”「」：:]")


def settle_runs(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Find poems and tables among *lines*.

    A run ends before a line that a byline or running text follows: that is the next headline.

    Source: newspaper habit: poems under their author's name, result lists and forecasts.
    """
    settled = list(lines)
    place = 0
    while place < len(settled):
        end = _run_end(settled, place)
        for start, stop, kind, rule in _find_kinds(settled, place, end):
            for at in range(start, stop):
                settled[at] = replace(settled[at], kind=kind, rule=rule)
        place = max(end, place + 1)
    return tuple(settled)


def _run_end(lines: Sequence[Line], place: int) -> int:
    end = place
    while end < len(lines) and _is_short(lines[end]):
        # Where a poem is indented its own title and the next headline are flush.
        if end > place and lines[end - 1].is_indented and not lines[end].is_indented:
            return end
        if end == place + 1 and lines[end].is_indented and not lines[place].is_indented:
            return end
        end += 1
    return end


def _is_short(line: Line) -> bool:
    return (
        line.kind in {LineKind.HEADING, LineKind.TEXT}
        and len(line.text) <= (MAX_ROW_CHARS if is_row(line.text) else MAX_VERSE_CHARS)
        and line.rule not in {"opens_speech", "is_in_printed_column"}
        and line.text[0] != BULLET
        and not _STANDING.fullmatch(line.text)
    )


def _find_kinds(
    lines: Sequence[Line], place: int, end: int
) -> Sequence[tuple[int, int, LineKind, str]]:
    below = lines[end] if end < len(lines) else None
    is_outdented = below is not None and lines[end - 1].is_indented and not below.is_indented
    if below is not None and not is_outdented and below.kind in _UNDER_STACK:
        end = _stack_start(lines, place, end)
    if rows := _find_rows(lines, place, end):
        return rows
    if any(line.rule == "is_without_punctuation" for line in lines[place:end]):
        return []  # advertisements beside printed columns; verse was told from its widths
    if indented := _find_poet(lines[place:end]):
        poet = place + indented - 1
        return [
            (poet, poet + 1, LineKind.BYLINE, "stands_over_verse"),
            (poet + 1, end, LineKind.VERSE, "is_untitled_run"),
        ]
    run = _trim(lines[place:end])
    end = place + len(run)
    if len(run) >= MIN_VERSE_LINES and is_verse(run, lines[place - 1] if place else None):
        return [(place, end, LineKind.VERSE, "is_verse")]
    title = lines[place - 1] if place else None
    if (
        run
        and title
        and title.kind is LineKind.HEADING
        and run[0].is_indented
        and not title.is_indented
    ):
        is_poem = is_untitled_run((title, *run))
        return [(place, end, LineKind.VERSE, "is_untitled_run")] if is_poem else []
    if is_untitled_run(run):
        is_signed = find_pen_name(run[1].text) is not None
        return [(place + 1 + is_signed, end, LineKind.VERSE, "is_untitled_run")]
    return []


def _find_poet(run: Sequence[Line]) -> int | None:
    """Give where the indented verse of *run* begins, under its flush title and its poet.

    Source: web editions indent the lines of a poem and set title and writer flush.
    """
    start = next((at for at, line in enumerate(run) if line.is_indented), 0)
    if start < 2 or not _POET.fullmatch(run[start - 1].text):  # noqa: PLR2004 - title and poet
        return None
    texts = [line.text for line in run[start:]]
    is_bare = sum(map(len, texts)) <= MAX_BARE_MEAN * len(texts)
    return start if len(texts) >= MIN_BARE_LINES and is_bare else None


def is_untitled_run(run: Sequence[Line]) -> bool:
    """Whether a headline opens *run* and bare verse follows it, with no writer between.

    Source: web editions whose author lines are lost.
    Not: advertisements over or under printed columns, which hold figures and are few lines.
    """
    texts = [line.text for line in run[1:]]
    return (
        len(texts) >= MIN_BARE_LINES
        and sum(map(len, texts)) <= MAX_BARE_MEAN * len(texts)
        and not any(re.search(r"[\d\s　]|[：:].", text) for text in texts)
        and sum(line.follows_blank for line in run[1:]) <= len(texts) // 2
    )


def _trim(run: Sequence[Line]) -> Sequence[Line]:
    """Leave out what follows a punctuated poem without punctuation: the next heading."""
    ended = [bool(_ENDS_VERSE.search(line.text)) for line in run]
    if 3 * sum(ended) < 2 * len(run):
        return run
    end = len(run)
    while end and not ended[end - 1]:
        end -= 1
    return run[:end]


def _stack_start(lines: Sequence[Line], place: int, end: int) -> int:
    """Give where the heading stack at the end of a run begins: behind its last blank line."""
    first = max(place, end - MAX_STACK_LINES)
    parted = (at for at in range(end - 1, first - 1, -1) if lines[at].follows_blank)
    start = next(parted, end - 1)
    while start > first and lines[start].text.startswith("—"):
        start -= 1
    return start


def _find_rows(lines: Sequence[Line], place: int, end: int) -> list[tuple[int, int, LineKind, str]]:
    found = []
    while place < end:
        stop = place
        while stop < end and (is_row(lines[stop].text) or has_figure(lines[stop].text)):
            stop += 1
        if stop - place >= MIN_ROWS:
            found.append((place, stop, LineKind.LIST, "is_row"))
        place = max(stop, place + 1)
    return found


def is_row(text: str) -> bool:
    """Whether *text* is a row of a table or list: figures and gaps, or a name and its value.

    >>> is_row("1　屏江港务　6　1　13"), is_row("今天：多云转小雨"), is_row("渡口的最后一班船")
    (True, True, False)
    """
    if len(text) > MAX_ROW_CHARS:
        return False
    return not _ENDS_VERSE.search(text) and bool(_ROW.search(text)) and not is_numbered(text)


def has_figure(text: str) -> bool:
    """Whether *text* holds a figure, as every row of a list of figures does.

    >>> has_figure("全省公共图书馆147座，较上年增加3座")
    True
    """
    if len(text) > MAX_ROW_CHARS:
        return False
    return bool(re.search(r"\d", text)) and not _ENDS_VERSE.search(text) and not is_numbered(text)


def is_verse(run: Sequence[Line], before: Line | None) -> bool:
    """Whether the short lines of *run* are a poem.

    Not: dialogue, numbered points, short paragraphs, which all end in a full stop.
    """
    texts = [line.text for line in run]
    if len({line.is_indented for line in run}) > 1:
        return False
    if sum(bool(_SPOKEN.search(text)) for text in texts) > MAX_SPOKEN_SHARE * len(texts):
        return False
    if any(is_numbered(text) for text in texts):
        return False
    ended = sum(bool(_ENDS_VERSE.search(text)) for text in texts)
    clauses = sum(bool(_ENDS_CLAUSE.search(text)) for text in texts)
    is_even = len({len(text) for text in texts}) == 1
    if 2 * ended >= len(texts):
        return is_even or 4 * clauses >= len(texts)
    is_signed = before is not None and before.kind is LineKind.BYLINE
    return is_signed and sum(map(len, texts)) <= MAX_MEAN_CHARS * len(texts)
