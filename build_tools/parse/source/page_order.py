"""The order in which the parts of a printed page are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

MIN_GUTTER_EM = 0.6
"""Narrowest white between two columns, in heights of a line. Higher joins narrow columns, lower
cuts a column at its word spaces."""

MAX_TOUCH_EM = 0.2
"""How far boxes above each other may overlap, in heights of a line."""
MAX_EDGE_EM = 1.3
"""Highest piece of a page's head or foot, in heights of a line of the text: one line."""
MAX_DEPTH = 50
"""Most bands and columns inside each other; a newspaper page has five."""
MIN_EDGE_BOXES = 2
"""Fewest pieces of a page's head or foot; one alone is read right anyhow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where something is printed, in points from the lower left corner of the page."""

    left: float
    """``40.0``."""
    right: float
    """``160.0``."""
    bottom: float
    """``700.0``."""
    top: float
    """``712.0``: higher up is more."""
    line_height: float
    """Of its lines: ``12.0``."""

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half way up."""
        return (self.top + self.bottom) / 2

    def is_beside(self, other: "Box") -> bool:
        """Whether both share a row, or a part of one."""
        touch = MAX_TOUCH_EM * self.line_height
        return self.bottom + touch < other.top and other.bottom + touch < self.top


def order_boxes(boxes: Sequence[Box]) -> tuple[int, ...]:
    """Give the places of *boxes* in reading order.

    What spans several columns, a headline or a banner, parts the page into bands, read from
    the top. White from top to bottom parts columns, which are read from left to right.
    Wrong for pages set in vertical lines, for tables, and where columns turn around each
    other like a pinwheel; those keep the order from the top.

    Source: newspaper habit: text runs down a column and goes on at the head of the next.
    """
    if not boxes:
        return ()
    from_top = sorted(range(len(boxes)), key=lambda place: -boxes[place].middle)
    body_height = max(boxes, key=lambda box: box.top - box.bottom).line_height
    head = _find_edge(boxes, from_top, body_height)
    below = [place for place in from_top if place not in head]
    foot = _find_edge(boxes, below[::-1], body_height)
    return (*head, *_order(boxes, [place for place in below if place not in foot], 0), *foot)


def _find_edge(
    boxes: Sequence[Box], from_edge: Sequence[int], body_height: float
) -> tuple[int, ...]:
    """Find the line of page number, paper and date at the edge of a page, from the left.

    Wrong where several stories open with a small kicker each at the same height, and no such
    line stands above them.

    Source: newspaper habit (报眉): pieces of one row, none larger than the text.
    """
    if not from_edge:
        return ()
    edge = boxes[from_edge[0]]
    row = [place for place in from_edge if boxes[place].is_beside(edge)]
    is_small = all(
        boxes[place].top - boxes[place].bottom <= MAX_EDGE_EM * body_height for place in row
    )
    if len(row) < MIN_EDGE_BOXES or len(row) == len(from_edge) or not is_small:
        return ()
    return tuple(sorted(row, key=lambda place: boxes[place].left))


def _order(boxes: Sequence[Box], places: Sequence[int], depth: int) -> list[int]:
    from_top = sorted(places, key=lambda place: (-boxes[place].middle, boxes[place].left))
    if len(places) <= 1 or depth == MAX_DEPTH:
        return from_top
    if centred := _find_centred(boxes, places):
        return _order_bands(boxes, from_top, centred, depth)
    columns = _split_columns(boxes, places)
    if len(columns) > 1:
        return [place for column in columns for place in _order(boxes, column, depth + 1)]
    if spanning := _find_spanning(boxes, places):
        return _order_bands(boxes, from_top, spanning, depth)
    return from_top


def _find_centred(boxes: Sequence[Box], places: Sequence[int]) -> frozenset[int]:
    """Find what stands alone in its row in the middle of the columns, and so over all of them.

    Source: newspaper habit: a headline shorter than its story's columns is centred over them,
    a page number under them.
    """
    left = min(boxes[place].left for place in places)
    right = max(boxes[place].right for place in places)
    found: set[int] = set()
    foot = float("inf")
    from_top = sorted(places, key=lambda place: -boxes[place].top)
    next_tops = [boxes[place].top for place in from_top[1:]]
    for place, next_top in zip(from_top, (*next_tops, float("-inf")), strict=True):
        box = boxes[place]
        touch = MAX_TOUCH_EM * box.line_height
        is_alone = foot > box.top - touch and next_top < box.bottom + touch
        if is_alone and abs((box.left + box.right) - (left + right)) < 2 * box.line_height:
            found.add(place)
        foot = min(foot, box.bottom)
    return frozenset(found)


def _split_columns(boxes: Sequence[Box], places: Sequence[int]) -> list[list[int]]:
    """Part *places* where no box stands over the white between them."""
    columns: list[list[int]] = []
    reach = float("-inf")
    for place in sorted(places, key=lambda place: boxes[place].left):
        box = boxes[place]
        if not columns or box.left - reach > MIN_GUTTER_EM * box.line_height:
            columns.append([])
        columns[-1].append(place)
        reach = max(reach, box.right)
    return columns


def _find_spanning(boxes: Sequence[Box], places: Sequence[int]) -> frozenset[int]:
    """Find the widest boxes that, taken away, leave columns; none where there is one column."""
    by_width = sorted(places, key=lambda place: boxes[place].width, reverse=True)
    for count in range(1, len(by_width) - 1):
        if len(_split_columns(boxes, by_width[count:])) > 1:
            return frozenset(by_width[:count])
    return frozenset()


def _order_bands(
    boxes: Sequence[Box], from_top: Sequence[int], spanning: frozenset[int], depth: int
) -> list[int]:
    ordered: list[int] = []
    for is_spanning, band in groupby(from_top, key=spanning.__contains__):
        places = list(band)
        ordered += places if is_spanning else _order(boxes, places, depth + 1)
    return ordered
