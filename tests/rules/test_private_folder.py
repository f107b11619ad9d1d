"""What others could have written is not read, and nothing ever fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from replylint.rules import private_folder
from replylint.rules.private_folder import PrivateFolder


def opened(path: Path) -> PrivateFolder:
    folder = PrivateFolder.opened(path)
    assert folder is not None
    return folder


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b"
    folder = opened(path)
    assert folder.read("pack-1.json") is None
    assert folder.write("pack-1.json", b"one")
    assert folder.write("pack-1.json", b"two")
    assert opened(path).read("pack-1.json") == b"two"
    assert path.stat().st_mode & 0o777 == 0o700
    assert [(file.name, file.stat().st_mode & 0o777) for file in path.iterdir()] == [
        ("pack-1.json", 0o600)
    ]


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_others_may_write_is_not_used(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    assert PrivateFolder.opened(tmp_path) is None


def test_links_files_and_impossible_places_are_not_used(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_bytes(b"")
    assert PrivateFolder.opened(tmp_path / "link") is None
    assert PrivateFolder.opened(tmp_path / "file") is None
    assert PrivateFolder.opened(tmp_path / "file" / "below") is None
    assert PrivateFolder.opened(Path("\0")) is None


def test_a_folder_of_another_user_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = opened(tmp_path)
    assert folder.write("pack-1.json", b"mine")
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert PrivateFolder.opened(tmp_path) is None
    assert folder.read("pack-1.json") is None


def test_without_user_ids_the_system_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid")
    assert opened(tmp_path).write("pack-1.json", b"x")


def test_links_folders_and_files_of_others_are_not_read(tmp_path: Path) -> None:
    folder = opened(tmp_path / "cache")
    (tmp_path / "elsewhere").write_bytes(b"secret")
    (tmp_path / "cache" / "pack-1.json").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "cache" / "pack-2.json").mkdir()
    (tmp_path / "cache" / "pack-3.json").write_bytes(b"x")
    (tmp_path / "cache" / "pack-3.json").chmod(0o666)
    assert [folder.read(f"pack-{n}.json") for n in (1, 2, 3)] == [None, None, None]
    assert folder.write("pack-1.json", b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"secret"


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    folder = opened(tmp_path / "cache")
    (tmp_path / "cache" / "pack-1.json" / "below").mkdir(parents=True)
    assert not folder.write("pack-1.json", b"x")
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["pack-1.json"]
    (tmp_path / "cache" / "pack-1.json" / "below").rmdir()
    (tmp_path / "cache" / "pack-1.json").rmdir()
    (tmp_path / "cache").rmdir()
    assert not folder.write("pack-1.json", b"x")


def test_a_read_that_fails_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = opened(tmp_path)
    folder.write("pack-1.json", b"x")

    def fail(*args: object, **options: object) -> None:
        raise OSError

    monkeypatch.setattr(private_folder.os, "fdopen", fail)
    assert folder.read("pack-1.json") is None


def test_old_entries_are_swept_away_and_nothing_else(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    for n in range(30):
        folder.write(f"pack-{n:02}.json", b"x")
        os.utime(tmp_path / f"pack-{n:02}.json", ns=(n, n))
    (tmp_path / "notes.json").write_bytes(b"")
    folder.write("pack-99.json", b"x")
    names = sorted(file.name for file in tmp_path.iterdir())
    assert len(names) == 25
    assert names[0] == "notes.json"
    assert names[-1] == "pack-99.json"
    assert "pack-00.json" not in names
