"""Names in a list of writers: where one ends and the next begins."""

import re
from collections.abc import Iterator

from build_tools.surnames import COMMON_SURNAMES, LONG_SURNAMES, SURNAMES

MAX_NAME_CHARS = 4
"""Longest Chinese name: two characters of surname and two of given name."""
MAX_GLUED_CHARS = 24
"""Longest run of names without anything between them."""

_SPACED_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[\s　]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_RUN = re.compile(
    r"[\u4e00-\u9fff]+(?:[·•‧・][\u4e00-\u9fff]+)*|[A-Za-z][A-Za-z.'-]+(?: [A-Z][a-z]+)*"
)
# 石溪县, 山路, 江滨路: places that begin with a surname.
_PLACE_ENDS = frozenset("县縣镇鎮乡鄉区區省市路街厂廠院局")
_BETWEEN_NAMES = re.compile(r"[\s　、，,;；/／&＆]")
# 某某主持: what somebody did stands behind the name, not in it.
_NO_GIVEN = frozenset(("主持", "出席", "致辞", "讲话", "参加", "摄影", "报道", "强调"))
# Words of the trade and of every day that begin with a surname.
_NO_NAME = frozenset(
    "白露 谷雨 夏至 秋分 霜降 常年 山路 石桥 "
    "万州 万象 万里 东西 乌海 乐活 书画 于是 云南 云海 体育 何为 何处 信息 信箱 "
    "元宵 元旦 党史 党建 党旗 党课 全县 全国 全市 全省 公交 公园 公益 关于 农业 "
    "农村 农民 冬天 别墅 别样 包头 包括 华东 华北 华南 单位 单身 卫生 双创 双拥 "
    "双语 古城 古诗 古镇 古韵 司机 司法 和平 和谐 商业 商务 商标 商標 喜讯 国内 "
    "国学 国家 国际 图片 图说 國內 國際 夏天 夏至 安全 安静 家乡 家园 家庭 寻人 "
    "寻访 封面 居民 山乡 山村 山水 山河 师生 师者 常识 平台 平安 年味 年货 广东 "
    "广告 应对 应用 康复 廣告 强军 微言 微评 快评 應用 成功 成就 成绩 成长 房产 "
    "文化 文图 文学 文摘 文明 文艺 文苑 方向 方法 方言 时事 时代 时尚 时政 时论 "
    "时评 时间 明天 明星 春天 時事 時評 曲艺 权威 查询 梁祝 梅花 權威 水上 水乡 "
    "水产 水利 水库 水质 水边 江北 江南 江山 江河 江湖 江苏 江西 河南 海南 海外 "
    "海洋 温州 温暖 温馨 游戏 游记 湖南 牛年 生活 田园 田野 留言 白云 白天 白雪 "
    "相关 相册 短评 石榴 石油 秋天 童年 童心 童话 童谣 童趣 简介 简讯 簡訊 經濟 "
    "组图 经济 艺术 花事 花园 花市 花开 花絮 要点 要闻 解决 解放 解析 解读 言论 "
    "计划 路上 路口 路灯 车展 车市 车祸 農村 農業 连云 连线 连载 通告 通知 邮局 "
    "邮市 邮政 都市 金价 金华 金牌 金秋 金融 钟声 關於 雙語 雷雨 项目 项链 顾问 "
    "马上 马年 高中 高原 高度 高考 鲜花 黄昏 黄河 黄金 龙年 ".split()
)


def find_names(text: str) -> tuple[str, ...] | None:
    """Give the names that *text* consists of; `None` if it holds anything else.

    A name set with an inner space (付　文) is one name; names glued together are parted where
    a surname begins.

    >>> find_names("江明月　陶敏之"), find_names("江月陶敏"), find_names("付　文")
    (('江明月', '陶敏之'), ('江月', '陶敏'), ('付文',))
    >>> find_names("春风十里") is None
    True
    """
    joined = join_spaced(text)
    if _BETWEEN_NAMES.sub("", _RUN.sub("", joined)):
        return None
    names: list[str] = []
    for run in _RUN.findall(joined):
        found = (run,) if is_name(run) else part_glued(run)
        # Nothing but common surnames proves that a run without joints is names.
        if not found or (len(found) > 1 and not all(map(_has_common_surname, found))):
            return None
        names += found
    return tuple(names) or None


def join_spaced(text: str) -> str:
    """Close the inner space of names of two characters."""
    return _SPACED_NAME.sub(r"\1\2", text)


def split_names(text: str) -> tuple[str, ...]:
    """Give the names in *text*, which is known to hold nothing else.

    >>> split_names("阿依努尔·买买提、苏小梅毛青山")
    ('阿依努尔·买买提', '苏小梅', '毛青山')
    """
    return tuple(
        name
        for run in _RUN.findall(join_spaced(text))
        for name in (part_glued(run) if len(run) > MAX_NAME_CHARS - 1 else ()) or (run,)
    )


def is_name(text: str) -> bool:
    """Whether *text* can be one person's name, with nothing around it to prove it.

    Wrong for words that look like one (高原); the commonest are listed.
    """
    if (
        text in _NO_NAME
        or text[1:] in _NO_GIVEN
        or not all("\u4e00" <= c <= "\u9fff" for c in text)
    ):
        return False
    if text[:2] in LONG_SURNAMES:
        return len(text) in {3, 4}
    return text[:1] in SURNAMES and len(text) in {2, 3} and text[-1] not in _PLACE_ENDS


def part_glued(run: str) -> tuple[str, ...]:
    """Part names that nothing stands between; empty if they are not names all through.

    Of several ways the one with most common surnames wins, then the one with longer names.

    >>> part_glued("王明乔山曹小云"), part_glued("综合报道")
    (('王明', '乔山', '曹小云'), ())
    """
    if not MAX_NAME_CHARS <= len(run) <= MAX_GLUED_CHARS:
        return ()
    # best[i]: cost of parting the first i characters, and where the last name begins.
    best: dict[int, tuple[int, int]] = {0: (0, 0)}
    for end in range(1, len(run) + 1):
        ways = [
            (best[start][0] + cost, start) for start, cost in _last_names(run, end) if start in best
        ]
        if ways:
            best[end] = min(ways)
    if len(run) not in best:
        return ()
    return tuple(_walk_back(run, best))


def _has_common_surname(name: str) -> bool:
    return name[0] in COMMON_SURNAMES or name[:2] in LONG_SURNAMES


def _last_names(run: str, end: int) -> Iterator[tuple[int, int]]:
    for start in range(max(0, end - MAX_NAME_CHARS), end - 1):
        name = run[start:end]
        if is_name(name):
            yield start, (1 if _has_common_surname(name) else 3) * 10 - len(name)


def _walk_back(run: str, best: dict[int, tuple[int, int]]) -> list[str]:
    names: list[str] = []
    end = len(run)
    while end:
        start = best[end][1]
        names.append(run[start:end])
        end = start
    return names[::-1]
