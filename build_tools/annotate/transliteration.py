"""Readings of characters in foreign names, where they stand for their sound alone.

Source: the tables of Chinese transliteration (世界人名翻译大辞典) use some hundred characters
for all languages; a few of them have another reading there than as words.
"""

from build_tools.annotate.context import Context
from build_tools.annotate.particles import syllable
from build_tools.annotation import Syllable
from build_tools.lexicon.names import TRANSLITERATION

FOREIGN_READINGS = {
    "塞": syllable("sai", 4),
    "蒙": syllable("meng", 2),
    "耶": syllable("ye", 1),
    "哈": syllable("ha", 1),
    "茜": syllable("xi", 1),
    "柏": syllable("bo", 2),
    "勒": syllable("le", 4),
    "娜": syllable("na", 4),
}
"""Readings of characters that foreign names read otherwise than words do."""


# Short names of states that stand together: 中塞 (China and Serbia), 塞方.
_STATES = frozenset("中俄法美德日印英欧波匈")
_SIDES = frozenset("方 两国 双边 总统 总理 关系".split())


def read_foreign(context: Context) -> Syllable | None:
    """Read a character inside an unknown foreign name: 圣何塞 sài, 克莱蒙 méng, 中塞 sài (Serbia).

    Not: 塞住 sāi, 蒙古 (a word); a character whose neighbours are words of their own.
    """
    character = context.words[context.place]
    if character not in FOREIGN_READINGS:
        return None
    if character == "塞" and (context.before in _STATES or context.after in _SIDES):
        return FOREIGN_READINGS[character]
    is_inside = any(_is_foreign(word, context) for word in (context.before, context.after))
    return FOREIGN_READINGS[character] if is_inside or _is_beside_dot(context) else None


def _is_foreign(word: str, context: Context) -> bool:
    if not word or not TRANSLITERATION.issuperset(word):
        return False
    return len(word) == 1 or context.tag(word) in {"nr", "nrt", "x", ""}


def _is_beside_dot(context: Context) -> bool:
    beside = context.words[max(0, context.place - 1) : context.place + 2]
    return "·" in beside
