"""The language and script of short and mixed messages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.fold import fold, to_hant
from replylint.text.language import EN, HANS, HANT, OTHER, Language, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("请您稍等", HANS),
        ("請您稍等", HANT),
        ("您的KYC资料已收到", HANS),
        ("您的KYC資料", HANT),
        ("好的", HANS),
        ("「好的」", HANT),
        ("您好，可以", HANS),
        ("皇后大道中5公里", HANS),  # 后 and 里 belong to both scripts
        ("台北101", HANS),  # nothing in it says Traditional
        ("臺北101", HANT),
        ("请问您們", HANS),
        ("請問您们", HANT),
        ("转账OK", HANS),
        ("轉帳OK", HANT),
        ("ＫＹＣ资料", HANS),
        ("请点 https://www.example.com/personal/cards/form?id=1 查看", HANS),
        ("您好{{customer_first_name}}", HANS),
        ("發到 service.department.desk@example.com", HANT),
        ("Dear Mr. 王, thank you for waiting.", EN),
        ("The term 年化收益率 means the annualised yield of the product", EN),
        ("One moment, please", EN),
        ("Don’t worry – we’re here", EN),
        ("ＯＫ ｔｈａｎｋｓ", EN),
        ("guаrаnteed return", EN),  # Cyrillic а
        ("𝐆𝐮𝐚𝐫𝐚𝐧𝐭𝐞𝐞𝐝 ⓡⓔⓣⓤⓡⓝ", EN),
        ("OK", EN),
        ("", OTHER),
        ("13800138000", OTHER),
        ("👌👌", OTHER),
        ("……", OTHER),
        ("お問い合わせありがとうございます", OTHER),
        ("東京カスタマーサービス", OTHER),
        ("안녕하세요 고객님", OTHER),
        ("Здравствуйте", OTHER),
        ("สวัสดี", OTHER),
        ("超の好", HANS),
        ("𠮷", HANS),
        ("\ud83d", OTHER),
    ],
)
def test_language_from_the_text(text: str, language: Language) -> None:
    assert detect(fold(text)) == language


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("好的", "zh-Hant", HANT),
        ("好的", "zh_TW", HANT),
        ("好的", "zh-HK", HANT),
        ("好的", "yue-MO", HANT),
        ("「好的」", "zh-CN", HANS),
        ("「好的」", "zh-Hans-HK", HANS),
        ("「好的」", "zh", HANT),
        ("好的", "zh", HANS),
        ("好的", "en", HANS),
        ("好的", "fr", HANS),
        ("请稍等", "zh-Hant", HANS),
        ("請稍等", "en", HANT),
        ("One moment", "zh-Hant", EN),
        ("Un moment", "fr", OTHER),
        ("Déjà vu", "fr", OTHER),
        ("100%", "zh-Hant", HANT),
        ("100%", "zh-Hans", HANS),
        ("100%", "zh", HANS),
        ("100%", "en-GB", EN),
        ("100%", "fr", OTHER),
        ("👌", "zh-TW", HANT),
        ("您好 Hello there", "en", EN),
        ("您好 Hello there", "zh-Hans", HANS),
        ("お問い合わせ", "zh", OTHER),
        ("好", "", HANS),
    ],
)
def test_hint_settles_what_the_text_leaves_open(text: str, hint: str, language: Language) -> None:
    assert detect(fold(text), hint) == language


def test_tags() -> None:
    assert [language.tag for language in (HANS, HANT, EN, OTHER)] == [
        "zh-Hans",
        "zh-Hant",
        "en",
        "und",
    ]


def test_the_beginning_decides() -> None:
    assert detect(fold("请稍等" * 1000 + "please wait " * 5000)) == HANS


@given(st.text(st.sampled_from("请们这个为您处理账户，。100"), min_size=5, max_size=30))
def test_either_spelling_is_told(text: str) -> None:
    assert detect(fold("请们" + text)) == HANS
    assert detect(fold(to_hant("请们" + text))) == HANT


@given(st.text(max_size=40), st.sampled_from([None, "zh-Hant", "en", "x"]))
def test_any_text_has_one(text: str, hint: str | None) -> None:
    assert detect(fold(text), hint) in (HANS, HANT, EN, OTHER)
