import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        # each of 。！？…… ends one; a run of them ends one
        ["桥修好了。", "谁修的？", "真好！", "大家都来了……", "好啊！！", "真的吗？！", "是的。"],
        # commas, colons and semicolons end none
        ["他说：桥，修好了；路，也通了。"],
        # speech ends with its quotes
        ["“走吧。”", "车开了。"],
        ["他说：“走吧。”", "车开了。"],
        # a speech tag carries it on, also with two words before it
        ["“走吧。”他说。", "“好。”"],
        ["“走吧！”她笑着说。"],
        ["“真的？”老人问。"],
        # several sentences in one pair of quotes stay together
        ["他说：“走吧。天黑了。再不走就晚了。”", "车开了。"],
        # a quote within the sentence does not end it
        ["这所“夜校”又坐满了。", "他说的“明天”没有来。"],
        # quotes in quotes, and a full stop behind the quote
        ["他说：“我问他：‘走吗？’他不说话。”", "天黑了。"],
        ["这就是“赔得值”。", "谁都明白。"],
        # brackets hold their full stop
        ["桥修好了（前后花了三年。）。", "路通了。"],
        ["（记者还会再来。）", "桥修好了。"],
        # a title or an aside may hold an end of its own
        ["《谁是最可爱的人？》是一篇文章。", "人人读过。"],
        ["他（才八岁！）已经会做饭了。", "大家都夸他。"],
        # quotes that are never closed are no quotes
        ["他说：“走吧。", "车开了。"],
        ["“走吧。", "天黑了。"],
        # a closer without an opener
        ["走吧。”", "天黑了。"],
        # corner quotes
        ["他說：「走吧。」", "車開了。"],
        # no end at all
        ["桥修好了"],
        # half-width ends
        ["桥修好了!", "谁修的?"],
        # figures
        ["今年增长26.25%。", "明年呢？"],
    ],
)
def test_sentences_of(sentences: list[str]) -> None:
    assert list(split_sentences("".join(sentences))) == sentences


def test_nothing_has_no_sentence() -> None:
    assert split_sentences("") == ()


@given(st.text(st.sampled_from("他说道桥。！？…，：；“”‘’「」（）《》!?)(\n 1a"), max_size=60))
def test_joined_sentences_are_the_paragraph(paragraph: str) -> None:
    _check(paragraph)


@given(st.text(max_size=60))
def test_joined_sentences_are_the_text_whatever_it_is(paragraph: str) -> None:
    _check(paragraph)


def _check(paragraph: str) -> None:
    sentences = split_sentences(paragraph)
    assert "".join(sentences) == paragraph
    assert all(sentences)


@pytest.mark.parametrize("unit", ["字", "他来了。", "“", "“走”", "（", "”", "。", "“走。"])
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    def measure(characters: int) -> float:
        started = time.process_time()
        split_sentences(unit * (characters // len(unit)))
        return time.process_time() - started

    short = min(measure(20_000) for _ in range(2))
    assert measure(80_000) < 6 * short + 0.3
