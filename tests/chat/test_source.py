"""Archives: zip and gz around any format, cut off, locked, nested, and made to do harm."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from replylint import chat
from replylint.chat import source
from replylint.errors import InputError, UsageError
from tests.chat.reading import both, lines, one, read, refused, told, written

CSV = "session,time,role,text\n1,2026-03-02 09:15:00,agent,hello\n"
SAID = ["agent: hello"]


def zipped(members: dict[str, bytes | str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_gz_and_zip_and_one_in_the_other(tmp_path: Path) -> None:
    gz = gzip.compress(CSV.encode())
    for name, data in {
        "a.csv.gz": gz,
        "a.zip": zipped({"a.csv": CSV}),
        "b.zip": zipped({"a.csv.gz": gz}),
        "c.zip": zipped({"inner.zip": zipped({"a.csv": CSV})}),
        "c.zip.gz": gzip.compress(zipped({"a.csv": CSV})),
    }.items():
        path = written(tmp_path / name, data)
        assert chat.sniff(path) == "csv"
        assert told(one(path)) == SAID


def test_media_beside_a_chat_are_not_looked_into(tmp_path: Path) -> None:
    chat_ = "28/01/2026, 09:05 - Support desk: hi\n28/01/2026, 09:06 - Ann: <attached: 1.jpg>\n"
    path = written(
        tmp_path / "WhatsApp Chat - Ann.zip",
        zipped({"_chat.txt": chat_, "1.jpg": b"\xff\xd8\xff", "__MACOSX/a.txt": "x"}),
    )
    found = one(path)
    assert told(found) == ["agent Support desk: hi", "customer Ann: <attached: 1.jpg>"]
    assert found.id == "WhatsApp Chat - Ann"


def test_what_is_no_chat_in_an_archive_is_listed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", zipped({"a.csv": CSV, "notes.txt": "remember the milk"}))
    conversations, unread = both(path)
    assert [told(each) for each in conversations] == [SAID]
    assert [(each.path.endswith("a.zip/notes.txt"), each.reason) for each in unread] == [
        (True, "it is in no chat format that is known")
    ]


def test_what_is_cut_off_is_told_before_anything_is_given_out(tmp_path: Path) -> None:
    rows = "".join(f"{n},2026-03-02 09:15:00,agent,hello {n * n}\n" for n in range(50_000))
    gz = gzip.compress((CSV + rows).encode())
    assert "cut off or damaged" in refused(written(tmp_path / "a.csv.gz", gz[: len(gz) // 2]))
    archive = zipped({"a.csv": CSV + rows})
    message = refused(written(tmp_path / "a.zip", archive[: len(archive) // 2]))
    assert "the list of its files is missing" in message
    broken = bytearray(archive)
    broken[len(archive) // 2] ^= 0xFF
    assert "b.zip/a.csv: the compressed data" in refused(written(tmp_path / "b.zip", bytes(broken)))


def test_a_locked_zip(tmp_path: Path) -> None:
    locked = bytearray(zipped({"a.csv": CSV}))
    locked[6] |= 1  # the flag of an encrypted member, in both places it stands
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "protected by a password" in refused(written(tmp_path / "a.zip", bytes(locked)))


def test_archives_that_unpack_out_of_proportion_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "FREE", 1 << 20)
    big = CSV + "1,2026-03-02 09:15:00,agent,hello\n" * 200_000
    for name, data in {
        "a.gz": gzip.compress(big.encode()),
        "a.zip": zipped({"a.csv": big}),
    }.items():
        assert "to do harm" in refused(written(tmp_path / name, data))


def test_archives_nested_too_deep_are_refused(tmp_path: Path) -> None:
    data = zipped({"a.csv": CSV})
    for _ in range(source.DEPTH):
        data = zipped({"inner.zip": data})
    assert "archives within archives" in refused(written(tmp_path / "a.zip", data))


def test_files_that_are_not_there_or_no_chat(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "none.csv")
    assert "no chat format" in refused(written(tmp_path / "a.txt", "a poem"))
    assert "no chat format" in refused(written(tmp_path / "a.bin", bytes(range(256))))
    with pytest.raises(InputError, match="nothing in it"):
        chat.sniff(written(tmp_path / "a.zip", zipped({})))
    with pytest.raises(UsageError, match='did you mean "whatsapp"'):
        next(chat.read(tmp_path, chat.Options(format="watsapp")))


def test_a_folder(tmp_path: Path) -> None:
    written(tmp_path / "x" / "a.csv", CSV)
    written(tmp_path / "x" / "b.jsonl", lines({"conversation": "2", "text": "hi", "role": "agent"}))
    assert [each.id for each in read(tmp_path / "x")] == ["1", "2"]


@pytest.mark.parametrize("apart", [False, True])
def test_memory_is_that_of_a_conversation(apart: bool, tmp_path: Path) -> None:
    """30 MB of rows, of conversations that stand together or not, in less than a third of it."""
    count, words = 10_000, "a few words of a message that is a little longer than most " * 50
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write("session,time,role,text\n")
        for n in range(count):
            name = n % 500 if apart else n // 20
            file.write(f"{name},2026-03-02 09:15:00,{'agent' if n % 2 else 'customer'},{words}\n")
    assert path.stat().st_size > 28 << 20
    tracemalloc.start()
    try:
        messages = 0
        for each in chat.read(path):
            assert not isinstance(each, chat.Unread)
            messages += len(each.messages)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert messages == count
    assert peak < 10 << 20


def test_one_broken_file_among_several_does_not_keep_the_others_out(tmp_path: Path) -> None:
    bad = "session,role,text\n1,甲方,hello\n"
    path = written(tmp_path / "a.zip", zipped({"a.csv": bad, "b.csv": CSV}))
    conversations, unread = both(path)
    assert [told(each) for each in conversations] == [SAID]
    assert [(each.path.endswith("a.zip/a.csv"), each.line) for each in unread] == [(True, 1)]
    assert '"甲方"' in unread[0].reason
