"""What ``kanbao explain`` says of a text."""

import pytest

from build_tools.annotate.corrections import Corrections
from build_tools.annotate.explain import ExplainedWord, explain_text, format_explanation
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import find_names
from build_tools.annotation import Syllable


def _explained(
    text: str, lexicon: Lexicon, corrections: Corrections | None = None
) -> tuple[ExplainedWord, ...]:
    names = find_names((text,), lexicon.segmenter, lexicon.names, lexicon.cedict)
    return tuple(explain_text(text, lexicon, names, corrections or Corrections()))


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("记者单冬梅报道。", "单冬梅", "a name: person, its surname read as one"),
        ("六安产茶。", "六安", "a name: place"),
        ("他去银行。", "银行", "a word of the dictionaries"),
        ("照片很好。", "照片", "reviewed: the table says piān, which lives only in 照片儿"),
        ("一度像差很大。", "差", "reviewed: part of a reviewed word"),
        (
            "县长率队出发。",
            "率",
            "by its neighbours: 率: shuài where someone leads someone, else lǜ",
        ),
        ("圣何塞很远。", "塞", "reviewed: part of a reviewed word"),
        (
            "克莱蒙很远。",
            "蒙",
            "by its neighbours: Read a character inside an unknown foreign name",
        ),
        ("他说话。", "他", "the usual reading of the character by itself"),
        ("绳子很长。", "长", "by its neighbours: 长: zhǎng for growing"),
    ],
)
def test_reading_says_what_it_came_from(text: str, word: str, why: str, lexicon: Lexicon) -> None:
    assert [one.why.startswith(why) for one in _explained(text, lexicon) if one.text == word] == [
        True
    ]


def test_correction_says_so(lexicon: Lexicon) -> None:
    reading = (Syllable(base="yin", tone=2), Syllable(base="xing", tone=2))
    (word, _) = _explained("银行。", lexicon, Corrections(readings={"银行": reading}))
    assert (word.spelling, word.why) == ("yínxíng", "corrections.toml says so")


def test_other_readings_and_senses_stand_beside(lexicon: Lexicon) -> None:
    (word, _) = _explained("长。", lexicon)
    assert word.spelling == "cháng"
    assert word.others == ("zhǎng",)
    assert len(word.senses) == 3


def test_name_has_no_other_reading_and_no_meaning(lexicon: Lexicon) -> None:
    word = _explained("记者单冬梅报道。", lexicon)[1]
    assert (word.others, word.senses) == ((), ())


def test_words_join_to_the_text(lexicon: Lexicon) -> None:
    text = "5月，记者单冬梅 说“好”。"
    assert "".join(word.text for word in _explained(text, lexicon)) == text


def test_explanation_is_a_block_a_word(lexicon: Lexicon) -> None:
    shown = format_explanation(iter(_explained("银行。", lexicon)))
    assert shown.split("\n")[:2] == ["银行  yínháng", "    a word of the dictionaries"]
    assert shown.endswith("\n。\n")
