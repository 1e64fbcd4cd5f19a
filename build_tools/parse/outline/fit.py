"""An edited outline against a text that may have changed since: the editor's word wins."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.parse.lines.line import Line
from build_tools.parse.outline.align import align_runs
from build_tools.parse.outline.gaps import longest_rising
from build_tools.parse.outline.openings import (
    LOST_START_RULE,
    NOT_IN_STORIES,
    OUTLINE_RULE,
    settle_headings,
    settle_openings,
)
from build_tools.parse.outline.rows import OutlineEntry, OutlineRun
from build_tools.parse.stories.roles import HEAD_ROLES, Opening, Plan, PlannedBlock, Role

_TEXT = frozenset((Role.BODY, Role.VERSE, Role.LIST))


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedPlan:
    """A plan by the editor's outline, and where the two no longer meet."""

    plan: Plan
    """What every line is to be."""
    misfits: tuple[OutlineRun, ...]
    """What the outline has and the text has no more."""
    newcomers: tuple[Line, ...]
    """Lines that the outline does not know; the rules decided them."""


def fit_outline(entries: Sequence[OutlineEntry], by_rules: Plan) -> FittedPlan:
    """Let *entries* overrule the rules.

    What the outline does not know stays as the rules have it. Every line of *by_rules* is in
    exactly one block of the plan, in the order of the lines, but for rows that an editor has
    moved: they follow the row that stands above them.

    Args:
        entries: in the order of the outline.
        by_rules: the plan of the same text by the rules alone.
    """
    lines = sorted(
        (line for block in by_rules.blocks for line in block.lines), key=lambda line: line.line_no
    )
    runs = [run for entry in entries for run in entry.runs]
    lines_by_run = align_runs(runs, lines)
    own = [[line for run in entry.runs for line in lines_by_run.get(run, ())] for entry in entries]
    rest = tuple(_leave_over(by_rules, entries, own))
    known = {line.line_no for run in lines_by_run.values() for line in run}
    blocks = settle_openings(_in_order(_make_blocks(entries, own), _find_placed(entries), rest))
    return FittedPlan(
        plan=Plan(blocks=tuple(settle_headings(blocks)), layout=by_rules.layout),
        misfits=tuple(run for run in runs if run not in lines_by_run),
        newcomers=tuple(line for line in lines if line.line_no not in known),
    )


def _leave_over(
    by_rules: Plan, entries: Sequence[OutlineEntry], own: Sequence[list[Line]]
) -> Iterator[PlannedBlock]:
    """Give the blocks of what the outline does not know, as the rules have them.

    What goes on with a paragraph of the outline is added to its lines in *own*.
    """
    owner_by_no = {line.line_no: at for at, lines in enumerate(own) for line in lines}
    in_stories = sorted(
        no for no, owner in owner_by_no.items() if entries[owner].role not in NOT_IN_STORIES
    )
    for block in by_rules.blocks:
        parts = groupby(block.lines, key=lambda line: line.line_no in owner_by_no)
        numbers = (line.line_no for line in block.lines)
        known = {owner_by_no[number] for number in numbers if number in owner_by_no}
        for new in [tuple(part) for is_known, part in parts if not is_known]:
            at = bisect_left(in_stories, new[0].line_no)
            beside = [owner_by_no[no] for no in in_stories[max(0, at - 1) : at + 1]]
            paragraph = _find_paragraph(block, entries, known, beside)
            if paragraph is not None:
                own[paragraph].extend(new)
            elif new[0] is block.lines[0]:
                yield replace(block, lines=new)
            else:
                # Only the beginning of a block can open what the block opened.
                yield replace(block, lines=new, opening=Opening.NONE, start_rule="")


def _find_paragraph(
    block: PlannedBlock,
    entries: Sequence[OutlineEntry],
    known: Collection[int],
    beside: Sequence[int],
) -> int | None:
    """Give the entry that new lines of *block* go on with.

    `None` where an editor had parted the paragraph, or made something else of it.

    Args:
        block: of the rules.
        entries: of the outline.
        known: entries that hold other lines of *block*.
        beside: entries that hold the next lines above and below.
    """
    if len(known) == 1 and block.role not in HEAD_ROLES:
        (entry,) = known
        return entry if entries[entry].role is block.role else None
    is_inside = len(beside) == 2 and beside[0] == beside[1]  # noqa: PLR2004 - above and below
    if known or block.opening is not Opening.NONE or not is_inside:
        return None
    return beside[0] if {block.role, entries[beside[0]].role} <= _TEXT else None


def _make_blocks(
    entries: Sequence[OutlineEntry], own: Sequence[Sequence[Line]]
) -> Iterator[PlannedBlock | None]:
    """Give a block for each entry; `None` for what is gone from the text.

    A story whose first block is gone, or stands in no story, opens at its next.
    """
    pending = Opening.NONE
    for entry, lines in zip(entries, own, strict=True):
        is_later = entry.opening is Opening.NONE and pending is not Opening.NONE
        pending = pending if is_later else entry.opening
        if not lines:
            yield None
            continue
        opens = pending is not Opening.NONE and entry.role not in NOT_IN_STORIES
        start_rule = LOST_START_RULE if is_later else OUTLINE_RULE
        yield PlannedBlock(
            role=entry.role,
            lines=tuple(sorted(lines, key=lambda line: line.line_no)),
            rule=OUTLINE_RULE,
            opening=pending if opens else Opening.NONE,
            start_rule=start_rule if opens else "",
        )
        if opens:
            pending = Opening.NONE


def _find_placed(entries: Sequence[OutlineEntry]) -> frozenset[int]:
    """Give the entries that stand in the order of their lines; an editor has moved the others."""
    placed = longest_rising([(at, entry.runs[0].first_line) for at, entry in enumerate(entries)])
    return frozenset(at for at, _ in placed)


def _in_order(
    known: Iterable[PlannedBlock | None], placed: Collection[int], rest: Iterable[PlannedBlock]
) -> list[PlannedBlock]:
    """Put all blocks in the order of their lines, those that were moved beside their new row.

    That is the row above; at the head of the outline, the first row that was not moved.
    """
    groups = [(block.lines[0].line_no, [block]) for block in rest]
    group: list[PlannedBlock] = []
    is_head = True
    for at, block in enumerate(known):
        if block is None:
            continue
        if at in placed:
            group = [*group, block] if is_head else [block]
            groups.append((block.lines[0].line_no, group))
            is_head = False
        else:
            group.append(block)
    if is_head:
        # All that stood in order is gone from the text.
        groups += [(block.lines[0].line_no, [block]) for block in group]
    groups.sort(key=lambda group: group[0])
    return [block for _, group in groups for block in group]
