"""The text of a story as HTML: poems, lists, notes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model import ParagraphKind
from build_tools.publish.markup_text import MAX_COLUMNS, MAX_TABLE_CHARS, story_text
from build_tools.publish.markup_words import PageIds, parse_sentences
from build_tools.publish.notation import Block, NotatedWord, NotationError, format_words
from tests.publish.test_markup import TextReader


def _block(kind: str, *lines: str) -> Block:
    return Block(kind=kind, lines=lines)


def _show(*blocks: Block) -> str:
    return story_text([(block, parse_sentences(block.lines)) for block in blocks], PageIds())


def _row(text: str) -> Block:
    """Give a row of a list; wide gaps and figures stand as words of their own."""
    pieces = re.findall(r"\u3000|\s|[^\s]+", text)
    return _block("list", format_words(NotatedWord(piece) for piece in pieces))


def _classes(html: str) -> list[str]:
    return re.findall(r'class="([^"]+)"', html)


def test_every_kind_of_paragraph_has_its_markup() -> None:
    for kind in ParagraphKind:
        html = _show(_block(str(kind), "走喽(zǒulou) ！"), _block("body", "好(hǎo) 。"))
        assert f'class="kb-{kind}"' in html


def test_other_blocks_are_no_text() -> None:
    with pytest.raises(NotationError, match="no such block: 'sidebar'"):
        _show(_block("sidebar"))


def test_each_line_of_a_stanza_is_a_line_with_its_english() -> None:
    html = _show(_block("verse", "渡口(dùkǒu) ，", "= The ferry,", "河(hé) 。"))
    assert html.count('<div class="kb-verse"><div>') == 1
    assert html.count("<div>") == 2
    first, second = html.split("</div><div>")
    assert "The ferry," in first
    assert "no English yet" in second


def test_notes_at_the_end_sign_the_story_and_others_do_not() -> None:
    html = _show(
        _block("note", "编者按(biānzhě'àn)"),
        _block("body", "走(zǒu) 。"),
        _block("note", "江月(Jiāng Yuè:person)"),
        _block("note", "2024 年(nián)"),
    )
    assert [one for one in _classes(html) if "note" in one] == [
        "kb-note",
        "kb-note kb-sign",
        "kb-note kb-sign",
    ]


def test_story_of_notes_alone_is_signed_by_none_of_them() -> None:
    assert "kb-sign" not in _show(_block("note", "走(zǒu) 。"), _block("note", "好(hǎo) 。"))


def test_neighbouring_rows_are_one_list() -> None:
    html = _show(
        _row("今天：多云"), _row("明天：小雨"), _block("body", "好(hǎo)"), _row("后天：晴")
    )
    assert html.count('<ul class="kb-list">') == 2
    assert html.count("<li>") == 3


def test_missing_english_is_told_once_a_list() -> None:
    assert _show(_row("今天：多云"), _row("明天：小雨")).count("no English yet") == 1


def test_rows_with_as_many_cells_stand_in_columns() -> None:
    html = _show(
        _row("名次　队名　胜"),
        _row("1　码头队　3"),
        _row("2　县医院　2"),
        _row("（胜一场积2分）"),
    )
    assert _classes(html)[0] == "kb-list kb-columns kb-columns-3"
    assert html.count('class="kb-cell"') == 9
    assert html.count('<ul class="kb-list">') == 1
    assert TextReader(html.replace("暂无英文", "")).text.startswith("名次　队名　胜")


@pytest.mark.parametrize(
    "rows",
    [
        ["名次　队名　胜", "1　码头队　3　0"],  # as many cells as no neighbour
        ["花样新奇　定价克己", "零剪批发　一律欢迎"],  # name and value
        ["柳成荫 田野青 岑溪", "马小骏 云开 辛勤"],  # names with single spaces between
        ["男子一百米自由泳　金　方楚五十二秒　银　宋一苇五十三秒"] * 2,  # no phone has room
        ["　".join("一" * (MAX_COLUMNS + 1))] * 2,
    ],
)
def test_other_rows_stand_as_they_were_printed(rows: list[str]) -> None:
    html = _show(*map(_row, rows))
    assert "kb-columns" not in html
    assert all(row in TextReader(html).text for row in rows)


def test_figures_and_letters_take_half_the_room_of_a_table() -> None:
    wide = "1" * (MAX_TABLE_CHARS * 2 - 4)
    assert "kb-columns" in _show(*[_row(f"{wide}　2　3")] * 2)
    assert "kb-columns" not in _show(*[_row(f"{wide}000　2　3")] * 2)


@given(st.lists(st.text("一二　 1\t", min_size=1), min_size=1))
def test_no_row_loses_a_character(rows: list[str]) -> None:
    html = _show(*map(_row, rows))
    shown = re.sub(r'<span class="kb-en.*?</span></span>', "", html)
    assert TextReader(shown).text == "".join(rows)
