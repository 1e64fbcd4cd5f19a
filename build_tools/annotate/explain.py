"""Why a text is cut and read as it is, for ``kanbao explain``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.annotate.context import Context
from build_tools.annotate.corrections import Corrections
from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.function_words import RULES, WORD_RULES
from build_tools.annotate.glosses import find_entries
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotate.transliteration import read_foreign
from build_tools.annotation import Name, NameKind, Reading, ReadingSource
from build_tools.lexicon.phrases import load_reasons

MAX_SENSES = 3
"""Senses shown of each word."""
_WHY = {
    ReadingSource.CORRECTION: "corrections.toml says so",
    ReadingSource.PHRASE: "a word of the dictionaries",
    ReadingSource.PARTS: "no dictionary has it: read by the longest words inside it",
    ReadingSource.CHARACTER: "the usual reading of the character by itself",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedWord:
    """One word of a text, and what decided on it."""

    text: str
    """As cut."""
    spelling: str
    """As printed over it; empty for what has no reading."""
    why: str
    """What its reading came from; empty for what has none."""
    others: tuple[str, ...]
    """What else it could be read, as printed."""
    senses: tuple[str, ...]
    """Its first meanings; empty for names."""


def explain_text(
    text: str, lexicon: Lexicon, names: Mapping[str, Name], corrections: Corrections
) -> Iterator[ExplainedWord]:
    """Cut and read *text*, and say of every word what decided.

    Args:
        text: a word or a sentence.
        lexicon: what is known before any issue.
        names: of the issue, or of the text alone.
        corrections: of the issue; none by default of the caller.
    """
    tables = ReadingTables(
        phrases=lexicon.phrases,
        segmenter=lexicon.segmenter,
        corrections=corrections.readings,
        spellings=corrections.spellings,
    )
    words = WordCutter(lexicon.segmenter, (*names, *corrections.words)).cut(text)
    readings = read_words(words, names, tables)
    for place, (word, reading) in enumerate(zip(words, readings, strict=True)):
        if reading is None:
            yield ExplainedWord(text=word, spelling="", why="", others=(), senses=())
            continue
        context = Context(words, place, lexicon.segmenter.tag)
        name = names.get(word)
        entries = find_entries(word, reading, lexicon.cedict, tag=lexicon.segmenter.tag(word))
        yield ExplainedWord(
            text=word,
            spelling=reading.spelling,
            why=_why(context, reading, name),
            others=() if name else _others(word, reading, lexicon),
            senses=() if name or not entries else entries[0].senses[:MAX_SENSES],
        )


def _why(context: Context, reading: Reading, name: Name | None) -> str:
    word = context.words[context.place]
    if name is not None and reading.source is ReadingSource.NAME:
        parts = [f"a name: {name.kind}", name.note, _surname_rule(name)]
        return ", ".join(filter(None, parts))
    if reading.source is ReadingSource.OVERRIDE:
        # A character by itself is read so only as a part: 像|差.
        reason = load_reasons().get(word) if len(word) > 1 else None
        return f"reviewed: {reason or 'part of a reviewed word'}"
    if reading.source is ReadingSource.RULE:
        return f"by its neighbours: {_rule_of(context)}"
    if reading.source is ReadingSource.CHARACTER and word in load_reasons():
        return f"{_WHY[reading.source]}: {load_reasons()[word]}"
    return _WHY[reading.source]


def _surname_rule(name: Name) -> str:
    return "its surname read as one" if name.kind is NameKind.PERSON else ""


def _rule_of(context: Context) -> str:
    """Give what the rule that decided says of itself, in its first line."""
    word = context.words[context.place]
    rule = RULES.get(word) or WORD_RULES.get(word)
    deciding = rule if rule is not None and rule(context) else read_foreign
    return (deciding.__doc__ or "").strip().split("\n")[0].rstrip(".")


def _others(word: str, reading: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """Give the dictionaries' other readings of *word*."""
    found = lexicon.phrases.all_readings(word)
    return tuple(
        dict.fromkeys(spelling for spelling in found if spelling != reading.spelling.lower())
    )


def format_explanation(words: Iterator[ExplainedWord]) -> str:
    """Write one line a word: the word, its reading, why, what else it could be, its meaning.

    Punctuation has a line of its own without more.
    """
    return "".join(f"{_format_word(word)}\n" for word in words)


def _format_word(word: ExplainedWord) -> str:
    if not word.why:
        return word.text.strip() or "(space)"
    fields = [word.text, word.spelling, word.why]
    if word.others:
        fields.append("also " + ", ".join(word.others))
    if word.senses:
        fields.append("; ".join(word.senses))
    return "\n    ".join(("  ".join(fields[:2]), *fields[2:]))
