"""Tones as spoken: the sentence, and its syllables."""

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.pinyin_lines import Script, read_lines


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        # 一 rises before a fourth tone and falls before the others
        ("一样", "yí yàng"),
        ("一张纸", "yì zhāng zhǐ"),
        ("一年", "yì nián"),
        ("一起", "yì qǐ"),
        ("一百", "yì bǎi"),
        # but not where it counts, and not at the end
        ("第一次", "dì yī cì"),
        ("十一月", "shí yī yuè"),
        ("一月", "yī yuè"),
        ("统一", "tǒng yī"),
        ("万一，去", "wàn yī None qù"),
        # between two of the same it is neutral
        ("看一看", "kàn yi kàn"),
        # 不 rises before a fourth tone
        ("不去", "bú qù"),
        ("不好", "bù hǎo"),
        ("好不好", "hǎo bu hǎo"),
        ("他不，去了", "tā bù None qù le"),
        # third tones: inside a word, and between short words
        ("你好", "ní hǎo"),
        ("展览馆", "zhán lán guǎn"),
        ("我很好", "wó hén hǎo"),
        ("老虎", "láo hǔ"),
        ("好，走", "hǎo None zǒu"),
        ("友好美景", "yóu hǎo méi jǐng"),
    ],
)
def test_spoken_tones_of(line: str, spoken: str, lexicon: Lexicon) -> None:
    (read,) = read_lines((line,), lexicon, Script(is_spoken=True))
    assert " ".join(map(str, read)) == spoken


def test_dictionary_tones_are_the_default(lexicon: Lexicon) -> None:
    (read,) = read_lines(("一样不去你好",), lexicon)
    assert read == ["yī", "yàng", "bù", "qù", "nǐ", "hǎo"]


def test_zhuyin_is_another_script_of_the_same_syllables(lexicon: Lexicon) -> None:
    (read,) = read_lines(("你们，学",), lexicon, Script(is_zhuyin=True))
    assert read == ["ㄋㄧˇ", "˙ㄇㄣ", None, "ㄒㄩㄝˊ"]
