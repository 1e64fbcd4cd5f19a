"""The text of a story as HTML: paragraphs, poems in stanzas, rows of lists, notes at its end."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice

from markupsafe import Markup

from build_tools.model import ParagraphKind
from build_tools.publish.markup import element, join
from build_tools.publish.markup_words import (
    NotatedSentence,
    PageIds,
    join_texts,
    sentence_english,
    sentences,
    words,
)
from build_tools.publish.notation import Block, NotatedWord, NotationError

TEXT_KINDS = frozenset(map(str, ParagraphKind))
"""Kinds of blocks that hold the text of a story."""
MIN_COLUMNS, MAX_COLUMNS = 3, 8
"""How many cells make a row one of a table; name and value read well without columns."""
MAX_TABLE_CHARS = 20
"""How wide a table may be, in hanzi; a wider one fits no phone and reads better as rows."""

_WIDE = re.compile(r"[\N{IDEOGRAPHIC SPACE}\t]|\s{2}")

Lines = tuple[NotatedSentence, ...]
"""The sentences of a block: of a paragraph, a stanza, an entry of a list."""
Part = tuple[Block, Lines]
"""A block of text and its sentences."""


def story_text(parts: Sequence[Part], ids: PageIds) -> Markup:
    """Give the text of a story.

    Raises:
        NotationError: a block of another kind.
    """
    body, signature = _part_signature(parts)
    runs = [list(run) for _, run in groupby(body, key=lambda part: part[0].kind)]
    return join(
        (
            *(piece for run in runs for piece in _run(run, ids)),
            *(_paragraph(part, ids, "kb-note kb-sign") for part in signature),
        )
    )


def _part_signature(parts: Sequence[Part]) -> tuple[Sequence[Part], Sequence[Part]]:
    """Part the notes at the end, as who signs and when, from what stands before them."""
    end = len(parts)
    while end and parts[end - 1][0].kind == ParagraphKind.NOTE:
        end -= 1
    return (parts[:end], parts[end:]) if end else (parts, ())


def _run(run: Sequence[Part], ids: PageIds) -> Iterator[Markup]:
    """Give neighbouring blocks of one kind."""
    kind = run[0][0].kind
    if kind not in TEXT_KINDS:
        message = f"no such block: {kind!r}"
        raise NotationError(message)
    if kind == ParagraphKind.LIST:
        yield from _lists([lines for _, lines in run], ids)
        return
    for part in run:
        match kind:
            case ParagraphKind.SUBHEADING:
                yield _subheading(part, ids)
            case ParagraphKind.VERSE:
                yield _stanza(part, ids)
            case _:
                yield _paragraph(part, ids, f"kb-{kind}")


def _paragraph(part: Part, ids: PageIds, class_: str) -> Markup:
    return element("p", join(sentences(part[1], ids)), class_=class_)


def _subheading(part: Part, ids: PageIds) -> Markup:
    return join(
        element(
            "h2",
            element("span", words(line.words)),
            " ",
            sentence_english(line, class_="kb-en"),
            class_="kb-subheading",
            id=ids.give("h", line.text),
        )
        for line in part[1]
    )


def _stanza(part: Part, ids: PageIds) -> Markup:
    lines = (element("div", line) for line in sentences(part[1], ids))
    return element("div", *lines, class_="kb-verse")


def _lists(rows: Sequence[Lines], ids: PageIds) -> Iterator[Markup]:
    """Give rows as a list; those with as many cells as the row above or below in columns."""
    counts = [0, *map(_count_cells, rows), 0]
    columns = [
        count if count in {counts[place - 1], counts[place + 1]} else 0
        for place, count in enumerate(counts[1:-1], start=1)
    ]
    numbered = zip(columns, rows, strict=True)
    for count, numbered_run in groupby(numbered, key=lambda one: one[0]):
        run = [row for _, row in numbered_run]
        yield _list(run, count if count and _table_width(run) <= MAX_TABLE_CHARS else 0, ids)


def _list(rows: Sequence[Lines], columns: int, ids: PageIds) -> Markup:
    spoken = sentences(list(chain(*rows)), ids, show=_cells if columns else words)
    entries = (element("li", *islice(spoken, len(row))) for row in rows)
    class_ = f"kb-list kb-columns kb-columns-{columns}" if columns else "kb-list"
    return element("ul", *entries, class_=class_)


def _count_cells(row: Lines) -> int:
    """Count the cells of a row that could stand in a table; 0 for any other."""
    count = len(_part_cells(row[0].words)) if len(row) == 1 else 0
    return count if MIN_COLUMNS <= count <= MAX_COLUMNS else 0


def _table_width(rows: Sequence[Lines]) -> float:
    """Give how wide the columns of *rows* are together, in hanzi; gaps not counted."""
    table = [[_width(cell) for cell in _part_cells(row[0].words)] for row in rows]
    return sum((max(column) for column in zip(*table, strict=True)), start=0.0)


def _width(cell: Sequence[NotatedWord]) -> float:
    text = join_texts(cell).strip()
    return sum((0.5 if character.isascii() else 1.0 for character in text), start=0.0)


def _cells(notated: Sequence[NotatedWord]) -> Markup:
    return join(element("span", words(cell), class_="kb-cell") for cell in _part_cells(notated))


def _part_cells(notated: Sequence[NotatedWord]) -> list[list[NotatedWord]]:
    """Part words behind each wide gap, which stays with the cell before it.

    Source: newspaper habit: 名次　队名　胜　负　积分 - a list of names has single spaces.
    """
    cells: list[list[NotatedWord]] = [[]]
    for is_space, run in groupby(notated, key=lambda word: word.text.isspace()):
        piece = list(run)
        cells[-1] += piece
        if is_space and _WIDE.search("".join(word.text for word in piece)):
            cells.append([])
    return [cell for cell in cells if cell]
