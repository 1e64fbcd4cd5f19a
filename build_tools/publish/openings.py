"""How a story opens: its teaser's sentences, and its name where no headline was printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.annotation import (
    AnnotatedParagraph,
    AnnotatedStory,
    Sentence,
    Word,
    WordKind,
)
from build_tools.model import ParagraphKind
from build_tools.parse.lines.bylines import ROLE
from build_tools.parse.lines.datelines import DATELINE
from build_tools.parse.lines.marks import MARKS

MAX_NAME_CHARS = 20
"""Longest name of a story without a headline, in characters; a longer one fills a phone."""
MIN_CLAUSE_CHARS = 8
"""Shortest clause that is name enough; a shorter one may only give the day (12月8日，)."""
MAX_LEDE_CHARS = 90
"""Longest sentence of a teaser, in characters; papers without full stops have far longer ones."""
VERSE_CHARS = 12
"""How much of a poem a teaser shows, in characters: its first line may be a single one."""

_CLAUSE_ENDS = frozenset("，。；！？、,;!?")
_REPORTER = re.compile(rf"[（(【〔]{ROLE.pattern}[^（）()【】〔〕。]{{1,40}}[）)】〕]")
_ELLIPSIS = Word(
    text="…", kind=WordKind.PUNCTUATION, reading=None, entries=(), level=None, name=None
)
# What a reader reads; the others are about it.
_READ = frozenset(
    (ParagraphKind.BODY, ParagraphKind.CAPTION, ParagraphKind.VERSE, ParagraphKind.LIST)
)


def story_title(story: AnnotatedStory) -> str:
    """Give the headline, or the first words of a story without one; hanzi only."""
    if story.headline is not None:
        return story.headline.text
    return "".join(word.text for word in first_words(story))


def first_words(story: AnnotatedStory) -> tuple[Word, ...]:
    """Give the words that a story without a headline is called by, ``…`` where more follow.

    Its first clauses, without the mark and the dateline that many such stories share.

    Source: newspaper habit: ◎本报讯（记者 江月） 10月17日，国际象棋公园揭幕，园内…
    """
    words = [word for sentence in _first_sentences(story) for word in sentence.words]
    return _cut(words[_skipped(words) :], MAX_NAME_CHARS) or (_ELLIPSIS,)


def _first_sentences(story: AnnotatedStory) -> Sequence[Sentence]:
    """Give the sentences of the first paragraph; of a notice without any, a line over its text."""
    if lead := _lead(story):
        return lead[0].sentences
    return tuple(filter(None, (story.kicker, story.deck, story.section)))[:1]


def _cut(words: Sequence[Word], max_chars: int) -> tuple[Word, ...]:
    """Give the clauses, or else the words, that *max_chars* have room for."""
    length, end, clause_end = 0, 0, 0
    for word in words:
        length += len(word.text)
        if length > max_chars:
            break
        if word.text in _CLAUSE_ENDS and length > MIN_CLAUSE_CHARS:
            clause_end = end
        end += 1
    if end == len(words):
        return tuple(words)
    if end == 0:
        # A single endless word, such as an address.
        return (replace(words[0], text=words[0].text[:max_chars], reading=None), _ELLIPSIS)
    return (*words[: clause_end or end], _ELLIPSIS)


def _skipped(words: Sequence[Word]) -> int:
    """Count the words before the first one that is about the story; 0 if there is no such word."""
    text = "".join(word.text for word in words)
    rest = text.lstrip(MARKS).lstrip()
    while opening := DATELINE.match(rest) or _REPORTER.match(rest):
        rest = rest[opening.end() :].lstrip()
    place, count = len(text) - len(rest), 0
    while count < len(words) and place > 0:
        place -= len(words[count].text)
        count += 1
    return count if count < len(words) else 0


def teaser_sentences(story: AnnotatedStory, min_chars: int) -> Iterator[Sentence]:
    """Give the first sentences of *story*, up to *min_chars* characters and the end of one.

    Of a poem its first lines, of all else no more than one paragraph.
    """
    lead = _lead(story)
    is_verse = any(paragraph.kind is ParagraphKind.VERSE for paragraph in lead)
    wanted = VERSE_CHARS if is_verse else min_chars
    total = 0
    for paragraph in lead if is_verse else lead[:1]:
        for sentence in paragraph.sentences:
            yield replace(sentence, words=_cut(sentence.words, MAX_LEDE_CHARS))
            total += len(sentence.text)
            if total >= wanted:
                return


def _lead(story: AnnotatedStory) -> Sequence[AnnotatedParagraph]:
    """Give the paragraphs from the first one that a reader reads, as long as their kind holds."""
    places = (place for place, one in enumerate(story.paragraphs) if one.kind in _READ)
    rest = story.paragraphs[next(places, 0) :]
    return tuple(takewhile(lambda one: one.kind is rest[0].kind, rest))
