"""The values every stage passes on: an issue as split, and the same issue annotated.

Text is NFC Unicode as printed. Spans count lines from 1, both ends included.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class StoryKind(StrEnum):
    """What a story is to its reader."""

    ARTICLE = "article"
    """A report: headline, byline, paragraphs."""
    COMMENTARY = "commentary"
    """Signed opinion (评论): the byline names a writer, not a reporter."""
    PHOTO = "photo"
    """A picture with its caption and credit (图片报道)."""
    BRIEF = "brief"
    """One short paragraph (简讯), with or without a headline."""
    NOTICE = "notice"
    """A public notice or decree (公告)."""


class ParagraphKind(StrEnum):
    """What a paragraph is within its story."""

    BODY = "body"
    """Running text."""
    SUBHEADING = "subheading"
    """A heading inside the story (小标题), such as ``司法为民见真章``."""
    CAPTION = "caption"
    """The text under a picture (图片说明)."""
    CREDIT = "credit"
    """Who took the picture, such as ``本报记者 王芳 摄``."""
    VERSE = "verse"
    """One line of a poem."""
    LIST = "list"
    """One entry of a list."""


class WordKind(StrEnum):
    """What a word is made of."""

    HAN = "han"
    """Hanzi, with or without figures or letters among them: ``银行``, ``T恤``."""
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
class SourceSpan:
    """Where something stands in the input."""

    file: str
    """File as the editor named it: ``issue.txt``."""
    first_line: int
    """First line, from 1: ``85``."""
    last_line: int
    """Last line, included: ``88``."""

    def __str__(self) -> str:
        """``issue.txt:85``, as editors and terminals understand it."""
        return f"{self.file}:{self.first_line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote, told or photographed (署名)."""

    role: str
    """As printed: ``本报记者``; empty where only a name stands."""
    names: tuple[str, ...]
    """Personal names, inner spaces removed: ``("李晗",)``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph or inner heading, mended where a column break had cut it."""

    kind: ParagraphKind
    """``body``."""
    text: str
    """Without line breaks: ``近日，…``."""
    span: SourceSpan
    """All lines it was put together from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story of an issue, as split from the text."""

    story_id: str
    """Stable, from the headline's text: ``s3f9a2c1b``."""
    kind: StoryKind
    """``article``."""
    section: str | None
    """Section or column it stands under (栏目): ``聚焦``."""
    kicker: str | None
    """The line above the headline (引题)."""
    headline: str | None
    """``破解执行难 这场硬仗打得漂亮！``; `None` for a brief without one."""
    deck: str | None
    """The line under the headline (副题)."""
    bylines: tuple[Byline, ...]
    """In printed order."""
    dateline: str | None
    """The opening of the first paragraph that dates it (电头): ``本报讯``."""
    paragraphs: tuple[Paragraph, ...]
    """In printed order; never empty."""
    text: str
    """The whole story as it stands in the input, heading lines included, LF between lines."""
    span: SourceSpan
    """From its first heading line to its last line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of the input that belongs to no story."""

    text: str
    """As it stands: ``责任编辑：王芳``."""
    span: SourceSpan
    """Its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """A paragraph put together again where a column break had cut it."""

    before: str
    """The last characters before the break: ``领导包案``."""
    after: str
    """The first characters after it: ``机制，建立``."""
    span: SourceSpan
    """The line that was joined on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One newspaper issue or page, split into its stories."""

    issue_id: str
    """Folder name and address: ``sample``."""
    paper: str
    """``云溪报``."""
    paper_english: str | None
    """``Yunxi News``."""
    date: datetime.date | None
    """Printed date."""
    edition: str | None
    """``第3版``."""
    source: str | None
    """Where the text came from."""
    rights: str | None
    """Who holds the rights and under which terms it is shown."""
    is_invented: bool
    """True for a sample that no newspaper printed: pages say so."""
    stories: tuple[Story, ...]
    """In the paper's order."""
    furniture: tuple[SourceLine, ...]
    """Mastheads, page numbers, editors' lines: kept apart, never a story."""
    unplaced: tuple[SourceLine, ...]
    """Lines that no rule claimed."""
    mends: tuple[Mend, ...]
    """Every place where two lines were joined."""


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
    """``CC-CEDICT 2023-11-07``, ``parts`` or ``lexicon``."""


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


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    """Worth a look; never fails a build."""
    WARNING = "warning"
    """A reader may notice; fails under ``--strict``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the build was unsure of."""

    code: str
    """Key of the table in ``check/codes.py``: ``P001``."""
    message: str
    """One line, with the text it is about."""
    span: SourceSpan
    """Where to look."""
    severity: Severity
    """Whether ``--strict`` fails on it."""
