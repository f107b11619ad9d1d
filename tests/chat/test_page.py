"""The page about exports says what the code does."""

from __future__ import annotations

import re

import pytest

from replylint import chat
from replylint.chat.names import NAMES, known, plain
from replylint.chat.source import DEPTH, FREE, RATIO
from replylint.chat.vocabulary import WORDS, office_of, role_of
from tests.scripts import ROOT

PAGE = (ROOT / "docs" / "chat-exports.md").read_text("utf-8")


def test_every_format_is_on_it_and_no_other() -> None:
    section = PAGE.partition("## Formats")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)`", section, re.M)) == set(chat.formats())


def test_the_fields_and_their_names() -> None:
    section = PAGE.partition("## Columns")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \| (.*?) \|$", section, re.M)
    assert {f for fields, _ in rows for f in re.findall(r"`(\w+)`", fields)} == set(chat.FIELDS)
    for fields, names in rows:
        wanted = set(re.findall(r"`(\w+)`", fields))
        named = re.sub(r"\(.*?\)", "", names)
        for name in re.findall(r"[A-Za-z_]+|[\u4e00-\u9fff]+(?:ID)?", named.split(" beside")[0]):
            assert wanted & {field for field, _ in known().get(plain(name), ())}, name


def test_the_words_for_roles_and_offices() -> None:
    for word in ("客服", "坐席", "agent", "admin", "客户", "visitor", "end-user", "机器人", "系统"):
        assert word in PAGE
        assert role_of(word) is not None
    assert 170 <= sum(len(words.split()) for words in WORDS.values()) <= 260
    assert all(office_of(name) for name in ("在线客服", "Support Team", "智能助手"))


def test_the_limits() -> None:
    assert f"over {RATIO} times its size (and {FREE >> 20} MiB)" in PAGE
    assert DEPTH == 3


@pytest.mark.parametrize("field", sorted(NAMES))
def test_no_name_is_listed_twice_for_a_field(field: str) -> None:
    names = [plain(name) for name in NAMES[field].replace("/", " ").split()]
    assert len(names) == len(set(names)), sorted({n for n in names if names.count(n) > 1})
