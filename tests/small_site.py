"""A small project as `kanbao build` leaves it: one invented issue, two stories, no lexicon.

For tests of what happens to pages after they are written: engines, finishing, search.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

HOME = """\
---
title: "看报"
description: "本期报纸"
hide: [navigation, toc]
---

::: masthead date=2026-03-20 edition=第1版 href=issues/small/index.html invented=1
云溪(Yúnxī:place) 报(bào)
= Yunxi News
:::

::: teaser href=issues/small/s00000001.html kind=article rank=lead hanzi=60 level=4 coverage=82
人民法院(rénmín fǎyuàn) 破解(pòjiě) 执行(zhíxíng) 难(nán)
= Court breaks the enforcement deadlock
:::

::: issues
云溪(Yúnxī:place) 报(bào) | issues/small/index.html | 2026-03-20 | 第1版 | 2 | Yunxi\\sNews
:::
"""

FRONT_PAGE = """\
---
title: "云溪报 2026年3月20日"
description: "云溪报的头版"
hide: [navigation, toc]
---

::: masthead date=2026-03-20 edition=第1版 invented=1 dictionary=CC-CEDICT\\s2023-11-07
云溪(Yúnxī:place) 报(bào)
= Yunxi News
:::

::: teaser href=s00000001.html kind=article rank=lead hanzi=60 level=4 coverage=82
人民法院(rénmín fǎyuàn) 破解(pòjiě) 执行(zhíxíng) 难(nán)
= Court breaks the enforcement deadlock
:::

::: teaser href=s00000002.html kind=photo rank=photo hanzi=20 level=5 coverage=81
果园(guǒyuán) 春(chūn) 色(sè)
= Spring in the orchard
:::
"""

COURT_STORY = """\
---
title: "人民法院破解执行难"
description: "云溪报 2026年3月20日"
hide: [navigation, toc]
---

::: masthead date=2026-03-20 edition=第1版 href=index.html dictionary=CC-CEDICT\\s2023-11-07
云溪(Yúnxī:place) 报(bào)
= Yunxi News
:::

::: headline
人民法院(rénmín fǎyuàn) 破解(pòjiě) 执行(zhíxíng) 难(nán)
= Court breaks the enforcement deadlock
:::

::: byline
本报(běnbào) 记者(jìzhě) 单春梅(Shàn Chūnméi:person)
:::

::: facts hanzi=60 level=4 coverage=82 list=HSK\\s2025 kind=article
:::

::: keywords list=HSK\\s2025
破解(pòjiě) | 7–9 | to break; to solve
:::

::: body
西安(Xī'ān:place) 的(de) 老单(Lǎo Shàn:person) 欠(qiàn) 了(le) 银行(yínháng) 26.25 元(yuán) 。
= Old Shan from Xi'an owed the bank 26.25 yuan.
他(tā) 说(shuō) ： “ 能(néng) 还(huán?hái) 。 ”
~ He said: "I can pay it back."
GDP 增长(zēngzhǎng) 了(le) ， 绿色(lǜsè) 果园(guǒyuán) 也(yě) 多(duō) 了(le) 。
:::

::: glossary list=HSK\\s2025
人民法院(rénmín fǎyuàn) |  |  | 1 | people's court
执行(zhíxíng) | 執行 | 5 | 1 | to carry out
难(nán) | 難 | 1 | 1 | difficult
银行(yínháng) | 銀行 | 1 | 1 | bank
:::

::: names
西安(Xī'ān:place) | 西安 | place | 1 | city
老单(Lǎo Shàn:person) | 老單 | person | 1 | nickname
单春梅(Shàn Chūnméi:person) | 單春梅 | person | 1 | reporter
:::

::: nav next=s00000002.html next_title=果园春色
:::
"""

ORCHARD_STORY = """\
---
title: "果园春色"
description: "云溪报 2026年3月20日：果园春色"
hide: [navigation, toc]
---

::: masthead date=2026-03-20 edition=第1版 href=index.html dictionary=CC-CEDICT\\s2023-11-07
云溪(Yúnxī:place) 报(bào)
= Yunxi News
:::

::: headline
果园(guǒyuán) 春(chūn) 色(sè)
= Spring in the orchard
:::

::: facts hanzi=20 level=5 coverage=81 list=HSK\\s2025 kind=photo
:::

::: caption
梨花(líhuā) 一(yī) 枝(zhī) 春(chūn) 带(dài) 雨(yǔ) ， <b> & </script> 都(dōu) 是(shì) 字(zì) 。
= A spray of pear blossom; <b> & </script> are letters too.
:::

::: glossary list=HSK\\s2025
梨花(líhuā) |  |  | 1 | pear blossom
:::

::: nav previous=s00000001.html previous_title=人民法院破解执行难
:::
"""

_PAGES = {
    "index.md": HOME,
    "issues/small/index.md": FRONT_PAGE,
    "issues/small/s00000001.md": COURT_STORY,
    "issues/small/s00000002.md": ORCHARD_STORY,
}


def write_small_project(folder: Path) -> Path:
    """Lay out the project in *folder*: our mkdocs.yml, help, about and assets, its own pages."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    for name in ("help.md", "about.md"):
        shutil.copy(ROOT / "docs" / name, docs)
    for name, content in _PAGES.items():
        page = docs / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(content, encoding="utf-8", newline="\n")
    (folder / "build_tools").symlink_to(ROOT / "build_tools")
    return folder


def build_site(project: Path, engine: str = "mkdocs") -> Path:
    """Build *project* with *engine*, strictly; returns the site's folder."""
    command = [sys.executable, "-m", engine, "build", "--strict"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=environment, check=True)  # noqa: S603 - fixed
    return project / "site"
