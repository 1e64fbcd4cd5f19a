"""Names and words set wide, in text and on their cards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.wide_words import part_wide
from build_tools.publish.notation import NotatedWord, format_words
from tests.notated import all_words, annotate

NAMES = frozenset(("李晗", "尹川"))
WORDS = frozenset(("讣告", "市长", "胜负", "过河"))


def _wide(text: str) -> list[str]:
    return list(part_wide(text, NAMES.__contains__, WORDS.__contains__))[1::2]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("讣　告", ["讣　告"]),
        ("过　河（小说）", ["过　河"]),
        ("市　长　　章可亭", ["市　长"]),
        ("本报记者　尹　川摄", ["尹　川"]),
        ("本报记者 尹 川 摄", ["尹 川"]),
        ("记者李\u00a0晗报道", ["李\u00a0晗"]),
        ("李　晗　尹　川", ["李　晗", "尹　川"]),
    ],
)
def test_word_set_wide_is_found(text: str, wide: list[str]) -> None:
    assert _wide(text) == wide


@pytest.mark.parametrize(
    "text",
    [
        "名次　队名　胜　负　积分",  # the head of a table: two cells
        "下雨讣　告别",  # parts of other words
        "李　　　晗",  # too far apart
        "讣\n告别",
        "李晗",
        "",
    ],
)
def test_what_stands_apart_for_another_reason_is_left_alone(text: str) -> None:
    assert _wide(text) == []


@given(st.text("讣告李晗　 a。"))
def test_pieces_join_to_the_text(text: str) -> None:
    pieces = list(part_wide(text, NAMES.__contains__, WORDS.__contains__))
    assert "".join(pieces) == text
    assert len(pieces) % 2


def _notated(text: str, lexicon: Lexicon) -> list[str]:
    return [
        format_words(
            [
                NotatedWord(
                    word.text,
                    word.reading.spelling if word.reading else None,
                    (),
                    str(word.name.kind) if word.name else None,
                )
            ]
        )
        for word in all_words(annotate(text, lexicon))
    ]


def test_two_characters_of_a_headline_are_one_word(lexicon: Lexicon) -> None:
    text = "更　正\n□本报记者 江月\n昨天的报道写错了一个字。\n"
    words = [word for word in all_words(annotate(text, lexicon)) if word.text == "更　正"]
    assert [word.reading and word.reading.spelling for word in words] == ["gēngzhèng"]
    assert words[0].entries[0].simplified == "更正"


def test_photographer_set_wide_is_one_name(lexicon: Lexicon) -> None:
    text = "放学\n孩子们排队走过斑马线。\n本报记者　尹　川 摄\n"
    assert r"尹\u{3000}川(Yǐn Chuān:person)" in _notated(text, lexicon)


def test_name_is_counted_once_however_it_is_set(lexicon: Lexicon) -> None:
    text = "桥修好了\n□本报记者 李　晗\n老桥通车了，李晗去看了看。（摄影　李　晗）\n"
    (story,) = annotate(text, lexicon).stories
    assert [(row.word.text, row.count) for row in story.names] == [("李晗", 3)]
