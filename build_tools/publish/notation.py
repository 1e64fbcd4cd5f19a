r"""The page notation: annotated text that reads as text.

A generated page is front matter and a sequence of blocks:

    ::: headline
    破解(pòjiě) 执行(zhíxíng) 难(nán)
    = The enforcement deadlock, broken
    :::

A block opens with ``::: kind key=value …`` and closes with ``:::``. Its lines are
annotated text (one sentence a line), ``= `` English of the line above, ``~ `` a machine
draft of it, or, in tables, rows of cells between `` | ``.

A word is ``text(reading)``; words stand one space apart; what has no reading (figures,
punctuation, Latin) stands bare. After the reading may follow ``?`` and other possible
readings between ``/`` where the reading is not sure, then ``:`` and the kind of name:

    行(háng?xíng) 李晗(Lǐ Hán:person)

``\`` before a delimiter takes away its meaning; ``\s`` is a space of the text itself,
``\t`` and ``\n`` a tab and a line break, ``\u{2028}`` any other space or control character.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

FENCE = ":::"
ENGLISH = "= "
DRAFT = "~ "
CELL = " | "

_NAMED_ESCAPES = {"s": " ", "t": "\t", "n": "\n"}
_LETTER_BY_CHARACTER = {character: letter for letter, character in _NAMED_ESCAPES.items()}
# Every delimiter is escaped wherever it stands: one rule, no context to get wrong.
_DELIMITERS = re.compile(r"[\\()=~|:?/]")
_INVISIBLE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|([stn])|([^0-9A-Za-z]))")


class NotationError(ValueError):
    """A line does not follow the notation; the message shows the line."""


@dataclass(frozen=True, slots=True)
class NotatedWord:
    """One word of an annotated line."""

    text: str
    """As printed: ``破解``, ``26.25``, ``，``."""
    reading: str | None = None
    """Pinyin as spelled over the word (``pòjiě``); `None` where there is nothing to read."""
    alternatives: tuple[str, ...] = ()
    """Other possible readings; not empty means the reading is not sure."""
    name: str | None = None
    """Kind of name: ``person``, ``place``, ``organisation``, ``work``; `None` for a common word."""


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a page."""

    kind: str
    """What it holds: ``headline``, ``body``, ``glossary`` …"""
    lines: tuple[str, ...] = ()
    """The lines between the fences, still in notation."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """``key=value`` pairs of the opening line, unescaped."""


def escape(text: str) -> str:
    r"""Write *text* so that the notation reads it back as text.

    >>> escape("A (b) c")
    'A\\s\\(b\\)\\sc'
    """
    return _INVISIBLE.sub(_escape_invisible, _DELIMITERS.sub(r"\\\g<0>", text))


def _escape_invisible(match: re.Match[str]) -> str:
    character = match[0]
    letter = _LETTER_BY_CHARACTER.get(character)
    return f"\\{letter}" if letter else f"\\u{{{ord(character):x}}}"


def unescape(text: str) -> str:
    r"""Undo `escape`.

    >>> unescape(r"A\s\(b\)")
    'A (b)'
    """
    return _ESCAPE.sub(_unescape_one, text)


def _unescape_one(match: re.Match[str]) -> str:
    code, letter, literal = match.groups()
    if code:
        return chr(int(code, 16))
    return _NAMED_ESCAPES[letter] if letter else literal


def format_words(words: Iterable[NotatedWord]) -> str:
    """Write *words* as one line of annotated text.

    >>> format_words([NotatedWord("银行", "yínháng"), NotatedWord("。")])
    '银行(yínháng) 。'
    """
    return " ".join(_format_word(word) for word in words)


def _format_word(word: NotatedWord) -> str:
    if word.reading is None:
        return escape(word.text)
    # Readings are spelled with real spaces (Lǐ Hán): inside the brackets they need no escape.
    reading = _escape_reading(word.reading)
    if word.alternatives:
        reading += "?" + "/".join(_escape_reading(other) for other in word.alternatives)
    if word.name:
        reading += ":" + escape(word.name)
    return f"{escape(word.text)}({reading})"


def _escape_reading(reading: str) -> str:
    return " ".join(escape(part) for part in reading.split(" "))


_WORD = re.compile(
    r"(?P<text>(?:\\.|[^\\() ])+)"
    r"(?:\((?P<reading>(?:\\.|[^\\()?:/])*)"
    r"(?:\?(?P<others>(?:\\.|[^\\():?])*))?"
    r"(?::(?P<name>(?:\\.|[^\\():?/])*))?\))?"
    r"(?: |$)"
)


def parse_words(line: str) -> tuple[NotatedWord, ...]:
    """Read one line of annotated text.

    Raises:
        NotationError: *line* has a bracket or a space where none may stand.

    >>> parse_words("银行(yínháng) 。")[0].reading
    'yínháng'
    """
    words: list[NotatedWord] = []
    position = 0
    while position < len(line):
        match = _WORD.match(line, position)
        if match is None:
            message = f"not annotated text at column {position + 1}: {line!r}"
            raise NotationError(message)
        words.append(_parse_word(match))
        position = match.end()
    return tuple(words)


def _parse_word(match: re.Match[str]) -> NotatedWord:
    text, reading, others, name = match.group("text", "reading", "others", "name")
    return NotatedWord(
        text=unescape(text),
        reading=None if reading is None else unescape(reading),
        alternatives=tuple(map(unescape, _split(others, "/"))) if others is not None else (),
        name=unescape(name) if name else None,
    )


def _split(text: str, delimiter: str) -> list[str]:
    """Split at each *delimiter* that no backslash takes away."""
    parts = [""]
    for piece in re.findall(r"\\.|[^\\]", text):
        if piece == delimiter:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def format_row(cells: Sequence[str]) -> str:
    """Join *cells*, each already in notation, to one table row."""
    return CELL.join(cells)


def parse_row(line: str) -> tuple[str, ...]:
    """Split a table row into its cells, still in notation."""
    return tuple(line.split(CELL))


def format_block(block: Block) -> str:
    """Write one block, without a final line break."""
    attributes = "".join(f" {key}={escape(value)}" for key, value in block.attributes.items())
    return "\n".join((f"{FENCE} {block.kind}{attributes}", *block.lines, FENCE))


_OPENING = re.compile(r"::: ([a-z]+)((?: [a-z_]+=\S*)*)$")


def parse_blocks(lines: Sequence[str]) -> tuple[str | Block, ...]:
    """Split the lines of a page into blocks and, between them, lines as they are.

    Raises:
        NotationError: a block is opened and not closed.
    """
    parts: list[str | Block] = []
    position = 0
    while position < len(lines):
        opening = _OPENING.match(lines[position])
        if opening is None:
            parts.append(lines[position])
            position += 1
            continue
        try:
            end = lines.index(FENCE, position)
        except ValueError:
            message = f"block is never closed: {lines[position]!r}"
            raise NotationError(message) from None
        parts.append(
            Block(
                kind=opening[1],
                lines=tuple(lines[position + 1 : end]),
                attributes=_parse_attributes(opening[2]),
            )
        )
        position = end + 1
    return tuple(parts)


def _parse_attributes(text: str) -> dict[str, str]:
    pairs = (piece.partition("=") for piece in text.split())
    return {key: unescape(value) for key, _, value in pairs}
