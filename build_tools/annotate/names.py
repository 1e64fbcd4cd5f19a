"""Proper names of an issue: found once, known in every story.

Each rule stands for one habit of newspapers and gives what it found; a name found
anywhere in the issue is a name wherever it stands.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from build_tools.annotate.name_evidence import NameSources, Tokens, count_repeats
from build_tools.annotate.person_names import (
    after_age,
    after_title,
    before_speech,
    foreign_names,
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
from build_tools.parse.bylines import parse_bylines

# All are asked; the first that names a text decides its note.
NAME_RULES: tuple[Callable[[Tokens, NameSources], Iterator[tuple[str, Name]]], ...] = (
    withheld,
    after_title,
    after_age,
    with_courtesy,
    before_speech,
    nickname,
    repeated,
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
    names.update(stems_of(names, sources))
    return names


def byline_names(issue: Issue) -> Mapping[str, Name]:
    """Give the names of an issue's bylines and picture credits: these are certain."""
    bylines = [byline for story in issue.stories for byline in _all_bylines(story)]
    return {
        text: Name(kind=NameKind.PERSON, note=_role_english(byline.role))
        for byline in bylines
        for text in byline.names
    }


def _all_bylines(story: Story) -> Iterator[Byline]:
    yield from story.bylines
    for paragraph in story.paragraphs:
        if paragraph.kind is ParagraphKind.CREDIT:
            yield from parse_bylines(paragraph.text)


def _role_english(role: str) -> str:
    if "通讯员" in role:
        return "correspondent"
    if "摄" in role:
        return "photographer"
    return "reporter" if "记者" in role else "writer"
