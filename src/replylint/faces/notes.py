"""What a command says beside its report, in the two languages the tool speaks."""

from __future__ import annotations

_SENTENCES = {
    "dropped": (
        "有 {} 处改写无法写入 {}，未改动",
        "{} changes cannot be written in {}: they were left out",
    ),
    "stale": (
        "基线中有 {} 条已不再出现；可运行 replylint baseline --prune 清理",
        "{} entries of the baseline are stale; replylint baseline --prune takes them out",
    ),
    "nothing": ("没有可检查的文件（略过：{}）", "no file to check (passed over: {})"),
    "empty": ("没有可检查的文件", "no file to check"),
    "accepted": ("已将 {} 条提示写入 {}", "{} findings accepted in {}"),
    "pruned": ("已从 {1} 删去 {0} 条", "{} entries taken out of {}"),
    "kept": (
        "{} 未改动：有文件没有检查完",
        "{} was left as it was: not everything could be checked",
    ),
    "watching": ("等待文件变动，按 Ctrl-C 结束", "waiting for changes; Ctrl-C ends"),
    "interrupted": ("已中断", "interrupted"),
    "wrote": ("已写入 {}", "{} written"),
}
_REASONS = {
    "hidden": ("{} 个隐藏", "{} hidden"),
    "packages": ("{} 个依赖目录", "{} of package managers"),
    "excluded": ("{} 个已排除", "{} excluded"),
    "format": ("{} 个格式不符", "{} of no known format"),
    "unchanged": ("{} 个没有改动", "{} unchanged"),
}


def said(name: str, lang: str, *values: object) -> str:
    """The sentence called ``name`` with ``values`` in it."""
    return _SENTENCES[name][lang != "zh"].format(*values)


def reason(name: str, lang: str, count: int) -> str:
    """Why so many files were passed over."""
    return _REASONS[name][lang != "zh"].format(count)
