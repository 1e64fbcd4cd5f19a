"""Sentences to words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.tokens import split_runs
from build_tools.annotate.words import load_segmenter, write_vocabulary
from build_tools.annotation import WordKind


def _cut(text: str, lexicon: Lexicon, *fixed: str) -> list[str]:
    return list(WordCutter(lexicon.segmenter, fixed).cut(text))


texts = st.text(
    st.one_of(st.sampled_from("单春梅云溪报6个人分钟干干净净。，1.%aA·"), st.characters())
)


@given(text=texts, fixed=st.lists(texts, max_size=5))
def test_joined_words_are_the_text(lexicon: Lexicon, text: str, fixed: list[str]) -> None:
    words = _cut(text, lexicon, *fixed)
    assert "".join(words) == text
    assert all(words)


@given(before=texts, name=st.text("单春梅云溪(.*|", min_size=1), behind=texts)
def test_name_is_one_word_wherever_it_stands(
    lexicon: Lexicon, before: str, name: str, behind: str
) -> None:
    words = _cut(f"{before}\n{name}\n{behind}", lexicon, name)
    assert name in words


@pytest.mark.parametrize(
    "words",
    [
        ["人民法院", "破解", "执行", "难"],
        ["全程", "41.6", "公里", "，", "共", "7", "站", "。"],
        ["增长", "11.83%", "，", "零下", "29℃"],
        ["8:30", "有", "1,200", "人", "、", "\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT TWO}", "人"],
        ["GDP", "和", "Wi-Fi", "很", "快"],
        # behind figures a measure word stands by itself
        ["有", "6", "个", "人"],
        # a doubled word is one word
        ["衣服", "干干净净"],
    ],
)
def test_words_of(words: list[str], lexicon: Lexicon) -> None:
    assert _cut("".join(words), lexicon) == words


def test_of_two_names_that_overlap_the_longer_holds(lexicon: Lexicon) -> None:
    assert _cut("榆川县来人了", lexicon, "榆川", "榆川县")[0] == "榆川县"


@given(st.text())
def test_joined_runs_are_the_text(text: str) -> None:
    assert "".join(run for _, run in split_runs(text)) == text


def test_runs_know_what_they_are_made_of() -> None:
    assert [kind for kind, _ in split_runs("报26.25GDP，")] == [
        WordKind.HAN,
        WordKind.NUMBER,
        WordKind.LATIN,
        WordKind.PUNCTUATION,
    ]


def test_vocabulary_is_built_once_in_a_folder_of_ones_own(lexicon: Lexicon, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    vocabulary = write_vocabulary(lexicon.cedict, cache)
    assert cache.stat().st_mode & 0o077 == 0
    first = vocabulary.stat().st_mtime_ns
    assert write_vocabulary(lexicon.cedict, cache).stat().st_mtime_ns == first
    assert load_segmenter(lexicon.cedict, cache).cut("人民法院") == ["人民法院"]
    # Nothing of jieba's own stands anywhere else.
    assert {path.suffix for path in cache.iterdir()} == {".txt", ".cache"}
