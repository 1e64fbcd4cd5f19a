"""The search index: what each page says, and how its words are spelled.

One entry a page. A story's sentences come from its annotated text, so that words, readings
and English are those the page shows; a hand-written page's from its HTML. Tables of words
(glossary, key words, names) are not indexed: their words stand in the story.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from build_tools.annotate.tokens import HAN
from build_tools.annotate.wide_words import close
from build_tools.model import ParagraphKind
from build_tools.pinyin import strip_tones
from build_tools.publish.markup import clean
from build_tools.publish.markup_words import NotatedSentence, join_texts, parse_sentences
from build_tools.publish.notation import Block, parse_blocks, parse_row, parse_words, unescape
from build_tools.publish.syllables import split_spelling

# Blocks whose lines are the story's own text, other than the headline.
_TEXT_BLOCKS = frozenset(("kicker", "deck", "byline", *map(str, ParagraphKind)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page as the search knows it."""

    location: str
    """Address relative to the site's root: ``issues/sample/s12345678.html``."""
    title: str
    """Pure hanzi: ``两个果园的秘密``."""
    english: str = ""
    """The title in English; empty if nobody has translated it."""
    date: str = ""
    """``2026-03-20``; empty for pages of no issue."""
    text: tuple[tuple[str, str], ...] = ()
    """Sentences: Chinese and its English; either may be empty."""
    readings: frozenset[tuple[str, str]] = frozenset()
    """Words and how they are read: ``("破解", "pòjiě")``."""
    variants: frozenset[tuple[str, str]] = field(default=frozenset())
    """Traditional and simplified hanzi: ``("難", "难")``."""


def read_generated(markdown: str, location: str) -> SearchPage | None:
    """Read a generated page; `None` for one that only lists what others say.

    A front page is found by its paper and date alone, the home page not at all.

    Raises:
        NotationError: *markdown* does not follow the page notation.
    """
    blocks = [part for part in parse_blocks(markdown.split("\n")) if isinstance(part, Block)]
    date = next((one.attributes.get("date", "") for one in blocks if one.kind == "masthead"), "")
    if location == "index.html":
        return None
    if any(block.kind == "teaser" for block in blocks):
        return SearchPage(location=location, title=_front_matter_title(markdown), date=date)
    title = tuple(_sentences(block for block in blocks if block.kind == "headline"))
    text = tuple(_sentences(block for block in blocks if block.kind in _TEXT_BLOCKS))
    return SearchPage(
        location=location,
        title="".join(map(_plain_hanzi, title)) or _front_matter_title(markdown),
        english=clean(" ".join(one.english for one in title if one.english)),
        date=date,
        text=tuple((_plain_hanzi(one), clean(one.english or "")) for one in text),
        readings=frozenset(_readings((*title, *text))),
        variants=frozenset(_variants(block for block in blocks if block.kind == "glossary")),
    )


def _front_matter_title(markdown: str) -> str:
    match = re.search(r'^title: (".*")$', markdown, re.MULTILINE)
    return html.unescape(json.loads(match[1])) if match else ""


def _sentences(blocks: Iterable[Block]) -> Iterator[NotatedSentence]:
    for block in blocks:
        yield from parse_sentences(block.lines)


def _plain_hanzi(sentence: NotatedSentence) -> str:
    """Give a sentence as one looks for it: words that are set wide (讣　告) closed."""
    return clean("".join(close(w.text) if w.reading else w.text for w in sentence.words))


def _readings(sentences: Iterable[NotatedSentence]) -> Iterator[tuple[str, str]]:
    for word in (word for sentence in sentences for word in sentence.words):
        if word.reading and HAN.search(word.text):
            yield from (
                (clean(close(word.text)), reading) for reading in (word.reading, *word.alternatives)
            )


def _variants(glossaries: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Pair the hanzi of each entry's two forms."""
    for block in glossaries:
        for line in block.lines:
            word, cell, *_ = (*parse_row(line), "")
            if traditional := unescape(cell.strip()):
                simplified = join_texts(parse_words(word))
                yield from (
                    (old, new)
                    for old, new in zip(traditional, simplified, strict=False)
                    if old != new and len(traditional) == len(simplified)
                )


_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*?)</article>', re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_UNREAD = re.compile(r"<(script|style|rt|rp)\b.*?</\1>", re.DOTALL)
_PARAGRAPH_END = re.compile(r"</(?:p|h[1-6]|li|t[dh]|dt|dd)>")
_ENGLISH_RUN = re.compile(r'<span lang="en">(.*?)</span>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_DICTIONARY = re.compile(r"^::: [a-z]+ .*?\bdictionary=(\S+)", re.MULTILINE)


def read_written(page_html: str, location: str) -> SearchPage | None:
    """Read a hand-written page from its HTML; `None` if it has no headline.

    A paragraph in English belongs to the Chinese one before it.
    """
    article = _ARTICLE.search(page_html)
    title = _TITLE.search(article[1]) if article else None
    if article is None or title is None:
        return None
    english = _ENGLISH_RUN.search(title[1])
    text: list[tuple[str, str]] = []
    for paragraph in _PARAGRAPH_END.split(_UNREAD.sub("", article[1].replace(title[0], ""))):
        plain = _plain(paragraph)
        if not plain:
            continue
        if HAN.search(plain):
            text.append((plain, ""))
        elif text and not text[-1][1]:
            text[-1] = (text[-1][0], plain)
        else:
            text.append(("", plain))
    return SearchPage(
        location=location,
        title=_plain(_ENGLISH_RUN.sub("", title[1])),
        english=_plain(english[1]) if english else "",
        text=tuple(text),
    )


def _plain(fragment: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", fragment)).split())


def find_dictionaries(markdown: str) -> frozenset[str]:
    r"""Find which dictionaries a generated page was made with, each with its date.

    >>> sorted(find_dictionaries("::: masthead dictionary=CC-CEDICT\\s2023-11-07"))
    ['CC-CEDICT 2023-11-07']
    """
    return frozenset(unescape(found) for found in _DICTIONARY.findall(markdown))


def format_index(pages: Iterable[SearchPage]) -> str:
    """Write the index as the script that `docs/assets/search/worker.js` loads.

    Newest issue first: where two pages answer equally well, the reader sees the newer one.
    """
    newest_first = sorted(sorted(pages, key=lambda page: page.location), key=_age)
    index = {
        "words": sorted(
            {
                f"{text} {' '.join(split_spelling(strip_tones(reading), len(text)))}"
                for page in newest_first
                for text, reading in page.readings
            }
        ),
        "variants": dict(sorted({pair for page in newest_first for pair in page.variants})),
        "pages": [
            {
                "location": page.location,
                "title": page.title,
                "english": page.english,
                "text": page.text,
            }
            for page in newest_first
        ],
    }
    return f"var kanbaoIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def _age(page: SearchPage) -> tuple[int, ...]:
    """Sort key: dated pages by falling date, then the undated."""
    digits = page.date.replace("-", "")
    return (0, -int(digits)) if digits.isdecimal() else (1, 0)
