"""Words and sentences of the notation as HTML: the running text of a page."""

import functools
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.pinyin import capitalise
from build_tools.publish.markup import element, english, join, label
from build_tools.publish.notation import (
    DRAFT,
    ENGLISH,
    NotatedWord,
    NotationError,
    parse_words,
    unescape,
)

PINYIN = "zh-Latn-pinyin"
"""Language of pinyin."""
LONG_WORD = 9
"""Most characters of a word that no line end may part; more may not fit a phone's headline."""
_ID_BYTES = 5
"""Length of a hash in an id: 2^40, one clash in a million pages of 1,000 ids each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotatedSentence:
    """One line of a block with its English."""

    words: tuple[NotatedWord, ...]
    """Joined they are the sentence."""
    english: str | None = None
    """`None` where there is none yet."""
    is_draft: bool = False
    """A machine's draft that nobody has cleared."""

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return join_texts(self.words)


class PageIds:
    """Ids of one page: made of what they stand for, not of where it stands."""

    def __init__(self) -> None:
        """Start a page."""
        self._given: Counter[str] = Counter()

    def give(self, prefix: str, *key: str) -> str:
        """Give the id of *key*; the same key again gets ``-2``, then ``-3``."""
        packed = "\0".join(key).encode("utf-8", "surrogatepass")
        name = f"{prefix}-{hashlib.blake2s(packed, digest_size=_ID_BYTES).hexdigest()}"
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}-{self._given[name]}"


def parse_sentences(lines: Iterable[str]) -> tuple[NotatedSentence, ...]:
    """Read the lines of a text block.

    Raises:
        NotationError: English that stands under no Chinese line.
    """
    sentences: list[NotatedSentence] = []
    for line in lines:
        if not line.startswith((ENGLISH, DRAFT)):
            if line:
                sentences.append(NotatedSentence(words=parse_words(line)))
            continue
        if not sentences or sentences[-1].english is not None:
            message = f"English without its Chinese line: {line!r}"
            raise NotationError(message)
        sentences[-1] = NotatedSentence(
            words=sentences[-1].words,
            english=unescape(line[len(ENGLISH) :]),
            is_draft=line.startswith(DRAFT),
        )
    return tuple(sentences)


def join_texts(words: Iterable[NotatedWord]) -> str:
    """Give *words* as printed."""
    return "".join(word.text for word in words)


def has_reading(word: NotatedWord) -> bool:
    """Whether pinyin stands over *word*: figures and punctuation are spelled as they are."""
    return bool(word.reading) and word.reading != word.text


@functools.lru_cache(maxsize=16384)
def word(notated: NotatedWord) -> Markup:
    """Give one word under its pinyin; what has no reading is bare text.

    The pinyin is drawn by the style sheet from an attribute: what a reader copies, finds
    and searches is pure hanzi. The inner span keeps the word on one line; asking the
    `ruby` itself for that would forbid a break between words as well.
    """
    if not has_reading(notated):
        return join((notated.text,))
    classes = (
        "kb-name" if notated.name else "",
        "kb-unsure" if notated.alternatives else "",
        "kb-long" if len(notated.text) > LONG_WORD else "",
    )
    return element(
        "ruby",
        element("span", notated.text) if len(notated.text) > 1 else notated.text,
        element("rt", data_py=notated.reading, lang=PINYIN),
        class_=" ".join(filter(None, classes)) or None,
        data_also=" / ".join(notated.alternatives) or None,
    )


def words(notated: Iterable[NotatedWord]) -> Markup:
    """Give running words."""
    return join(map(word, notated))


# Chinese punctuation in a line of pinyin, with the spaces round it.
_LATIN_PUNCTUATION = {
    "，": ", ", "、": ", ", "。": ". ", "；": "; ", "：": ": ", "？": "? ", "！": "! ",
    "（": " (", "）": ") ", "“": " “", "”": "” ", "‘": " ‘", "’": "’ ", "《": " “", "》": "” ",
    "—": " – ", "——": " – ", "…": "… ", "……": "… ",
}  # fmt: skip


_OPENING_MARKS = " (“‘–…"


def spell(notated: Iterable[NotatedWord]) -> str:
    """Spell *notated* in pinyin, as a sentence: capital first, Latin punctuation.

    Source: GB/T 16159-2012 (大写: the first letter of a sentence).

    >>> spell(parse_words("他(tā) 来(lái) 了(le) ， 2025 年(nián) 。"))
    'Tā lái le, 2025 nián.'
    """
    spelled = "".join(
        _LATIN_PUNCTUATION.get(one.text, f" {one.reading if has_reading(one) else one.text} ")
        for one in notated
    )
    tidy = re.sub(r" +(?=[,.;:?!)”’…])|(?<=[(“‘]) +", "", re.sub(r"\s+", " ", spelled))
    words_only = tidy.strip().lstrip(_OPENING_MARKS)
    return tidy.strip().removesuffix(words_only) + capitalise(words_only)


def pinyin(spelled: str, *, tag: str, class_: str | None = None) -> Markup:
    """Give pinyin as text; a browser that offers to translate the page leaves it alone."""
    return element(tag, spelled, lang=PINYIN, translate="no", class_=class_)


def sentence_english(
    notated: NotatedSentence, *, tag: str = "span", class_: str | None = None
) -> Markup:
    """Give the English of a sentence, a draft marked as such; empty if there is none."""
    if notated.english is None:
        return join(())
    if not notated.is_draft:
        return english(notated.english, tag=tag, class_=class_)
    mark = element("small", "草稿 ", english("draft"), lang="zh-Hans", class_="kb-mark")
    class_ = f"{class_} kb-draft" if class_ else "kb-draft"
    return english(notated.english, " ", mark, tag=tag, class_=class_)


def sentences(
    notated: Iterable[NotatedSentence],
    ids: PageIds,
    show: Callable[[Sequence[NotatedWord]], Markup] = words,
) -> Iterator[Markup]:
    """Give each sentence and its English, which the style sheet hides until it is asked for.

    The first of several without English says so.

    Args:
        notated: in the order of the page.
        ids: of the page.
        show: how the words of a sentence are set.
    """
    was_missing = False
    for one in notated:
        chinese = element("span", show(one.words), class_="kb-s", id=ids.give("s", one.text))
        below = sentence_english(one, class_="kb-en")
        is_missing = one.english is None
        if is_missing and not was_missing:
            below = element("span", label("暂无英文", "no English yet"), class_="kb-en kb-missing")
        was_missing = is_missing
        yield join((chinese, below))
