from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.difficulty import (
    MAX_KEY_WORDS,
    choose_key_words,
    is_counted,
    measure_difficulty,
)
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotation import GlossaryEntry, GlossaryRow, Name, NameKind, Word, WordKind
from build_tools.lexicon.levels import LEVELS
from tests.notated import annotate

ENTRY = GlossaryEntry(simplified="", traditional="", pinyin="", senses=("x",), source="test")
EASY = {"回": "1", "家": "1", "水": "1"}
PERSON = Name(kind=NameKind.PERSON, note="")


def _word(
    text: str,
    level: str | None = None,
    *,
    kind: WordKind = WordKind.HAN,
    name: Name | None = None,
) -> Word:
    return Word(text=text, kind=kind, reading=None, entries=(ENTRY,), level=level, name=name)


def _row(text: str, level: str | None, count: int = 1) -> GlossaryRow:
    return GlossaryRow(word=_word(text, level), count=count)


def test_coverage_adds_up_over_the_levels() -> None:
    words = [_word("水", "1"), _word("果园", "3"), _word("榆树", None), _word("执行", "3")]
    coverage = dict(measure_difficulty(words).coverage_by_level)
    assert (coverage["1"], coverage["2"], coverage["3"], coverage["7–9"]) == (
        0.25,
        0.25,
        0.75,
        0.75,
    )


def test_names_figures_and_numerals_are_not_counted() -> None:
    uncounted = [
        _word("单春梅", name=PERSON),
        _word("26.25", kind=WordKind.NUMBER),
        _word("GDP", kind=WordKind.LATIN),
        _word("。", kind=WordKind.PUNCTUATION),
        _word("三百", "1"),
    ]
    assert not any(map(is_counted, uncounted))
    assert dict(measure_difficulty([_word("水", "1"), *uncounted]).coverage_by_level)["1"] == 1.0


def test_length_counts_hanzi_names_included() -> None:
    assert measure_difficulty([_word("单春梅", name=PERSON), _word("T恤"), _word("，")]).hanzi == 4


def test_story_without_words_is_covered_by_nothing() -> None:
    assert set(dict(measure_difficulty([]).coverage_by_level).values()) == {0.0}


@given(st.lists(st.sampled_from((*LEVELS, None))))
def test_coverage_never_falls_and_stays_a_share(levels: list[str | None]) -> None:
    words = [_word("水", level) for level in levels]
    coverage = measure_difficulty(words).coverage_by_level
    shares = [share for _, share in coverage]
    assert [level for level, _ in coverage] == list(LEVELS)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_key_words_are_what_a_reader_of_the_fourth_level_cannot_know() -> None:
    rows = (
        _row("桥", None, 9),  # a single character is left to the glossary
        _row("我们", "1", 9),
        _row("破解", "7–9", 1),
        _row("执行", "5", 2),
        GlossaryRow(
            word=Word(
                text="榆川", kind=WordKind.HAN, reading=None, entries=(), level=None, name=None
            ),
            count=9,
        ),  # nothing is known of it
        _row("回家", None, 9),  # plain from its parts
    )
    assert [row.word.text for row in choose_key_words(rows, (), EASY)] == ["破解", "执行"]


def test_word_of_the_headline_is_a_key_word_before_a_commoner_one() -> None:
    commoner = (_row(f"{number}字", "6", 3) for number in range(MAX_KEY_WORDS))
    chosen = choose_key_words((*commoner, _row("破解", "6", 1)), [_word("破解")], EASY)
    assert len(chosen) == MAX_KEY_WORDS
    assert chosen[-1].word.text == "破解"


def test_key_words_stand_in_order_of_appearance() -> None:
    rows = (_row("破解", "6", 1), _row("执行", "6", 5))
    assert choose_key_words(rows, (), EASY) == rows


def test_glossary_holds_each_word_once_with_its_count(lexicon: Lexicon) -> None:
    story = annotate("桥修好了\n老桥通车了。老桥的故事，12个。单某来了。\n", lexicon).stories[0]
    counts = {row.word.text: row.count for row in story.glossary}
    assert counts["桥"] == 3
    assert [row.word.text for row in story.names] == ["单某"]
    assert not {"单某", "12", "。"} & counts.keys()
