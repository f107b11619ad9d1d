"""Bytes become text by mark, by name or by evidence and come back exactly, or are refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError
from replylint.files.decode import Decoded, decode, encode
from replylint.files.guess import guess

HANS = "尊敬的客户，您好！\r\n您的申请我们已经收到，预计24小时内回复。\r\n感谢您的耐心等待。"
HANT = "親愛的客戶，您好！\n您的申請我們已經收到，預計24小時內回覆。\n感謝您的耐心等候。"
EN = "Dear customer,\nwe have received your request.\n"


def refused(data: bytes, encoding: str = "auto") -> str:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", encoding)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [HANS, HANT, EN, "", "ok"])
def test_recognised_and_back(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    found = decode(data, "a.txt")
    assert found.text == text
    assert found.mark == b""
    assert found.encoding == (encoding if not data.isascii() or b"\0" in data else "utf-8")
    assert encode(text, found, "a.txt") == data


@pytest.mark.parametrize(
    ("encoding", "extra"),
    [("cp950", ""), ("cp950", "€碁"), ("big5hkscs", "嘅咗啲㗎"), ("big5hkscs", "①②")],
)
def test_big5_of_taiwan_and_of_hong_kong(encoding: str, extra: str) -> None:
    data = (HANT + extra).encode(encoding)
    found = decode(data, "a.txt")
    assert (found.text, found.encoding) == (HANT + extra, encoding)
    assert encode(found.text, found, "a.txt") == data


def test_big5_that_only_windows_can_read_although_it_has_kana() -> None:
    data = (HANT + "€あ").encode("cp950")
    assert decode(data, "a.txt") == Decoded(HANT + "€あ", "cp950")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"\x841\x953", "gb18030"),
    ],
)
@pytest.mark.parametrize("text", [HANS, "a", ""])
def test_byte_order_marks_are_kept_but_not_text(mark: bytes, encoding: str, text: str) -> None:
    found = decode(mark + text.encode(encoding), "a.txt")
    assert found == Decoded(text, encoding, mark)
    assert encode(text + "!", found, "a.txt") == mark + (text + "!").encode(encoding)


@pytest.mark.parametrize(
    "word", ["支票", "一小时", "在吗", "您好", "好的。", "谢谢您的理解", "請稍等"]
)
def test_few_characters_are_enough(word: str) -> None:
    # 支票 in GB18030 happens to be valid UTF-8
    assert decode(word.encode("gb18030"), "a.txt") == Decoded(word, "gb18030")


@pytest.mark.parametrize("word", ["café", "Привет", "naïve — déjà", "½", "ø"])
def test_short_utf8_stays_utf8(word: str) -> None:
    assert decode(word.encode(), "a.txt") == Decoded(word)


def test_too_few_characters_are_ambiguous() -> None:
    data = b"ok:\n" + "常快惠或把".encode("gb18030")
    assert data.decode("cp950") == "ok:\n都辦需麼參"
    assert refused(data) == (
        "a.txt:2:1: not UTF-8, and too little text to tell which of gb18030, big5; "
        'save it as UTF-8, or name its encoding in the settings (encoding = "…")'
    )
    assert decode(data, "a.txt", "big5").text == "ok:\n都辦需麼參"


def test_one_character_proves_nothing() -> None:
    assert refused("ok\n好".encode("gb18030")).startswith("a.txt:2:1: byte 0xBA is not valid utf-8")


def test_named_encodings_win() -> None:
    data = HANS.encode("gb18030")
    assert decode(data, "a.txt", "GBK") == Decoded(HANS, "gbk")
    assert decode(data, "a.txt", "latin-1").encoding == "iso8859-1"
    assert decode(codecs.BOM_UTF8 + b"a", "a.txt", "utf8") == Decoded("a", "utf-8", codecs.BOM_UTF8)
    assert decode(codecs.BOM_UTF8 + b"a", "a.txt", "utf-8-sig").mark == codecs.BOM_UTF8
    assert decode(b"a", "a.txt", "utf-8-sig") == Decoded("a")


@pytest.mark.parametrize("member", ["utf-16-le", "utf-16-be"])
def test_utf16_by_name_finds_its_byte_order(member: str) -> None:
    mark = codecs.BOM_UTF16_LE if member == "utf-16-le" else codecs.BOM_UTF16_BE
    for text in (HANS, EN):
        assert decode(mark + text.encode(member), "a.txt", "utf-16") == Decoded(text, member, mark)
        assert decode(text.encode(member), "a.txt", "utf-16") == Decoded(text, member)
    assert decode(b"", "a.txt", "utf-16").encoding == "utf-16-le"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "您好\r\n请稍等".encode() + b"\xff" + "谢谢".encode(),
            "a.txt:2:4: byte 0xFF is not valid utf-8; save it as UTF-8, or name its",
        ),
        (b"a\rb\r\n\xffzz", "a.txt:3:1: byte 0xFF is not valid utf-8"),
        (b"Don\x92t worry, it\x92s fine", "a.txt:1:4: byte 0x92 is not valid utf-8"),
        (
            "好的😊".encode()[:-1],
            "a.txt:1:3: the file ends in the middle of a character (utf-8); save it",
        ),
        (
            "好的\n".encode() + b"\xed\xa0\xbd",
            "a.txt:2:1: half of a surrogate pair (a broken emoji) is not valid utf-8",
        ),
        (
            (HANS * 3).encode("gb18030") + b"\r\n\x80",
            "a.txt:8:1: byte 0x80 is not valid gb18030; mend the file or name another encoding",
        ),
        (
            (HANT * 3).encode("cp950") + b"\n\xff",
            "a.txt:8:1: byte 0xFF is not valid big5hkscs; mend the file",
        ),
        (
            codecs.BOM_UTF16_LE + "好\n".encode("utf-16-le") + b"\x3d\xd8a\0",
            "a.txt:2:1: half of a surrogate pair (a broken emoji) is not valid utf-16-le",
        ),
        (
            codecs.BOM_UTF16_LE + "好".encode("utf-16-le") + b"\x3d",
            "a.txt:1:2: the file ends in the middle of a character (utf-16-le)",
        ),
    ],
)
def test_bytes_that_are_no_text(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_a_narrow_encoding_names_the_wider_one() -> None:
    data = "您好㐀".encode("gb18030")
    assert refused(data, "gbk") == (
        "a.txt:1:3: byte 0x81 is not valid gbk; gb18030 holds more characters"
    )
    assert "cp950 or big5hkscs" in refused("嘅㗎".encode("big5hkscs"), "big5")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "a.txt:3:1"),
        ("您好\n请\0稍等".encode(), "a.txt:2:2"),
        (bytes(range(256)) * 4, "a.txt:1:1"),
        (codecs.BOM_UTF8 + b"a\0", "a.txt:1:2"),
        (codecs.BOM_UTF16_BE + "好\0".encode("utf-16-be"), "a.txt:1:2"),
    ],
)
def test_binary_files_are_told_as_such(data: bytes, place: str) -> None:
    said = refused(data)
    assert said.startswith(place)
    assert "binary file, it was not checked; leave it out with the setting exclude" in said


def test_a_named_encoding_does_not_make_a_binary_file_text() -> None:
    assert "binary file" in refused(b"a\0b", "latin-1")


def test_the_bad_byte_decides_which_part_is_judged() -> None:
    data = b"plain text\n" * 40_000 + HANS.encode("gb18030")
    assert decode(data, "a.txt").encoding == "gb18030"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\nb\r\nc\n", "\n"),
        ("a\r\nb\r\nc\n", "\r\n"),
        ("a\rb\n\rc", "\r"),
    ],
)
def test_the_newline_used_most(text: str, kind: str) -> None:
    assert Decoded(text).newline == kind


def test_what_cannot_be_written_is_refused_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        encode("好的\n谢谢😊", Decoded("", "gbk"), "a.txt")
    assert str(caught.value) == (
        "a.txt:2:3: U+1F60A cannot be written in the file's gbk; "
        "nothing was changed; save the file as UTF-8 first"
    )


def test_nothing_to_judge() -> None:
    assert guess(b"").codecs == ()


_characters = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r您好请稍等，。")


@given(st.text(_characters), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]))
def test_any_text_with_a_mark_comes_back(text: str, encoding: str) -> None:
    found = decode(("\ufeff" + text).encode(encoding), "a.txt")
    assert found.text == text
    assert encode(text, found, "a.txt") == ("\ufeff" + text).encode(encoding)


@given(st.binary(max_size=200), st.sampled_from(["auto", "utf-8", "gb18030", "big5", "utf-16"]))
def test_any_bytes_are_text_or_refused_with_a_place(data: bytes, encoding: str) -> None:
    origin = None
    found = None
    try:
        found = decode(data, "a.txt", encoding)
    except InputError as error:
        origin = error.origin
    if found is None:
        assert origin is not None
        assert origin.line is not None
    else:
        assert "\0" not in found.text
        again = decode(encode(found.text, found, "a.txt"), "a.txt", found.encoding)
        assert again.text == found.text
