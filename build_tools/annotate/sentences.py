"""Paragraphs to sentences, keeping every character."""

from collections.abc import Mapping

_ENDERS = "。！？!?…"
_CLOSERS = "”’」』）)》】〉"
_QUOTE_CLOSERS = "”’」』"
_CLOSER_BY_OPENER = dict(zip("“‘「『（(《【〈", "”’」』）)》】〉", strict=True))
# After closing quotes these carry the sentence on: “…。”他说。
_SPEECH_TAGS = ("说", "道", "问", "喊", "叫", "称", "答", "写", "的", "，", "、")
MAX_TAG_DISTANCE = 4
"""How far behind the closing quote a speech tag is looked for, in characters."""


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Split one paragraph into sentences.

    A sentence ends at 。！？…… outside of quotes and brackets, with any closing quotes after
    it; inside quotes it ends where the quote ends, unless a speech tag follows. A colon or
    semicolon ends a clause only. Quotes that are never closed are no quotes.

    Args:
        paragraph: text without line breaks; may be empty.

    Returns:
        The sentences in order; joined they equal *paragraph*.

    Source: GB/T 15834-2011 (句末点号, 引号).

    >>> split_sentences("他来了。她走了！")
    ('他来了。', '她走了！')
    >>> split_sentences("“走吧。”他说。“好。”")
    ('“走吧。”他说。', '“好。”')
    """
    last_place = {closer: paragraph.rfind(closer) for closer in _CLOSER_BY_OPENER.values()}
    sentences: list[str] = []
    start = 0
    while start < len(paragraph):
        end = _sentence_end(paragraph, start, last_place)
        sentences.append(paragraph[start:end])
        start = end
    return tuple(sentences)


def _sentence_end(paragraph: str, start: int, last_place: Mapping[str, int]) -> int:
    """Give the place after the sentence that begins at *start*.

    Args:
        paragraph: the whole of it.
        start: where the sentence begins.
        last_place: where each closing mark stands last; an opening one behind it is no quote.
    """
    awaited: list[str] = []
    position = start
    while position < len(paragraph):
        character = paragraph[position]
        position += 1
        if awaited and character == awaited[-1]:
            awaited.pop()
            if not awaited and _ends_with_its_quote(paragraph, position, start):
                return position
        elif character in _CLOSER_BY_OPENER:
            closer = _CLOSER_BY_OPENER[character]
            if closer in awaited:
                # The mark that closes the first one was lost: “他来了。她走了。“好。”
                del awaited[awaited.index(closer) :]
            if last_place[closer] >= position:
                awaited.append(closer)
        elif character in _ENDERS and not awaited:
            return _skip(paragraph, _skip(paragraph, position, _ENDERS), _CLOSERS)
    return position


def _skip(text: str, position: int, characters: str) -> int:
    while position < len(text) and text[position] in characters:
        position += 1
    return position


def _ends_with_its_quote(paragraph: str, position: int, start: int) -> bool:
    """Whether the closing quote or bracket just before *position* ends the sentence too."""
    if position - 2 < start or paragraph[position - 2] not in _ENDERS:
        return False
    following = paragraph[position : position + MAX_TAG_DISTANCE]
    if not following:
        return True
    if following[0] in _CLOSERS or following[0] in _ENDERS or following[0] in "，、；：":
        return False
    closer = paragraph[position - 1]
    if closer not in _QUOTE_CLOSERS:
        # A bracket is a sentence of its own only where it opened one: （图为现场。）
        return _CLOSER_BY_OPENER.get(paragraph[start]) == closer and closer in "）)】"
    return not any(tag in following for tag in _SPEECH_TAGS)
