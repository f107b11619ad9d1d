"""Which keys hold replies: the patterns of the settings, or else the names people use."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache

from .tree import Path


def names_of(text: str) -> frozenset[str]:
    """The words of ``text``."""
    return frozenset(text.split())


REPLY = names_of(
    "text body content message messages msg reply replies answer answers response responses "
    "template templates greeting closing opening signature "
    "回复 回覆 答复 答覆 回答 话术 話術 正文 内容 內容 答案 模板 范本 範本 文案 "
    "开场白 開場白 结束语 結束語"
)
"""Keys of replies. In ``replyText`` and ``sms_body`` it is the last word that counts."""

HEADING = names_of("title subject headline 标题 標題 主题 主題 主旨")
"""Keys of replies too; but a file that has no others is not known by them."""

CUSTOMER = names_of(
    "customer customers client question questions query queries user utterance utterances "
    "客户 客戶 顾客 顧客 用户 用戶 问题 問題 提问 提問 来信 來信"
)
"""Keys of what customers say."""

_SUBJECT = names_of("subject 主题 主題 主旨")
_PARTS = names_of("greeting closing opening signature 开场白 開場白 结束语 結束語")
_OF_FILES = names_of("template templates content body response message title subject")
_SAID = names_of("text content message messages msg words utterance")
_ABOUT = names_of(
    "id ids key keys code name slug type kind category categories tag tags group url uri link href "
    "path file image icon color colour version schema author owner date time timestamp created "
    "updated status priority description desc comment comments note notes remark remarks context "
    "scenario lang language locale role channel audience recipient replylint encoding charset "
    "备注 備註 说明 說明 描述 场景 場景 分类 分類 类别 類別 标签 標籤 编号 編號 "
    "名称 名稱 作者 日期"
)
_FORM = names_of(
    "html plain txt md markdown zh cn tw hk en hans hant sc tc chs cht us gb "
    "zero one two few many other short long default"
)
_LANG = re.compile(r"(?i)(zh|en)(?:[-_](?:hans|hant|cn|sg|tw|hk|mo|us|gb|uk|au))*|(?:ch[st]|[st]c)")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[^\W\d_A-Za-z]+")
_HANT = ("hant", "tw", "hk", "mo", "cht", "tc")
_HANS = ("hans", "cn", "sg", "chs", "sc")


@lru_cache(4096)
def words(key: str) -> tuple[str, ...]:
    """The words of a key, in small letters.

    >>> words("replyText"), words("sms_body-2"), words("話術")
    (('reply', 'text'), ('sms', 'body', '2'), ('話術',))
    """
    return tuple(word.lower() for word in _WORDS.findall(key))


def kind(key: str) -> str | None:
    """What the value of ``key`` is by its name.

    ``reply``, ``heading``, ``customer``, ``about`` (says something of the reply), or None.
    """
    said = [word for word in words(key) if not word.isdigit()]
    while len(said) > 1 and said[-1] in _FORM:
        said.pop()
    if not said:
        return None
    last = said[-1]
    if last in CUSTOMER or (last in _SAID and not CUSTOMER.isdisjoint(said)):
        return "customer"
    if last in REPLY:
        return "reply"
    if last in HEADING:
        return "heading"
    return "about" if last in _ABOUT or key[:1] in "@$_" else None


def is_saying(key: str) -> bool:
    """Whether ``key`` holds somebody's words, whoever it is: under ``customer`` the customer's."""
    return not _SAID.isdisjoint(words(key)[-1:])


def is_subject(key: str) -> bool:
    """Whether ``key`` heads what is sent, and does not only name it."""
    return not _SUBJECT.isdisjoint(words(key)[-1:])


def is_part(path: Path) -> bool:
    """Whether ``path`` leads to a part of a reply, such as its greeting."""
    return any(isinstance(key, str) and not _PARTS.isdisjoint(words(key)[-1:]) for key in path)


def may_be_name(key: str) -> bool:
    """Whether ``key`` may as well hold the name of a file or of a template."""
    return not _OF_FILES.isdisjoint(words(key)[-1:])


def is_form(key: str) -> bool:
    """Whether ``key`` tells versions of one text apart: languages, plurals, HTML and plain."""
    said = words(key)
    return (bool(said) and all(word in _FORM for word in said)) or language(key) != ""


def language(key: str) -> str | None:
    """The ``lang`` of a message by a language code: None for one that leaves the script open.

    "" when ``key`` is no language code.

    >>> [language(code) for code in ("zh-CN", "zh_HK", "en-US", "zh", "body")]
    ['zh-Hans', 'zh-Hant', 'en', None, '']
    """
    if not _LANG.fullmatch(key):
        return ""
    parts = re.split(r"[-_]", key.lower())
    if any(part in _HANT for part in parts):
        return "zh-Hant"
    if any(part in _HANS for part in parts):
        return "zh-Hans"
    return "en" if parts[0] == "en" else None


class Patterns:
    """The ``fields`` of the settings.

    ``body`` and ``*.body`` are keys anywhere, ``replies[*].text`` and ``emails.*.subject`` count
    from the top of the file; ``*`` stands for one key or index or a part of a key, ``**`` for any
    number of them. What lies below a field as a list or as versions of it (languages, plurals)
    belongs to it.
    """

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._patterns = [_parts(pattern) for pattern in patterns]

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def match(self, path: Path) -> bool:
        """Whether the value at ``path`` is named."""
        keys = tuple(str(key) if isinstance(key, str) else f"[{key}]" for key in path)
        return any(_fits(pattern, keys) for pattern in self._patterns)


def _parts(pattern: str) -> tuple[str, ...]:
    parts = re.findall(r"\[[^\]]*\]|[^.\[\]]+", pattern)
    parts = ["*" if part == "[]" else part for part in parts]
    if parts and parts[0] == "$":  # JSONPath
        return tuple(parts[1:])
    anywhere = parts[:1] == ["*"] and len(parts) > 1
    if (len(parts) == 1 and not parts[0].startswith("[")) or anywhere:
        return ("**", *(parts[1:] if anywhere else parts))
    return tuple(parts)


def _fits(pattern: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    if not pattern:
        return not keys
    first, rest = pattern[0], pattern[1:]
    if first == "**":
        return any(_fits(rest, keys[at:]) for at in range(len(keys) + 1))
    return bool(keys) and _one(first, keys[0]) and _fits(rest, keys[1:])


def _one(part: str, key: str) -> bool:
    if part == "*" or part == key:
        return True
    if part.startswith("["):
        return part == "[*]" and key.startswith("[")
    return not key.startswith("[") and fnmatchcase(key, part)
