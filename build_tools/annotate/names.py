"""Proper names of an issue: found once, known in every story.

Each rule stands for one habit of newspapers and gives what it found; a name found
anywhere in the issue is a name wherever it stands.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from build_tools.annotate.foreign_names import foreign_names
from build_tools.annotate.name_evidence import NameSources, Tokens, count_repeats
from build_tools.annotate.person_names import (
    after_age,
    after_title,
    before_office,
    before_speech,
    known_name,
    listed_names,
    nickname,
    repeated,
    with_courtesy,
    withheld,
)
from build_tools.annotate.place_names import known_place, place_by_kind, stems_of
from build_tools.annotate.tokens import split_runs
from build_tools.annotate.words import Segmenter
from build_tools.annotation import Name, NameKind, WordKind
from build_tools.lexicon.cedict import Cedict
from build_tools.lexicon.names import NameLexicon
from build_tools.model import Byline, Issue, ParagraphKind, Story
from build_tools.parse.lines.bylines import find_signer
from build_tools.parse.stories.pictures import photographers

# All are asked; the first that names a text decides its note.
NAME_RULES: tuple[Callable[[Tokens, NameSources], Iterator[tuple[str, Name]]], ...] = (
    withheld,
    after_title,
    after_age,
    with_courtesy,
    before_speech,
    before_office,
    nickname,
    repeated,
    known_name,
    known_place,
    place_by_kind,
)


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
    sources = NameSources(lexicon=lexicon, cedict=cedict, repeats=count_repeats(runs), runs=runs)
    names: dict[str, Name] = {}
    for run in runs:
        tokens = segmenter.cut(run)
        for rule in NAME_RULES:
            for text, name in rule(tokens, sources):
                names.setdefault(text, name)
    names.update(foreign_names(texts))
    for text, name in listed_names(texts, sources):
        names.setdefault(text, name)
    names.update(stems_of(names, sources))
    return names


def byline_names(issue: Issue) -> Mapping[str, Name]:
    """Give the names of who wrote, took pictures and signed: these are certain.

    Who does several of these is named by the first.
    """
    stories = issue.stories
    wrote = [(one.names, _role_english(one.role)) for story in stories for one in story.bylines]
    took = [(one.names, "photographer") for story in stories for one in photographers(story)]
    signed = [(one.names, "signatory") for story in stories for one in _signers(story)]
    names: dict[str, Name] = {}
    for texts, note in (*wrote, *took, *signed):
        for text in texts:
            names.setdefault(text, Name(kind=NameKind.PERSON, note=note))
    return names


# The two characters of an office before the wider gap: 市　长　　章可亭.
_SPACED_OFFICE = re.compile(r"^(\w)\s(\w)(?=\s\s)")


def _signers(story: Story) -> Iterator[Byline]:
    """Read who signs a decree or a letter, with office and name: 副市长　　雷鸣皋　史玉珍."""
    for paragraph in story.paragraphs:
        if paragraph.kind is ParagraphKind.NOTE:
            signer = find_signer(_SPACED_OFFICE.sub(r"\1\2", paragraph.text))
            if signer is not None:
                yield signer


# In both scripts; the first that a role holds decides.
_ROLES = (
    ("通讯员", "correspondent"),
    ("通訊員", "correspondent"),
    ("摄", "photographer"),
    ("攝", "photographer"),
    ("记者", "reporter"),
    ("記者", "reporter"),
)


def _role_english(role: str) -> str:
    return next((english for chinese, english in _ROLES if chinese in role), "writer")
