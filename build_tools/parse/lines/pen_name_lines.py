"""Pen names that narrow columns and vertical print broke into several lines."""

from build_tools.parse.lines.line import RUNNING, LineKind
from build_tools.parse.lines.page_lines import Lines, kind_at
from build_tools.parse.lines.pen_names import BRACKETS_ALONE, find_pen_name, is_broken_name

MAX_BRACKET_LINES = 5
"""Most lines of a name between two lines of brackets, those counted."""


def is_broken_pen_name(lines: Lines, place: int) -> bool:
    """One of the two lines of a pen name that a narrow column broke: （馬二 / 先生）.

    Source: tabloids of the 1920s and 30s.
    Not: a number under a name, which is an instalment's.
    """
    if lines[place].kind is not LineKind.HEADING:
        return False
    return _is_in_two_lines(lines, place) or (place > 0 and _is_in_two_lines(lines, place - 1))


def is_in_turned_brackets(lines: Lines, place: int) -> bool:
    """One of the lines of a pen name whose brackets stand alone above and below it.

    Source: transcriptions of vertical print: ） / 馬二 / 先生 / （, the brackets upside down.
    Not: a bracket that a text lost, which has no other within reach.
    """
    if lines[place].kind in {LineKind.FURNITURE, LineKind.BYLINE} and (
        lines[place].rule != "is_in_turned_brackets"
    ):
        return False
    for first in range(place, max(-1, place - MAX_BRACKET_LINES), -1):
        if BRACKETS_ALONE.fullmatch(lines[first].text):
            name = _find_bracketed_name(lines, first)
            if name is not None and place <= name:
                return kind_at(lines, name + 1) in RUNNING
    return False


def _find_bracketed_name(lines: Lines, first: int) -> int | None:
    """Give the place of the line of brackets that closes the name opened at *first*."""
    last_allowed = min(len(lines), first + MAX_BRACKET_LINES)
    for last in range(first + 2, last_allowed):
        if BRACKETS_ALONE.fullmatch(lines[last].text):
            text = "".join(line.text for line in lines[first : last + 1])
            return last if find_pen_name(text) else None
    return None


def _is_in_two_lines(lines: Lines, place: int) -> bool:
    """Whether the line opens a pen name that goes on below, over the text."""
    return (
        place + 1 < len(lines)
        and is_broken_name(lines[place].text, lines[place + 1].text)
        and kind_at(lines, place + 2) in RUNNING
    )
