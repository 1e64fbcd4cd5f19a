"""What opens a story that has no heading: briefs, pictures, second halves."""

import re
from collections.abc import Callable

from build_tools.parse.lines.classify import is_numbered
from build_tools.parse.lines.credits import is_picture_title, is_turn
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.layout import Layout
from build_tools.parse.lines.line import RUNNING, LineKind
from build_tools.parse.lines.marks import MARKS
from build_tools.parse.stories.stacks import HEADS, MAX_STORY_BLOCKS, Blocks

_BRIEF_ALONE = "◘"
_BRIEF_COLUMN = re.compile(
    r".{0,4}(?:简讯|短讯|短波|快讯|速览|简报|要闻|短消息|集锦|拾零|速递|简明新闻|一句话新闻)"
)
MAX_PICTURE_BLOCKS = 9
"""How far above a picture the others of its row are looked at."""
MAX_COLUMN_BLOCKS = 60
"""How far above one of its numbered items the head of a column stands."""
MAX_NOTE_BLOCKS = 3
"""Most paragraphs of an editor's note."""
LEADING_NOTE = re.compile(
    r"[【\[（(]?(?:编者按|编者的话|开栏的话|编前|編者按|編者的話)[】\]）)：:　 ]*"
)
BRIEF_SIGNS = "◘◎"
_REPORTERS = re.compile(
    r"\s{0,3}[（(【]\s?[^（()）【】]{0,4}(?:记者|通讯员)[^（()）【】]{2,40}[）)】]"
)
_BRIEF_MARK = re.compile(r"[◘◎●◆○■□▲★☆]")


def opens_second_half(blocks: Blocks, place: int, _: Layout) -> bool:
    """The rest of a story that another page began: （上接第一版）.

    Source: newspaper habit: turned stories, printed without their headline.
    Not: a note that sends the reader on (（下转第四版）).
    """
    text = blocks[place].text
    return blocks[place].kind in {LineKind.NOTE, LineKind.TEXT} and is_second_half(text)


def opens_bare_page(blocks: Blocks, place: int, _: Layout) -> bool:
    """Running text above the first heading: a story whose headline is lost or never was.

    Source: texts that begin in the middle of a page; pictures without titles.
    Not: a page that opens with any heading.
    """
    return place == 0 and blocks[place].kind in RUNNING


def opens_picture(blocks: Blocks, place: int, _: Layout) -> bool:
    """A caption behind another picture's: two pictures without titles.

    Source: newspaper habit: a page of pictures, each caption with its photographer behind it.
    Not: the pictures of one report, under one headline; a picture inside an article.
    """
    if place == 0 or not is_credited(blocks, place):
        return False
    above = place - 1
    while above >= 0 and blocks[above].kind not in HEADS and place - above <= MAX_PICTURE_BLOCKS:
        if blocks[above].kind is LineKind.CREDIT:
            above -= 1
            if above < 0 or blocks[above].kind not in {LineKind.TEXT, LineKind.CAPTION}:
                return False
        elif blocks[above].kind is not LineKind.CAPTION:
            return False
        above -= 1
    if above + 1 == place:
        return False
    return above < 0


def is_credited(blocks: Blocks, place: int) -> bool:
    """Whether the block is a caption, by itself or by the credit line under it."""
    below = blocks[place + 1].kind if place + 1 < len(blocks) else None
    return blocks[place].kind is LineKind.CAPTION or (
        blocks[place].kind is LineKind.TEXT and below is LineKind.CREDIT
    )


def opens_picture_title(blocks: Blocks, place: int, _: Layout) -> bool:
    """The title of a picture that stands between two stories: ◘新橋落成◘.

    Source: tabloids of the 1920s and 30s; paintings in supplements (春山（国画）　江明月).
    Not: a picture set into the text of a story, which goes on under it.
    """
    if place == 0 or not is_picture_title(blocks[place].text):
        return False
    below = next((b for b in blocks[place + 1 :] if b.kind is not LineKind.NOTE), None)
    is_between = below is None or below.kind in HEADS or below.text[0] == _BRIEF_ALONE
    return is_between and blocks[place - 1].kind not in HEADS


def opens_web_page(blocks: Blocks, place: int, _: Layout) -> bool:
    """Text behind the foot of a web page, with no headline: another page was saved there.

    Source: local papers' electronic editions: pictures and reports (晚报讯) without titles.
    Not: text under a headline and the buttons below it; the rest of a cut paragraph.
    """
    block = blocks[place]
    if place == 0 or not block.lines[0].follows_page or block.kind not in RUNNING:
        return False
    above = blocks[place - 1]
    is_complete = above.kind in {LineKind.CREDIT, LineKind.NOTE} or (
        above.kind in RUNNING and above.is_finished
    )
    is_wired = DATELINE.match(block.text) is not None
    return is_complete and (is_wired or is_credited(blocks, place))


def opens_note(blocks: Blocks, place: int, _: Layout) -> bool:
    """An editor's note over what comes next: 编者按, between one story and the next headline.

    Source: newspaper habit: special pages explain themselves in a note of their own.
    Not: a note under its headline, or under the pictures there; a remark behind the story it is
    about (编后).
    """
    if place == 0 or not LEADING_NOTE.match(blocks[place].text):
        return False
    if blocks[place].kind not in {LineKind.NOTE, LineKind.TEXT}:
        return False
    above = blocks[place - 1]
    if above.kind is not LineKind.TEXT or not above.is_finished:
        return False
    below = [block.kind for block in blocks[place + 1 : place + MAX_NOTE_BLOCKS + 2]]
    return LineKind.HEADING in below and set(below[: below.index(LineKind.HEADING)]) <= {
        LineKind.TEXT
    }


def opens_brief(blocks: Blocks, place: int, _: Layout) -> bool:
    """A paragraph behind a mark, one of several: a brief without a headline.

    Source: newspaper habit: ◘ or ◎ before each item of a column of news in brief; any mark under
    the head of one (民生简报 / ◆… / ◆…).
    Not: one marked paragraph, or a marked list inside a story.
    """
    block = blocks[place]
    if block.kind is not LineKind.TEXT or not _BRIEF_MARK.match(block.text):
        return False
    if place and blocks[place - 1].kind in HEADS:
        return False
    if block.text[0] == _BRIEF_ALONE:
        return True
    if block.text[0] not in BRIEF_SIGNS and not _is_in_brief_column(blocks, place):
        return False
    near = blocks[max(0, place - 4) : place + 5]
    return sum(b.kind is LineKind.TEXT and b.text[0] == block.text[0] for b in near) > 1


def _is_in_brief_column(blocks: Blocks, place: int) -> bool:
    """Whether the heading above the block, however many briefs between, is a brief column's."""
    for above in range(place - 1, max(-1, place - MAX_COLUMN_BLOCKS), -1):
        if blocks[above].kind in HEADS:
            return is_brief_column(blocks[above].text)
        if blocks[above].text[0] != blocks[place].text[0]:
            return False
    return False


def opens_dated_brief(blocks: Blocks, place: int, _: Layout) -> bool:
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


def opens_report(blocks: Blocks, place: int, _: Layout) -> bool:
    """A reporter's dateline behind a blank line, where the story above had its own.

    Source: local papers' web editions, whose headlines are lost: 本报讯（记者江月）… /
    本报讯（记者陶敏）…; behind a picture with its credit.
    Not: a second dateline of the same reporters; a round-up of several cities, set without blanks.
    """
    block = blocks[place]
    if not block.follows_blank or block.kind is not LineKind.TEXT or not _is_reported(block.text):
        return False
    for above in range(place - 1, max(-1, place - MAX_STORY_BLOCKS), -1):
        if above == place - 1 and blocks[above].kind is LineKind.CREDIT:
            # A credit right under a headline is of a picture beside the report.
            return above > 0 and blocks[above - 1].kind not in HEADS
        if blocks[above].kind in HEADS:
            return False
        if _is_reported(blocks[above].text):
            return _reporters(blocks[above].text) != _reporters(block.text)
    return False


def _is_reported(text: str) -> bool:
    """Whether *text* opens with a dateline and its reporters in brackets."""
    head = DATELINE.match(text)
    return head is not None and _REPORTERS.match(text, head.end()) is not None


def _reporters(text: str) -> str:
    head = DATELINE.match(text)
    found = _REPORTERS.match(text, head.end()) if head else None
    return found[0] if found else ""


def is_brief_column(text: str) -> bool:
    """Whether *text* is the head of a column of briefs.

    >>> is_brief_column("体坛短波"), is_brief_column("短波电台重开")
    (True, False)
    """
    return _BRIEF_COLUMN.fullmatch(text.lstrip(MARKS)) is not None


def opens_item(blocks: Blocks, place: int, _: Layout) -> bool:
    """The next numbered paragraph of a column that opened with one, right under its section.

    Source: newsletters: ## 言论 / 1、… / 2、….
    Not: numbered points inside a story that has a headline.
    """
    block = blocks[place]
    if block.kind is not LineKind.TEXT or not is_numbered(block.text):
        return False
    for above in range(place - 1, max(0, place - MAX_COLUMN_BLOCKS) - 1, -1):
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
HEADLESS_RULES: tuple[Callable[[Blocks, int, Layout], bool], ...] = (
    opens_second_half,
    opens_bare_page,
    opens_picture,
    opens_picture_title,
    opens_web_page,
    opens_note,
    opens_brief,
    opens_dated_brief,
    opens_report,
    opens_item,
)
