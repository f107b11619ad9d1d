"""The standard guards: what each of them keeps silent, and what it must not."""

from __future__ import annotations

import pytest

from tests.engine.shared_pack import guards, silenced_by

SILENT = [
    ("negated", "不保证本金", "保证"),
    ("negated", "we do not guarantee returns", "guarantee"),
    ("quoted", "坐席讲“限你今天还”，不合规", "限你"),
    ("reported", "有人要您马上转账", "马上"),
    ("hypothetical", "如果不还，就起诉", "起诉"),
    ("softened", "麻烦您马上处理", "马上"),
    ("acting-for-customer", "我们会立即处理", "立即"),
    ("acting-third", "法院会立即通知", "立即"),
    ("asked", "您能马上来一趟吗？", "马上"),
    ("safety", "请立即挂失", "立即"),
    ("safety", "請馬上變更網銀密碼", "馬上"),
    ("safety", "火情现场请您立即离开", "立即"),
    ("safety", "切勿透露验证码", "透露"),
    ("safety", "please freeze the card immediately", "immediately"),
    ("safety", "never share your PIN", "share"),
    ("scam-warning", "有人冒充公检法，马上挂断", "马上"),
    ("scam-warning", "it's a scam, hang up now", "now"),
    ("banking-term", "最低还款额已更新", "最低"),
    ("lawful-consequence", "连续输错三次将被锁定", "锁定"),
    ("lawful-consequence", "three wrong pins and the card locks", "locks"),
    ("lawful-requirement", "销户须由本人办理，依法必须到场", "必须"),
    ("lawful-requirement", "you must apply in person", "must"),
    ("soothing", "您先别着急", "着急"),
    ("condemned", "坐席讲“爱办不办”，确实不应该", "爱办不办"),
    ("service-promise", "我一定跟进到底", "一定"),
    ("service-promise", "I will definitely call you back", "definitely"),
    ("self-criticism", "怪我没讲明白", "没讲明白"),
    ("inquiry", "did anyone say it is guaranteed?", "guaranteed"),
    ("dated", "我们尽快核，最晚明天17点前给您电话", "尽快"),
]


@pytest.mark.parametrize(("name", "text", "word"), SILENT)
def test_guards_keep_silent(name: str, text: str, word: str) -> None:
    assert name in silenced_by(text, word)


def test_every_guard_is_tried() -> None:
    assert {guard.name for guard in guards()} == {name for name, _, _ in SILENT}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("请立即处理", "立即"),
        ("您必须今天还款", "必须"),
        ("赶紧把字签了", "赶紧"),
        ("着令贵商户即刻停用该码", "即刻"),
        ("唔好再拖", "唔好再拖"),
        ("call us now", "now"),
        ("you must send it immediately", "must"),
    ],
)
def test_no_guard_excuses_an_order(text: str, word: str) -> None:
    assert silenced_by(text, word) <= {"dated"}  # that one is for promises
