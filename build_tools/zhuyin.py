"""Syllables in zhuyin (注音符號), from the same letters as pinyin."""

from build_tools.annotation import Syllable

_INITIALS = {
    "zh": "ㄓ", "ch": "ㄔ", "sh": "ㄕ", "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ",
    "t": "ㄊ", "n": "ㄋ", "l": "ㄌ", "g": "ㄍ", "k": "ㄎ", "h": "ㄏ", "j": "ㄐ", "q": "ㄑ",
    "x": "ㄒ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ", "s": "ㄙ",
}  # fmt: skip
_FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ",
    "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "ong": "ㄨㄥ", "er": "ㄦ",
    "i": "ㄧ", "ia": "ㄧㄚ", "io": "ㄧㄛ", "ie": "ㄧㄝ", "iao": "ㄧㄠ", "iu": "ㄧㄡ",
    "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
    "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ",
    "un": "ㄨㄣ", "uang": "ㄨㄤ", "ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ",
}  # fmt: skip
# Syllables without an initial are spelled with y and w.
_WHOLE = {
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yao": "iao", "you": "iu", "yan": "ian",
    "yin": "in", "yang": "iang", "ying": "ing", "yong": "iong", "yai": "iai", "wu": "u",
    "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan", "wen": "un", "wang": "uang",
    "weng": "ong", "wong": "ong", "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün",
}  # fmt: skip
_SYLLABIC = frozenset(("zhi", "chi", "shi", "ri", "zi", "ci", "si"))
_TONES = {
    1: "",
    2: "\N{MODIFIER LETTER ACUTE ACCENT}",
    3: "\N{CARON}",
    4: "\N{MODIFIER LETTER GRAVE ACCENT}",
}
_NASALS = {"m": "ㄇ", "n": "ㄋ", "ng": "ㄫ", "hm": "ㄏㄇ", "hng": "ㄏㄫ"}


def format_zhuyin(syllable: Syllable) -> str:
    """Write *syllable* in zhuyin: the mark of a tone behind, the dot of the neutral one before.

    What is no syllable of Mandarin is given in its letters.

    Source: 教育部《國語注音符號手冊》: ㄒㄩㄝˊ, ˙ㄇㄚ.

    >>> format_zhuyin(Syllable(base="xue", tone=2)), format_zhuyin(Syllable(base="ma", tone=5))
    ('ㄒㄩㄝˊ', '˙ㄇㄚ')
    """
    letters = _spell(syllable.base)
    if letters is None:
        return syllable.base
    return f"˙{letters}" if syllable.tone not in _TONES else letters + _TONES[syllable.tone]


def _spell(base: str) -> str | None:
    if base in _NASALS:
        return _NASALS[base]
    if base == "r":
        return "ㄦ"
    if base in _SYLLABIC:
        return _INITIALS[base[:-1]]
    if base in _WHOLE:
        return _FINALS.get(_WHOLE[base])
    if base in _FINALS:
        return _FINALS[base]
    initial = next((one for one in _INITIALS if base.startswith(one)), None)
    if initial is None:
        return None
    final = base[len(initial) :]
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = "ü" + final[1:]
    if initial in {"n", "l"} and final == "ue":
        final = "üe"
    return _INITIALS[initial] + _FINALS[final] if final in _FINALS else None
