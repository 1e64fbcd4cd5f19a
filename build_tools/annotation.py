"""The values of an annotated issue: words with readings and meanings, sentences with English."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model import ParagraphKind, SourceSpan, StoryKind


class WordKind(StrEnum):
    """What a word is made of."""

    HAN = "han"
    """Hanzi, or a name or corrected word with other characters among them: ``银行``."""
    NUMBER = "number"
    """Figures: ``26.25``, ``11.83%``."""
    LATIN = "latin"
    """Letters: ``GDP``."""
    PUNCTUATION = "punctuation"
    """Punctuation, spaces and everything else."""


class NameKind(StrEnum):
    """What a proper name names."""

    PERSON = "person"
    """``李晗``, ``孙某平``, ``老霍``."""
    PLACE = "place"
    """``呼和浩特市``."""
    ORGANISATION = "organisation"
    """``云溪县人民法院``."""


class ReadingSource(StrEnum):
    """What decided a reading, in falling order of authority."""

    CORRECTION = "correction"
    """The editor's word, from ``corrections.toml``."""
    NAME = "name"
    """A surname or place-name reading."""
    OVERRIDE = "override"
    """The project's reviewed list, each entry with its reason."""
    RULE = "rule"
    """A rule for a function word in its context (得 地 为 长 …)."""
    PHRASE = "phrase"
    """The whole word stands in the merged phrase table."""
    PARTS = "parts"
    """Put together from shorter words of the phrase table."""
    CHARACTER = "character"
    """The usual reading of a single character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllable:
    """One spoken syllable of a hanzi."""

    base: str
    """Letters without tone mark, ü as ``ü``: ``lü``."""
    tone: int
    """1 to 4, or 5 for the neutral tone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a word is read."""

    syllables: tuple[Syllable, ...]
    """One for each hanzi of the word, in order."""
    spelling: str
    """As printed over the word, by GB/T 16159: ``Xī'ān``, ``Lǐ Hán``."""
    source: ReadingSource
    """What decided it."""
    alternatives: tuple[str, ...] = ()
    """Other spellings that are possible here; not empty means it is not sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """What the dictionary says of a word."""

    simplified: str
    """``果园``."""
    traditional: str
    """``果園``."""
    pinyin: str
    """Tone-marked, one syllable a hanzi, spaced: ``guǒ yuán``."""
    senses: tuple[str, ...]
    """English senses, the most fitting first: ``("orchard",)``."""
    source: str
    """``CC-CEDICT 2023-11-07``, ``lexicon``, ``number`` or ``editor``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name as found in the text."""

    kind: NameKind
    """``person``."""
    note: str
    """English, for the name's card: ``reporter``, ``township``; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a sentence."""

    text: str
    """As printed; joined, the words equal the sentence."""
    kind: WordKind
    """``han``."""
    reading: Reading | None
    """`None` unless *kind* is ``han``."""
    entries: tuple[GlossaryEntry, ...]
    """Best first; empty for names, figures, punctuation and unknown words."""
    level: str | None
    """HSK level (``1`` … ``6``, ``7–9``); `None` outside the list."""
    name: Name | None
    """Set for a proper name."""


class TranslationState(StrEnum):
    """How far a translation can be trusted."""

    HUMAN = "human"
    """Written or cleared by a person."""
    DRAFT = "draft"
    """A machine's draft or a guess after the Chinese changed (fuzzy)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The English of one sentence."""

    text: str
    """English."""
    state: TranslationState
    """``human``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, heading or line."""

    sentence_id: str
    """Stable within its story, from its text: ``c51be09a``."""
    words: tuple[Word, ...]
    """Joined they equal the text."""
    translation: Translation | None
    """`None` where no English is known."""

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return "".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedByline:
    """A byline in words."""

    role: tuple[Word, ...]
    """``本报 记者``; empty where only a name stands."""
    names: tuple[Word, ...]
    """One word a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedParagraph:
    """One paragraph in sentences."""

    kind: ParagraphKind
    """``body``."""
    sentences: tuple[Sentence, ...]
    """Joined they equal the paragraph."""
    span: SourceSpan
    """Lines of the input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryRow:
    """One word of a story's glossary."""

    word: Word
    """As first met."""
    count: int
    """How often it occurs in the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """How much of a story a learner of a level knows."""

    hanzi: int
    """Length in hanzi, headings included."""
    coverage_by_level: tuple[tuple[str, float], ...]
    """Share (0 to 1) of running words at or under each HSK level; names and figures not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedStory:
    """A story in words."""

    story_id: str
    """As in `Story`."""
    kind: StoryKind
    """As in `Story`."""
    section: Sentence | None
    """As in `Story`, in words."""
    kicker: Sentence | None
    """As in `Story`, in words."""
    headline: Sentence | None
    """As in `Story`, in words."""
    deck: Sentence | None
    """As in `Story`, in words."""
    bylines: tuple[AnnotatedByline, ...]
    """As in `Story`, in words."""
    paragraphs: tuple[AnnotatedParagraph, ...]
    """As in `Story`, in sentences."""
    key_words: tuple[GlossaryRow, ...]
    """A few words worth knowing before reading."""
    glossary: tuple[GlossaryRow, ...]
    """Every common word, in order of appearance."""
    names: tuple[GlossaryRow, ...]
    """Every proper name, in order of appearance."""
    difficulty: Difficulty
    """Length and level."""
    span: SourceSpan
    """Lines of the input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedIssue:
    """An issue in words."""

    issue_id: str
    """As in `Issue`."""
    paper: Sentence
    """The paper's name in words, its English where known."""
    date: datetime.date | None
    """As in `Issue`."""
    edition: str | None
    """As in `Issue`."""
    source: str | None
    """As in `Issue`."""
    rights: str | None
    """As in `Issue`."""
    is_invented: bool
    """As in `Issue`."""
    dictionary: str
    """Dictionary used, with its date: ``CC-CEDICT 2023-11-07``."""
    level_list: str
    """Level list used: ``HSK 2025``."""
    stories: tuple[AnnotatedStory, ...]
    """In the paper's order."""
