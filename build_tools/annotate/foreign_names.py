"""Foreign names: with · between their parts, or behind a title."""

import re
from collections.abc import Iterable, Iterator

from build_tools.annotate.name_evidence import Tokens
from build_tools.annotation import Name, NameKind
from build_tools.lexicon.names import FOREIGN_ENDS, FOREIGN_NOTE, TRANSLITERATION

MAX_FOREIGN_TOKENS = 8
"""Longest foreign name without a dot, in tokens."""
MAX_CHINESE_CHARS = 3
"""Longest name of a surname of one character."""
_HEAD = "长"
_OFFICE_ENDS = frozenset("部院局会所校市省县区处科书官队社议")
_BEHIND_NAME = frozenset("所")
_SAID = frozenset("说言述指著写")
# Bounded, so that a long run of hanzi costs no more than its length.
_SOUNDS = f"[{''.join(sorted(TRANSLITERATION))}]{{1,8}}"
_FOREIGN = re.compile(f"{_SOUNDS}(?:·{_SOUNDS})+")


def foreign_names(texts: Iterable[str]) -> Iterator[tuple[str, Name]]:
    """A transliterated name with · between its parts: 马可·贝内代蒂.

    Wrong where the word before it ends in a character that also spells names (夫人马可·…).
    """
    for text in texts:
        for match in _FOREIGN.finditer(text):
            name = _trim(match[0], text[: match.start()], text[match.end() :])
            yield name, Name(kind=NameKind.PERSON, note=FOREIGN_NOTE)


def find_foreign_run(tokens: Tokens, place: int) -> str | None:
    """Give the foreign name without a dot that begins at *place*: 勒|德|里|昂.

    Not: two or three characters that a Chinese name has too, unless the last is seldom in one.
    """
    run = ""
    for token in tokens[place : place + MAX_FOREIGN_TOKENS]:
        if len(token) > 2 or not TRANSLITERATION.issuperset(token):  # noqa: PLR2004 - words inside are short
            break
        run += token
    is_long = len(run) > MAX_CHINESE_CHARS
    is_foreign = is_long or (len(run) == MAX_CHINESE_CHARS and run[-1] in FOREIGN_ENDS)
    return run if is_foreign else None


def foreign_note(text: str) -> str:
    """A foreign name without a dot is told by its characters: 达米昂."""
    is_foreign = (
        len(text) > 2  # noqa: PLR2004 - shorter ones are Chinese too
        and text[-1] in FOREIGN_ENDS
        and TRANSLITERATION.issuperset(text)
    )
    return FOREIGN_NOTE if is_foreign else ""


def _trim(name: str, before: str, after: str) -> str:
    """Take off the end of a title before a foreign name and a word behind it: 部|长 …, …|所 说."""
    if name[0] == _HEAD and before[-1:] in _OFFICE_ENDS:
        name = name[1:]
    return name[:-1] if name[-1] in _BEHIND_NAME and after[:1] in _SAID else name
