"""The characters of a printed page as paragraphs, column by column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.parse.source.page_order import Box, order_boxes

MAX_CHAR_GAP_EM = 0.8
"""Widest white inside a line. Higher joins the lines of two columns."""
MIN_SPACE_EM = 0.4
"""Narrowest white that is a space; justified lines have less between their hanzi."""
MIN_LATIN_SPACE_EM = 0.15
"""The same between two Latin letters."""
MAX_LINE_GAP_EM = 1.3
"""Widest white between two lines of a block."""
MAX_SIZE_RATIO = 1.25
"""Up to here two lines are set in one size: Latin faces are taller than Song at the same size."""
MAX_SHORT_EM = 1.6
"""How far a full line may end before its column does: a mark may not open the next line."""
MIN_INDENT_EM = 0.8
"""Least indent of a paragraph's first line."""
_INDENTS = ("\N{IDEOGRAPHIC SPACE}", "\N{NO-BREAK SPACE}", " ")
_VERSE_ENDS = "，。；！？,;!?"
_PARTED = re.compile(r"[\u2e80-\u9fff]\s+[\u2e80-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One character, or several in a line, and where they stand."""

    text: str
    """``桥``."""
    box: Box
    """Its line height is its own height."""


def read_page(characters: Iterable[Printed]) -> tuple[str, ...]:
    """Give the paragraphs and headings of a page, in reading order.

    Args:
        characters: in the order of the file, which need not be that of reading.
    """
    lines = _merge_rows(_join_runs(characters))
    blocks = _stack(lines)
    order = order_boxes([_enclose(block) for block in blocks])
    return tuple(text for place in order for text in _split_paragraphs(blocks[place]))


def _join_runs(characters: Iterable[Printed]) -> Iterator[Printed]:
    """Join characters that follow each other in the file and on the page."""
    line: Printed | None = None
    for character in characters:
        if line is not None and _is_next_in_line(line.box, character.box):
            line = _join(line, character)
            continue
        if line is not None:
            yield line
        line = character
    if line is not None:
        yield line


def _is_next_in_line(before: Box, box: Box) -> bool:
    em = max(before.line_height, box.line_height)
    gap = box.left - before.right
    return _is_same_row(before, box) and -em / 2 < gap < MAX_CHAR_GAP_EM * em


def _is_same_row(one: Box, other: Box) -> bool:
    return abs(one.middle - other.middle) < min(one.line_height, other.line_height) / 2


def _join(before: Printed, after: Printed) -> Printed:
    em = max(before.box.line_height, after.box.line_height)
    is_latin = before.text[-1].isascii() and after.text[0].isascii()
    gap = after.box.left - before.box.right
    space = " " if gap > em * (MIN_LATIN_SPACE_EM if is_latin else MIN_SPACE_EM) else ""
    return Printed(text=f"{before.text}{space}{after.text}", box=_surround((before.box, after.box)))


def _surround(boxes: Sequence[Box]) -> Box:
    return Box(
        left=min(box.left for box in boxes),
        right=max(box.right for box in boxes),
        bottom=min(box.bottom for box in boxes),
        top=max(box.top for box in boxes),
        line_height=max(box.line_height for box in boxes),
    )


def _merge_rows(runs: Iterable[Printed]) -> list[Printed]:
    """Join runs of one line that the file has apart, such as figures in a face of their own."""
    rows: list[list[Printed]] = []
    for run in sorted(runs, key=lambda run: -run.box.middle):
        if rows and _is_same_row(rows[-1][0].box, run.box):
            rows[-1].append(run)
        else:
            rows.append([run])
    merged: list[Printed] = []
    for row in rows:
        row.sort(key=lambda run: run.box.left)
        merged.append(row[0])
        for run in row[1:]:
            if _is_next_in_line(merged[-1].box, run.box):
                merged[-1] = _join(merged[-1], run)
            else:
                merged.append(run)
    return merged


def _stack(lines: Iterable[Printed]) -> list[list[Printed]]:
    """Group lines that stand under each other in one size.

    A line that could go on two blocks goes on neither: it stands under two columns.
    """
    blocks: list[list[Printed]] = []
    for line in sorted(lines, key=lambda line: -line.box.middle):
        above = [block for block in blocks if _is_under(block[-1].box, line.box)]
        if len(above) == 1:
            above[0].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_under(above: Box, box: Box) -> bool:
    em = max(above.line_height, box.line_height)
    overlap = min(above.right, box.right) - max(above.left, box.left)
    return (
        -em / 2 < above.bottom - box.top < MAX_LINE_GAP_EM * em
        and above.middle > box.middle
        and overlap > min(above.width, box.width) / 2
        and em <= MAX_SIZE_RATIO * min(above.line_height, box.line_height)
    )


def _enclose(block: Sequence[Printed]) -> Box:
    return _surround([line.box for line in block])


def _split_paragraphs(block: Sequence[Printed]) -> Iterator[str]:
    """Join the lines of each paragraph."""
    column = _enclose(block)
    is_by_line = _is_verse(block) or _is_list(block)
    paragraph = block[0].text
    for above, line in pairwise(block):
        if is_by_line or not _continues(above, line, column):
            yield paragraph
            paragraph = line.text
        else:
            is_latin = above.text[-1].isalnum() and above.text[-1].isascii()
            paragraph += f" {line.text}" if is_latin and line.text[0].isascii() else line.text
    yield paragraph


def _is_verse(block: Sequence[Printed]) -> bool:
    """Whether every line ends in a mark: lines of one length may be verse, not full lines."""
    return len(block) > 1 and all(line.text.rstrip()[-1:] in _VERSE_ENDS for line in block)


def _is_list(block: Sequence[Printed]) -> bool:
    """Whether every line is parted by a space between hanzi: names with their villages."""
    return len(block) > 1 and all(_PARTED.search(line.text.strip()) for line in block)


def _continues(above: Printed, line: Printed, column: Box) -> bool:
    em = column.line_height
    is_full = column.right - above.box.right < MAX_SHORT_EM * em
    is_indented = line.text.startswith(_INDENTS) or line.box.left - column.left > MIN_INDENT_EM * em
    return is_full and not is_indented
