"""Where stories open, and with which heading, once outline and rules are put together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.parse.stories.roles import HEAD_ROLES, Opening, PlannedBlock, Role

OUTLINE_RULE = "is_in_outline"
"""The rule of a block that an editor decided."""
LOST_START_RULE = "follows_lost_start"
"""The rule that opens a story at a later block, when its first is gone or of the page."""
SECOND_HEADING_RULE = "is_second_heading"
"""The rule that makes a sub-heading of a headline behind the text of its story."""

NOT_IN_STORIES = frozenset((Role.FURNITURE, Role.UNPLACED))
"""What no story can open with."""
_HEADS = HEAD_ROLES | {Role.BYLINE}
_TEXT = frozenset((Role.BODY, Role.SUBHEADING, Role.VERSE, Role.LIST))


def settle_openings(blocks: Sequence[PlannedBlock]) -> tuple[PlannedBlock, ...]:
    """Let a story that an outline opens begin at the new heading lines right above it.

    So a headline that was reworded opens its story, and a section put in above a headline
    belongs to it.

    Args:
        blocks: of the outline and, where the text has lines that it does not know, of the rules.
    """
    settled = list(blocks)
    above: list[int] = []
    """Places of the new blocks above, down from the last one that the outline knows."""
    for at, block in enumerate(blocks):
        if block.role in NOT_IN_STORIES:
            continue
        if block.rule != OUTLINE_RULE:
            above.append(at)
            continue
        if block.opening is not Opening.NONE and above:
            start = _find_start(settled, above, is_lost=block.start_rule == LOST_START_RULE)
            if start is not None:
                settled[start] = _open_at(settled[start], block)
                settled[at] = replace(block, opening=Opening.NONE, start_rule="")
        above.clear()
    return tuple(settled)


def _find_start(
    blocks: Sequence[PlannedBlock], above: Sequence[int], *, is_lost: bool
) -> int | None:
    """Give the place of the new block that opens the story below; `None` if it opens there.

    Args:
        blocks: all of them.
        above: places of the new ones right above the story.
        is_lost: the line that opened it is gone, so that one of these stands for it.
    """
    if is_lost:
        opened = (at for at in reversed(above) if blocks[at].opening is not Opening.NONE)
        if (start := next(opened, None)) is not None:
            return start
    roles = _HEADS | {Role.SUBHEADING} if is_lost else _HEADS
    heads = takewhile(lambda at: blocks[at].role in roles, reversed(above))
    return min((at for at in heads if blocks[at].role is not Role.BYLINE), default=None)


def _open_at(block: PlannedBlock, story: PlannedBlock) -> PlannedBlock:
    """Open *story* at *block*; a rule that opened it there keeps its word."""
    if block.opening is not Opening.NONE:
        return block
    role = Role.HEADLINE if block.role is Role.SUBHEADING else block.role
    return replace(block, role=role, opening=story.opening, start_rule=story.start_rule)


def settle_headings(blocks: Iterable[PlannedBlock]) -> Iterator[PlannedBlock]:
    """Make sub-headings of what stands over a story of its own no longer.

    Where an editor takes the row ``story`` out, the headline below it is the second of its story.
    """
    has_headline = has_text = False
    for block in blocks:
        if block.opening is Opening.STORY:
            has_headline = has_text = False
        elif block.opening is Opening.TURN:
            # Its headline stands over the first half.
            has_headline = has_text = True
        if block.role in HEAD_ROLES and has_headline and has_text:
            yield replace(block, role=Role.SUBHEADING, rule=SECOND_HEADING_RULE)
            continue
        has_headline |= block.role is Role.HEADLINE
        has_text |= block.role in _TEXT
        yield block
