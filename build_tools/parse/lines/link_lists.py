"""Lists of what stands elsewhere: guides, menus, headlines of other stories."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from build_tools.parse.lines.furniture import is_contact_line
from build_tools.parse.lines.line import RUNNING, Line, LineKind
from build_tools.parse.lines.marks import MARKS, bare
from build_tools.parse.lines.page_lines import MAX_LINKS, Lines, is_page_name, kind_at

MAX_GUIDE_CHARS = 40
"""Longest row of a front page's guide."""
MAX_HEADS = 3
"""Most lines of a story's own heading under a menu: section, kicker, headline."""
MIN_MENU_LINES = 4
"""Fewest links of a menu."""
MAX_MENU_CHARS = 8
"""Longest link of a menu."""
MIN_SECTIONS = 3
"""Fewest sections of a newsletter in Markdown."""
MAX_FRONT_PARAGRAPHS = 4
"""Most paragraphs in which a newsletter tells of itself."""
_LIST_RULES = frozenset(("is_link", "is_link_mark", "settle_repeats"))
_GUIDE_NAME = re.compile(r"(?:今日|本期|本报)?(?:导读|要目)")
_GUIDE_PAGE = re.compile(r"[（(]?第?[A-Z]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[版叠][）)]?")
_BACK_MATTER = re.compile(
    r"(?:(?:欢迎|如何)?(?:订阅|訂閱).{0,4}|往期(?:回顾|目录)?|(?:往年|本刊)?回顾|历史上的.{1,3}|往期精选|关于本刊|联系我们|版权声明|投稿)"
)


def list_headlines(furniture: Lines) -> frozenset[str]:
    """Give the headlines that the lists among a page's *furniture* name."""
    return frozenset(
        line.text.lstrip(MARKS + "·•- ") for line in furniture if line.rule in _LIST_RULES
    )


def settle_guide(lines: Lines) -> tuple[Line, ...]:
    """Keep a front page's guide to other pages together, as a list under its name.

    Source: newspaper habit: 导读 / headline / 第九版 / headline / 第八版.
    Not: a web page's links, which name no pages; one headline with its page behind it.
    """
    settled = list(lines)
    for place, line in enumerate(lines):
        if not _GUIDE_NAME.fullmatch(line.text):
            continue
        below = lines[place + 1 : place + 1 + MAX_LINKS]
        short = next(
            (at for at, row in enumerate(below) if len(row.text) > MAX_GUIDE_CHARS), len(below)
        )
        pages = [at for at, row in enumerate(below[:short]) if _GUIDE_PAGE.fullmatch(row.text)]
        if len(pages) > 1:
            settled[place] = replace(line, kind=LineKind.HEADING, rule="settle_guide")
            for at in range(place + 1, place + 2 + pages[-1]):
                settled[at] = replace(lines[at], kind=LineKind.LIST, rule="settle_guide")
    return tuple(settled)


def settle_repeats(lines: Lines) -> tuple[Line, ...]:
    """Set apart lists of headlines that stand elsewhere on the page with their text.

    Source: pages saved from the web: under the buttons, the headlines of other stories.
    Not: a headline that its story repeats, which has no furniture above it.
    """
    copies = Counter(line.text for line in lines if line.kind is LineKind.HEADING)
    settled = list(lines)
    for place, line in enumerate(settled):
        if (
            not (line.kind is LineKind.FURNITURE or is_page_name(line))
            or kind_at(settled, place + 1) is not LineKind.HEADING
        ):
            continue
        end = place + 1
        while _is_listed(settled, end) and end - place <= MAX_LINKS:
            end += 1
        # One alone is a headline; before text the last lines are.
        is_parted = end - place > 2 and (  # noqa: PLR2004
            kind_at(settled, end) in {LineKind.HEADING, LineKind.FURNITURE}
            or (end < len(settled) and is_contact_line(settled[end].text))
            or (end < len(settled) and is_page_name(settled[end]))
        )
        if is_parted and any(copies[link.text] > 1 for link in settled[place + 1 : end]):
            for at in range(place + 1, end):
                settled[at] = replace(settled[at], kind=LineKind.FURNITURE, rule="settle_repeats")
    return tuple(settled)


def settle_page_list(lines: Lines) -> tuple[Line, ...]:
    """Set apart a list of an edition's pages: only the last of named pages in a row holds a story.

    Source: pages saved from the web: 第01版：要闻 / 第02版：时政 / … beside the story.
    Not: one page or column over its headline; not even the last, where buttons follow the list.
    """
    settled = list(lines)
    first = 0
    while first < len(lines):
        end = first
        while end < len(lines) and is_page_name(lines[end]):
            end += 1
        is_menu = end - first >= MIN_MENU_LINES and kind_at(lines, end) is LineKind.FURNITURE
        for at in range(first, end if is_menu else end - 1):
            settled[at] = replace(lines[at], kind=LineKind.FURNITURE, rule="settle_page_list")
        first = max(end, first + 1)
    return tuple(settled)


def settle_menu(lines: Lines) -> tuple[Line, ...]:
    """Set apart the links over a story, more of them than any headline has lines.

    Source: pages saved from the web: the sections of the site between its head and the story.
    Not: a list of names under its headline, behind text.
    """
    settled = list(lines)
    for place, line in enumerate(lines):
        if line.kind is not LineKind.HEADING or kind_at(settled, place - 1) is not (
            LineKind.FURNITURE
        ):
            continue
        end = place
        while kind_at(lines, end) is LineKind.HEADING and end - place <= MAX_LINKS:
            end += 1
        short = all(len(link.text) <= MAX_MENU_CHARS for link in lines[place : end - MAX_HEADS])
        if end - place > MAX_HEADS + MIN_MENU_LINES and short and kind_at(lines, end) in RUNNING:
            for at in range(place, end - MAX_HEADS):
                settled[at] = replace(lines[at], kind=LineKind.FURNITURE, rule="settle_menu")
    return tuple(settled)


def settle_front_matter(lines: Lines) -> tuple[Line, ...]:
    """Set apart what a newsletter says of itself between its title and its first section.

    Source: newsletters in Markdown: # title / what is gathered here / how to write in / ## 封面图.
    Not: an essay under the title of the issue, which has more paragraphs; a page without sections.
    """
    sections = [at for at, line in enumerate(lines) if line.text.startswith("## ")]
    if len(sections) < MIN_SECTIONS or not re.match(r"#\s?[^#\s]", lines[0].text):
        return tuple(lines)
    front = lines[: sections[0]]
    if sum(line.kind is LineKind.TEXT for line in front) > MAX_FRONT_PARAGRAPHS:
        return tuple(lines)
    return (
        *(replace(line, kind=LineKind.FURNITURE, rule="settle_front_matter") for line in front),
        *lines[sections[0] :],
    )


def settle_back_matter(lines: Lines) -> tuple[Line, ...]:
    """Set apart what a newsletter says of itself, up to the next section: 订阅, 往期.

    Source: newsletters end in links to their other issues.
    """
    settled: list[Line] = []
    is_behind = False
    for line in lines:
        if line.kind is LineKind.SECTION or line.text.startswith("## "):
            is_behind = _BACK_MATTER.fullmatch(bare(line.text)) is not None
        kind = LineKind.FURNITURE if is_behind else line.kind
        rule = "settle_back_matter" if is_behind else line.rule
        settled.append(replace(line, kind=kind, rule=rule))
    return tuple(settled)


def _is_listed(lines: Sequence[Line], place: int) -> bool:
    """Whether the line goes on with a list of headlines: no blank line above it."""
    return kind_at(lines, place) is LineKind.HEADING and (
        not lines[place].follows_blank or kind_at(lines, place - 1) is LineKind.FURNITURE
    )
