"""What each block of a page is, once it is known where stories open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.parse.lines.credits import is_picture_title
from build_tools.parse.lines.layout import Layout
from build_tools.parse.lines.line import LineKind
from build_tools.parse.stories.blocks import TextBlock
from build_tools.parse.stories.headings import (
    Head,
    read_advertisement,
    read_archive_stack,
    read_rubric,
    read_stack,
)
from build_tools.parse.stories.headless import is_second_half
from build_tools.parse.stories.roles import Opening, PlannedBlock, Role
from build_tools.parse.stories.stacks import HEADS, stack_end
from build_tools.parse.stories.starts import Start, Sureness

_ROLE_BY_KIND = {
    LineKind.BYLINE: Role.BYLINE,
    LineKind.CREDIT: Role.CREDIT,
    LineKind.CAPTION: Role.CAPTION,
    LineKind.NOTE: Role.NOTE,
    LineKind.DATE: Role.NOTE,
    LineKind.VERSE: Role.VERSE,
    LineKind.LIST: Role.LIST,
    LineKind.TEXT: Role.BODY,
    LineKind.HEADING: Role.SUBHEADING,
    LineKind.SECTION: Role.SUBHEADING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """A page whose stories are found."""

    blocks: Sequence[TextBlock]
    """Furniture taken out."""
    start_by_place: Mapping[int, Start]
    """Where stories open."""
    inner: Mapping[int, str]
    """Headings inside stories, and the rule that says so."""
    layout: Layout
    """Habits of the text."""
    listed: frozenset[str]
    """Headlines that the page's own list has; empty without one."""

    @property
    def in_columns(self) -> bool:
        """Whether it is set in printed columns."""
        return any(block.rule == "is_in_printed_column" for block in self.blocks)


def plan_blocks(page: FoundPage) -> Iterator[PlannedBlock]:
    """Give every block its role, in order."""
    place = 0
    in_columns = page.in_columns
    first_start = min(page.start_by_place, default=len(page.blocks))
    while place < len(page.blocks):
        start = page.start_by_place.get(place)
        if start and page.blocks[place].kind in HEADS:
            end = stack_end(page.blocks, place, page.layout)
            heads = _read_heads(page, start, end, in_columns=in_columns)
            yield from _plan_stack(page.blocks[place:end], heads, start)
            place = end
            continue
        yield _plan_block(page, place, start, is_placed=place >= first_start)
        place += 1


def _plan_block(
    page: FoundPage, place: int, start: Start | None, *, is_placed: bool
) -> PlannedBlock:
    block = page.blocks[place]
    role = _ROLE_BY_KIND[block.kind] if is_placed else Role.UNPLACED
    is_under_section = place > 0 and page.blocks[place - 1].kind is LineKind.SECTION
    if is_picture_title(block.text) and (start or is_under_section):
        role = Role.HEADLINE
    opening = Opening.NONE
    if start:
        opening = Opening.TURN if is_second_half(block.text) else Opening.STORY
    inner = page.inner.get(place)
    return PlannedBlock(
        role=role,
        lines=block.lines,
        rule=inner or block.rule,
        opening=opening,
        start_rule=start.rule if start else "",
        sureness=start.sureness if start else _sureness_of(inner),
    )


def _sureness_of(inner_rule: str | None) -> Sureness:
    """A heading that no habit claims is a sub-heading by default: look at it."""
    if inner_rule is None:
        return Sureness.SURE
    return Sureness.GUESS if inner_rule == "is_subheading" else Sureness.LIKELY


def _read_heads(page: FoundPage, start: Start, end: int, *, in_columns: bool) -> Sequence[Head]:
    stack = page.blocks[start.place : end]
    if start.rule == "is_advertisement":
        return read_advertisement(stack)
    if start.rule == "stands_over_briefs":
        return read_rubric(stack)
    if stack[0].rule == "is_archive_title":
        is_signed = end < len(page.blocks) and page.blocks[end].kind is LineKind.BYLINE
        return read_archive_stack(stack, in_columns=in_columns, is_signed=is_signed)
    return read_stack(stack, in_columns=in_columns, listed=page.listed)


def _plan_stack(
    stack: Sequence[TextBlock], heads: Sequence[Head], start: Start
) -> Iterator[PlannedBlock]:
    for at, (block, head) in enumerate(zip(stack, heads, strict=True)):
        yield PlannedBlock(
            role=Role(str(head.role)),
            lines=block.lines,
            rule=head.rule,
            opening=Opening.STORY if at == 0 else Opening.NONE,
            start_rule=start.rule if at == 0 else "",
            sureness=start.sureness,
        )
