"""`Issue` to `AnnotatedIssue`: the one function that knows all steps of the annotation."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from build_tools.annotate.corrections import Corrections, find_placed
from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.difficulty import choose_key_words, measure_difficulty
from build_tools.annotate.glosses import find_entries, put_first
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import byline_names, find_names
from build_tools.annotate.numerals import parse_numeral
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotate.sentences import split_sentences
from build_tools.annotate.tokens import split_runs, undouble
from build_tools.annotate.translations import SECTION_CONTEXT, TranslationMemory, find_homeless
from build_tools.annotate.wide_words import close, part_wide
from build_tools.annotation import (
    AnnotatedByline,
    AnnotatedIssue,
    AnnotatedParagraph,
    AnnotatedStory,
    GlossaryEntry,
    GlossaryRow,
    Name,
    NameKind,
    Reading,
    Sentence,
    Translation,
    TranslationState,
    Word,
    WordKind,
)
from build_tools.errors import LossError
from build_tools.lexicon.glosses import find_senses
from build_tools.lexicon.levels import LEVEL_LIST
from build_tools.model import Issue, Paragraph, ParagraphKind, Story
from build_tools.pinyin import capitalise

# A line of verse stays one line, whatever sentences it holds; a credit has none.
_WHOLE = frozenset((ParagraphKind.CREDIT, ParagraphKind.VERSE))


def annotate_issue(
    issue: Issue, lexicon: Lexicon, corrections: Corrections, english: TranslationMemory
) -> AnnotatedIssue:
    """Give every word of *issue* its reading, meaning and level, every sentence its English.

    Raises:
        LossError: words do not join to the text they were cut from (never expected).
    """
    names = find_issue_names(issue, lexicon, corrections)
    story_ids = {story.story_id for story in issue.stories}
    annotator = _Annotator(lexicon, corrections, english, names, story_ids)
    paper_english = issue.paper_english
    paper = annotator.sentence(issue.paper, context="", used=Counter())
    return AnnotatedIssue(
        issue_id=issue.issue_id,
        paper=Sentence(
            sentence_id=paper.sentence_id,
            words=tuple(map(_as_name, paper.words)),
            translation=Translation(text=paper_english, state=TranslationState.HUMAN)
            if paper_english
            else None,
        ),
        date=issue.date,
        edition=issue.edition,
        source=issue.source,
        rights=issue.rights,
        is_invented=issue.is_invented,
        dictionary=lexicon.cedict.edition,
        level_list=LEVEL_LIST,
        stories=tuple(annotator.story(story) for story in issue.stories),
    )


def find_issue_names(
    issue: Issue, lexicon: Lexicon, corrections: Corrections
) -> Mapping[str, Name]:
    """Give all names of *issue*: found in its text, named by its bylines, set by its editor."""
    found = find_names(tuple(_texts(issue)), lexicon.segmenter, lexicon.names, lexicon.cedict)
    parted = {"".join(text.split(" ")) for text in corrections.words if " " in text}
    found = {text: name for text, name in found.items() if text not in parted}
    return {**found, **byline_names(issue), **corrections.names}


def _as_name(word: Word) -> Word:
    """Give a word of the paper's own name its capital."""
    if word.reading is None:
        return word
    spelling = capitalise(word.reading.spelling)
    return replace(word, reading=replace(word.reading, spelling=spelling))


def _texts(issue: Issue) -> Iterator[str]:
    yield issue.paper
    for story in issue.stories:
        yield from filter(None, (story.kicker, story.headline, story.deck))
        yield from (paragraph.text for paragraph in story.paragraphs)


class _Annotator:
    """Holds what all stories of one issue share."""

    def __init__(
        self,
        lexicon: Lexicon,
        corrections: Corrections,
        english: TranslationMemory,
        names: Mapping[str, Name],
        story_ids: Collection[str],
    ) -> None:
        self._lexicon = lexicon
        self._corrections = corrections
        self._english = english
        self._homeless = find_homeless(english, story_ids)
        self._names = names
        self._headline = ""
        self._known_words: dict[tuple[str, Reading | None], Word] = {}
        self._cutter = WordCutter(lexicon.segmenter, (*names, *corrections.words))
        self._tables = ReadingTables(
            phrases=lexicon.phrases,
            segmenter=lexicon.segmenter,
            corrections=corrections.readings,
            spellings=corrections.spellings,
        )

    def story(self, story: Story) -> AnnotatedStory:
        used: Counter[str] = Counter()
        self._headline = story.headline or ""

        def heading(text: str | None, context: str = story.story_id) -> Sentence | None:
            return self.sentence(text, context, used) if text else None

        section = heading(story.section, SECTION_CONTEXT)
        kicker, headline, deck = map(heading, (story.kicker, story.headline, story.deck))
        bylines = tuple(
            AnnotatedByline(
                role=self.words(byline.role),
                names=tuple(chain.from_iterable(map(self.words, byline.names))),
            )
            for byline in story.bylines
            if not byline.is_inline
        )
        paragraphs = tuple(self.paragraph(p, story.story_id, used) for p in story.paragraphs)
        headings = tuple(s for s in (kicker, headline, deck) if s)
        printed = (p for p in paragraphs if p.kind is not ParagraphKind.CREDIT)
        sentences = (*headings, *(s for p in printed for s in p.sentences))
        running = tuple(word for sentence in sentences for word in sentence.words)
        credits_ = (p for p in paragraphs if p.kind is ParagraphKind.CREDIT)
        all_words = (
            *running,
            *(w for p in credits_ for s in p.sentences for w in s.words),
            *(w for b in bylines for w in (*b.role, *b.names)),
        )
        glossary = _count_rows(w for w in running if w.kind is WordKind.HAN and not w.name)
        return AnnotatedStory(
            story_id=story.story_id,
            kind=story.kind,
            section=section,
            kicker=kicker,
            headline=headline,
            deck=deck,
            bylines=bylines,
            paragraphs=paragraphs,
            key_words=choose_key_words(
                glossary, headline.words if headline else (), self._lexicon.level_by_word
            ),
            glossary=glossary,
            names=_count_rows(w for w in all_words if w.name),
            difficulty=measure_difficulty(running),
            span=story.span,
        )

    def paragraph(
        self, paragraph: Paragraph, context: str, used: Counter[str]
    ) -> AnnotatedParagraph:
        if paragraph.kind in _WHOLE:
            texts: tuple[str, ...] = (paragraph.text,)
        else:
            texts = split_sentences(paragraph.text)
        sentences = tuple(self.sentence(text, context, used) for text in texts)
        if "".join(sentence.text for sentence in sentences) != paragraph.text:
            raise LossError(str(paragraph.span), "words do not join", "Report it to the project.")
        return AnnotatedParagraph(kind=paragraph.kind, sentences=sentences, span=paragraph.span)

    def sentence(self, text: str, context: str, used: Counter[str]) -> Sentence:
        sentence_id = "c" + hashlib.sha256(text.encode()).hexdigest()[:8]
        used[sentence_id] += 1
        repeat = f"-{used[sentence_id]}" if used[sentence_id] > 1 else ""
        return Sentence(
            sentence_id=sentence_id + repeat,
            words=self.words(text),
            translation=self._english.get((context, text)) or self._homeless.get(text),
        )

    def words(self, text: str) -> tuple[Word, ...]:
        texts = tuple(self._cut(text))
        closed = tuple(map(close, texts))
        readings = [*read_words(closed, self._names, self._tables)]
        for place, syllables in find_placed(closed, self._corrections.placed, self._headline):
            corrected = replace(self._tables, corrections={closed[place]: syllables}, known={})
            readings[place] = read_words(closed, self._names, corrected)[place]
        return tuple(
            self._find_word(word, reading) for word, reading in zip(texts, readings, strict=True)
        )

    def _cut(self, text: str) -> Iterator[str]:
        pieces = part_wide(text, self._is_person, self._is_common_word)
        for place, piece in enumerate(pieces):
            if place % 2:
                yield piece
            elif piece:
                yield from self._cutter.cut(piece)

    def _is_person(self, text: str) -> bool:
        name = self._names.get(text)
        return name is not None and name.kind is NameKind.PERSON

    def _is_common_word(self, text: str) -> bool:
        return bool(self._lexicon.segmenter.tag(text))

    def _find_word(self, text: str, reading: Reading | None) -> Word:
        """Give a word; the same text with the same reading is made once an issue."""
        key = (text, reading)
        if key not in self._known_words:
            self._known_words[key] = self._word(text, reading)
        return self._known_words[key]

    def _word(self, text: str, reading: Reading | None) -> Word:
        kind = WordKind.HAN if reading else split_runs(text)[0][0]
        known = close(text)
        name = self._names.get(known)
        return Word(
            text=text,
            kind=kind,
            reading=reading,
            entries=self._entries(known, reading) if reading and name is None else (),
            level=None if name else self._lexicon.level_by_word.get(known),
            name=name,
        )

    def _entries(self, text: str, reading: Reading) -> tuple[GlossaryEntry, ...]:
        """Give the entries of a word, those of 干净 for 干干净净, reviewed senses first."""
        cedict, segmenter = self._lexicon.cedict, self._lexicon.segmenter
        found = find_entries(text, reading, cedict, tag=segmenter.tag(text))
        if not found and (pair := undouble(text)):
            found = find_entries(pair, None, cedict, tag=segmenter.tag(pair))
        if not found and (value := parse_numeral(text)) is not None:
            found = put_first(text, found, (f"{value:,}",), source="number")
        reviewed = find_senses(self._lexicon.reviewed_senses, text, reading.spelling)
        found = put_first(text, found, reviewed, source="lexicon")
        return put_first(text, found, self._corrections.senses.get(text), source="editor")


def _count_rows(words: Iterable[Word]) -> tuple[GlossaryRow, ...]:
    """Give each word once with its count, in order of appearance."""
    first: dict[tuple[str, str], Word] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for word in words:
        key = (close(word.text), word.reading.spelling if word.reading else "")
        first.setdefault(key, word)
        counts[key] += 1
    return tuple(GlossaryRow(word=word, count=counts[key]) for key, word in first.items())
