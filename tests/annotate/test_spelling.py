"""The spelling over words and names, by GB/T 16159."""

import pytest

from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.spelling import spell_name, spell_word
from build_tools.annotation import Name, NameKind
from build_tools.pinyin import parse_numbered


def _syllables(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@pytest.mark.parametrize(
    ("word", "numbered", "spelling"),
    [
        ("果园", "guo3 yuan2", "guǒyuán"),
        ("西安人", "xi1 an1 ren2", "xī'ānrén"),
        # above three syllables a word is parted at its joints
        ("人民法院", "ren2 min2 fa3 yuan4", "rénmín fǎyuàn"),
        ("人民代表大会", "ren2 min2 dai4 biao3 da4 hui4", "rénmín dàibiǎo dàhuì"),
        # an idiom without joints of its own: the hyphen of 6.1.10 is not written yet
        ("南腔北调", "nan2 qiang1 bei3 diao4", "nánqiāngběidiào"),
        ("风平浪静", "feng1 ping2 lang4 jing4", "fēngpínglàngjìng"),
        # no joint: written together
        ("呼和浩特", "hu1 he2 hao4 te4", "hūhéhàotè"),
        # figures and letters keep their place
        ("T恤", "xu4", "Txù"),
        ("3月", "yue4", "3yuè"),
    ],
)
def test_spelling_of_a_word(word: str, numbered: str, spelling: str, lexicon: Lexicon) -> None:
    syllables = tuple(map(parse_numbered, _syllables(numbered)))
    assert spell_word(word, syllables, lexicon.segmenter) == spelling


@pytest.mark.parametrize(
    ("text", "numbered", "kind", "spelling"),
    [
        ("李晗", "li3 han2", NameKind.PERSON, "Lǐ Hán"),
        ("孙某平", "sun1 mou3 ping2", NameKind.PERSON, "Sūn Mǒupíng"),
        ("欧阳德顺", "ou1 yang2 de2 shun4", NameKind.PERSON, "Ōuyáng Déshùn"),
        ("王安", "wang2 an1", NameKind.PERSON, "Wáng Ān"),
        ("老霍", "lao3 huo4", NameKind.PERSON, "Lǎo Huò"),
        ("马可·贝内", "ma3 ke3 bei4 nei4", NameKind.PERSON, "Mǎkě·Bèinèi"),
        ("榆川县", "yu2 chuan1 xian4", NameKind.PLACE, "Yúchuān Xiàn"),
        ("西安", "xi1 an1", NameKind.PLACE, "Xī'ān"),
        ("北镇", "bei3 zhen4", NameKind.PLACE, "Běizhèn"),
        ("云溪报社", "yun2 xi1 bao4 she4", NameKind.ORGANISATION, "Yúnxībàoshè"),
        # a name may hold letters
        ("A股网", "gu3 wang3", NameKind.ORGANISATION, "Agǔwǎng"),
    ],
)
def test_spelling_of_a_name(text: str, numbered: str, kind: NameKind, spelling: str) -> None:
    syllables = tuple(map(parse_numbered, _syllables(numbered)))
    assert spell_name(text, syllables, Name(kind=kind, note="")) == spelling
