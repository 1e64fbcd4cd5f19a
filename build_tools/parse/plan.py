"""What every line of a page is to be, before stories are made of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from build_tools.parse.folders import Masthead
from build_tools.parse.lines.archive_titles import settle_titles
from build_tools.parse.lines.classify import classify_lines
from build_tools.parse.lines.column_blocks import part_column_blocks
from build_tools.parse.lines.columns import join_columns
from build_tools.parse.lines.furniture import find_furniture_rule
from build_tools.parse.lines.layout import measure_layout, read_printed_lines
from build_tools.parse.lines.line import Line, LineKind, printed_lines
from build_tools.parse.lines.link_lists import (
    list_headlines,
    settle_back_matter,
    settle_front_matter,
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
from build_tools.parse.stories.block_roles import FoundPage, plan_blocks
from build_tools.parse.stories.blocks import build_blocks
from build_tools.parse.stories.roles import Plan, PlannedBlock, Role
from build_tools.parse.stories.starts import find_starts
from build_tools.parse.stories.strays import house_strays

# In order: each sees what those before have settled. Poems and tables are told from what the
# neighbours left open, and what stands beside them once they are known.
LINE_PASSES: tuple[Callable[[Sequence[Line]], tuple[Line, ...]], ...] = (
    part_column_blocks,
    join_columns,
    settle_marks,
    settle_titles,
    settle_guide,
    settle_page,
    settle_page_list,
    settle_repeats,
    settle_menu,
    settle_lines,
    settle_runs,
    settle_lines,
    settle_bare_names,
    settle_front_matter,
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
    page = FoundPage(
        blocks=blocks,
        start_by_place={start.place: start for start in starts},
        inner=inner,
        layout=layout,
        listed=list_headlines(furniture),
    )
    planned = [
        *house_strays(tuple(plan_blocks(page))),
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
