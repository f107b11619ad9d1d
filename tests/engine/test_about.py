"""What a clause is about is named when its words are replaced."""

from __future__ import annotations

import pytest

from replylint.engine.about import about
from replylint.engine.hit import Hit

from .shared_pack import scene


@pytest.mark.parametrize(
    ("text", "hit", "said"),
    [
        ("养老组合绝对不会亏，每月扣500元。", "绝对不会亏", "养老组合"),
        ("您的定投计划稳赚。", "稳赚", "定投计划"),
        ("发票抬头的事你去问财务。", "你去问财务", "发票抬头的事"),
        ("密码锁定是您太粗心。", "您太粗心", "密码锁定"),
        ("不归我管，理赔款。", "不归我管", None),
        ("这事不归我管。", "不归我管", None),
        ("我说过了不归我管。", "不归我管", None),
        ("是您自己填错了收款账号。", "是您自己填错了", "收款账号"),
        ("Your fund cannot lose.", "cannot lose", None),
        ("燃气险（保漏气）的理赔一定会过。", "一定会过", None),
    ],
)
def test_what_a_clause_is_about(text: str, hit: str, said: str | None) -> None:
    here = scene(text)
    at = here.text.index(hit)
    span = about(Hit(at, at + len(hit)), here)
    assert (None if span is None else here.text[slice(*span)]) == said


def test_what_is_missing_is_about_nothing() -> None:
    assert about(Hit(0, 0, place="start"), scene("养老组合稳赚")) is None
