"""language_tool_python as a client of a server elsewhere: it takes us for LanguageTool."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.serve.serving import Served

ltp = pytest.importorskip("language_tool_python", reason="pip install language_tool_python")

pytestmark = pytest.mark.integrations


@pytest.fixture
def tool(served: Served) -> Iterator[Any]:
    with ltp.LanguageTool("zh-CN", remote_server=served.url) as made:
        yield made


def test_it_finds_and_mends(tool: Any) -> None:
    text = "请立即处理"
    (match,) = tool.check(text)
    assert match.rule_id == "command.urgent-imperative"
    assert match.category == "COMMAND"
    assert text[match.offset : match.offset + match.error_length] == text
    assert tool.correct(text).startswith("我们正在协助您处理")


def test_offsets_hold_behind_characters_of_two_units(tool: Any) -> None:
    text = "🙂🙂您好。请立即处理"
    (match,) = tool.check(text)
    assert text[match.offset : match.offset + match.error_length] == "请立即处理"


def test_a_clean_reply_has_no_match(tool: Any) -> None:
    assert tool.check("您好，您的退款申请已提交，预计3个工作日内到账。") == []


def test_rules_and_categories_can_be_left_out(tool: Any) -> None:
    tool.disabled_rules = {"command.urgent-imperative"}
    assert tool.check("请立即处理") == []
    tool.disabled_rules = set()
    tool.disabled_categories = {"COMMAND"}
    assert tool.check("请立即处理") == []


@pytest.mark.parametrize("language", ["zh-TW", "en-US", "auto"])
def test_other_languages(served: Served, language: str) -> None:
    text = "You must pay now." if language == "en-US" else "請立即處理"
    with ltp.LanguageTool(language, remote_server=served.url) as tool:
        assert tool.check(text)


def test_what_is_wrong_is_said(served: Served) -> None:
    with pytest.raises(ValueError, match="xx-XX"):
        ltp.LanguageTool("xx-XX", remote_server=served.url)
