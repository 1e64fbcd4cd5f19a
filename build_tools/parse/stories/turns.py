"""Stories that are turned to another page (下转, 上接): both halves are put together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.parse.lines.credits import is_turn
from build_tools.parse.lines.layout import FINISHED
from build_tools.parse.stories.roles import Opening, PlannedBlock, Role

_TURNED_ON = re.compile(
    r"[（(▲▼►★]{0,2}\s?(?:下转|下轉|转接|轉接|转第|轉第)([^（()）。，]{1,12})[）)]?$"
)
_TURNED_FROM = re.compile(
    r"[（(▲▼]{0,2}\s?(?:上接|紧接|緊接|接第)([^（()）。，《]{1,12})(?:《([^》]{1,40})》)?[^（()）]{0,6}[）)]"
)

Slice = tuple[PlannedBlock, ...]


def join_turned(slices: Sequence[Slice]) -> tuple[Slice, ...]:
    """Put every second half behind the first half it belongs to.

    The oldest story that was turned and not yet continued is taken, unless the second half
    names another headline. A second half without a first one stays a story of its own.

    Source: newspaper habit: （下转第四版） … （上接第一版）.
    """
    joined: list[Slice] = []
    turned: list[int] = []
    for blocks in slices:
        if blocks[0].opening is Opening.TURN and turned:
            first = _find_first_half(joined, turned, blocks)
            turned.remove(first)
            joined[first] = _join(joined[first], blocks)
            if _is_turned_on(joined[first]):
                turned.append(first)
            continue
        joined.append(blocks)
        if _is_turned_on(blocks):
            turned.append(len(joined) - 1)
    return tuple(joined)


def _find_first_half(joined: Sequence[Slice], turned: Sequence[int], second: Slice) -> int:
    note = _TURNED_FROM.match(second[0].text)
    named = note[2] if note else None
    if named:
        for at in turned:
            headline = "".join(b.text for b in joined[at] if b.role is Role.HEADLINE)
            if named in headline:
                return at
    return turned[0]


def _is_turned_on(blocks: Slice) -> bool:
    return any(_TURNED_ON.search(block.text[-30:]) for block in blocks[-2:])


def _join(first: Slice, second: Slice) -> Slice:
    """Join the halves; a paragraph cut at the turn is mended, the notes stand behind it."""
    before, notes = _take_notes(first)
    head, rest = second[0], second[1:]
    if is_turn(head.text) and rest:
        notes = (*notes, replace(head, opening=Opening.NONE))
        head, rest = rest[0], rest[1:]
    head = replace(head, opening=Opening.NONE)
    is_cut = (
        before
        and before[-1].role is head.role is Role.BODY
        and not is_turn(head.text)
        and _TURNED_ON.sub("", before[-1].text)[-1:] not in FINISHED
    )
    if is_cut:
        mended = replace(before[-1], lines=(*before[-1].lines, *head.lines), rule="join_turned")
        return (*before[:-1], mended, *notes, *rest)
    return (*before, *notes, head, *rest)


def _take_notes(blocks: Slice) -> tuple[Slice, Slice]:
    end = len(blocks)
    while end > 1 and blocks[end - 1].role is Role.NOTE and is_turn(blocks[end - 1].text):
        end -= 1
    return blocks[:end], blocks[end:]
