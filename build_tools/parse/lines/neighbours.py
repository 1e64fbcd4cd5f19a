"""What the lines around it make of a line: sections, signatures, remarks, speech."""

import re
from dataclasses import replace

from build_tools.parse.lines.archive_titles import is_in_archive_title
from build_tools.parse.lines.bylines import ROLE
from build_tools.parse.lines.classify import is_numbered, is_numeral
from build_tools.parse.lines.line import RUNNING, Line, LineKind
from build_tools.parse.lines.marks import MARKS, bare
from build_tools.parse.lines.page_lines import Lines, NeighbourRule, kind_at
from build_tools.parse.lines.pen_name_lines import is_broken_pen_name, is_in_turned_brackets
from build_tools.parse.lines.picture_lines import is_over_credit, is_under_picture
from build_tools.parse.lines.rubrics import is_rubric
from build_tools.parse.lines.signatures import (
    MAX_STACK_LINES,
    is_closing_formula,
    is_date_of_page,
    is_date_of_signature,
    is_name_at_foot,
    is_name_in_archive,
    is_name_under_heading,
    is_pen_name_under_heading,
    is_signature,
)

MIN_REMARK_CHARS = 9
"""Shortest remark in brackets; a shorter one is a number or a name."""
_SENT_FROM = re.compile(r"[（(]自[\u4e00-\u9fff]{2,6}[寄郵电電][）)]")
_BRACKETED = re.compile(r"[（(][^（()）]{1,8}[）)]")
MIN_BARE_NAMES = 3
"""Fewest writers named by nothing but their names, over their text, that make a habit."""
_BARE_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff][\s　]{1,2}[\u4e00-\u9fff]")
_FIGURES = "0123456789"
_CLAUSES = re.compile(r"[，,；;]")
_SPOKEN = re.compile(r"[，,][^，,]{0,60}[？！?!]$|^“[^”]*[。！？!?…，]”$|[：:]$|^“[^”]{1,12}”$")


def settle_lines(lines: Lines) -> tuple[Line, ...]:
    """Let the neighbours of each line decide what the line alone leaves open.

    The lines before are settled already, those after are not.
    """
    settled = list(lines)
    for place, line in enumerate(settled):
        for kind, applies in NEIGHBOUR_RULES:
            if applies(settled, place):
                settled[place] = replace(line, kind=kind, rule=applies.__name__)
                break
    return tuple(settled)


def settle_marks(lines: Lines) -> tuple[Line, ...]:
    """Make sections of marked names where the page uses that mark for sections alone.

    Source: newspaper habit: one mark has one use on a page; ■芦花 over a headline is a column.
    Not: a byline at the foot (■徐远山), on pages without such sections.
    """
    marked = [line for line in lines if line.rule == "is_marked_section"]
    of_sections = {line.text[0] for line in marked if line.text[0] in MARKS}
    of_bylines = {
        line.text[0]
        for line in lines
        if line.kind is LineKind.BYLINE and ROLE.match(line.text.lstrip(MARKS).strip())
    }
    return tuple(
        replace(line, kind=LineKind.SECTION, rule="settle_marks")
        if line.kind is LineKind.BYLINE
        and line.text[0] in MARKS.replace("◎", "")
        and (
            line.text[0] in of_sections - of_bylines
            or (_is_short_word(line.text) and kind_at(lines, at - 1) is not LineKind.HEADING)
        )
        and kind_at(lines, at + 1) is LineKind.HEADING
        else line
        for at, line in enumerate(lines)
    )


def settle_bare_names(lines: Lines) -> tuple[Line, ...]:
    """Take short lines between headline and text for writers where the page names its writers so.

    Source: newspaper habit: supplements sign every piece under its headline; pen names (公朴)
    look like no name, and their place tells.
    Not: a rubric, or a deck, on pages without such a habit.
    """
    known = sum(
        line.kind is LineKind.BYLINE and _BARE_NAME.fullmatch(line.text) is not None
        for line in lines
    )
    if known < MIN_BARE_NAMES:
        return tuple(lines)
    return tuple(
        replace(line, kind=LineKind.BYLINE, rule="settle_bare_names")
        if line.kind is LineKind.HEADING
        and _BARE_NAME.fullmatch(line.text) is not None
        and not is_rubric(line.text)
        and kind_at(lines, at - 1) is LineKind.HEADING
        and len(lines[at - 1].text) > len(line.text)
        and kind_at(lines, at + 1) in {LineKind.TEXT, LineKind.VERSE}
        else line
        for at, line in enumerate(lines)
    )


def _is_short_word(text: str) -> bool:
    """Two characters without a space, as sections are set; names of two have one."""
    return len(text.lstrip(MARKS).strip()) == 2  # noqa: PLR2004 - 关注, 芦花


def is_marked_heading(lines: Lines, place: int) -> bool:
    """A marked line with text under it: a heading of its own, not a section over headlines.

    Source: newspaper habit: one mark (□) for sections, bylines and sub-headings alike.
    Not: a section, which has a headline under it.
    """
    line = lines[place]
    if line.kind is not LineKind.SECTION or place + 1 == len(lines):
        return False
    below = lines[place + 1]
    if line.text[0] == "#":
        is_title_of_issue = place == 0 and not line.text.startswith("##")
        is_over_text = below.kind in {LineKind.TEXT, LineKind.CAPTION} and not is_numbered(
            below.text
        )
        return is_over_text and not is_title_of_issue
    if line.rule == "is_marked_section" and _BRACKETED.fullmatch(below.text):
        return below.kind in {LineKind.HEADING, LineKind.BYLINE}
    if line.rule != "is_marked_section" or is_rubric(bare(line.text)):
        return False
    return below.kind in {
        LineKind.TEXT,
        LineKind.BYLINE,
        LineKind.CAPTION,
        LineKind.NOTE,
        LineKind.LIST,
    }


def is_remark(lines: Lines, place: int) -> bool:
    """A remark in brackets on a line of its own, inside a story.

    Source: newspaper habit: notes on tables and pictures; the column behind a story (山径新景);
    where a writer sent it from (（自漢口寄）).
    Not: a deck in brackets (（…会议通过）), which stands under its headline.
    """
    line = lines[place]
    if line.kind is not LineKind.HEADING or line.text[0] not in "（(" or line.text[-1] not in "）)":
        return False
    before, after = kind_at(lines, place - 1), kind_at(lines, place + 1)
    if len(line.text) >= MIN_REMARK_CHARS:
        is_caption = place > 0 and lines[place - 1].rule == "is_enclosed_title"
        return is_caption or before is not LineKind.HEADING
    if _SENT_FROM.fullmatch(line.text) and before is LineKind.BYLINE:
        return True
    closes = after in {None, LineKind.HEADING, LineKind.SECTION, LineKind.FURNITURE}
    return before in RUNNING and closes and not is_numeral(line.text)


def is_attribution(lines: Lines, place: int) -> bool:
    """Who said the words above: -- 一位大楼保安.

    Source: newsletters: quotations.
    Not: a deck, which stands under a headline.
    """
    return (
        lines[place].kind is LineKind.HEADING
        and re.match(r"(?:--|——|——|―)\s?\S", lines[place].text) is not None
        and kind_at(lines, place - 1) in {*RUNNING, LineKind.NOTE}
        and kind_at(lines, place + 1) is not LineKind.BYLINE
    )


def is_numbered_point(lines: Lines, place: int) -> bool:
    """A point of a numbered list that has no full stop: 2.建设地点：南湖区.

    Source: notices.
    Not: a numbered sub-heading, which text follows.
    """
    line = lines[place]
    after = lines[place + 1] if place + 1 < len(lines) else None
    return (
        line.kind is LineKind.HEADING
        and is_numbered(line.text)
        and line.text[0].isdigit()
        and (
            kind_at(lines, place - 1) is LineKind.LIST
            or (after is not None and _is_next_point(line.text, after.text))
        )
        and kind_at(lines, place - 1) in RUNNING
    )


def _is_next_point(text: str, below: str) -> bool:
    """Whether two lines are numbered in the same way (1. and 2., not 4、 and (1))."""
    return (
        len(text) >= MIN_REMARK_CHARS
        and is_numbered(below)
        and text.lstrip(_FIGURES)[:1] == below.lstrip(_FIGURES)[:1]
        and below[0].isdigit()
    )


def is_lead_in(lines: Lines, place: int) -> bool:
    """The clause that leads on to a list of points (…，现决定如下：).

    Source: decrees and notices.
    Not: a kicker (…会议提出：), which a headline follows, not text.
    """
    line = lines[place]
    return (
        line.kind is LineKind.HEADING
        and line.text[-1] in "：:"
        and len(_CLAUSES.findall(line.text)) > 0
        and kind_at(lines, place + 1) in {LineKind.TEXT, LineKind.LIST}
    )


def is_spoken(lines: Lines, place: int) -> bool:
    """A short line inside a story that is spoken or leads on to speech.

    Source: newspaper habit: 他问，行不行？ - “修！” - 大家都说：
    Not: a headline or kicker, which a byline follows or no running text stands before.
    """
    line = lines[place]
    return (
        line.kind is LineKind.HEADING
        and line.rule == "is_heading"
        and kind_at(lines, place - 1) in {LineKind.TEXT, LineKind.BYLINE}
        and kind_at(lines, place + 1) in {LineKind.TEXT, LineKind.LIST, None, LineKind.HEADING}
        and (line.is_indented or not _is_over_byline(lines, place))
        and not _is_over_deck(lines, place)
        and (bool(_SPOKEN.search(line.text)) or _is_saying(lines, place))
    )


def _is_saying(lines: Lines, place: int) -> bool:
    """One of several lines that name a speaker first (江边第二棵树：近期是哪一期？)."""
    ends = bool(re.search(r"[？！?!]$", lines[place].text))
    near = lines[max(0, place - 1) : place + 2]
    return (
        ends and all("：" in line.text[:12] for line in near[1:]) and near[-1].kind is LineKind.TEXT
    )


def _is_over_deck(lines: Lines, place: int) -> bool:
    """Whether a blank line stands above and none below, where the deck goes on."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    return (
        lines[place].follows_blank
        and below is not None
        and below.kind is LineKind.HEADING
        and not below.follows_blank
        and kind_at(lines, place + 2) is not LineKind.HEADING
    )


def _is_over_byline(lines: Lines, place: int) -> bool:
    for below in range(place, place + MAX_STACK_LINES):
        if kind_at(lines, below) is not LineKind.HEADING:
            return kind_at(lines, below) is LineKind.BYLINE
    return False


# In order: the first that applies decides; a line that none claims stays what it was.
NEIGHBOUR_RULES: tuple[tuple[LineKind, NeighbourRule], ...] = (
    (LineKind.HEADING, is_in_archive_title),
    (LineKind.NOTE, is_signature),
    (LineKind.FURNITURE, is_date_of_page),
    (LineKind.NOTE, is_date_of_signature),
    (LineKind.BYLINE, is_name_in_archive),
    (LineKind.BYLINE, is_broken_pen_name),
    (LineKind.BYLINE, is_in_turned_brackets),
    (LineKind.BYLINE, is_pen_name_under_heading),
    (LineKind.BYLINE, is_name_under_heading),
    (LineKind.BYLINE, is_name_at_foot),
    (LineKind.CREDIT, is_over_credit),
    (LineKind.CAPTION, is_under_picture),
    (LineKind.HEADING, is_marked_heading),
    (LineKind.NOTE, is_remark),
    (LineKind.NOTE, is_closing_formula),
    (LineKind.NOTE, is_attribution),
    (LineKind.LIST, is_numbered_point),
    (LineKind.TEXT, is_lead_in),
    (LineKind.TEXT, is_spoken),
)
