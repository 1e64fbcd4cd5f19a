"""The outline of a page as plain text: one row a block, to be read and edited."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from build_tools.errors import IssueFolderError
from build_tools.parse.outline.rows import (
    WORD_BY_OPENING,
    OutlineEntry,
    OutlineRun,
    format_row,
    parse_row,
)
from build_tools.parse.stories.roles import Opening, Plan, PlannedBlock

HEADER = """\
# The split of {name}, one row a block: what it is, its lines, how they begin.
# To correct it, save it beside the text as outline.txt ('kanbao outline ISSUE --save')
# and edit it there: it then stands, whatever the rules say.
#
#   story                 the block below opens a story. Take the row out to join two stories,
#                         put one in to part a story. Move rows below those of another story
#                         to make them a part of it. 'turned' opens the rest of a story.
#   headline 9  …         what line 9 is. Change the word to what is right:
#                         section kicker headline deck byline body subheading caption credit
#                         verse list note, furniture (of the page), unplaced (on no page)
#   body 11+13  … | …     one paragraph of two lines; 15-18 are four. Write a row for each
#                         to part them, one row for all to join them.
#   # sure: is_byline     how sure, and the rule: 'kanbao outline ISSUE --explain 9' says why
"""

_NEW_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedOutline:
    """An outline as an editor left it."""

    name: str
    """As messages show it: ``sample/outline.txt``."""
    entries: tuple[OutlineEntry, ...]
    """In its order; never empty."""


def format_outline(plan: Plan, name: str, misfits: Sequence[OutlineRun] = ()) -> str:
    """Write *plan* for a person: one line a block with its lines, beginnings and sureness.

    Args:
        plan: of a page.
        name: of the text, as messages show it.
        misfits: of the outline that made the plan; they stand below as comments.
    """
    rows = "".join((*_rows(plan.blocks), *_gone(misfits)))
    return f"{HEADER.format(name=name)}\n{rows.lstrip()}"


def _rows(blocks: Iterable[PlannedBlock]) -> Iterator[str]:
    for block in blocks:
        if block.opening is not Opening.NONE:
            yield f"\n{WORD_BY_OPENING[block.opening]}  # {block.sureness}: {block.start_rule}\n"
        yield f"{format_row(block)}\n"


def _gone(misfits: Sequence[OutlineRun]) -> Iterator[str]:
    if misfits:
        yield "\n# The text has these no more:\n"
    for run in misfits:
        yield f"#   {run.excerpt}\n"


def load_outline(path: Path | None) -> EditedOutline | None:
    """Read the outline at *path*; without a file there is none.

    Raises:
        IssueFolderError: it cannot be read, or is not as it must be.
    """
    if path is None:
        return None
    shown = f"{path.parent.name}/{path.name}"
    try:
        content = path.read_bytes()
    except OSError as err:
        problem = f"cannot be read ({err.strerror})"
        raise IssueFolderError(shown, problem, "Check its permissions.") from err
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        line_no = content.count(b"\n", 0, err.start) + 1
        problem = "is not UTF-8 text"
        raise IssueFolderError(f"{shown}:{line_no}", problem, "Save it as UTF-8.") from err
    return parse_outline(text, shown)


def parse_outline(text: str, shown: str) -> EditedOutline:
    """Read an outline as an editor left it.

    Args:
        text: of ``outline.txt``.
        shown: its name in messages.

    Raises:
        IssueFolderError: it has no block, a row is none, its kind is unknown, or a line of the
            text stands in two blocks.
    """
    opening_by_word = {word: opening for opening, word in WORD_BY_OPENING.items()}
    entries: list[OutlineEntry] = []
    opening = Opening.NONE
    for place, raw in enumerate(_NEW_LINE.split(text), start=1):
        row = raw.partition("#")[0].strip()
        if not row:
            continue
        if row.lower() in opening_by_word:
            opening = opening_by_word[row.lower()]
            continue
        entries.append(parse_row(row, f"{shown}:{place}", place, opening))
        opening = Opening.NONE
    if not entries:
        problem = "holds no block"
        raise IssueFolderError(shown, problem, "Take it away, then 'kanbao outline ISSUE --save'.")
    _refuse_doubled((run for entry in entries for run in entry.runs), shown)
    return EditedOutline(name=shown, entries=tuple(entries))


def _refuse_doubled(runs: Iterable[OutlineRun], shown: str) -> None:
    """Stop before a line of the text that stands in two rows."""
    in_order = sorted(runs, key=lambda run: run.first_line)
    for before, run in pairwise(in_order):
        if run.first_line <= before.last_line:
            upper, lower = sorted((before.place, run.place))
            problem = f"line {run.first_line} of the text stands in line {upper} too"
            raise IssueFolderError(f"{shown}:{lower}", problem, "Leave it in one of them.")
