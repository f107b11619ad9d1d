"""The commented ``replylint.toml`` of ``replylint init``, made from the table of settings."""

from __future__ import annotations

from .keys import KEYS, Key
from .settings import Policy, Settings, Streaming

_HEAD = """\
# Settings of replylint for this folder and everything below it.
# Every setting is shown with its default; take the # away in front of one to change it.
# Paths and patterns start at this file: "*.md" at any depth, "replies/*.md" from here,
# "drafts/" a folder, "**" any folders. A settings file nearer to a reply wins over this one.
# 本文件是 replylint 的设置；去掉行首的 # 即可修改。
"""
_TAIL = """
# 继承其他设置文件: Settings this file builds on; what stands here wins.
#extends = "../replylint.toml"

# 按路径覆盖设置: Other settings for some paths, in any number of tables; the last that fits wins.
#[[overrides]]
#paths = ["emails/**"]
#channel = "email"
"""


def init_text() -> str:
    """A settings file in which every key stands as a comment: it loads, and changes nothing."""
    return _HEAD + "".join(_entry(key) for key in KEYS) + _TAIL


def _entry(key: Key) -> str:
    value = key.example or _toml(getattr(Settings(), key.name))
    note = "" if key.example is None else " Not set; for example:"
    return f"\n# {key.zh}: {key.en}{note}\n#{key.name} = {value}\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Policy | Streaming):  # before plain tuples: these are named ones
        keys = (f"{name} = {_toml(of)}" for name, of in value._asdict().items())
        return f"{{ {', '.join(keys)} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"'
