"""Pages drawn as letters: each letter is a block, and the order in which they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.parse.source.page_order import Box, order_boxes

EM = 10.0


def _order(page: str) -> str:
    """Read a drawing: one character is as wide and as high as a line of type."""
    rows = page.strip("\n").split("\n")
    cells = [
        (letter, x * EM, -y * EM)
        for y, row in enumerate(rows)
        for x, letter in enumerate(row)
        if letter != " "
    ]
    # Against the alphabet, so that no order comes out right by itself.
    letters = sorted({letter for letter, _, _ in cells}, reverse=True)
    boxes = [_surround([(x, y) for name, x, y in cells if name == letter]) for letter in letters]
    return "".join(letters[place] for place in order_boxes(boxes))


def _surround(cells: list[tuple[float, float]]) -> Box:
    lefts, tops = zip(*cells, strict=True)
    return Box(
        left=min(lefts),
        right=max(lefts) + EM,
        bottom=min(tops) - EM,
        top=max(tops),
        line_height=EM,
    )


@pytest.mark.parametrize(
    ("page", "order"),
    [
        pytest.param("AAA\n\nBBB\n\nCCC", "ABC", id="one-column"),
        pytest.param("AAA BBB CCC\nAAA BBB CCC\nAAA BBB", "ABC", id="three-columns"),
        pytest.param("AA CC\nAA CC\n     \nBB DD\nBB DD", "ABCD", id="columns-of-paragraphs"),
        pytest.param("AAAAAAA\n\nBBB CCC\nBBB CCC", "ABC", id="headline-over-two-columns"),
        pytest.param("    AAA\n\nBBB CCC DDD\nBBB CCC DDD", "ABCD", id="short-headline-is-centred"),
        pytest.param(
            "AAAAAAA EEE\n\nBBB CCC EEE\nBBB CCC EEE\nBBB CCC EEE", "ABCE", id="story-beside"
        ),
        pytest.param(
            "AAAAAAA\n\nBBB CCC\nBBB CCC\n\nDDDDDDD\n\nEEE FFF\nEEE FFF", "ABCDEF", id="two-bands"
        ),
        pytest.param(
            "AAAAAAA FFF\nBBB CCC FFF\nBBB CCC FFF\n        FFF\nDDDDDDDDDDD\n\nEEE GGG HHH",
            "ABCFDEGH",
            id="banner-under-two-stories",
        ),
        pytest.param(
            "A    B    C\n\nDDD EEE FFF\nDDD EEE FFF\nDDD EEE FFF", "ABCDEF", id="head-of-page"
        ),
        pytest.param(
            "AAA BBB CCC\nAAA BBB CCC\nAAA BBB CCC\n\n     D", "ABCD", id="page-number-at-foot"
        ),
        pytest.param("AAA BBB\nAAA BBB\nAAA BBB\n\nC     D", "ABCD", id="two-pieces-at-the-foot"),
        pytest.param("AAA\n    BBB\nCCC", "ACB", id="staircase"),
    ],
)
def test_page_is_read_as_a_reader_does(page: str, order: str) -> None:
    assert _order(page) == order


def test_page_without_text_has_no_order() -> None:
    assert order_boxes([]) == ()


numbers = st.floats(0, 800, width=32)
boxes = st.builds(
    lambda left, bottom, width, lines, height: Box(
        left=left,
        right=left + width,
        bottom=bottom,
        top=bottom + lines * height,
        line_height=height,
    ),
    numbers,
    numbers,
    numbers,
    st.integers(1, 20),
    st.floats(0, 40, width=32),
)


@given(st.lists(boxes, max_size=25))
def test_every_box_has_one_place_on_any_page(page: list[Box]) -> None:
    assert sorted(order_boxes(page)) == list(range(len(page)))


def test_pages_nested_without_end_are_ordered() -> None:
    """A box to the left, one below the rest, and so on: each parts the page once more."""
    page = [
        Box(left=n * 20, right=n * 20 + 10, bottom=n * 20, top=30_000, line_height=10)
        if n % 2
        else Box(left=n * 20, right=60_000, bottom=n * 20, top=n * 20 + 10, line_height=10)
        for n in range(1200)
    ]
    assert sorted(order_boxes(page)) == list(range(1200))
