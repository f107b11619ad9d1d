"""What audits say in Chinese and in English, and how they write numbers."""

from __future__ import annotations

from ..report.words import topic as message_topic
from .stats import Share

_TOPICS = {
    "no_greeting": ("没有问候", "No greeting"),
    "no_closing": ("没有结束语", "No closing"),
    "late_response": ("响应超时", "Late answer"),
    "late_resolution": ("办结超时", "Late resolution"),
    "no_empathy": ("没有安抚", "No empathy"),
    "solution_before_calming": ("先办事后安抚", "Solving before calming"),
    "no_restate": ("没有复述确认", "Not restated"),
    "closed_question": ("封闭式提问", "Closed question"),
    "interrupted": ("打断客户", "Interruption"),
    "no_confirmation": ("没有确认", "Not confirmed"),
    "no_followup": ("没有跟进安排", "No follow-up"),
    "cold_transfer": ("冷转接", "Cold transfer"),
    "repeated_canned": ("反复套话", "Canned replies"),
    "jargon_in_conflict": ("冲突中用术语", "Jargon in a conflict"),
}
# Chinese, English. {} are filled in.
SAYS = {
    "clean": ("没有发现问题", "Nothing found"),
    "no_replies": ("没有可检查的客服回复", "There are no replies to check"),
    "seen": (
        "共 {conversations} 个会话、{messages} 条消息，其中客服回复 {replies} 条",
        "{conversations} conversations, {messages} messages, {replies} of them replies",
    ),
    "flagged": ("有问题的回复", "Replies with faults"),
    "good": ("合格率", "score"),
    "rule": ("规则", "rule"),
    "agent": ("坐席", "agent"),
    "queue": ("队列", "queue"),
    "channel": ("渠道", "channel"),
    "month": ("月份", "month"),
    "found": ("问题", "findings"),
    "replies": ("回复", "replies"),
    "conversations": ("会话", "conversations"),
    "interval": ("95% 区间", "95% interval"),
    "share": ("占比", "share"),
    "small": ("* 样本不足 {}，不宜比较", "* fewer than {}: do not compare"),
    "unread": ("无法读取 {} 处", "{} rows cannot be read"),
    "incomplete": ("未检查完 {} 个会话", "{} conversations not checked"),
    "more": ("……另有 {} 处", "… and {} more"),
    "none": ("（无）", "(none)"),
    "goes_on": (
        "已中断。已完成 {} 条消息并存入 {}；再次运行同一命令即从此处继续",
        "interrupted; {} messages are done and kept in {}: the same command goes on from there",
    ),
    "going_on": (
        "继续上次中断的第 {} 次审计（已完成 {} 条消息）",
        "going on with run {} ({} messages done)",
    ),
    "left": ("还需 {}", "{} left"),
    "kept": ("已存为 {} 的第 {} 次审计", "kept in {} as run {}"),
    "difference": ("差", "difference"),
    "sure": ("差异可信", "more than chance"),
    "run": ("次", "run"),
    "period": ("时段", "period"),
    "precision": ("准确率", "precision"),
    "judged": ("已判", "judged"),
    "proposal": ("建议", "proposal"),
}


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def say(key: str, lang: str, *values: object, **named: object) -> str:
    """Words in the language of the report, filled in."""
    words = SAYS[key][lang != "zh"]
    return words.format(*values, **named) if values or named else words


def topic(name: str, lang: str) -> str:
    """A topic's title, of messages or of conversations."""
    if name in _TOPICS:
        return _TOPICS[name][lang != "zh"]
    return message_topic(name, lang)


def percent(value: float) -> str:
    """
    >>> percent(0.1267), percent(0.00012), percent(1.0)
    ('12.7%', '0.01%', '100%')
    """
    if value in (0.0, 1.0):
        return f"{value:.0%}"
    return f"{value:.2%}" if value < 0.001 else f"{value:.1%}"


def shown(of: Share) -> str:
    """A share with its interval, and a star where it was counted over too few.

    >>> from .stats import share
    >>> shown(share(8, 10))
    '80.0% (49.0%-94.3%)*'
    """
    if not of.of:
        return "–"
    return f"{percent(of.value)} ({percent(of.low)}-{percent(of.high)}){'*' if of.small else ''}"
