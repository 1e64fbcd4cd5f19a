"""Sentences to the text notation: ``银行(yínháng) 李晗(Lǐ Hán:person)``."""

from collections.abc import Mapping

from build_tools.annotate.corrections import Corrections
from build_tools.annotate.cutting import WordCutter
from build_tools.annotate.lexicon import Lexicon
from build_tools.annotate.names import find_names
from build_tools.annotate.readings import ReadingTables, read_words
from build_tools.annotate.stories import annotate_issue
from build_tools.annotation import AnnotatedIssue, Translation, Word
from build_tools.parse.folders import Masthead
from build_tools.parse.source.files import parse_source_text
from build_tools.parse.split import split_issue
from build_tools.publish.notation import NotatedWord, format_words


def notate(text: str, lexicon: Lexicon) -> str:
    """Cut and read *text* as one sentence of an issue that holds nothing else."""
    names = find_names((text,), lexicon.segmenter, lexicon.names, lexicon.cedict)
    tables = ReadingTables(phrases=lexicon.phrases, segmenter=lexicon.segmenter, corrections={})
    words = WordCutter(lexicon.segmenter, names).cut(text)
    readings = read_words(words, names, tables)
    return format_words(
        NotatedWord(
            word,
            reading.spelling if reading else None,
            reading.alternatives if reading else (),
            str(names[word].kind) if word in names else None,
        )
        for word, reading in zip(words, readings, strict=True)
    )


def annotate(
    text: str,
    lexicon: Lexicon,
    corrections: Corrections | None = None,
    english: Mapping[tuple[str, str], Translation] | None = None,
) -> AnnotatedIssue:
    """Split and annotate *text* as the issue ``case`` of the paper 云溪报."""
    source = parse_source_text(text.encode(), name="case/issue.txt")
    masthead = Masthead(issue_id="case", paper="云溪报", paper_english="Yunxi News")
    issue = split_issue(source, masthead)
    return annotate_issue(issue, lexicon, corrections or Corrections(), english or {})


def all_words(issue: AnnotatedIssue) -> tuple[Word, ...]:
    """Give the words of all headings and paragraphs of *issue*."""
    return tuple(
        word
        for story in issue.stories
        for sentence in (
            *filter(None, (story.section, story.kicker, story.headline, story.deck)),
            *(sentence for paragraph in story.paragraphs for sentence in paragraph.sentences),
        )
        for word in sentence.words
    )
