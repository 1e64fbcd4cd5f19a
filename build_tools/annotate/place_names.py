"""Places: those of the dictionary, and those that only their kind shows."""

from collections.abc import Iterator, Mapping

from build_tools.annotate.glosses import clean_sense
from build_tools.annotate.name_evidence import MIN_REPEATS, NameSources, Tokens
from build_tools.annotate.numerals import parse_numeral
from build_tools.annotation import Name, NameKind
from build_tools.lexicon.names import (
    NOT_IN_PLACE_NAME,
    PLACE_KINDS,
    is_major,
    place_suffix,
)

# At the beginning of a run of hanzi these belong to the figures before it.
_UNITS = frozenset("年月日时分元里个名位")
MAX_PLACE_STEM = 5
"""Longest part of a place name before its kind, in characters."""


def known_place(tokens: Tokens, sources: NameSources) -> Iterator[tuple[str, Name]]:
    """A place of the dictionary, its kind behind it included: 呼和浩特, 乌兰|镇.

    Not: 会同|县 (会同 is a common word as well), 和|林县 where 和 always stands before it.
    """
    for place, token in enumerate(tokens):
        entry = sources.lexicon.find_place(token)
        if entry is None:
            continue
        if not is_major(entry) and _is_verb(place_stem(token), sources):
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        if following not in PLACE_KINDS and not place_suffix(token) and not is_major(entry):
            # 大树 is a township somewhere, and far oftener a big tree.
            continue
        if following in PLACE_KINDS and not place_suffix(token):
            yield token + following, Name(kind=NameKind.PLACE, note=PLACE_KINDS[following])
            continue
        before = tokens[place - 1] if place else ""
        # Two characters are short enough to be cut off from a longer name.
        is_cut_off = before and len(token) == 2 and not sources.lexicon.find_place(before)  # noqa: PLR2004
        text = before + token if is_cut_off else token
        if text != token and sources.repeats[text] == sources.repeats[token] >= MIN_REPEATS:
            yield text, Name(kind=NameKind.PLACE, note=PLACE_KINDS.get(token[-1], ""))
        else:
            yield token, Name(kind=NameKind.PLACE, note=clean_sense(entry.senses[0]))


def _is_verb(text: str | None, sources: NameSources) -> bool:
    """Whether *text* is a verb too, which what follows may depend on: 会同 (jointly with)."""
    entries = sources.cedict.entries(text) if text else ()
    return any(sense.startswith("to ") for entry in entries for sense in entry.senses)


def place_by_kind(tokens: Tokens, _sources: NameSources) -> Iterator[tuple[str, Name]]:
    """Characters that make no word before the kind of a place: 榆|川|县, 哈|日|莫|敦|苏木.

    Met only once, it counts where at least two such characters stand before the kind.
    Not: 全|县, 各|村 (one character), 我们|村.
    """
    for place, token in enumerate(tokens):
        if token not in PLACE_KINDS:
            continue
        start = place
        while start > 0 and _is_name_part(tokens, start - 1) and place - start < MAX_PLACE_STEM:
            start -= 1
        if start < place and start > 0 and parse_numeral(tokens[start - 1]) is not None:
            # 二十|里|铺|村: a number may open a name, and never is one.
            start -= 1
        stem = "".join(tokens[start:place])
        if len(stem) >= 2:  # noqa: PLR2004 - see the docstring
            yield stem + token, Name(kind=NameKind.PLACE, note=PLACE_KINDS[token])


def _is_name_part(tokens: Tokens, place: int) -> bool:
    """Whether a token may belong to the name of a place.

    Grammar may not; what follows figures as their unit (3|月|15|日) neither.
    """
    token = tokens[place]
    return (
        len(token) == 1
        and token not in NOT_IN_PLACE_NAME
        and token not in PLACE_KINDS
        and not (place == 0 and token in _UNITS)
    )


def stems_of(names: Mapping[str, Name], sources: NameSources) -> Mapping[str, Name]:
    """Places spoken of without their kind more often than with it: 榆川 of 榆川县.

    Not: a stem that is a common word (会同县).
    """
    return {
        stem: Name(kind=NameKind.PLACE, note=name.note)
        for text, name in names.items()
        if name.kind is NameKind.PLACE
        and (stem := place_stem(text))
        and stem not in sources.cedict
        and sources.count(stem) > 2 * sources.count(text)
    }


def place_stem(text: str) -> str | None:
    """Give a place name without its kind, where that is a name by itself.

    >>> place_stem("榆川县"), place_stem("北镇")
    ('榆川', None)
    """
    suffix = place_suffix(text)
    stem = text[: -len(suffix)] if suffix else ""
    return stem if len(stem) >= 2 else None  # noqa: PLR2004 - one character is no name
