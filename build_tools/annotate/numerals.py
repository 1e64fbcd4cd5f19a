"""Numbers written in hanzi, and their value."""

NUMERAL = "[〇零一二两三四五六七八九十百千万亿]"
"""Pattern of one hanzi of a number."""

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}


def parse_numeral(text: str) -> int | None:
    """Give the value of a number such as 四十一; `None` where *text* is none.

    A row of digits without a unit (一二三) is no number: years are written so, and rhymes.

    >>> (
    ...     parse_numeral("四十一"),
    ...     parse_numeral("三百"),
    ...     parse_numeral("一二"),
    ...     parse_numeral("一千零五"),
    ... )
    (41, 300, None, 1005)
    """
    if not any(character in _UNITS or character in _GROUPS for character in text):
        return None
    total = group = 0
    digit: int | None = None
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _UNITS:
            group += (1 if digit is None else digit) * _UNITS[character]
            digit = None
        elif character in _GROUPS:
            total = (total + group + (digit or 0)) * _GROUPS[character]
            group, digit = 0, None
        else:
            return None
    return total + group + (digit or 0)
