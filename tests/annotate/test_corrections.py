"""The editor's word: read, applied, reported where it is idle."""

from pathlib import Path

import pytest

from build_tools.annotate.corrections import CORRECTIONS_TEMPLATE, Corrections, load_corrections
from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotation import Name, NameKind, ReadingSource, Syllable, Word
from build_tools.check.findings import find_idle_corrections, find_idle_places
from build_tools.errors import IssueFolderError
from tests.notated import all_words, annotate

TEXT = """\
■镜头

果园开行了

□本报记者 江月

柴禾沟果园里，人人都说好行情。老把式站在果园门口。
"""


def _load(tmp_path: Path, toml: str) -> Corrections:
    path = tmp_path / "sample" / "corrections.toml"
    path.parent.mkdir(parents=True)
    path.write_text(toml, encoding="utf-8")
    return load_corrections(path)


def _find(text: str, words: tuple[Word, ...]) -> Word:
    return next(word for word in words if word.text == text)


def _idle(corrections: Corrections, lexicon: Lexicon) -> list[str]:
    issue = annotate(TEXT, lexicon, corrections)
    lines = dict.fromkeys(corrections.texts(), 1)
    return [f.message for f in find_idle_corrections(lines, issue, "corrections")]


def test_without_a_file_nothing_is_corrected() -> None:
    assert load_corrections(None) == Corrections()
    assert Corrections().texts() == ()


def test_name_is_one_word_of_its_kind(tmp_path: Path, lexicon: Lexicon) -> None:
    toml = '[[name]]\ntext = "柴禾沟"\nkind = "place"\nnote = "a valley"\n'
    corrections = _load(tmp_path, toml)
    word = _find("柴禾沟", all_words(annotate(TEXT, lexicon, corrections)))
    assert word.name == Name(kind=NameKind.PLACE, note="a valley")
    assert word.reading is not None
    assert word.reading.spelling == "Cháihégōu"
    assert word.entries == ()
    assert _idle(corrections, lexicon) == []


def test_name_may_bring_its_reading(tmp_path: Path, lexicon: Lexicon) -> None:
    toml = '[[name]]\ntext = "老把式"\nkind = "person"\nreading = "lǎo bǎ shi"\n'
    corrections = _load(tmp_path, toml)
    word = _find("老把式", all_words(annotate(TEXT, lexicon, corrections)))
    assert word.reading is not None
    assert word.reading.source is ReadingSource.CORRECTION
    assert word.reading.syllables[2] == Syllable(base="shi", tone=5)


@pytest.mark.parametrize("reading", ["háng qíng", "hang2 qing2"])
def test_reading_is_marked_or_numbered(tmp_path: Path, reading: str) -> None:
    corrections = _load(tmp_path, f'[[reading]]\nword = "行情"\nreading = "{reading}"\n')
    assert corrections.readings == {
        "行情": (Syllable(base="hang", tone=2), Syllable(base="qing", tone=2))
    }


def test_reading_holds_wherever_the_word_stands(tmp_path: Path, lexicon: Lexicon) -> None:
    corrections = _load(tmp_path, '[[reading]]\nword = "果园"\nreading = "guo1 yuan1"\n')
    spellings = {
        word.reading.spelling
        for word in all_words(annotate(TEXT, lexicon, corrections))
        if word.text == "果园" and word.reading
    }
    assert spellings == {"guōyuān"}


PLACED = """\
两块牌子

□本报记者 江月

墙上写着两行字。他说，不行。

花了的站牌

□本报记者 江月

站牌上还有两行字，擦一擦就行。
"""


def _spelled(word: str, lexicon: Lexicon, corrections: Corrections) -> list[str]:
    words = all_words(annotate(PLACED, lexicon, corrections))
    return [w.reading.spelling for w in words if w.text == word and w.reading]


@pytest.mark.parametrize(
    ("toml", "spelled"),
    [
        ("", ["háng", "háng", "xíng"]),
        ('in = "两行字"', ["hàng", "hàng", "xíng"]),
        ('in = "还有两行字"', ["háng", "hàng", "xíng"]),
        ('story = "花了的站牌"', ["háng", "hàng", "hàng"]),
        ('in = "两行字"\nstory = "两块牌子"', ["hàng", "háng", "xíng"]),
        ('in = "三行字"', ["háng", "háng", "xíng"]),
    ],
)
def test_reading_may_hold_in_one_place_or_story(
    toml: str, spelled: list[str], tmp_path: Path, lexicon: Lexicon
) -> None:
    entry = f'[[reading]]\nword = "行"\nreading = "hàng"\n{toml}\n' if toml else ""
    assert _spelled("行", lexicon, _load(tmp_path, entry)) == spelled


def test_placed_reading_that_stands_nowhere_is_reported(tmp_path: Path, lexicon: Lexicon) -> None:
    toml = '[[reading]]\nword = "行"\nreading = "hàng"\nin = "{}"\n'
    corrections = _load(tmp_path, toml.format("两行字") + toml.format("三行字"))
    issue = annotate(PLACED, lexicon, corrections)
    lines = [(one.word, one.within, 1) for one in corrections.placed]
    assert [f.message for f in find_idle_places(lines, issue, "corrections")] == [
        "correction of what is no word here, see [[word]]: 三行字"
    ]


def test_word_is_kept_together(tmp_path: Path, lexicon: Lexicon) -> None:
    corrections = _load(tmp_path, '[[word]]\ntext = "好行情"\n')
    word = _find("好行情", all_words(annotate(TEXT, lexicon, corrections)))
    assert word.reading is not None
    assert word.reading.spelling == "hǎohángqíng"
    assert _idle(corrections, lexicon) == []


def test_gloss_stands_first(tmp_path: Path, lexicon: Lexicon) -> None:
    corrections = _load(tmp_path, '[[gloss]]\nword = "果园"\nsenses = ["grove", "trees"]\n')
    word = _find("果园", all_words(annotate(TEXT, lexicon, corrections)))
    assert word.entries[0].senses == ("grove", "trees")
    assert word.entries[0].source == "editor"


def test_correction_that_matches_nothing_is_reported(tmp_path: Path, lexicon: Lexicon) -> None:
    toml = '[[word]]\ntext = "苹果园"\n\n[[gloss]]\nword = "果园"\nsenses = ["grove"]\n'
    assert _idle(_load(tmp_path, toml), lexicon) == [
        "correction of what is no word here, see [[word]]: 苹果园"
    ]


@pytest.mark.parametrize("word", ["镜头", "记者", "江月"])
def test_correction_of_a_section_or_byline_is_not_idle(word: str, lexicon: Lexicon) -> None:
    # 镜头 (lens) stands in the section's name, 记者 (reporter) in a byline.
    corrections = Corrections(readings={word: tuple(Syllable(base="ma", tone=1) for _ in word)})
    assert _idle(corrections, lexicon) == []


def test_text_that_two_entries_are_about_is_reported_once(lexicon: Lexicon) -> None:
    corrections = Corrections(words=("苹果",), senses={"苹果": ("apple",)})
    assert len(_idle(corrections, lexicon)) == 1


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("[[name]", "cannot be read"),
        ("[[colour]]\n", "unknown table 'colour'"),
        ('name = "孙"\n', "name is not a list"),
        ('name = ["孙"]\n', "name is not a list"),
        ('[[name]]\ntext = "孙"\nsort = "person"\n', "[[name]] has an unknown key 'sort'"),
        ('[[name]]\nkind = "person"\n', "an entry has no text"),
        ('[[name]]\ntext = ""\nkind = "person"\n', "an entry has no text"),
        ('[[name]]\ntext = "孙"\n', "an entry has no kind"),
        ('[[name]]\ntext = "孙"\nkind = "animal"\n', "unknown kind of name 'animal'"),
        ('[[reading]]\nword = "银行"\n', "an entry has no reading"),
        ('[[reading]]\nword = "银行"\nreading = "yín"\n', "'银行' has 2 hanzi, its reading 'yín'"),
        ('[[reading]]\nword = "银行"\nreading = "yin9 hang2"\n', "not a numbered syllable: 'yin9'"),
        ('[[gloss]]\nword = "果园"\n', "a gloss has no senses"),
        ('[[gloss]]\nword = "果园"\nsenses = []\n', "a gloss has no senses"),
        ('[[gloss]]\nword = "果园"\nsenses = [1]\n', "a gloss has no senses"),
        ('[[gloss]]\nword = "果园"\nsenses = "grove"\n', "a gloss has no senses"),
        ("[[word]]\ntext = 3\n", "an entry has no text"),
        (
            '[[reading]]\nword = "行"\nreading = "háng"\nin = "两个字"\n',
            "'两个字' does not hold '行'",
        ),
        ('[[reading]]\nword = "行"\nreading = "háng"\nin = ""\n', "an entry has no in"),
        # a reading that is no pinyin would be printed over the word as it is
        ('[[reading]]\nword = "银行"\nreading = "银 行"\n', ""),
    ],
)
def test_bad_file_is_one_line_that_says_what_to_do(tmp_path: Path, toml: str, problem: str) -> None:
    with pytest.raises(IssueFolderError) as caught:
        _load(tmp_path, toml)
    message = str(caught.value)
    assert message.startswith(f"sample/corrections.toml: {problem}")
    assert "\n" not in message
    assert message.endswith(".")


def test_word_with_spaces_is_cut_there(tmp_path: Path, lexicon: Lexicon) -> None:
    # 一天下三个蛋: three eggs in a day, not a world of them
    corrections = _load(tmp_path, '[[word]]\ntext = "一天 下"\n')
    cutter = WordCutter(lexicon.segmenter, corrections.words)
    assert cutter.cut("一天下三个蛋")[:2] == ("一天", "下")


def test_template_of_a_new_issue_corrects_nothing_and_works_when_uncommented(
    tmp_path: Path,
) -> None:
    assert _load(tmp_path, CORRECTIONS_TEMPLATE) == Corrections()
    lines = CORRECTIONS_TEMPLATE.splitlines()
    used = [line.removeprefix("# ") for line in lines if "[[" in line or " = " in line]
    corrections = _load(tmp_path / "used", "\n".join(used))
    assert corrections.spellings == {"欧阳德顺": "Ōuyáng Déshùn"}
    (placed,) = corrections.placed
    assert (placed.word, placed.within, placed.story) == ("行", "两行字", "花了的站牌")
    assert set(corrections.texts()) == {"欧阳德顺", "银行", "一天 下", "站点"}
