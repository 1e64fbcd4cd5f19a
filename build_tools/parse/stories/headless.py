"""What opens a story that has no heading: briefs, pictures, second halves."""

import re
from collections.abc import Callable

from build_tools.parse.lines.classify import RUNNING, LineKind, is_numbered
from build_tools.parse.lines.credits import is_turn
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.stories.stacks import HEADS, MAX_STORY_BLOCKS, Blocks

_BRIEF_ALONE = "◘"
_BRIEF_COLUMN = re.compile(
    r".{0,4}(?:简讯|短讯|短波|快讯|速览|简报|要闻|短消息|集锦|拾零|速递|简明新闻|一句话新闻)"
)
BRIEF_SIGNS = "◘◎"
_BRIEF_MARK = re.compile(r"[◘◎●◆○■□▲★☆]")


def opens_second_half(blocks: Blocks, place: int) -> bool:
    """The rest of a story that another page began: （上接第一版）.

    Source: newspaper habit: turned stories, printed without their headline.
    Not: a note that sends the reader on (（下转第四版）).
    """
    text = blocks[place].text
    return blocks[place].kind in {LineKind.NOTE, LineKind.TEXT} and is_second_half(text)


def opens_bare_page(blocks: Blocks, place: int) -> bool:
    """Running text above the first heading: a story whose headline is lost or never was.

    Source: texts that begin in the middle of a page; pictures without titles.
    Not: a page that opens with any heading.
    """
    return place == 0 and blocks[place].kind in RUNNING


def opens_picture(blocks: Blocks, place: int) -> bool:
    """A caption right behind another picture's: two pictures without titles.

    Source: newspaper habit: a page of pictures, each caption with its photographer behind it.
    Not: a second picture inside an article.
    """
    return (
        place > 0
        and blocks[place].kind is LineKind.CAPTION
        and blocks[place - 1].kind in {LineKind.CAPTION, LineKind.CREDIT}
        and (place == 1 or blocks[place - 2].kind not in {LineKind.TEXT, LineKind.BYLINE})
        and all(block.kind in {LineKind.CAPTION, LineKind.CREDIT} for block in blocks[:place][-9:])
    )


def opens_brief(blocks: Blocks, place: int) -> bool:
    """A paragraph behind a mark, one of several: a brief without a headline.

    Source: newspaper habit: ◘ or ◎ before each item of a column of news in brief.
    Not: one marked paragraph, or a marked list inside a story.
    """
    block = blocks[place]
    if block.kind is not LineKind.TEXT or not _BRIEF_MARK.match(block.text):
        return False
    if place and blocks[place - 1].kind in HEADS:
        return False
    if block.text[0] == _BRIEF_ALONE:
        return True
    if block.text[0] not in BRIEF_SIGNS:
        return False
    near = blocks[max(0, place - 4) : place + 5]
    return sum(b.kind is LineKind.TEXT and b.text[0] == block.text[0] for b in near) > 1


def opens_dated_brief(blocks: Blocks, place: int) -> bool:
    """A paragraph with a dateline of its own, in a column of briefs.

    Source: newspaper habit: 体坛短波 / 本报讯… / 据新华社…电….
    Not: a second dateline inside one story, whose heading is no such column.
    """
    if blocks[place].kind is not LineKind.TEXT or not DATELINE.match(blocks[place].text):
        return False
    for above in range(place - 1, max(-1, place - MAX_STORY_BLOCKS), -1):
        if blocks[above].kind in HEADS:
            return above + 1 < place and is_brief_column(blocks[above].text)
    return False


def is_brief_column(text: str) -> bool:
    """Whether *text* is the head of a column of briefs.

    >>> is_brief_column("体坛短波"), is_brief_column("短波电台重开")
    (True, False)
    """
    return _BRIEF_COLUMN.fullmatch(text.lstrip(MARKS)) is not None


def opens_item(blocks: Blocks, place: int) -> bool:
    """The next numbered paragraph of a column that opened with one, right under its section.

    Source: newsletters: ## 言论 / 1、… / 2、….
    Not: numbered points inside a story that has a headline.
    """
    block = blocks[place]
    if block.kind is not LineKind.TEXT or not is_numbered(block.text):
        return False
    for above in range(place - 1, max(0, place - MAX_STORY_BLOCKS) - 1, -1):
        if blocks[above].kind is LineKind.HEADING:
            return False
        if blocks[above].kind is LineKind.SECTION:
            return above + 1 < place and is_numbered(blocks[above + 1].text)
    return False


def is_second_half(text: str) -> bool:
    """Whether *text* opens with the note that says where a story was begun.

    >>> is_second_half("（上接第一版）出，今年…"), is_second_half("（下转第四版）")
    (True, False)
    """
    head = re.match(r"[（(▲▼]{0,2}\s?(?:上接|緊接|紧接|接第)[^（）()。，]{1,16}[）)]", text)
    return bool(head) and (is_turn(head[0]) if head else False)


# In order: the first that applies opens a story.
HEADLESS_RULES: tuple[Callable[[Blocks, int], bool], ...] = (
    opens_second_half,
    opens_bare_page,
    opens_picture,
    opens_brief,
    opens_dated_brief,
    opens_item,
)
