"""Characters of the text that a reader cannot see, or sees as an empty box."""

import re
from collections.abc import Iterator

from build_tools.check.codes import make_finding
from build_tools.model import Finding, SourceSpan
from build_tools.parse.source.files import SourceText

MAX_LINES_LISTED = 5
"""Findings of one code that name a line each; one more says how many lines follow."""
NEIGHBOURS = 6
"""How much of the line is quoted on either side, in characters."""

# Source: Unicode Standard Annex 9: embeddings, overrides and isolates reorder what follows.
_REORDERING = "\u202a-\u202e\u2066-\u2069"
# What text out of a PDF or of another encoding has in place of a character it lost: the
# replacement character, private use, noncharacters.
_LOST = "\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | low) for plane in range(15) for low in (0xFFFE, 0xFFFF)
)
# Soft hyphen, joiners, direction marks, zero width spaces, byte order marks of joined files,
# annotation marks, tags. Variation selectors are none of these: they choose a form of a hanzi.
_INVISIBLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
CHARACTERS_BY_CODE = {
    "P004": re.compile(f"[{_REORDERING}]"),
    "P005": re.compile(f"[{_LOST}]"),
    "P006": re.compile(f"[{_INVISIBLE}]"),
}
_ANY = re.compile(f"[{_REORDERING}{_LOST}{_INVISIBLE}]")


def find_in_text(source: SourceText) -> Iterator[Finding]:
    """Findings of the text itself: one a line and code, the first few of each.

    The characters stay in the text: nothing that was given is dropped.
    """
    for code, characters in CHARACTERS_BY_CODE.items():
        found = [
            (line_no, match)
            for line_no, line in enumerate(source.lines, start=1)
            if (match := characters.search(line))
        ]
        for line_no, match in found[:MAX_LINES_LISTED]:
            yield make_finding(code, _quote(match), _span(source, line_no))
        if rest := found[MAX_LINES_LISTED:]:
            where = f"in {len(rest)} more line{'s' if len(rest) > 1 else ''}, to {rest[-1][0]}"
            yield make_finding(code, where, _span(source, rest[0][0]))


def _span(source: SourceText, line_no: int) -> SourceSpan:
    return SourceSpan(file=source.name, first_line=line_no, last_line=line_no)


def _quote(match: re.Match[str]) -> str:
    """Show a character by its number, between its neighbours.

    Its neighbours too: a message must not be reordered by what it warns of.
    """
    line = match.string
    before = line[max(match.start() - NEIGHBOURS, 0) : match.start()]
    after = line[match.end() : match.end() + NEIGHBOURS]
    shown = _ANY.sub(lambda other: _number(other[0]), before + match[0] + after)
    return f"{_number(match[0])} in {shown}"


def _number(char: str) -> str:
    return f"<U+{ord(char):04X}>"
