"""Key words, glossary and names of a story as HTML."""

from collections.abc import Callable

from markupsafe import Markup

from build_tools.publish.markup import element, english, join, label
from build_tools.publish.markup_words import PageIds, pinyin, words
from build_tools.publish.notation import (
    Block,
    NotatedWord,
    NotationError,
    parse_row,
    parse_words,
    unescape,
)

SENSES = " / "
"""Between the senses of one word, as CC-CEDICT parts them."""

_NAME_KINDS = {
    "person": ("人名", "person"),
    "place": ("地名", "place"),
    "organisation": ("机构", "organisation"),
    "work": ("作品", "work"),
}


def key_words(block: Block) -> Markup:
    """Give the words to know before reading, each with its pinyin."""
    return element(
        "section",
        element("h2", label("生词", "Key words"), id="key-words"),
        element("dl", *(_key_word(line) for line in block.lines)),
        class_="kb-keywords",
        aria_labelledby="key-words",
    )


def _key_word(line: str) -> Markup:
    word, level, senses = _parse_cells(line, 3)
    return element(
        "div",
        element("dt", words(parse_words(word))),
        element("dd", join((_level(level), english(unescape(senses))))),
    )


def glossary(block: Block, ids: PageIds) -> Markup:
    """Give every word of the story, in order of appearance."""
    columns = (
        label("词", "Word"),
        label("拼音", "Pinyin"),
        label("级", "Level"),
        label("次", "Times"),
        label("释义", "Meaning"),
    )
    named_list = block.attributes.get("list", "")
    caption = join(
        (
            f"{len(block.lines)} 个词，按出现先后。",
            f"级别 {named_list}。" if named_list else "",
            " ",
            english(
                f"{len(block.lines)} words in order of appearance"
                + (f"; levels of {named_list}" if named_list else "")
            ),
        )
    )
    return _table("glossary", ("词表", "Glossary"), block, columns, caption, _glossary_row, ids)


def _glossary_row(line: str, ids: PageIds) -> Markup:
    word, traditional, level, count, senses = _parse_cells(line, 5)
    return element(
        "tr",
        *_word_cells(_parse_word(word), unescape(traditional)),
        element("td", _level(level)),
        element("td", unescape(count)),
        english(unescape(senses), tag="td"),
        id=ids.give("w", word),
    )


def names(block: Block, ids: PageIds) -> Markup:
    """Give the names of the story: who, where and what they are, never a common word's meaning."""
    columns = (
        label("名", "Name"),
        label("拼音", "Pinyin"),
        label("类", "Kind"),
        label("次", "Times"),
        label("说明", "Note"),
    )
    caption = join((f"{len(block.lines)} 个专名 ", english(f"{len(block.lines)} names")))
    return _table("names", ("专名", "Names"), block, columns, caption, _name_row, ids)


def _name_row(line: str, ids: PageIds) -> Markup:
    word, traditional, kind, count, note = _parse_cells(line, 5)
    chinese, in_english = _NAME_KINDS.get(kind, (unescape(kind), ""))
    return element(
        "tr",
        *_word_cells(_parse_word(word), unescape(traditional)),
        element("td", label(chinese, in_english) if in_english else chinese),
        element("td", unescape(count)),
        english(unescape(note), tag="td"),
        id=ids.give("n", word),
    )


def _table(
    name: str,
    title: tuple[str, str],
    block: Block,
    columns: tuple[Markup, ...],
    caption: Markup,
    row: Callable[[str, PageIds], Markup],
    ids: PageIds,
) -> Markup:
    head = element("tr", *(element("th", column, scope="col") for column in columns))
    table = element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", *(row(line, ids) for line in block.lines)),
        class_="kb-table",
        data_list=block.attributes.get("list"),
    )
    return element(
        "section",
        element("h2", label(*title), id=name),
        table,
        class_=f"kb-{name}",
        aria_labelledby=name,
    )


def _word_cells(word: NotatedWord, traditional: str) -> tuple[Markup, Markup]:
    other_form = (" ", element("span", traditional, lang="zh-Hant")) if traditional else ()
    readings = SENSES.join(filter(None, (word.reading, *word.alternatives)))
    return (
        element("th", word.text, *other_form, scope="row"),
        pinyin(readings, tag="td"),
    )


def _level(cell: str) -> Markup:
    return element("span", unescape(cell), class_="kb-level") if cell else join(())


def _parse_word(cell: str) -> NotatedWord:
    parsed = parse_words(cell)
    if len(parsed) != 1:
        message = f"a row begins with one word: {cell!r}"
        raise NotationError(message)
    return parsed[0]


def _parse_cells(line: str, count: int) -> tuple[str, ...]:
    cells = tuple(cell.strip() for cell in parse_row(line))
    if len(cells) != count:
        message = f"{len(cells)} cells, not {count}: {line!r}"
        raise NotationError(message)
    return cells
