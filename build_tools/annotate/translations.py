"""The English of an issue: ``en.po``, one entry a sentence, its story as context."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from build_tools.annotation import AnnotatedIssue, Sentence, Translation, TranslationState
from build_tools.errors import TranslationFileError
from build_tools.model import ParagraphKind

SECTION_CONTEXT = "section"
"""Context of section names, which several stories share."""
_PO_LINE = re.compile(
    r"""(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:\\.|[^"\\])*+\""""
)
_NO_WRAP = 1_000_000
# Fixed, so that the same English gives the same bytes; no clock, no names.
_METADATA = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "en",
}

TranslationMemory = Mapping[tuple[str, str], Translation]
"""By context (story id) and Chinese text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationUnit:
    """One text that wants English."""

    context: str
    """Story id, or `SECTION_CONTEXT`."""
    text: str
    """Chinese, as printed."""
    pinyin: str
    """For the translator's eye."""
    place: tuple[str, int]
    """File and line."""


def load_translations(path: Path | None) -> TranslationMemory:
    """Read ``en.po``; without one nothing is translated.

    A fuzzy entry is a draft; an empty or obsolete one is no translation.

    Raises:
        TranslationFileError: the file is no PO file.
    """
    if path is None:
        return {}
    return {
        (entry.msgctxt or "", entry.msgid): _translation(entry)
        for entry in _load_po(path)
        if entry.msgstr.strip() and not entry.obsolete
    }


def _translation(entry: polib.POEntry) -> Translation:
    return Translation(
        text=entry.msgstr.strip(),
        state=TranslationState.DRAFT if entry.fuzzy else TranslationState.HUMAN,
    )


def find_homeless(
    memory: TranslationMemory, contexts: Collection[str]
) -> Mapping[str, Translation]:
    """Give the English of sentences whose story is not in the issue any more, by their text.

    A corrected headline gives its story another id; its sentences keep their English so. A
    text that two such stories say differently is left out.

    Args:
        memory: all English of the issue.
        contexts: ids of the stories that the issue has.
    """
    found: dict[str, set[Translation]] = {}
    for (context, text), english in memory.items():
        if context != SECTION_CONTEXT and context not in contexts:
            found.setdefault(text, set()).add(english)
    return {text: next(iter(english)) for text, english in found.items() if len(english) == 1}


def _load_po(path: Path) -> polib.POFile:
    shown = f"{path.parent.name}/{path.name}"
    _refuse_open_quotes(path, shown)
    try:
        return polib.pofile(str(path), wrapwidth=_NO_WRAP, encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as err:
        problem = f"is no PO file ({err})".replace(str(path), shown)
        raise TranslationFileError(shown, problem, "Open it in a PO editor and save it.") from err


def _refuse_open_quotes(path: Path, shown: str) -> None:
    """Stop before a line whose text has no end: the PO reader would cut it silently."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return  # The reader says it better.
    for line_no, line in enumerate(lines, start=1):
        plain = line.removeprefix("#~").removeprefix("#|").strip()
        if plain and not plain.startswith("#") and not _PO_LINE.fullmatch(plain):
            problem = "is no line of a PO file, or its quotation mark is not closed"
            raise TranslationFileError(
                f"{shown}:{line_no}", problem, "Mend the line, or open the file in a PO editor."
            )


def format_translations(units: Iterable[TranslationUnit], existing: Path | None) -> str:
    """Write the PO file for *units*, keeping every translation that *existing* holds.

    Order is the issue's; what no unit asks for any more is kept as obsolete.

    Raises:
        TranslationFileError: *existing* is no PO file.
    """
    units = tuple(units)
    contexts = {unit.context for unit in units}
    old = _by_key(_load_po(existing)) if existing else {}
    catalogue = polib.POFile(wrapwidth=_NO_WRAP)
    catalogue.metadata = dict(_METADATA)
    for unit in units:
        known = old.pop((unit.context, unit.text), None) or _pop_homeless(old, unit, contexts)
        entry = polib.POEntry(
            msgctxt=unit.context,
            msgid=unit.text,
            msgstr=known.msgstr if known else "",
            flags=known.flags if known else [],
            tcomment=known.tcomment if known else "",
            comment=unit.pinyin,
            occurrences=[(unit.place[0], str(unit.place[1]))],
        )
        catalogue.append(entry)
    for entry in old.values():
        if entry.msgstr:
            entry.obsolete = True
            catalogue.append(entry)
    return f"{catalogue}\n"


def _pop_homeless(
    old: dict[tuple[str, str], polib.POEntry], unit: TranslationUnit, contexts: Collection[str]
) -> polib.POEntry | None:
    """Take the entry of a sentence whose story has another id now, if only one story has it."""
    keys = [key for key in old if key[1] == unit.text and key[0] not in contexts]
    if len(keys) != 1 or keys[0][0] == SECTION_CONTEXT or not old[keys[0]].msgstr:
        return None
    return old.pop(keys[0])


def _by_key(entries: Iterable[polib.POEntry]) -> dict[tuple[str, str], polib.POEntry]:
    """Give the entries by context and Chinese; one that holds wins over an obsolete one."""
    obsolete_first = sorted(entries, key=lambda entry: not entry.obsolete)
    return {(entry.msgctxt or "", entry.msgid): entry for entry in obsolete_first}


def list_units(issue: AnnotatedIssue, text_file: str) -> tuple[TranslationUnit, ...]:
    """Give every text of *issue* that wants English, in the paper's order, each once a story.

    Credit lines are left out: they are names.
    """
    units: dict[tuple[str, str], TranslationUnit] = {}
    for context, sentence, line_no in _translatable(issue):
        spelled = " ".join(w.reading.spelling if w.reading else w.text for w in sentence.words)
        unit = TranslationUnit(
            context=context, text=sentence.text, pinyin=spelled, place=(text_file, line_no)
        )
        units.setdefault((context, sentence.text), unit)
    return tuple(units.values())


def _translatable(issue: AnnotatedIssue) -> Iterator[tuple[str, Sentence, int]]:
    for story in issue.stories:
        first_line = story.span.first_line
        if story.section is not None:
            yield SECTION_CONTEXT, story.section, first_line
        for heading in (story.kicker, story.headline, story.deck):
            if heading is not None:
                yield story.story_id, heading, first_line
        for paragraph in story.paragraphs:
            if paragraph.kind is not ParagraphKind.CREDIT:
                for sentence in paragraph.sentences:
                    yield story.story_id, sentence, paragraph.span.first_line
