from __future__ import annotations

import pytest

from replylint.model import Severity
from replylint.report.words import (
    EN,
    NOUNS,
    TOPICS,
    ZH,
    Words,
    counted,
    in_language,
    listed,
    sentence,
    severity,
    topic,
    words,
)
from replylint.rules.rule import Text


def test_both_languages_have_every_label() -> None:
    assert all(severity(level, lang) for level in Severity for lang in ("zh", "en"))
    assert all(zh and one and many for zh, one, many in NOUNS.values())
    assert all(getattr(ZH, name) and getattr(EN, name) for name in Words.__annotations__)


@pytest.mark.parametrize(
    ("number", "lang", "text"),
    [
        (1, "en", "1 error"),
        (0, "en", "0 errors"),
        (1234, "en", "1,234 errors"),
        (2, "zh", "2 个错误"),
    ],
)
def test_counted(number: int, lang: str, text: str) -> None:
    assert counted(number, "error", lang) == text


def test_anything_but_chinese_is_english() -> None:
    assert words("zh") is ZH
    assert words("fr") is EN
    assert severity(Severity.INFO, "zh") == "提示"
    assert listed(["a", "b"], "zh") == "a，b"
    assert listed(["a", "b"], "en") == "a, b"


def test_rule_texts() -> None:
    text = Text(zh="“{match}”不好", en="“{match}” by {agent}")
    assert in_language(text, "en") == "“{match}” by {agent}"
    assert sentence(text, "en") == "“…” by …"
    assert sentence(text, "zh") == "“…”不好"


def test_topics() -> None:
    assert topic("command", "en") == "Orders to the customer"
    assert topic("house-style", "zh") == "house-style"
    assert all(zh and en for zh, en in TOPICS.values())
