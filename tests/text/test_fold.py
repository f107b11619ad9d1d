"""Folding keeps every offset, joins what is the same word, and takes disguises off."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text import fold_table as table
from replylint.text.fold import fold, fold_word, spaced, to_hant

# Characters that folding treats specially, and plain ones around which it does.
TRICKY = (
    "保本证立即请您好三五一ab12zZ.,。，!?（） \t\n\u3000*_|^·-•※×❤😊○⭐\u200b\u200d\ufe0f\u0301"
    "\u20e3①②³⒈аоΗρ𝐚𝟓🅰🇨🇳👨👩𠮷㊙Ｇｕ５請帳\ud83d\x00\xad"
)
texts = st.text(st.one_of(st.sampled_from(TRICKY), st.characters()), max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ１２３　％＊～＿", "abc123 %*~_"),
        ("，！？：；（）", ",!?:;()"),
        ("。、“保”「本」『立』《即》【还】〔款〕—…", "。、“保”「本」『立』《即》【还】〔款〕—…"),
        ("｡､｢保｣﹐﹖⋯‥―─", "。、「保」,?……——"),
        ("it’s ‘so’", "it's 'so'"),
        ("3–5 − 2‐1", "3-5 - 2-1"),
        ("❗❓", "!?"),
        ("a\u00a0b\u2003c\u2028d", "a b c\nd"),
    ],
)
def test_punctuation_takes_its_half_width_form_or_stays(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Guarantee", "guarantee"),
        ("ＧuáráńtÉe", "guarantee"),
        ("𝐆𝓊𝔞𝕣𝖺𝗻𝘁𝚎𝐞𝐝", "guaranteed"),
        ("ⓖⓤ🄰🅡🅰 ɢᴜᴀʀ Łøđ", "guara guar lod"),
        ("Ⅴ信", "v信"),
        ("１𝟐٣४", "1234"),
        ("ß", "ß"),
        ("İ", "i"),
        ("ﬁ", "ﬁ"),  # two letters in one: no place for the second
    ],
)
def test_letters_and_digits_become_plain(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (("请立即处理", "請立即處理"), "请立即处理"),
        (("里面", "裡面", "裏面"), "里面"),
        (("看着", "看著"), "看着"),
        (("台湾", "臺灣", "台灣"), "台湾"),
        (("账户", "帐户", "帳戶", "賬戶", "賬户"), "账户"),
        (("回复", "回復", "回覆"), "回复"),
        (("了解", "瞭解"), "了解"),
        (("借口", "藉口"), "借口"),
        (("只有", "祇有", "衹有"), "只有"),
        (("你", "妳"), "你"),
        (("线", "線", "綫"), "线"),
        (("为", "為", "爲"), "为"),
        (("卫", "衛", "衞"), "卫"),
        (("说", "說", "説"), "说"),
        (("一见", "⼀⾒", "㊀見"), "一见"),
        (("凉", "\uf979", "涼"), "凉"),
        (("\U0002f804", "你"), "你"),
    ],
)
def test_spellings_of_one_character_fold_together(spellings: tuple[str, ...], folded: str) -> None:
    assert {fold(s).text for s in spellings} == {folded}


def test_words_stay_words() -> None:
    assert fold("身分 甚麼 計畫").text == "身分 甚么 计画"


@pytest.mark.parametrize(
    "text",
    [
        "раypаl", "ΡayΡal", "pаyраl",  # Cyrillic, Greek, both ends
        "p\u200ba\u2060y\ufeffp\xadal", "p\u0301a\u20ddyp\u0336al", "\u202epay\u202cpal",
        "p a y p a l", "p.a.y.p.a.l", "P-A-Y-P-A-L", "ｐ·ａ·ｙ·ｐ·ａ·ｌ", "p*a*y*p*a*l",
        "pay\x00pal", "pay\U000e0041pal",
    ],
)  # fmt: skip
def test_latin_disguises_come_off(text: str) -> None:
    assert fold(text).text == "paypal"


@pytest.mark.parametrize(
    "text",
    [
        "保证本金", "保*证*本*金", "保-证本_金", "保·证|本^金", "保•证○本×金", "保❤证💰本★金",
        "保❤️证本金", "保\u200b证\u200d本\ufeff金", "保\u200b*证本金", "保＊证＿本｜金",
        "保・证‧本金", "保\u0337证\u0337本金", "保\ufe0f证\u034f本\u3164金",
    ],
)  # fmt: skip
def test_han_disguises_come_off(text: str) -> None:
    assert fold(text).text == "保证本金"


@pytest.mark.parametrize(
    "text",
    [
        "和/或", "一、二", "本金+收益", "好~谢谢", "稍等…马上", "首页>贷款→还款", "张**",
        "138****5678", "请**务必**还款", "三-五天", "3-5天", "2*3", "好的😊请稍等", "谢谢❤您",
        "保--本", "保❤❤本", "保 本", "a b c", "e.g. this", "u.s.a. and", "www.a.b.c.d",
        "a.b.c.d.com", "①请 ②再", "①3天", "10²", "m²", "в россии", "ρ=0.5", "あ·い", "1. 请 2. 再",
    ],
)  # fmt: skip
def test_ordinary_writing_stays(text: str) -> None:
    assert fold(text).text == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("①③⑧", "138"),
        ("1③8", "138"),
        ("¹³⁸⁰⁰", "13800"),
        ("⒈⒊⒏ ⑴⑶⑻ ❶❸❽ 🄁🄃", "138 138 138 🄁🄃"),
        ("1\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e3", "138"),
        ("1\u20e33\u20e38\u20e3号", "138号"),
        ("1\ufe0f\u20e33天", "1\u20e33天"),  # the first item of a list, not 13 days
    ],
)
def test_digits_in_circles_and_keycaps(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_foreign_name_folds_harmlessly() -> None:
    folded = fold("約翰·史密斯")
    assert folded.text == "约翰史密斯"
    assert folded.span(0, 5) == (0, 6)


def test_offsets_point_past_what_was_left_out() -> None:
    folded = fold("\u200b\u200b保\u200b*证\u200b\u200b。\u200b")
    assert folded.text == "保证。"
    assert folded.span(0, 1) == (2, 3)
    assert folded.span(0, 2) == (2, 6)
    assert folded.span(1, 2) == (5, 6)
    assert folded.span(2, 3) == (8, 9)
    assert (folded.start(0), folded.end(0)) == (2, 0)
    assert (folded.start(3), folded.end(3)) == (10, 9)
    assert folded.span(1, 1) == (5, 5)


def test_original_offsets_find_their_folded_ones() -> None:
    folded = fold("\u200b保\u200b证。")
    assert [folded.at(i) for i in range(6)] == [0, 0, 1, 1, 2, 3]
    assert fold("保证。").at(2) == 2


def test_plain_text_needs_no_map() -> None:
    folded = fold("您好，ABC")
    assert [folded.start(i) for i in range(7)] == [folded.end(i) for i in range(7)] == [*range(7)]


def test_dropped_offsets_are_left_out_too() -> None:
    folded = fold("保 \u200b本 OK", drop=(1, 5))
    assert folded.text == "保本 k"
    assert folded.span(0, 2) == (0, 4)
    assert folded.span(3, 4) == (6, 7)
    assert fold("ab", drop=[0]).text == "b"


@pytest.mark.parametrize("drop", [(2,), (-1,), (0, 9)])
def test_dropping_outside_the_text_is_refused(drop: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="outside"):
        fold("保本", drop=drop)


def test_repr_shows_no_text() -> None:
    assert "保本" not in repr(fold("保本"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("保 本", ("保本", (1,))),
        ("這個 保　本 呢", ("这个保本呢", (2, 4, 6))),
        ("\u200b保\u200b \u200b本", ("保本", (3,))),
        ("好的😊请 稍等", ("好的请稍等", (2, 4))),
        ("保  本", None),
        ("保 A", None),
        ("保\n本", None),
        ("あ い", None),
        ("a b", None),
        ("", None),
    ],
)
def test_spaces_between_han_characters(
    text: str, found: tuple[str, tuple[int, ...]] | None
) -> None:
    assert spaced(text) == found
    assert spaced(fold(text)) == found


def test_words_of_packs_fold_as_text_does() -> None:
    assert fold_word("馬上還款！") == fold("馬上還款！").text == "马上还款!"


@given(texts)
def test_every_span_maps_back_to_the_same_characters(text: str) -> None:
    folded = fold(text)
    n = len(folded.text)
    for i in range(n):
        start, end = folded.span(i, i + 1)
        assert end == start + 1
        assert folded.at(start) == i
    starts = [folded.start(i) for i in range(n + 1)]
    assert starts == sorted(set(starts))
    assert starts[-1] == len(text)
    assert all(folded.end(i) <= folded.start(i) for i in range(n + 1))
    assert all(folded.end(i + 1) == folded.start(i) + 1 for i in range(n))


@given(texts)
def test_the_short_way_and_the_long_way_agree(text: str) -> None:
    """What the quick look takes for plain hides nothing; a drop makes fold look closely."""
    assert fold(text).text == fold("\n" + text, drop=(0,)).text


@given(texts)
def test_squeezing_is_folding_with_a_drop(text: str) -> None:
    found = spaced(text)
    if found is not None:
        assert fold(text, drop=found[1]).text == found[0]


@given(st.text(st.sampled_from("保本证立即请您好ab1"), min_size=1, max_size=8), st.data())
def test_zero_width_characters_change_nothing(word: str, data: st.DataObject) -> None:
    hidden = st.sampled_from("\u200b\u200c\u2060\ufeff\u00ad\ufe0f\u202e")
    spoilt = "".join(c + data.draw(st.text(hidden, max_size=2)) for c in word)
    assert fold(spoilt).text == fold(word).text


def test_table_is_one_for_one_and_final() -> None:
    for one, other in (
        (table.CHANGED, table.BECOMES),
        (table.ASTRAL, table.ASTRAL_BECOMES),
        (table.DIGITS, table.DIGITS_BECOME),
        (table.ALIKE, table.ALIKE_BECOME),
        (table.HANS, table.HANT),
    ):
        assert len(one) == len(other) == len(set(one))
    for ch in table.CHANGED + table.ASTRAL:
        assert len(fold(ch).text) == 1
        assert fold(fold(ch).text).text == fold(ch).text != ch


def test_every_character_keeps_its_length_or_goes() -> None:
    for code in range(0, 0x110000, 37):
        assert len(fold(chr(code)).text) <= 1


def test_full_width_folds_as_unicode_says() -> None:
    for code in range(0xFF01, 0xFF5F):
        expected = unicodedata.normalize("NFKC", chr(code)).lower()
        assert fold(chr(code)).text == expected


def test_traditional_folds_back_to_the_same() -> None:
    for ch in table.HANS + table.SIMPLIFIED + table.CHANGED:
        assert fold(to_hant(ch)).text == fold(ch).text


def test_traditional_disguise() -> None:
    assert to_hant("请立即处理您的账户，里面只有100元") == "請立即處理您的賬戶，裡面只有100元"


def test_script_markers_are_apart() -> None:
    assert not set(table.TRADITIONAL) & set(table.SIMPLIFIED)
    assert set("請們這後於") <= set(table.TRADITIONAL)
    assert set("请们这") <= set(table.SIMPLIFIED)
    assert not set("里后只台干面") & set(table.TRADITIONAL + table.SIMPLIFIED)
