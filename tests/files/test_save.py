"""A changed file is written whole, as it was written before, or it is not touched."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError
from replylint.files import save as save_module
from replylint.files.decode import Decoded, decode
from replylint.files.save import edited, replace_file, save
from replylint.model import Edit

TEXT = "您好\r\n请立即处理\r\n谢谢"


def read(path: Path) -> Decoded:
    return decode(path.read_bytes(), str(path))


def refusal(path: Path, was: Decoded, *edits: Edit) -> str:
    before = path.read_bytes() if path.is_file() else None
    names = sorted(os.listdir(path.parent))
    with pytest.raises(InputError) as caught:
        save(path, was, edits, "a.txt")
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(os.listdir(path.parent)) == names
    return str(caught.value)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"", "gb18030"),
    ],
)
def test_encoding_mark_and_line_endings_stay(tmp_path: Path, mark: bytes, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    edits = [Edit(4, 5, "麻烦您"), Edit(5, 7, "")]
    assert save(path, read(path), edits) == "您好\r\n麻烦您处理\r\n谢谢"
    assert path.read_bytes() == mark + "您好\r\n麻烦您处理\r\n谢谢".encode(encoding)
    assert os.listdir(tmp_path) == ["a.txt"]


def test_bytes_that_could_be_spelled_otherwise_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    ten = b"\xa2\xcc"  # Big5 has 十 twice
    data = "請立即處理，感謝您的耐心等候。".encode("cp950") + ten
    path.write_bytes(data)
    was = read(path)
    assert was.text.endswith("十")
    save(path, was, [Edit(1, 3, "您")])
    assert path.read_bytes() == "請您處理，感謝您的耐心等候。".encode("cp950") + ten


def test_mode_and_owner_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ab")
    path.chmod(0o640)
    if os.getuid() == 0:
        os.chown(path, 12345, 23456)
    before = path.stat()
    save(path, read(path), [Edit(0, 1, "c")])
    after = path.stat()
    assert stat.S_IMODE(after.st_mode) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    assert path.read_text() == "cb"


def test_another_owner_that_may_not_be_given_is_no_reason_to_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ab")

    def chown(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", chown)
    state = os.stat_result((*path.stat()[:4], 1, 1, *path.stat()[6:]))
    replace_file(path, b"new", state)
    assert path.read_text() == "new"


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real/a.txt"
    target.write_text("ab")
    link = tmp_path / "link.txt"
    link.symlink_to("real/a.txt")
    save(link, read(link), [Edit(0, 1, "c")])
    assert link.is_symlink()
    assert target.read_text() == "cb"


def test_nothing_to_change_touches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ab")
    before = path.stat()
    assert save(path, read(path), []) == "ab"
    assert save(path, read(path), [Edit(0, 1, "a")]) == "ab"
    assert path.stat().st_ino == before.st_ino


def test_a_file_that_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ab")
    was = read(path)
    path.write_text("abc")
    said = "a.txt: the file has changed since it was read, it was not changed; run again"
    assert refusal(path, was, Edit(0, 1, "c")) == said
    path.write_bytes(b"\xff\xfea\0b\0")
    assert refusal(path, was, Edit(0, 1, "c")) == said
    path.write_text("ab")
    assert refusal(path, Decoded("ab", "utf-8", b"\xef\xbb\xbf"), Edit(0, 1, "c")) == said


def test_a_file_that_vanished(tmp_path: Path) -> None:
    said = refusal(tmp_path / "a.txt", Decoded("ab"), Edit(0, 1, "c"))
    assert said == "a.txt: cannot be written, it was not changed: No such file or directory"


def test_a_read_only_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ab")
    path.chmod(0o444)
    said = refusal(path, Decoded("ab"), Edit(0, 1, "c"))
    assert said == "a.txt: the file is read-only, it was not changed"


def test_a_folder_one_may_not_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ab")

    def replace(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", replace)
    said = refusal(path, Decoded("ab"), Edit(0, 1, "c"))
    assert said == "a.txt: cannot be written, it was not changed: Permission denied"


def test_an_interrupted_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ab")

    def fsync(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(KeyboardInterrupt):
        save(path, read(path), [Edit(0, 1, "c")])
    assert os.listdir(tmp_path) == ["a.txt"]
    assert path.read_text() == "ab"


def test_what_the_encoding_cannot_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "您好，\n感谢您的耐心等待。".encode("gbk")
    path.write_bytes(data)
    was = decode(data, "a.txt", "gbk")
    said = refusal(path, was, Edit(4, 6, "😊"))
    assert said.startswith("a.txt:2:1: U+1F60A cannot be written in the file's gbk; nothing")


def test_an_edit_that_tears_a_double_code_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x88\x66")  # Hong Kong's Big5 has codes for two characters at once
    was = decode(b"\x88\x66", "a.txt", "big5hkscs")
    said = refusal(path, was, Edit(1, 1, "\u0304"))
    assert said.startswith("a.txt: this edit cannot be written in big5hkscs, the file was not")


def test_an_encoding_with_shift_codes_is_not_cut_into(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "日本語".encode("iso2022_jp")
    path.write_bytes(data)
    said = refusal(path, decode(data, "a.txt", "iso2022_jp"), Edit(1, 2, "a"))
    assert "cannot be written in iso2022_jp" in said


def test_the_path_itself_is_named_when_there_is_no_other(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        save(tmp_path / "nowhere", Decoded(""), [])


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        replace_file(tmp_path / "new", b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_file_system_that_cannot_sync_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_open(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(save_module.os, "open", no_open)
    save_module._sync_folder(tmp_path)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, ""), Edit(1, 3, "")],
        [Edit(0, 9, "")],
        [Edit(2, 1, "")],
        [Edit(-1, 1, "")],
    ],
)
def test_edits_that_cannot_all_be_meant(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another or sticks out"):
        edited("abc", edits)


def test_an_edit_that_two_fixes_share_is_made_once() -> None:
    assert edited("abc", [Edit(0, 1, "x"), Edit(0, 1, "x"), Edit(3, 3, "!"), Edit(3, 3, "?")]) == (
        "xbc!?"
    )


def test_edits_in_any_order_and_touching() -> None:
    assert edited("abc", [Edit(3, 3, "!"), Edit(1, 2, "X"), Edit(1, 1, "("), Edit(2, 2, ")")]) == (
        "a(X)c!"
    )


@given(
    st.text("您好a\r\n😊é", max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.text("请a\n", max_size=3))),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "gb18030"]),
)
def test_splicing_bytes_is_splicing_text(
    text: str, cuts: list[tuple[int, int, str]], encoding: str
) -> None:
    edits = []
    at = 0
    for start, end, new in sorted(cuts):
        if at <= start <= end <= len(text):
            edits.append(Edit(start, end, new))
            at = end
    was = Decoded(text, encoding)
    new_text, data = save_module._spliced(text.encode(encoding), was, edits, "a")
    assert new_text == edited(text, edits)
    assert data == new_text.encode(encoding)
