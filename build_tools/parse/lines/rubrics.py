"""Names of sections (栏目) that papers use again and again."""

import re

from build_tools.parse.lines.marks import bare

MAX_RUBRIC_CHARS = 4
"""Longest bare word above a headline that is its section: 社论, 岁月留痕."""

_RUBRIC_WORD = re.compile(
    r".{0,4}(?:评论|时评|短评|快评|锐评|社论|言论|杂谈|论坛|茶座|来信|来论|微言|摘编|漫画|简讯|简报|副刊|专栏|专题|连载"
    r"|小说|小說|随笔|散文|诗歌|诗词|书评|影评|人物|对话|访谈|调查|观察|关注|聚焦|视点|速递|快讯|短波|动态|点击|回音|服务|信箱|广角"
    r"|走笔|札记|手记|小品|掌故|瑣談|瑣記|花絮|拾零|偶談|閒話|隨筆|文苑|诗苑|杂文)"
    r"|(?![图圖]).{2}新闻|新闻.{2}|要闻|国内|国际|体育|经济|文化|社会|教育|科技|健康|财经|天气|综合"
)
_BOX = re.compile(
    r"(?:相关|新闻|延伸|背景|知识|政策|法条)?链接|延伸阅读|名词解释|新闻背景|背景资料|(?:小|温馨)(?:贴士|提示)|小知识"
)


def is_rubric(text: str) -> bool:
    """Whether *text* names a section (栏目) without any mark.

    >>> is_rubric("读者来信"), is_rubric("一碗面里的四十年")
    (True, False)
    """
    name = "".join(text.split())
    return len(name) <= MAX_RUBRIC_CHARS + 2 and bool(_RUBRIC_WORD.fullmatch(name))


def is_box(text: str) -> bool:
    """Whether *text* labels a box inside a story, with or without a mark.

    >>> is_box("■延伸阅读"), is_box("【新闻链接】"), is_box("■聚焦")
    (True, True, False)
    """
    return _BOX.fullmatch(bare(text)) is not None
