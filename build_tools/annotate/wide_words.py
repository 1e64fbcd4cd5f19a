"""Names and words of two characters that are set as wide as three: 李　晗, 讣　告."""

import re
from collections.abc import Callable, Iterator

from build_tools.annotate.tokens import HAN

_PAIR = re.compile(rf"({HAN.pattern})\s{{1,2}}({HAN.pattern})")
# A word stands by itself or behind a wider gap; 胜　负 in the head of a table are two cells.
_BEFORE = re.compile(r"(?:^|\s\s|[^\s\w])$")
_AFTER = re.compile(r"$|\s\s|[^\s\w]")


def part_wide(
    text: str, is_name: Callable[[str], bool], is_word: Callable[[str], bool]
) -> Iterator[str]:
    """Part *text* so that every second piece is a name or a word that is set wide.

    A word of the dictionary must stand alone; a name holds wherever it stands.

    Source: newspaper habit, in headlines, bylines and signatures: 市　长　　章可亭.

    >>> list(part_wide("市　长　　章可亭", {"李晗"}.__contains__, {"市长"}.__contains__))
    ['', '市　长', '　　章可亭']
    """
    start = place = 0
    while pair := _PAIR.search(text, place):
        closed = pair[1] + pair[2]
        if is_name(closed) or (_stands_alone(pair) and is_word(closed)):
            yield text[start : pair.start()]
            yield pair[0]
            start = place = pair.end()
        else:
            place = pair.start() + 1
    yield text[start:]


def _stands_alone(pair: re.Match[str]) -> bool:
    text = pair.string
    before = text[max(0, pair.start() - 2) : pair.start()]
    return bool(_BEFORE.search(before) and _AFTER.match(text, pair.end()))


def close(word: str) -> str:
    """Give a word that is set wide as the dictionary has it; any other stays as it is.

    >>> close("李　晗"), close("　")
    ('李晗', '　')
    """
    return word if word.isspace() else "".join(word.split())
