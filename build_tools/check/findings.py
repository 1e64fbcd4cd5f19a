"""What a build was unsure of, told from the finished values alone."""

from collections.abc import Iterator, Mapping, Sequence

from build_tools.annotation import (
    AnnotatedIssue,
    AnnotatedStory,
    ReadingSource,
    Sentence,
    TranslationState,
    Word,
    WordKind,
)
from build_tools.check.codes import make_finding
from build_tools.model import Finding, Issue, ParagraphKind, SourceSpan
from build_tools.parse.lines.layout import FINISHED

EXCERPT_CHARS = 16
"""How much of a text a message quotes, in characters."""
_RUNNING = frozenset((ParagraphKind.BODY, ParagraphKind.CAPTION))


def find_in_issue(issue: Issue) -> Iterator[Finding]:
    """Findings of the split: what is on no page, what was mended, guessed or has no end."""
    for line in issue.unplaced:
        yield make_finding("P001", _quote(line.text), line.span)
    for mend in issue.mends:
        yield make_finding("P002", f"…{mend.before}|{mend.after}…", mend.span)
    for misfit in issue.misfits:
        yield make_finding("P007", misfit.text, misfit.span)
    for line in issue.newcomers:
        yield make_finding("P008", _quote(line.text), line.span)
    starts = {story.span.first_line for story in issue.stories}
    for line in issue.guesses:
        decided = "opens a story" if line.span.first_line in starts else "is a sub-heading"
        yield make_finding("P009", f"{_quote(line.text)} {decided}", line.span)
    for story in issue.stories:
        for paragraph in story.paragraphs:
            if paragraph.kind in _RUNNING and paragraph.text[-1] not in FINISHED:
                yield make_finding("P003", f"…{paragraph.text[-EXCERPT_CHARS:]}", paragraph.span)


def find_in_annotation(issue: AnnotatedIssue) -> Iterator[Finding]:
    """Findings of the annotation: words, readings and sentences, each text once a story.

    An issue without any English is one finding, not one a sentence.
    """
    has_english = any(
        sentence.translation for story in issue.stories for sentence, *_ in _sentences(story)
    )
    if issue.stories and not has_english:
        count = sum(wants for story in issue.stories for *_, wants in _sentences(story))
        yield make_finding("T001", f"any of the {count} sentences", issue.stories[0].span)
    for story in issue.stories:
        seen: set[tuple[str, str]] = set()
        for sentence, span, wants_english in _sentences(story):
            for finding in _in_sentence(
                sentence, span, wants_english=wants_english and has_english
            ):
                key = (finding.code, finding.message)
                if key not in seen:
                    seen.add(key)
                    yield finding


def _sentences(story: AnnotatedStory) -> Iterator[tuple[Sentence, SourceSpan, bool]]:
    for heading in (story.section, story.kicker, story.headline, story.deck):
        if heading is not None:
            yield heading, story.span, True
    for paragraph in story.paragraphs:
        for sentence in paragraph.sentences:
            # A credit line is names; its English would repeat its pinyin.
            yield sentence, paragraph.span, paragraph.kind is not ParagraphKind.CREDIT


def _in_sentence(sentence: Sentence, span: SourceSpan, *, wants_english: bool) -> Iterator[Finding]:
    for word in sentence.words:
        if word.kind is not WordKind.HAN or word.reading is None:
            continue
        if not all(syllable.base for syllable in word.reading.syllables):
            yield make_finding("A003", word.text, span)
        if word.reading.alternatives:
            others = ", ".join(word.reading.alternatives)
            message = (
                f"{word.text} {word.reading.spelling}, also {others}, in {_quote(sentence.text)}"
            )
            yield make_finding("A002", message, span)
        if not word.entries and word.name is None:
            yield make_finding("A001", word.text, span)
    if wants_english and sentence.translation is None:
        yield make_finding("T001", _quote(sentence.text), span)
    elif sentence.translation and sentence.translation.state is TranslationState.DRAFT:
        yield make_finding("T002", _quote(sentence.text), span)


def find_idle_corrections(
    line_by_text: Mapping[str, int], issue: AnnotatedIssue, corrections_file: str
) -> Iterator[Finding]:
    """Corrections whose text is no word of the issue.

    Args:
        line_by_text: where each stands in its file.
        issue: after all corrections.
        corrections_file: as it is shown.
    """
    words = {word.text for story in issue.stories for word in _words(story)}
    words |= {word.text for word in issue.paper.words}
    for text, line_no in line_by_text.items():
        parts = text.split(" ")
        if not words.issuperset(parts):
            span = SourceSpan(file=corrections_file, first_line=line_no, last_line=line_no)
            yield make_finding("C001", text, span)


def find_idle_places(
    lines: Sequence[tuple[str, str, int]], issue: AnnotatedIssue, corrections_file: str
) -> Iterator[Finding]:
    """Readings for one place or story that stand nowhere.

    Args:
        lines: word, the words around it (empty for none) and the line of the file, of each.
        issue: after all corrections.
        corrections_file: as it is shown.
    """
    sentences = [s for story in issue.stories for s, *_ in _sentences(story)]
    for word, within, line_no in lines:
        is_used = any(
            one.text == word and one.reading and one.reading.source is ReadingSource.CORRECTION
            for sentence in sentences
            if within in sentence.text
            for one in sentence.words
        )
        if not is_used:
            span = SourceSpan(file=corrections_file, first_line=line_no, last_line=line_no)
            yield make_finding("C001", within or word, span)


def _words(story: AnnotatedStory) -> Iterator[Word]:
    for sentence, *_ in _sentences(story):
        yield from sentence.words
    for byline in story.bylines:
        yield from (*byline.role, *byline.names)


def _quote(text: str) -> str:
    return text if len(text) <= EXCERPT_CHARS else f"{text[:EXCERPT_CHARS]}…"
