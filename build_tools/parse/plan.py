"""What every line of a page is to be, before stories are made of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from build_tools.parse.folders import Masthead
from build_tools.parse.lines.classify import classify_lines
from build_tools.parse.lines.column_blocks import part_column_blocks
from build_tools.parse.lines.columns import join_columns
from build_tools.parse.lines.credits import is_artwork
from build_tools.parse.lines.furniture import find_furniture_rule
from build_tools.parse.lines.layout import Layout, measure_layout, read_printed_lines
from build_tools.parse.lines.line import Line, LineKind, printed_lines
from build_tools.parse.lines.link_lists import (
    settle_back_matter,
    settle_guide,
    settle_menu,
    settle_page_list,
    settle_repeats,
)
from build_tools.parse.lines.narrow_lines import join_narrow_lines
from build_tools.parse.lines.neighbours import settle_bare_names, settle_lines, settle_marks
from build_tools.parse.lines.page_lines import settle_page, without_furniture
from build_tools.parse.lines.verse import settle_runs
from build_tools.parse.source.files import SourceText
from build_tools.parse.stories.blocks import TextBlock, build_blocks
from build_tools.parse.stories.headings import (
    read_advertisement,
    read_archive_stack,
    read_rubric,
    read_stack,
)
from build_tools.parse.stories.headless import is_second_half
from build_tools.parse.stories.roles import Opening, Plan, PlannedBlock, Role
from build_tools.parse.stories.stacks import stack_end
from build_tools.parse.stories.starts import Start, Sureness, find_starts
from build_tools.parse.stories.strays import house_strays

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


# In order: each sees what those before have settled. Poems and tables are told from what the
# neighbours left open, and what stands beside them once they are known.
LINE_PASSES: tuple[Callable[[Sequence[Line]], tuple[Line, ...]], ...] = (
    part_column_blocks,
    join_columns,
    settle_marks,
    settle_guide,
    settle_page,
    settle_page_list,
    settle_repeats,
    settle_menu,
    settle_lines,
    settle_runs,
    settle_lines,
    settle_bare_names,
    settle_back_matter,
)


def plan_page(source: SourceText, masthead: Masthead) -> Plan:
    """Let the rules decide what every line of *source* is."""
    printed = join_narrow_lines(read_printed_lines(source))
    layout = measure_layout(printed)
    lines = _without_masthead(classify_lines(printed, layout), masthead)
    for settle in LINE_PASSES:
        lines = settle(lines)
    furniture = [line for line in lines if line.kind is LineKind.FURNITURE]
    blocks = build_blocks(without_furniture(lines), layout)
    starts, inner = find_starts(blocks, layout)
    planned = [
        *house_strays(
            tuple(_plan_blocks(blocks, {start.place: start for start in starts}, inner, layout))
        ),
        *(
            PlannedBlock(role=Role.FURNITURE, lines=printed_lines(line), rule=line.rule)
            for line in furniture
        ),
    ]
    planned.sort(key=lambda block: block.lines[0].line_no)
    return Plan(blocks=tuple(planned), layout=layout)


def _without_masthead(lines: Iterable[Line], masthead: Masthead) -> tuple[Line, ...]:
    """Set a line apart that only says which paper and day this is.

    Source: newspaper habit: 榆川时报 / 2026年3月20日 星期五 第3版, in one line or several.
    """
    return tuple(
        replace(line, kind=LineKind.FURNITURE, rule="is_masthead")
        if _is_masthead(line.text, masthead.paper)
        else line
        for line in lines
    )


def _is_masthead(text: str, paper: str) -> bool:
    rest = text.removeprefix(paper).strip()
    return text.startswith(paper) and (not rest or find_furniture_rule(rest) is not None)


def _plan_blocks(
    blocks: Sequence[TextBlock],
    start_by_place: Mapping[int, Start],
    inner: Mapping[int, str],
    layout: Layout,
) -> Iterator[PlannedBlock]:
    place = 0
    in_columns = any(block.rule == "is_in_printed_column" for block in blocks)
    first_start = min(start_by_place, default=len(blocks))
    while place < len(blocks):
        start = start_by_place.get(place)
        if start and blocks[place].kind in {LineKind.HEADING, LineKind.SECTION}:
            end = stack_end(blocks, place, layout)
            yield from _plan_stack(blocks, start, end, in_columns=in_columns)
            place = end
            continue
        block = blocks[place]
        role = Role.UNPLACED if place < first_start else _ROLE_BY_KIND[block.kind]
        opening = Opening.NONE
        if start:
            opening = Opening.TURN if is_second_half(block.text) else Opening.STORY
        if block.rule == is_artwork.__name__ and (
            start or blocks[place - 1].kind is LineKind.SECTION
        ):
            role = Role.HEADLINE
        yield PlannedBlock(
            role=role,
            lines=block.lines,
            rule=inner.get(place, block.rule),
            opening=opening,
            start_rule=start.rule if start else "",
            sureness=start.sureness if start else _sureness_of(inner.get(place)),
        )
        place += 1


def _sureness_of(inner_rule: str | None) -> Sureness:
    """A heading that no habit claims is a sub-heading by default: look at it."""
    if inner_rule is None:
        return Sureness.SURE
    return Sureness.GUESS if inner_rule == "is_subheading" else Sureness.LIKELY


def _plan_stack(
    blocks: Sequence[TextBlock], start: Start, end: int, *, in_columns: bool
) -> Iterator[PlannedBlock]:
    stack = blocks[start.place : end]
    if start.rule == "is_advertisement":
        heads = read_advertisement(stack)
    elif start.rule == "stands_over_briefs":
        heads = read_rubric(stack)
    elif stack[0].rule == "is_archive_title":
        is_signed = end < len(blocks) and blocks[end].kind is LineKind.BYLINE
        heads = read_archive_stack(stack, in_columns=in_columns, is_signed=is_signed)
    else:
        heads = read_stack(stack, in_columns=in_columns)
    for at, (block, head) in enumerate(zip(stack, heads, strict=True)):
        yield PlannedBlock(
            role=Role(str(head.role)),
            lines=block.lines,
            rule=head.rule,
            opening=Opening.STORY if at == 0 else Opening.NONE,
            start_rule=start.rule if at == 0 else "",
            sureness=start.sureness,
        )
