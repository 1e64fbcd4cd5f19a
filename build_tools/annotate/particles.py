"""Readings of the particles 得, 地, 着, 了 and of 为, which grammar decides.

Each rule looks at the words around the character and gives its syllable, or `None`
where the usual reading holds. The rules are newspaper grammar, not statistics; each
names what it stands on and its negative case.
"""

from build_tools.annotate.context import NUMBER, Context
from build_tools.annotation import Syllable

_MODAL = frozenset(
    (
        "都 也 就 还 总 必 非 只 才 便 可 得 又 仍 我 你 他 她 咱 您 谁 我们 你们 他们 她们 大家"
    ).split()
)
_DOING = frozenset("问办答喊看走写说讲听")
_GAINED_BY = frozenset("不所应难未各共喜")
_GAINING = frozenset("夺 摘 赢 获 购 换 争 求 博 觅 抢 斩 收 捧 测 录 荣 喜 查".split())
_TIME = frozenset("年 月 天 日 小时 分钟 星期 个月 钟头".split())


def syllable(base: str, tone: int) -> Syllable:
    """Give one syllable, for the rules."""
    return Syllable(base=base, tone=tone)


def read_de_get(context: Context) -> Syllable | None:
    """得: de after verb or adjective, děi for must, else dé.

    就得解决 děi, 才得民心 dé, 打得漂亮 de, 得三分 dé, 怀胎得12个月 děi. Not: 取得 (a word).
    """
    is_number = bool(NUMBER.match(context.after))
    if is_number and _TIME.intersection(context.clause_after[1:3]):
        return syllable("dei", 3)
    if context.after in {"了", "过"} and not context.is_before("v", "a"):
        return syllable("de", 2)
    if not context.before:
        return syllable("dei", 3) if context.is_after("v") else syllable("de", 2)
    if context.before in _MODAL:
        is_gain = not context.after or is_number or context.is_after("n")
        return syllable("de", 2) if is_gain else syllable("dei", 3)
    if context.before in _GAINED_BY:
        return syllable("de", 2)
    if context.before in _GAINING and (is_number or context.is_after("n", "x", "l")):
        return syllable("de", 2)
    if context.is_before("n", "r", "t", "m"):
        return syllable("dei", 3) if context.is_after("v", "p", "d") else syllable("de", 5)
    return None


def read_de_adverb(context: Context) -> Syllable | None:
    """地: de between a describing word and what it describes, else dì.

    激动地说 de, 一块地 dì, 地上 (a word). Not: 土地 (a word).
    """
    before, after = context.before, context.after
    if not before or not after:
        return None
    describes = context.is_before("a", "d", "z", "i", "l", "o", "v", "b") or _is_doubled(before)
    described = (
        context.is_after("v", "a", "d", "p", "i", "l", "z") or after in "把被将对向从在给就让为往"
    )
    if before[-1] in "般样似然性" or (describes and (described or len(before) > 1)):
        return syllable("de", 5) if described or len(after) > 1 else None
    # 客气地问: whatever the tags say, two characters before and a verb behind.
    is_verb = context.is_after("v") or after in _DOING
    if (
        is_verb
        and (len(before) > 1 or after in _DOING)
        and not context.is_before("ns", "r", "m", "t")
    ):
        return syllable("de", 5)
    return None


def _is_doubled(word: str) -> bool:
    """AABB, AAB, ABB: 方方正正, 悄悄, 绿油油."""
    return len(word) >= 2 and (word[0] == word[1] or word[-1] == word[-2])  # noqa: PLR2004


_WEI_AFTER = frozenset(
    # as, into: 作为, 改为, 评为
    "以视作变改称分选定列评设转誉成当奉推升降调译折认名取化划归召拜授擢赐聘封贬"
    # adverbs before 为 as a verb: 约为, 最为
    "约均仅已即则最更较尤颇极大深甚皆是原现"
    # 由南向北为…: what lies there
    "东西南北"
)


SHORT_CLAUSE = 4
"""Words behind 为 and a number below which nothing is done for anyone (为三米), in words."""

# For these something is done, whatever the tag of the word behind them: 为群众办事.
_SERVED = frozenset(
    ("人民 群众 百姓 老百姓 大家 人人 读者 学生 孩子 老人 居民 村民 市民 企业 民 国").split()
)
LEADING_WORDS = 9
"""How far before 为 its 以, 将, 把 or 被 may stand (以…为由), in words, marks included."""
_LEADING = frozenset("以 将 把 被 任命 选举 推选 聘任 命名".split())
_STOPS = frozenset("，。！？；：,!?;:")
# 图为 - 作者为: what is said of a picture or of who wrote.
_DESCRIBED = frozenset("图 右图 左图 上图 下图 题图 大图 小图 圖 作者 笔者".split())


def read_wei(context: Context) -> Syllable | None:
    """为: wèi where something is done for someone, wéi for being.

    为群众办事 wèi, 他为出气，把门砸了 wèi, 满意率为98% wéi, 改为预约 wéi. Not: 为主 (wéi).
    """
    before, after, rest = context.before, context.after, context.clause_after
    is_number = bool(after) and bool(NUMBER.match(after))
    led_by = _led_by(context)
    # X（…）为 a kind of: what is defined has its name in other letters behind it.
    is_defined = (
        context.place > 0
        and context.words[context.place - 1] == "）"
        and "的" in rest
        and not context.is_after("v")
    )
    is_being = is_defined or (
        after in {"主", "首", "例", "准", "限", "止", "伍", "宜", "据"}
        or after[:1].isdigit()
        or "所" in rest
        or (before and before[-1] in _WEI_AFTER)
        or before in _DESCRIBED
        or (is_number and len(rest) < SHORT_CLAUSE)
        or not _LEADING.isdisjoint(led_by)
    )
    if is_being:
        return None
    is_done_for = (
        not before
        or after in _SERVED
        or (context.is_after("v", "i", "l", "x") and context.leads_on)
        or any(context.tag(word).startswith("v") for word in rest[1:])
    )
    return syllable("wei", 4) if is_done_for else None


def _led_by(context: Context) -> frozenset[str]:
    """Give the words before 为 in its clause; titles in 《》 and quotations are passed over."""
    found: list[str] = []
    for word in reversed(context.words[: context.place]):
        if word in _STOPS or len(found) == LEADING_WORDS:
            break
        found.append(word)
    return frozenset(found)


def read_zhao(context: Context) -> Syllable | None:
    """着: zháo as the result of a verb, else zhe.

    没找着 zháo, 睡着了 zháo, 看着 zhe. Not: 找着 with an object (zhe or zháo: left as zhe).
    """
    if context.before in {"找", "睡", "够", "点", "猜", "碰", "逮"} and (
        not context.after or context.after == "了"
    ):
        return syllable("zhao", 2)
    return None


def read_liao(context: Context) -> Syllable | None:
    """了: liǎo in 不了 and 得了 after a verb and in 了之, else le.

    办不了 liǎo, 忘不了 liǎo, 一存了之 liǎo. Not: 不了解 (a word).
    """
    if context.after == "之":
        return syllable("liao", 3)
    if (
        context.before in {"不", "得"}
        and context.place > 1
        and context.tag(context.words[context.place - 2]).startswith("v")
    ):
        return syllable("liao", 3)
    return None
