"""Annotated text and blocks: what is written reads back."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.publish.notation import (
    Block,
    NotatedWord,
    NotationError,
    escape,
    format_block,
    format_row,
    format_words,
    parse_blocks,
    parse_row,
    parse_words,
    unescape,
)

texts = st.text(
    st.one_of(st.sampled_from("\\()=~|:?/ {}ust\n\t\r\u2028\x85\ufeff报"), st.characters())
)
some_text = texts.filter(bool)
words = st.builds(
    NotatedWord, text=some_text, reading=st.just(None), alternatives=st.just(()), name=st.none()
) | st.builds(
    NotatedWord,
    text=some_text,
    reading=texts,
    alternatives=st.lists(texts, max_size=3).map(tuple),
    name=st.none() | some_text,
)
names = st.text("abcdefghij_", min_size=1)


@given(texts)
def test_escaped_text_reads_back_and_has_no_delimiter(text: str) -> None:
    escaped = escape(text)
    assert unescape(escaped) == text
    assert " " not in escaped
    assert escaped.isprintable() or not text.isprintable()
    assert len(escaped.splitlines()) <= 1


@given(st.lists(words, max_size=6))
def test_words_read_back(line: list[NotatedWord]) -> None:
    written = format_words(line)
    assert len(written.splitlines()) <= 1
    assert parse_words(written) == tuple(line)


@given(st.lists(texts, min_size=1, max_size=6))
def test_row_reads_back(cells: list[str]) -> None:
    row = format_row([escape(cell) for cell in cells])
    assert [unescape(cell) for cell in parse_row(row)] == cells


@given(
    kind=st.text("abcxyz", min_size=1),
    attributes=st.dictionaries(names, texts, max_size=4),
    lines=st.lists(st.lists(words, max_size=3).map(format_words), max_size=4),
)
def test_block_reads_back(kind: str, attributes: dict[str, str], lines: list[str]) -> None:
    block = Block(kind=kind, lines=tuple(lines), attributes=attributes)
    assert parse_blocks(format_block(block).split("\n")) == (block,)


@given(st.lists(texts, min_size=1, max_size=4))
def test_text_never_opens_or_closes_a_block(parts: list[str]) -> None:
    line = " ".join(map(escape, parts))
    lines = ("::: body", line, ":::")
    assert parse_blocks(lines) == (Block(kind="body", lines=(line,)),)


@given(texts)
def test_any_line_is_annotated_text_or_refused(line: str) -> None:
    try:
        parse_words(line)
    except NotationError as error:
        assert repr(line) in str(error)  # noqa: PT017 - only some lines are refused


def test_notation_reads_as_text() -> None:
    line = format_words(
        [
            NotatedWord("最高人民法院", "zuìgāo rénmín fǎyuàn"),
            NotatedWord("行", "xíng", ("háng", "hàng")),
            NotatedWord("李晗", "Lǐ Hán", (), "person"),
            NotatedWord("26.25"),
            NotatedWord("（"),
        ]
    )
    assert (
        line == "最高人民法院(zuìgāo rénmín fǎyuàn) 行(xíng?háng/hàng) 李晗(Lǐ Hán:person) 26.25 （"
    )


@pytest.mark.parametrize(
    "line", ["行(", "行)", "()", "(xíng)", " 行", "行  好", "行(a)(b)", "行(a)b", "\\"]
)
def test_line_that_is_no_annotated_text_is_refused(line: str) -> None:
    with pytest.raises(NotationError, match="not annotated text at column"):
        parse_words(line)


def test_lines_between_blocks_stay() -> None:
    lines = ["# 帮助", "", "::: body", "字", ":::", "::: Body", ":::"]
    assert parse_blocks(lines) == (
        "# 帮助",
        "",
        Block(kind="body", lines=("字",)),
        "::: Body",
        ":::",
    )


def test_block_that_is_never_closed_is_refused() -> None:
    with pytest.raises(NotationError, match="block is never closed: '::: body x=1'"):
        parse_blocks(["::: body x=1", "字"])


@pytest.mark.parametrize(
    "unit", ["行(", "行(a", "\\", "a ", "(", "?", "行(xíng) ", "\\(", "行(a?b/c:d) "]
)
def test_no_line_takes_long_to_read(unit: str) -> None:
    line = unit * (20_000 // len(unit))
    started = time.process_time()
    with suppress(NotationError):
        parse_words(line)
    unescape(escape(line))
    parse_blocks([line, "::: a " + line])
    assert time.process_time() - started < 1.0
