"""What a web page sets around a story: buttons, links, records, rights."""

import re

from build_tools.parse.lines.person_names import find_names

# Words that name a way to another page, wherever they stand.
_SURE_WORDS = (
    "上一版 下一版 上一篇 下一篇 上一期 下一期 上一頁 下一頁 上一页 下一页 "
    "放大 缩小 打印 关闭 收藏 返回 版面导航 标题导航 版面目录 版面概览 "
    "新闻列表 字号 字体 回到顶部 通版阅读 展开通版 收缩通版 数字报 往期 "
    "友情链接 网站地图 站点地图 相关评论 点击排行 过往期刊 最近更新 发表评论 立即下载 "
    "分享 全文检索 浏览次数 列印 關閉 加入最愛 忘記密碼 放大圖片 "
    "放大图片 新聞排行 新闻排行 閱讀更多 阅读更多"
).split()
# Words that a story may use too: buttons only among others.
_OTHER_WORDS = (
    "默认 首页 主页 版权声明 联系方式 联系我们 广告服务 网管信箱 投稿信箱 "
    "论坛 博客 推荐 关闭窗口 投稿 推薦 檢索 帳戶 密碼 新用戶 本報PDF版 "
    "首頁 返回頂部 返回目录 返回首页 返回上一页 返回主页 返回顶部 上一條 "
    "下一條 上一条 下一条 字體 分享至 分享到 无障碍 繁体 简体 帮助 往期回顾 "
    "日期 PDF版 PDF 版面 朗读 大 中 小 评论 我要评论 全文复制 "
    "复制链接 点击阅读 点击查看 点击数 点击 阅读量 纠错 订阅 登录 注册 微信 "
    "微博 QQ 更多 相关新闻 相关阅读 本文所在版面导航 本文所在版面 顶部 底部 "
    "目录 报头 原大 扫码观看视频 上一页 电子报阅读机 栏目首页 热点推荐 数字报首页 "
    "阴影 推荐资讯 相关推荐 内容详情 文章标题 文章内容 文章作者 官方微信 官方微博 "
    "手机版 头条号 抖音号 视频号 公众号 客户端 我知道了 关键词 关键字 "
    "数字报刊平台 数字报刊 大字 小字 中字 更多功能 加入收藏 设为首页"
).split()
_WORDS = "|".join(sorted(map(re.escape, (*_SURE_WORDS, *_OTHER_WORDS)), key=len, reverse=True))
_NAVIGATION = re.compile(
    r"(?:Read \S{4}|返回[\u4e00-\u9fff]{1,8}|文章字数[:：]?|字数[:：]?|通版阅读请?点击[:：]?"
    rf"|{_WORDS}"
    r"|\d{1,6}|[|｜/·<>《》←→↑↓\[\]【】T+\-]+)"
)
_NAVIGATION_SURE = re.compile(r"Read \S{4}|" + "|".join(map(re.escape, _SURE_WORDS)))
_COUNTED = re.compile(
    r"(?:(?:文章|本文)?字数|点击(?:量|数)?|浏览(?:量|次数)?|阅读(?:量|数)?)\s?[:：]\s?\d{1,8}次?"
)
# 2011年04月23日09:20来源:… - [2026.04.24] 發表 - 榆川网  日期: 2007-09-13  来源:…
_SOURCED = re.compile(
    r"[\u4e00-\u9fff]{2,10}\s{1,3}\d{4}-\d{1,2}-\d{1,2}\s\d{1,2}:\d{2}|"
    r"[\[［]\d{1,2}月\d{1,2}日\s\d{1,2}:\d{2}[\]］]|"
    r"[(（]\s?\d{4}-\d{1,2}-\d{1,2}\s?[)）]\s{0,4}(?:稿件)?来源\s?[:：]|"
    r"[^。，]{0,12}(?:日期|时间)\s?[:：]\s?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|"
    r"\d{4}年\d{1,2}月\d{1,2}日\s{0,4}(?:来源|作者)\s?[:：]|"
    r"\d{2}\.\d{2}\.\d{4}\s{1,3}\d{1,2}:\d{2}|"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s{1,4}(?:作者|来源|编辑|责编)\s?[:：]|"
    r".{0,24}\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}|"
    r"\d{4}年\d{1,2}月\d{1,2}日.{0,8}[（(]\S{0,6}\s?(?:北京时间|GMT)|"
    r"\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?\s?\d{1,2}[:：]\d{2}"
    r"|[\[（(]?\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?[\]）)]?\s?(?:發表|发表|發佈|发布|刊登|更新)"
)
# 榆川日报 要闻 00003 headline 2013-06-20 …; parts of a page's own markup.
_PAGE_RECORD = re.compile(
    r"[\u4e00-\u9fff]{1,8}[报報]\s.{0,80}\s[A-Za-z]?\d{4,5}\s.{0,120}\d{4}-\d{2}-\d{2}"
    r"|\d{4}-\d{2}-\d{2}\s[\u4e00-\u9fff]{1,8}[报報]\d{4}-\d{2}-\d{2}"
    r"|.{0,160}(?:enpproperty|content_\d{4,}\S{0,20}\.html?|nodeid=)"
)
# 首页 > 榆川日报 > 体育 > 正文
_BREADCRUMB = re.compile(
    r"(?:logo\s)?(?:[您你]?(?:当前|當前|现在|現在)?的?位置\s?[:：]\s?)?[^>，。]{0,12}(?:首页|首頁|主页)\s?[>\uff1e»].{0,80}"
    r"|(?:[·•]\s?)?[您你](?:当前|當前|现在|現在|所在)?的?(?:所在)?(?:的)?位置\s?[:：].{0,80}|所在位置\s?[:：].{0,60}|更多\s?[>»]{1,2}.{0,20}"
    r"|[^\s>\uff1e»。，]{2,12}(?:\s?[>\uff1e»]{1,2}\s?[^\s>\uff1e»。，]{2,12}){2,6}"
)
# 第01版:要闻 4下一版
_PAGE_TURNER = re.compile(
    r"第?[A-Z]?\d{1,5}版\s?[:：]\s?[^。，]{1,20}\s[34]?\s?[上下]一版[34]?(?:\s{0,3}[34]?下一版4?)?"
)
# 榆川网首页 栏目首页 网上服务 热线电话 …
_HOME_BAR = re.compile(r"\S{0,8}首[页頁](?:\s{1,4}[^\s，。]{2,6}){4,30}")
_LINK_BAR = re.compile(
    r"[^|｜。，]{1,24}(?:[|｜][^|｜。，]{1,24}){3,30}"
    r"|[^\s。，-]{2,10}(?:\s-\s[^\s。，-]{2,10}){3,30}"
)
# www.yuchuan.example - http://www.yuchuan.example 2007年05月25日04:12 …
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\w./?=&%#:-]{4,120}(?:\s.{0,60})?|[a-z0-9-]{1,20}(?:\.[a-z0-9-]{2,20}){1,3}(?:\s.{0,60})?|qq\s?[:：]\s?\d{5,12}",
    re.IGNORECASE,
)
# 第2019-09-06期 - A3:视界总第2871期 >2023-11-06编印
_ISSUE = re.compile(
    r"[【\[]PDF\s?版?[】\]]|第\d{4}-\d{2}-\d{2}期|.{0,12}总?第\d{1,6}期.{0,4}\d{4}-\d{1,2}-\d{1,2}.{0,6}"
)
# 问问(iWenwen.example): the site's own search
_SEARCH = re.compile(
    r"[\u4e00-\u9fff]{2,8}网首页|[\u4e00-\u9fff]{2,4}[(（][A-Za-z]{2,12}\.[a-z]{2,8}[)）]"
)
_LABELLED = re.compile(
    r"(?:当前版[次面]?|当前报纸名称|日期查询|日期|来源|本版标题|版面标题|新闻搜索|发布日期|发布时间|稿源|稿件来源|信息来源|版次|上稿时间|文章搜索|站内搜索|编辑日期|刊发日期|阅读次数|语音阅读)\s?[:：]"
    r"|(?:作者|责编|编辑|关键词)\s?[:：]$"
    # 【作者:】 【编辑:柳真】
    r"|(?:[\[【](?:作者|责编|编辑|关键词)\s?[:：]\s?[\u4e00-\u9fff\s]{0,8}[\]】]\s{0,3}){2,5}$"
)
_MARKUP = (_LABELLED, _PAGE_RECORD)
_BARS = (_HOME_BAR, _BREADCRUMB, _PAGE_TURNER, _COUNTED, _LINK_BAR, _ISSUE, _SEARCH)
# 2010-06-09 作者:江月 陶敏 来源:榆川网
_SIGNED = re.compile(
    r"(?=.{0,160}(?:\d{4}[-/.年]\d{1,2}|来源\s?[:：]))"
    r"([^。，]{0,60}(?:^|[\s　])(?:作者|记者)\s?[:：]\s?)"
    r"([\u4e00-\u9fff][\u4e00-\u9fff·\s、;；]{1,24}?)"
    r"((?:[\s　]{1,8}[\u4e00-\u9fff]{2,6}\s?[:：].{0,60})?)"
)
_LEGAL = re.compile(
    r"国内统一(?:连续出版物|刊)号[:：]?\s?CN|版权所有|版權所有|Copyright|©"
    r"|[\u4e00-\u9fff]?ICP[备證证]|[\u4e00-\u9fff]{1,12}ICP备"
    r"|互联网新闻信息服务许可证|网络视听许可证|技术支持"
    r"|未经.{1,20}(?:许可|授权).{0,20}(?:转载|使用)|.{0,10}未經.{0,12}不得轉載",
    re.IGNORECASE,
)
_LEGAL_WITHIN = re.compile(
    r"许可证(?:编?号)?[:：]|\d{4}\s?©|ICP备\d|ICP證|All Rights Reserved|"
    r"^[^。，]{0,12}版[权權]均?[归歸]|^[^。]{1,24}版\s?[权權]\s?所\s?有"
    r"|^本(?:网|网站|站|報|报|稿件|文)[^。]{0,40}(?:版权|版權|资料|所刊登).{0,30}(?:所有|未经|未經)"
)


def is_navigation(text: str) -> bool:
    """Buttons and links of an electronic edition: 3上一版 下一版4 - 放大 缩小 默认.

    Source: pages saved from the web.
    Not: a headline that names one (关闭小煤矿).
    """
    if any(rule.match(text) for rule in _MARKUP) or any(rule.fullmatch(text) for rule in _BARS):
        return True
    words = text.split()
    if len(words) > 1 and all(map(_NAVIGATION.fullmatch, words)):
        return any(len(word) > 1 and not word.isdigit() for word in words)
    sure = _NAVIGATION_SURE.findall(text)
    if not sure:
        return False
    if len(sure) > 1 and not re.search(r"[。，！？]", text):
        return True
    rest = _NAVIGATION.sub("", text)
    return not rest.strip(" 　\u00a0:：|｜/·<>《》()（）【】[]0123456789-")


def is_record(text: str) -> bool:
    """When and where a web page was published: 2026-03-20 09:20 来源：榆川网.

    Source: pages saved from the web, between headline and text.
    Not: a record that names the writer, which is the story's byline.
    """
    is_dated = _SOURCED.match(text) is not None or _ADDRESS.fullmatch(text) is not None
    return is_dated and part_signed_record(text) is None


def part_signed_record(text: str) -> tuple[str, tuple[str, ...], str] | None:
    """Part a web page's record that names its writers: what stands before, they, the rest.

    >>> part_signed_record("2010-06-09 作者:江月 陶敏 来源:榆川网")
    ('2010-06-09 作者:', ('江月', '陶敏'), '来源:榆川网')
    """
    match = _SIGNED.fullmatch(text)
    names = find_names(match[2].strip()) if match else None
    return (match[1], names, match[3].strip()) if match and names else None


def is_button(text: str) -> bool:
    """One word of a page's navigation by itself: 默认. Sure only beside other furniture."""
    return _NAVIGATION.fullmatch(text) is not None


def is_legal_line(text: str) -> bool:
    """Rights and permits of a web site: 版权所有 - ICP备.

    Source: pages saved from the web.
    Not: a story about rights, which does not open so.
    """
    return _LEGAL.match(text) is not None or _LEGAL_WITHIN.search(text) is not None
