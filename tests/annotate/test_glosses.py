import re

import pytest

from build_tools.annotate.glosses import find_entries, put_first
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotation import GlossaryEntry, Reading
from build_tools.lexicon.levels import LEVEL_LIST, LEVELS


def _read(word: str, lexicon: Lexicon) -> Reading | None:
    tables = ReadingTables(phrases=lexicon.phrases, segmenter=lexicon.segmenter, corrections={})
    return read_words([word], {}, tables)[0]


def _entries(word: str, lexicon: Lexicon) -> tuple[GlossaryEntry, ...]:
    return find_entries(word, _read(word, lexicon), lexicon.cedict)


@pytest.mark.parametrize(
    ("word", "pinyin", "meaning"),
    [
        ("民", "mín", "people"),
        ("水", "shuǐ", "water"),
        ("里", "lǐ", "inside"),
        ("几", "jǐ", "how many"),
        ("说", "shuō", "to say"),
        ("要", "yào", "to want"),
        ("行", "xíng", "to go"),
        ("长", "cháng", "long"),
        ("和", "hé", "and"),
        ("好", "hǎo", "good"),
        ("大", "dà", "big"),
        ("会", "huì", "can"),
        ("能", "néng", "can"),
        ("打", "dǎ", "to beat"),
        ("花", "huā", "flower"),
        ("面", "miàn", "face"),
        ("发", "fā", "to send out"),
        ("家", "jiā", "home"),
        ("点", "diǎn", "o'clock"),
        ("干", "gàn", "to do"),
        ("王", "wáng", "king"),
        ("高", "gāo", "high"),
        ("云", "yún", "cloud"),
        ("马", "mǎ", "horse"),
        ("白", "bái", "white"),
        ("黄", "huáng", "yellow"),
        ("车", "chē", "car"),
        ("都", "dōu", "all"),
        ("只", "zhǐ", "only"),
        ("还", "hái", "still"),
    ],
)
def test_common_word_shows_its_common_entry_first(
    word: str, pinyin: str, meaning: str, lexicon: Lexicon
) -> None:
    best = _entries(word, lexicon)[0]
    assert best.pinyin == pinyin
    assert re.search(rf"\b{meaning}\b", "; ".join(best.senses))
    assert not best.senses[0].startswith(("surname", "variant of", "old variant"))


def test_entry_follows_the_reading(lexicon: Lexicon) -> None:
    read = _read("银行", lexicon)
    assert read is not None
    hang = Reading(syllables=read.syllables[1:], spelling="háng", source=read.source)
    assert find_entries("行", hang, lexicon.cedict)[0].pinyin == "háng"


def test_word_the_dictionary_lacks_has_no_entry(lexicon: Lexicon) -> None:
    assert _entries("榆川", lexicon) == ()


def test_measure_words_are_left_out(lexicon: Lexicon) -> None:
    for word in ("书", "银行", "树", "人"):
        assert not [s for e in _entries(word, lexicon) for s in e.senses if s.startswith("CL:")]


def test_reference_is_followed_to_its_meaning(lexicon: Lexicon) -> None:
    # 裏 is the same word as 里; 小孩儿 is the erhua form of 小孩 (child).
    assert "child" in " ".join(_entries("小孩儿", lexicon)[0].senses)


def test_references_that_remain_are_written_for_people(lexicon: Lexicon) -> None:
    shown = [s for word in "里行面车发小孩儿" for e in _entries(word, lexicon) for s in e.senses]
    assert not [sense for sense in shown if re.search(r"\||\[[a-z]+\d", sense)]


def test_entry_names_its_dictionary_with_its_date(lexicon: Lexicon) -> None:
    assert re.fullmatch(r"CC-CEDICT \d{4}-\d\d-\d\d", _entries("果园", lexicon)[0].source)
    assert _entries("果园", lexicon)[0].traditional == "果園"


def test_capitals_and_letters_of_the_dictionary_stay(lexicon: Lexicon) -> None:
    assert _entries("西安", lexicon)[0].pinyin == "Xī ān"
    assert lexicon.cedict.entries("T恤")[0].pinyin == "T xu4"
    assert find_entries("T恤", None, lexicon.cedict)[0].pinyin == "T xù"


def test_reviewed_senses_stand_before_the_dictionarys(lexicon: Lexicon) -> None:
    found = _entries("果园", lexicon)
    first, *rest = put_first("果园", found, ("grove",), source="editor")
    assert (first.senses, first.source) == (("grove",), "editor")
    assert (first.traditional, first.pinyin) == ("果園", "guǒ yuán")
    assert tuple(rest) == found


def test_reviewed_senses_stand_for_a_word_the_dictionary_lacks() -> None:
    (only,) = put_first("榆川", (), ("a county",), source="editor")
    assert (only.simplified, only.traditional, only.senses) == ("榆川", "榆川", ("a county",))


def test_word_that_nobody_has_reviewed_stays(lexicon: Lexicon) -> None:
    found = _entries("果园", lexicon)
    assert put_first("果园", found, None, source="editor") == found


def test_levels_name_their_list_and_fit_it(lexicon: Lexicon) -> None:
    assert LEVEL_LIST == "HSK 2025"
    assert set(lexicon.level_by_word.values()) == set(LEVELS)
    assert lexicon.level_by_word["水"] == "1"
    assert "榆川" not in lexicon.level_by_word
