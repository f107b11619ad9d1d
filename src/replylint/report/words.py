"""The labels of reports in the two languages the tool speaks, and how it counts in each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Safety, Severity
from ..rules.rule import Text


@dataclass(frozen=True, slots=True)
class Words:
    """Every label of one language. Those with ``{…}`` are format strings."""

    why: str
    becomes: str
    idea: str
    incomplete: str
    failed: str
    clean: str
    withheld: str
    applied: str
    remaining: str
    left: str
    severities: dict[str, str]
    nouns: dict[str, tuple[str, str]]  # one, many
    fixable_safe: str
    fixable_review: str
    more: str
    source: str
    comma: str
    stop: str
    within: str
    explain: str


ZH = Words(
    why="为何",
    becomes="改为",
    idea="参考",
    incomplete="未检查",
    failed="无法读取",
    clean="没有发现问题",
    withheld="有一处改写会重复敏感内容，不予显示",
    applied="已改",
    remaining="仍有",
    left="还需 {}",
    severities={"error": "错误", "warning": "警告", "info": "提示"},
    nouns={
        "error": ("个错误", "个错误"),
        "warning": ("个警告", "个警告"),
        "info": ("个提示", "个提示"),
        "file": ("个文件", "个文件"),
        "message": ("条消息", "条消息"),
        "suppressed": ("个已豁免", "个已豁免"),
        "known": ("个在基线中", "个在基线中"),
        "fixed": ("个已改好", "个已改好"),
        "incomplete": ("处未检查", "处未检查"),
        "failed": ("处无法读取", "处无法读取"),
    },
    fixable_safe="{} 可改 {} 个",
    fixable_review="{} 再改 {} 个（需人工过目）",
    more="了解某条规则：{}",
    source="（{}）",
    comma="，",
    stop="。",
    within="{}：{}",
    explain="replylint rules explain {}",
)

EN = Words(
    why="why",
    becomes="fix",
    idea="try",
    incomplete="not checked",
    failed="cannot be read",
    clean="Nothing found",
    withheld="a fix is not shown: it would repeat what is masked",
    applied="applied",
    remaining="remaining",
    left="{} left",
    severities={"error": "error", "warning": "warning", "info": "info"},
    nouns={
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "info": ("info", "infos"),
        "file": ("file", "files"),
        "message": ("message", "messages"),
        "suppressed": ("suppressed", "suppressed"),
        "known": ("in the baseline", "in the baseline"),
        "fixed": ("fixed", "fixed"),
        "incomplete": ("not checked", "not checked"),
        "failed": ("cannot be read", "cannot be read"),
    },
    fixable_safe="{} mends {}",
    fixable_review="{} mends {} more (look at them first)",
    more="More about a rule: {}",
    source=" ({})",
    comma=", ",
    stop=".",
    within="{1} in {0}",
    explain="replylint rules explain {}",
)

TOPICS = {
    "command": ("命令口吻", "Orders to the customer"),
    "threat": ("威胁", "Threats"),
    "rude": ("无礼、不耐烦、讥讽", "Insult, impatience, sarcasm"),
    "shirk": ("推诿、阻碍投诉", "Shirking and obstructing"),
    "blame": ("归咎、揣测", "Blame and speculation"),
    "vague": ("含糊", "Vagueness"),
    "promise": ("不实承诺", "False promises"),
    "absolute": ("绝对化用语", "Absolute claims"),
    "discrimination": ("歧视", "Discrimination"),
    "suitability": ("适当性", "Suitability"),
    "tying": ("搭售", "Tying"),
    "channel": ("私下渠道", "Private channels"),
    "privacy": ("隐私与凭证", "Privacy and credentials"),
    "disclosure": ("向他人透露", "Telling a third party"),
    "courtesy": ("礼貌用语", "Courtesy"),
    "jargon": ("术语未解释", "Unexplained jargon"),
    "term": ("用词统一", "Terms"),
    "clarity": ("清楚、简洁", "Clarity"),
    "structure": ("结构", "Structure"),
}
_HOLE = re.compile(r"\{[^{}]*\}")
FLAGS = {Safety.SAFE: "--fix", Safety.REVIEW: "--unsafe-fixes"}


def words(lang: str) -> Words:
    """The labels for ``zh`` or, for anything else, English."""
    return ZH if lang == "zh" else EN


def in_language(text: Text, lang: str) -> str:
    """A rule's sentence in the language of the report."""
    return text.zh if lang == "zh" else text.en


def sentence(text: Text, lang: str) -> str:
    """What a rule says of any match: … where a finding puts the writer's words.

    >>> sentence(Text(zh="“{match}”像是在下命令", en="“{match}” sounds like an order"), "zh")
    '“…”像是在下命令'
    """
    return _HOLE.sub("…", in_language(text, lang))


def topic(name: str, lang: str) -> str:
    """A topic's title; the topic itself when a pack brought it."""
    zh, en = TOPICS.get(name, (name, name))
    return zh if lang == "zh" else en


def counted(number: int, noun: str, lang: str) -> str:
    """A number with its noun.

    >>> counted(2, "error", "en"), counted(2, "error", "zh")
    ('2 errors', '2 个错误')
    """
    one, many = words(lang).nouns[noun]
    return f"{number:,} {one if number == 1 else many}"


def severity(value: Severity, lang: str) -> str:
    return words(lang).severities[value]


def listed(parts: Iterable[str], lang: str) -> str:
    """Parts joined as a list of that language."""
    return words(lang).comma.join(parts)
