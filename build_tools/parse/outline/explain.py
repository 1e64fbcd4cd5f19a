"""Why a line is what it is: the rule that decided, in the rule's own words."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from build_tools.errors import InputError
from build_tools.parse.outline.openings import NOT_IN_STORIES, OUTLINE_RULE
from build_tools.parse.outline.reasons import tell_reason
from build_tools.parse.outline.rows import format_numbers
from build_tools.parse.stories.roles import Opening, Plan, PlannedBlock, Role

MAX_QUOTED_CHARS = 40
"""How much of a line is quoted, in characters: what fits a terminal beside its place."""


def explain_line(plan: Plan, line_no: int, name: str) -> str:
    """Say which rules made line *line_no* what it is, for a person to read.

    Args:
        plan: of the page.
        line_no: from 1.
        name: of the text, as messages show it.

    Raises:
        InputError: the line is blank or not in the text.
    """
    for at, block in enumerate(plan.blocks):
        if any(line.line_no == line_no for line in block.lines):
            return "\n".join(_explain_block(plan.blocks, at, line_no, f"{name}:{line_no}")) + "\n"
    last = max((block.lines[-1].line_no for block in plan.blocks), default=0)
    if line_no < 1:
        problem = "there is no such line"
    elif line_no > last:
        problem = f"the text ends at line {last}"
    else:
        problem = "the line is blank"
    raise InputError(f"{name}:{line_no}", problem, "Name a line that has text on it.")


def _explain_block(
    blocks: Sequence[PlannedBlock], at: int, line_no: int, place: str
) -> Iterator[str]:
    block = blocks[at]
    line = next(line for line in block.lines if line.line_no == line_no)
    yield f"{place}: {_quote(line.text)}"
    yield ""
    yield f"{block.role} ({block.sureness}):"
    yield from tell_reason(block.rule)
    if block.rule != OUTLINE_RULE and any(other.rule == OUTLINE_RULE for other in blocks):
        yield "  outline.txt does not know this line."
    if len(block.lines) > 1 and block.rule != OUTLINE_RULE:
        numbers = format_numbers([line.line_no for line in block.lines])
        yield ""
        yield f"one paragraph with the lines {numbers}:"
        yield from tell_reason(_joint_rule(block))
    yield ""
    yield from _explain_story(blocks, at)


def _joint_rule(block: PlannedBlock) -> str:
    is_column = block.lines[-1].rule == "is_in_printed_column"
    return "continues_column" if is_column else "continues_paragraph"


def _explain_story(blocks: Sequence[PlannedBlock], at: int) -> Iterator[str]:
    if blocks[at].role in NOT_IN_STORIES:
        is_furniture = blocks[at].role is Role.FURNITURE
        yield "of the page: in no story" if is_furniture else "in no story, and on no page"
        return
    start = next((i for i in range(at, -1, -1) if blocks[i].opening is not Opening.NONE), None)
    if start is None:
        yield "in the first story of the page, which nothing opens"
        return
    opener = blocks[start]
    is_half = opener.opening is Opening.TURN
    what = "the rest of a story, which goes on" if is_half else "in the story that opens"
    line_no = opener.lines[0].line_no
    where = "here" if start == at else f"at line {line_no}, {_quote(_title(blocks, start))}"
    yield f"{what} {where} ({opener.sureness}):"
    yield from tell_reason(opener.start_rule)


def _title(blocks: Sequence[PlannedBlock], start: int) -> str:
    """Give the headline of the story that opens at *start*; without one, its first line."""
    behind = takewhile(lambda block: block.opening is Opening.NONE, islice(blocks, start + 1, None))
    heads = (block for block in (blocks[start], *behind) if block.role is Role.HEADLINE)
    return next(heads, blocks[start]).lines[0].text


def _quote(text: str) -> str:
    return text if len(text) <= MAX_QUOTED_CHARS else f"{text[:MAX_QUOTED_CHARS]}…"
