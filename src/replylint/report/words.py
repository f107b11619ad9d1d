"""The labels of reports in the two languages the tool speaks, and how it counts in each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Safety, Severity, Summary
from ..rules.rule import Text


class Words:
    """Every label of one language. Those with ``{}`` are format strings."""

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
    fixable_safe: str
    fixable_review: str
    more: str
    source: str
    comma: str
    stop: str
    within: str
    explain: str


class ZH(Words):
    why = "为何"
    becomes = "改为"
    idea = "参考"
    incomplete = "未检查"
    failed = "无法读取"
    clean = "没有发现问题"
    withheld = "有一处改写会重复敏感内容，不予显示"
    applied = "已改"
    remaining = "仍有"
    left = "还需 {}"
    fixable_safe = "{} 可改 {} 个"
    fixable_review = "{} 再改 {} 个（需人工过目）"
    more = "了解某条规则：{}"
    source = "（{}）"
    comma = "，"
    stop = "。"
    within = "{}：{}"
    explain = "replylint rules explain {}"


class EN(Words):
    why = "why"
    becomes = "fix"
    idea = "try"
    incomplete = "not checked"
    failed = "cannot be read"
    clean = "Nothing found"
    withheld = "a fix is not shown: it would repeat what is masked"
    applied = "applied"
    remaining = "remaining"
    left = "{} left"
    fixable_safe = "{} mends {}"
    fixable_review = "{} mends {} more (look at them first)"
    more = "More about a rule: {}"
    source = " ({})"
    comma = ", "
    stop = "."
    within = "{1} in {0}"
    explain = "replylint rules explain {}"


_SEVERITIES = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}
NOUNS = {  # Chinese, one, many
    "error": ("个错误", "error", "errors"),
    "warning": ("个警告", "warning", "warnings"),
    "info": ("个提示", "info", "infos"),
    "file": ("个文件", "file", "files"),
    "message": ("条消息", "message", "messages"),
    "suppressed": ("个已豁免", "suppressed", "suppressed"),
    "known": ("个在基线中", "in the baseline", "in the baseline"),
    "untouched": ("个在未改动的行", "on unchanged lines", "on unchanged lines"),
    "fixed": ("个已改好", "fixed", "fixed"),
    "incomplete": ("处未检查", "not checked", "not checked"),
    "failed": ("处无法读取", "cannot be read", "cannot be read"),
}
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
    "no_greeting": ("没有问候", "No greeting"),
    "no_closing": ("没有结束语", "No closing"),
    "late_response": ("答复超时", "Late answer"),
    "late_resolution": ("办结超时", "Late solution"),
    "no_empathy": ("没有安抚", "No empathy"),
    "solution_before_calming": ("先给办法、后安抚", "Solution before calming"),
    "no_restate": ("没有复述确认", "Nothing restated"),
    "closed_question": ("封闭式提问", "Closed question"),
    "interrupted": ("打断客户", "Interrupted"),
    "no_confirmation": ("没有确认", "No confirmation"),
    "no_followup": ("没有跟进", "No follow-up"),
    "cold_transfer": ("生硬转接", "Cold transfer"),
    "repeated_canned": ("重复套话", "Canned reply again"),
    "jargon_in_conflict": ("冲突中用术语", "Jargon in a conflict"),
    "contact": ("联系时间与频次", "Hours and frequency of contact"),
}
FLAGS = {Safety.SAFE: "--fix", Safety.REVIEW: "--unsafe-fixes"}


def words(lang: str) -> type[Words]:
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
    return re.sub(r"\{[^{}]*\}", "…", in_language(text, lang))


def topic(name: str, lang: str) -> str:
    """A topic's title; the topic itself when a pack brought it."""
    zh, en = TOPICS.get(name, (name, name))
    return zh if lang == "zh" else en


def counted(number: int, noun: str, lang: str) -> str:
    """A number with its noun.

    >>> counted(2, "error", "en"), counted(2, "error", "zh")
    ('2 errors', '2 个错误')
    """
    zh, one, many = NOUNS[noun]
    return f"{number:,} {zh if lang == 'zh' else one if number == 1 else many}"


def besides(summary: Summary, lang: str) -> list[str]:
    """What a run came to besides its findings, each number with its noun."""
    numbers = {
        "suppressed": summary.suppressed,
        "known": summary.known,
        "untouched": summary.untouched,
        "fixed": summary.fixed,
        "incomplete": len(summary.incomplete),
        "failed": len(summary.errors),
    }
    return [counted(number, noun, lang) for noun, number in numbers.items() if number]


def mendable(summary: Summary, lang: str) -> list[str]:
    """How many findings each flag would mend."""
    labels = words(lang)
    mends = []
    if summary.fixable_safe:
        mends.append(labels.fixable_safe.format(FLAGS[Safety.SAFE], summary.fixable_safe))
    if summary.fixable_review:
        mends.append(labels.fixable_review.format(FLAGS[Safety.REVIEW], summary.fixable_review))
    return mends


def severity(value: Severity, lang: str) -> str:
    return _SEVERITIES[value][lang != "zh"]


def listed(parts: Iterable[str], lang: str) -> str:
    """Parts joined as a list of that language."""
    return words(lang).comma.join(parts)
