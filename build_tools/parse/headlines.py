"""Which headings open a story: one small rule for each newspaper habit."""

import re
from collections.abc import Callable, Sequence

from build_tools.parse.blocks import TextBlock
from build_tools.parse.lines import LineKind

MAX_CAPTION_BLOCKS = 2
"""Most paragraphs between a picture's title and its credit line."""

DATELINE = re.compile(r"(?:本报|据?新华社)(?:[\u4e00-\u9fff]{1,8}?(?:\d{1,2}月)?\d{1,2}日)?[讯电]")
"""What opens a report: 本报讯, 本报北京2月10日电, 据新华社北京9月9日电 (电头)."""

Blocks = Sequence[TextBlock]


def find_story_starts(blocks: Blocks) -> tuple[int, ...]:
    """Give the places in *blocks* where a story opens: its section line or first heading line.

    Furniture must have been taken out before.
    """
    starts = []
    for place, block in enumerate(blocks):
        if block.kind is LineKind.SECTION or opens_story(blocks, place):
            starts.append(place)
    return tuple(starts)


def opens_story(blocks: Blocks, place: int) -> bool:
    """Whether the heading at *place* is the first line of a story without a section line."""
    if blocks[place].kind is not LineKind.HEADING or _is_inside_heading_stack(blocks, place):
        return False
    return any(rule(blocks, place) for rule in HEADLINE_RULES)


def _is_inside_heading_stack(blocks: Blocks, place: int) -> bool:
    """A section line, or an earlier line of the same stack, has opened the story already."""
    return place > 0 and blocks[place - 1].kind in {LineKind.HEADING, LineKind.SECTION}


def heading_stack_end(blocks: Blocks, place: int) -> int:
    """Give the first place after the heading lines that stand together from *place*."""
    while place < len(blocks) and blocks[place].kind is LineKind.HEADING:
        place += 1
    return place


def stands_over_byline(blocks: Blocks, place: int) -> bool:
    """A headline: a byline follows it.

    Source: newspaper habit: 破解执行难 / □本报记者 李晗.
    Not: a sub-heading, which is followed by text.
    """
    end = heading_stack_end(blocks, place)
    return end < len(blocks) and blocks[end].kind is LineKind.BYLINE


def opens_page(blocks: Blocks, place: int) -> bool:
    """The first heading of all, with text under it.

    Source: newspaper habit: a page begins with a headline, bylined or not.
    """
    end = heading_stack_end(blocks, place)
    return place == 0 and end < len(blocks) and blocks[end].kind is LineKind.TEXT


def follows_credit(blocks: Blocks, place: int) -> bool:
    """A photo story ends at its credit line, so the next heading opens another story.

    Source: newspaper habit: three photo stories in a row.
    """
    return place > 0 and blocks[place - 1].kind is LineKind.CREDIT


def stands_over_picture(blocks: Blocks, place: int) -> bool:
    """A picture's title: a caption of one or two paragraphs, then the credit line.

    Source: newspaper habit: 急救培训 / 近日，… / 本报记者 安冀东 摄.
    Not: a sub-heading with its paragraphs, which no credit line follows.
    """
    end = heading_stack_end(blocks, place)
    following = blocks[end : end + MAX_CAPTION_BLOCKS + 1]
    kinds = [block.kind for block in following]
    return LineKind.CREDIT in kinds and set(kinds[: kinds.index(LineKind.CREDIT)]) == {
        LineKind.TEXT
    }


def stands_over_dateline(blocks: Blocks, place: int) -> bool:
    """A headline: the text under it opens with a dateline.

    Source: newspaper habit: 图书馆开馆 / 本报讯（记者 江月）….
    Not: a sub-heading, whose text goes on with the story.
    """
    end = heading_stack_end(blocks, place)
    return end < len(blocks) and bool(DATELINE.match(blocks[end].text))


# Any of them makes a heading a headline; what none claims is a sub-heading.
HEADLINE_RULES: tuple[Callable[[Blocks, int], bool], ...] = (
    stands_over_byline,
    stands_over_dateline,
    opens_page,
    follows_credit,
    stands_over_picture,
)
