"""People's names: one small rule for each newspaper habit."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from build_tools.annotate.foreign_names import find_foreign_run, foreign_note
from build_tools.annotate.glosses import clean_sense
from build_tools.annotate.name_evidence import MIN_REPEATS, NameSources, Tokens
from build_tools.annotation import Name, NameKind
from build_tools.lexicon.names import (
    COURTESIES,
    FOREIGN_NOTE,
    NOT_IN_GIVEN_NAME,
    OFFICE_VERBS,
    PLACE_KINDS,
    SPEECH_VERBS,
    TITLES,
    is_person,
)
from build_tools.surnames import COMMON_SURNAMES

# 乘客老魏, 护林员老鲁: the word before says that a person follows.
_ENDS_OF_PEOPLE = frozenset("员客民工人师生主农")
# 馆|长: the dictionary has not every head of an office as a word.
# Surnames that are commoner as words of grammar.
_WORDLIKE = frozenset("过都那")
# 张明远 分别 会见 two guests.
_BETWEEN = frozenset("分别 共同 在 同 与 和 再次 率团 应邀".split())
MIN_LISTED = 3
"""Fewest names in a list that show what the list holds."""
MIN_NAMED_SHARE = 0.6
"""Least share of a list that must be names."""
_HEAD = "长"
_MEMBERS = frozenset("员")


def after_title(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A surname and one or two characters behind a title: 副局长|任|明|远.

    Not: 记者|从 公安局 (从 is no given name), 司机|们.
    """
    for place in range(len(tokens) - 1):
        if not _is_title(tokens, place):
            continue
        if foreign := find_foreign_run(tokens, place + 1):
            yield foreign, Name(kind=NameKind.PERSON, note=FOREIGN_NOTE)
        elif text := _full_name(tokens, place + 1, sources):
            yield text, Name(kind=NameKind.PERSON, note=foreign_note(text))


def _is_title(tokens: Tokens, place: int) -> bool:
    """Whether a person follows the token: 记者, 馆|长, 农技|员, 国防部长, 总参谋长."""
    token = tokens[place]
    is_headed = place > 0 and token == _HEAD
    title = tokens[place - 1] + token if is_headed else token
    is_long = any(title[-length:] in TITLES for length in (2, 3) if len(title) > length)
    return title in TITLES or is_long or (place > 0 and token in _MEMBERS)


def after_age(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A full name behind an age: 24 岁|的|郭|亮.

    Not: 岁|的|孩子 (no surname).
    """
    for place, pair in enumerate(pairwise(tokens[:-1])):
        if pair == ("岁", "的") and (text := _full_name(tokens, place + 2, sources)):
            yield text, Name(kind=NameKind.PERSON, note="")


def with_courtesy(tokens: Tokens, _sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A surname before a form of address: 仇|师傅, 查|大爷.

    Not: 老|师傅 (老 is no surname), 我们|老师.
    """
    for surname, title in pairwise(tokens):
        if title in COURTESIES and surname in COMMON_SURNAMES:
            yield surname + title, Name(kind=NameKind.PERSON, note=COURTESIES[title])


def before_speech(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A full name that opens a clause and speaks: 任|明|远|说.

    Not: 有|人|说, since 人 and 说 make no given name.
    """
    text = _full_name(tokens, 0, sources)
    if text is None or text[0] not in COMMON_SURNAMES:
        return
    rest = "".join(tokens)[len(text) :]
    if any(rest.startswith(verb) for verb in SPEECH_VERBS):
        yield text, Name(kind=NameKind.PERSON, note="")


def before_office(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """Who holds an office, at the start of a clause before what offices do: 张|又|明 会见.

    Words may be part of the name here (又, 和): nothing else stands between it and the verb.
    Not: 高度|重视, 白天|主持, whose first character is no surname by itself.
    """
    for length in (3, 2):
        for count in (length, length - 1):
            text = "".join(tokens[:count])
            rest = tokens[count : count + 2]
            if len(text) != length or len(tokens[0]) != 1 or not rest:
                continue
            verb = rest[0] if rest[0] not in _BETWEEN else rest[-1]
            is_common = text[0] in COMMON_SURNAMES
            is_surname = is_common or (
                sources.lexicon.is_surname(text[0]) and sources.repeats[text] >= MIN_REPEATS
            )
            if verb in OFFICE_VERBS and is_surname and text not in sources.cedict:
                yield text, Name(kind=NameKind.PERSON, note="")
                return


def known_name(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A person or an organisation of the dictionary: 鲁迅, 国务院.

    Not: one whose name is a common word as well.
    """
    for token in tokens:
        entry = sources.lexicon.find_known(token)
        if entry is not None:
            kind = NameKind.PERSON if is_person(entry) else NameKind.ORGANISATION
            yield token, Name(kind=kind, note=clean_sense(entry.senses[0]))


def repeated(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """Surname and two characters that no word holds, met again in the issue: 单|春|梅.

    Not: 水|畔|村 (a place), 羊|绒|厂 (羊 is a rare surname).
    """
    for place in range(len(tokens) - 2):
        text = "".join(tokens[place : place + 3])
        if (
            len(text) == 3  # noqa: PLR2004 - surname and two characters
            and sources.repeats[text] >= MIN_REPEATS
            and text[0] in COMMON_SURNAMES
            and _full_name(tokens, place, sources) == text
            and text[2] not in PLACE_KINDS
        ):
            yield text, Name(kind=NameKind.PERSON, note="")


def withheld(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A surname with 某 for the withheld part: 李某, 元某某, 孙某平.

    The character after 某 belongs to the name only where a clause ends behind it somewhere.
    """
    text = "".join(tokens)
    for match in re.finditer(r"(?<=.)某某?|(?<=.)某", text):
        start = match.start() - 1
        if not sources.lexicon.is_surname(text[start]):
            continue
        end = match.end()
        following = text[end : end + 1]
        is_given = (
            following == text[-1:]
            and end + 1 == len(text)
            and following not in NOT_IN_GIVEN_NAME
            and match[0] == "某"
        )
        full = text[start : end + 1] if following and is_given else text[start:end]
        yield full, Name(kind=NameKind.PERSON, note="name withheld")


def nickname(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """老 or 小 before a surname that is a word by itself: 老|霍.

    Not: 老|房子 (房 is cut together with 子), 老师 (a word).
    """
    for place, (first, second) in enumerate(pairwise(tokens)):
        text = first + second
        is_called = place > 0 and tokens[place - 1][-1] in _ENDS_OF_PEOPLE
        if (
            first in {"老", "小"}
            and len(second) == 1
            and sources.lexicon.is_surname(second)
            and second not in NOT_IN_GIVEN_NAME
            and text not in sources.cedict
            and (is_called or sources.repeats[text] >= MIN_REPEATS)
        ):
            word = "old" if first == "老" else "young"
            yield text, Name(kind=NameKind.PERSON, note=f"{first} ({word}) + surname")


def _full_name(tokens: Tokens, place: int, sources: NameSources) -> str | None:
    """Give the full personal name that begins at token *place*, the longer one first."""
    text = "".join(tokens[place : place + 4])
    ends = _token_ends(tokens[place : place + 4])
    surname_length = 2 if sources.lexicon.is_surname(text[:2]) and len(text) > 2 else 1  # noqa: PLR2004
    surname = text[:surname_length]
    is_word = surname in NOT_IN_GIVEN_NAME
    if (is_word and surname not in _WORDLIKE) or not sources.lexicon.is_surname(surname):
        return None
    if surname_length not in ends:
        # 种植|户: the first character belongs to a word.
        return None
    # 记者|都|兴|华: only with two characters that make no word.
    for given_length in (2,) if is_word else (2, 1):
        end = surname_length + given_length
        candidate = text[:end]
        given = candidate[surname_length:]
        if (
            end in ends
            and len(candidate) == end
            and candidate not in sources.cedict
            and not NOT_IN_GIVEN_NAME.intersection(given)
        ):
            return candidate
    return None


def _token_ends(tokens: Tokens) -> frozenset[int]:
    ends, total = set(), 0
    for token in tokens:
        total += len(token)
        ends.add(total)
    return frozenset(ends)


_CLAUSE = re.compile(r"[^，。；：！？（）()]+")


def listed_names(texts: Iterable[str], sources: NameSources) -> Iterator[tuple[str, Name]]:
    """People in a list: 委员 王晨光、曹建林、张春生、沈跃, most of them plainly names.

    Not: a list of places or goods, few of which open with a surname.
    """
    for text in texts:
        for clause in _CLAUSE.finditer(text):
            # Before the first may stand a title and a space.
            parts = [part.split(" ")[-1] for part in clause[0].split("、")]
            named = [part for part in parts if _is_full_name(part, sources)]
            if len(named) >= MIN_LISTED and len(named) >= MIN_NAMED_SHARE * len(parts):
                yield from ((part, Name(kind=NameKind.PERSON, note="")) for part in named)


def _is_full_name(text: str, sources: NameSources) -> bool:
    return (
        len(text) in {2, 3}
        and text[0] in COMMON_SURNAMES
        and text not in sources.cedict
        and not PLACE_KINDS.keys() & {text[-1]}
    )
