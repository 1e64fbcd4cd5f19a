"""Proper names of an issue: found once, known in every story.

Each rule stands for one habit of newspapers and gives what it found; a name found
anywhere in the issue is a name wherever it stands.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.annotate.tokens import split_runs
from build_tools.annotate.words import Segmenter
from build_tools.lexicon.cedict import Cedict
from build_tools.lexicon.names import (
    COMMON_SURNAMES,
    COURTESIES,
    NOT_IN_GIVEN_NAME,
    PLACE_KINDS,
    SPEECH_VERBS,
    TITLES,
    TRANSLITERATION,
    NameLexicon,
    place_suffix,
)
from build_tools.model import Issue, Name, NameKind, WordKind

MIN_REPEATS = 2
"""How often an unknown sequence must stand in an issue to be a name without other proof."""
# 乘客老魏, 护林员老鲁: the word before says that a person follows.
_ENDS_OF_PEOPLE = frozenset("员客民工人师生主农")
# 馆|长: the dictionary has not every head of an office as a word.
_HEAD = "长"
# 该村, 全县, 各乡: a place spoken of, not named.
_BEFORE_COMMON_PLACES = frozenset("该本此全各某每两几")
MAX_PLACE_STEM = 5
"""Longest part of a place name before its kind, in characters."""

Tokens = Sequence[str]


@dataclass(frozen=True, slots=True)
class NameSources:
    """What every rule may look at."""

    lexicon: NameLexicon
    """Surnames and places of the dictionary."""
    cedict: Cedict
    """To refuse common words."""
    repeats: Counter[str]
    """How often each run of two to four hanzi stands in the issue."""


def find_names(
    texts: Sequence[str],
    segmenter: Segmenter,
    lexicon: NameLexicon,
    cedict: Cedict,
) -> Mapping[str, Name]:
    """Find the proper names of texts that belong together.

    Args:
        texts: headings and paragraphs of all stories of an issue.
        segmenter: cuts hanzi into common words; a name falls apart in it.
        lexicon: surnames and places.
        cedict: whose common words are no names.

    Returns:
        Names by their text as printed.
    """
    runs = [run for text in texts for kind, run in split_runs(text) if kind is WordKind.HAN]
    sources = NameSources(lexicon=lexicon, cedict=cedict, repeats=_count_repeats(runs))
    names: dict[str, Name] = {}
    for run in runs:
        tokens = segmenter.cut(run)
        for rule in NAME_RULES:
            for text, name in rule(tokens, sources):
                names.setdefault(text, name)
    names.update(_foreign_names(texts))
    names.update(_stems(names, sources))
    return names


def _stems(names: Mapping[str, Name], sources: NameSources) -> Mapping[str, Name]:
    """Places spoken of without their kind more often than with it: 榆川 of 榆川县.

    Not: a stem that is a common word (会同县).
    """
    return {
        stem: Name(kind=NameKind.PLACE, note=name.note)
        for text, name in names.items()
        if name.kind is NameKind.PLACE
        and (stem := place_stem(text))
        and stem not in sources.cedict
        and sources.repeats[stem] > sources.repeats[text]
    }


def byline_names(issue: Issue) -> Mapping[str, Name]:
    """Give the names of an issue's bylines and picture credits: these are certain."""
    bylines = [byline for story in issue.stories for byline in story.bylines]
    return {
        text: Name(kind=NameKind.PERSON, note=_role_english(byline.role))
        for byline in bylines
        for text in byline.names
    }


def _role_english(role: str) -> str:
    if "通讯员" in role:
        return "correspondent"
    return "reporter" if "记者" in role else "writer"


def _count_repeats(runs: Iterable[str]) -> Counter[str]:
    return Counter(
        run[start : start + length]
        for run in runs
        for length in (2, 3, 4)
        for start in range(len(run) - length + 1)
    )


def after_title(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A surname and one or two characters behind a title: 副局长|任|明|远.

    Not: 记者|从 公安局 (从 is no given name), 司机|们.
    """
    for place, token in enumerate(tokens[:-1]):
        is_headed = place > 0 and token == _HEAD
        title = tokens[place - 1] + token if is_headed else token
        if title in TITLES and (text := _full_name(tokens, place + 1, sources)):
            yield text, Name(kind=NameKind.PERSON, note="")


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


def known_place(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A place of the dictionary, its kind behind it included: 呼和浩特, 乌兰|镇.

    Not: 会同|县 (会同 is a common word as well), 和|林县 where 和 always stands before it.
    """
    for place, token in enumerate(tokens):
        entry = sources.lexicon.find_place(token)
        if entry is None or _is_common_word(place_stem(token), sources):
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        if following in PLACE_KINDS and not place_suffix(token):
            yield token + following, Name(kind=NameKind.PLACE, note=PLACE_KINDS[following])
            continue
        text = tokens[place - 1] + token if place > 0 and len(token) == 2 else token  # noqa: PLR2004 - short enough to be cut off
        if text != token and sources.repeats[text] == sources.repeats[token] >= MIN_REPEATS:
            yield text, Name(kind=NameKind.PLACE, note=PLACE_KINDS.get(token[-1], ""))
        else:
            yield token, Name(kind=NameKind.PLACE, note=entry.senses[0])


def _is_common_word(text: str | None, sources: NameSources) -> bool:
    entries = sources.cedict.entries(text) if text else ()
    return any(entry.pinyin[:1].islower() for entry in entries)


def place_by_kind(tokens: Tokens, _sources: NameSources) -> Iterator[tuple[str, Name]]:
    """Characters that make no word before the kind of a place: 榆|川|县, 哈|日|莫|敦|苏木.

    Met only once, it counts where at least two such characters stand before the kind.
    Not: 全|县, 各|村 (one character), 我们|村.
    """
    for place, token in enumerate(tokens):
        if token not in PLACE_KINDS:
            continue
        start = place
        while start > 0 and _is_name_part(tokens[start - 1]) and place - start < MAX_PLACE_STEM:
            start -= 1
        stem = "".join(tokens[start:place])
        if len(stem) >= 2:  # noqa: PLR2004 - see the docstring
            yield stem + token, Name(kind=NameKind.PLACE, note=PLACE_KINDS[token])


def _is_name_part(token: str) -> bool:
    return (
        len(token) == 1
        and token not in NOT_IN_GIVEN_NAME
        and token not in PLACE_KINDS
        and token not in _BEFORE_COMMON_PLACES
    )


def _full_name(tokens: Tokens, place: int, sources: NameSources) -> str | None:
    """Give the full personal name that begins at token *place*, the longer one first."""
    text = "".join(tokens[place : place + 4])
    ends = _token_ends(tokens[place : place + 4])
    surname_length = 2 if sources.lexicon.is_surname(text[:2]) and len(text) > 2 else 1  # noqa: PLR2004
    surname = text[:surname_length]
    if surname in NOT_IN_GIVEN_NAME or not sources.lexicon.is_surname(surname):
        return None
    if surname_length not in ends:
        # 种植|户: the first character belongs to a word.
        return None
    for given_length in (2, 1):
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


_FOREIGN = re.compile(r"[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+")


def _foreign_names(texts: Iterable[str]) -> Iterator[tuple[str, Name]]:
    """A transliterated name with · between its parts: 马可·贝内代蒂."""
    for text in texts:
        for match in _FOREIGN.finditer(text):
            parts = match[0].split("·")
            parts[0] = _trailing(parts[0])
            parts[-1] = _leading(parts[-1])
            if all(parts):
                yield "·".join(parts), Name(kind=NameKind.PERSON, note="foreign name")


def _trailing(text: str) -> str:
    start = len(text)
    while start > 0 and text[start - 1] in TRANSLITERATION:
        start -= 1
    return text[start:]


def _leading(text: str) -> str:
    end = 0
    while end < len(text) and text[end] in TRANSLITERATION:
        end += 1
    return text[:end]


# All are asked; the first that names a text decides its note.
NAME_RULES: tuple[Callable[[Tokens, NameSources], Iterator[tuple[str, Name]]], ...] = (
    after_title,
    after_age,
    with_courtesy,
    before_speech,
    withheld,
    nickname,
    repeated,
    known_place,
    place_by_kind,
)


def place_stem(text: str) -> str | None:
    """Give a place name without its kind, where that is a name by itself.

    >>> place_stem("榆川县"), place_stem("北镇")
    ('榆川', None)
    """
    suffix = place_suffix(text)
    stem = text[: -len(suffix)] if suffix else ""
    return stem if len(stem) >= 2 else None  # noqa: PLR2004 - one character is no name
