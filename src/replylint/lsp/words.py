"""What the server says itself, in the two languages the tool speaks."""

from __future__ import annotations

_SENTENCES = {
    "fix": ("{}", "{}"),
    "look": ("{}（请过目）", "{} (look it over)"),
    "idea": ("参考：{}", "An idea: {}"),
    "silence": ("用注释忽略 {}", "Silence {} with a comment"),
    "longer": ("在已有注释中加上 {}", "Add {} to the comment that silences"),
    "all": ("应用全部安全改写", "Apply all safe fixes"),
    "whole": ("整条改用建议的回复（请过目）", "Use the whole proposed reply (look it over)"),
    "explain": ("例句：`replylint rules explain {}`", "Examples: `replylint rules explain {}`"),
    "plain": ("可以说", "Say"),
    "instead": ("请改用", "Write instead"),
    "fault": (
        "replylint 内部错误：{}，请反馈",
        "a fault of replylint: {}; please report it",
    ),
    "deprecated": ("不再使用", "deprecated"),
    "forbidden": ("不得使用", "forbidden"),
    "admitted": ("可用，非首选", "admitted, not preferred"),
}


def said(name: str, lang: str, *values: object) -> str:
    """The sentence called ``name`` with ``values`` in it."""
    return _SENTENCES[name][lang != "zh"].format(*values)
