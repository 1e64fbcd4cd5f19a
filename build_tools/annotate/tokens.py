"""What is cut off before words are looked for: figures, Latin, punctuation, hanzi runs."""

import re

from build_tools.annotation import WordKind

HAN = re.compile(r"[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")

# Full-width forms are written as escapes: they cannot be told from plain ones by eye.
_FIGURE = r"[0-9\uff10-\uff19]"
_LETTER = r"A-Za-z\uff21-\uff3a\uff41-\uff5a"
_RUNS: tuple[tuple[WordKind, str], ...] = (
    (WordKind.HAN, HAN.pattern + "+"),
    # 26.25 - 1,200 - 11.83% - 20:30 - 29℃: one number, its sign included.
    (WordKind.NUMBER, rf"{_FIGURE}+(?:[.\uff0e,:：·]{_FIGURE}+)*(?:[%％‰℃°])?"),
    (WordKind.LATIN, rf"[{_LETTER}À-ɏ]+(?:[-'’&.][{_LETTER}À-ɏ0-9]+)*"),
    (WordKind.PUNCTUATION, r"[\s\S]"),
)
_RUN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _RUNS))


def split_runs(sentence: str) -> tuple[tuple[WordKind, str], ...]:
    """Split *sentence* into runs of one kind; joined they equal it.

    >>> [text for _, text in split_runs("全程41.6公里，共7站。")]
    ['全程', '41.6', '公里', '，', '共', '7', '站', '。']
    """
    return tuple(
        (WordKind(match.lastgroup), match[0])
        for match in _RUN.finditer(sentence)
        if match.lastgroup
    )


def undouble(text: str) -> str | None:
    """Give AB of a doubled AABB (干干净净); `None` for anything else.

    >>> undouble("干干净净"), undouble("干干脆脆的")
    ('干净', None)
    """
    if len(text) == 4 and text[0] == text[1] and text[2] == text[3]:  # noqa: PLR2004 - AABB
        return text[0] + text[2]
    return None


def is_han(character: str) -> bool:
    """Whether *character* is a hanzi, that is, has one syllable.

    >>> is_han("报"), is_han("，"), is_han("A")
    (True, False, False)
    """
    return bool(HAN.match(character))
