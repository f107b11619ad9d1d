"""A folder that only its owner can write, so that what is kept in it can be read back."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_MOST_FILES = 24  # older ones of the same kind are swept away when a new one is written


class PrivateFolder:
    """Reads and writes whole files by name; neither ever fails, they only do nothing."""

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        self._path = path

    @classmethod
    def opened(cls, path: str | os.PathLike[str]) -> PrivateFolder | None:
        """The folder, made (mode 0700) when it is not there yet. None when it cannot be made, is a
        symbolic link, belongs to another user or may be written by one."""
        try:
            os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
            with suppress(FileExistsError):
                os.mkdir(path, 0o700)
            found = os.lstat(path)
        except (OSError, ValueError):
            return None
        return cls(os.fspath(path)) if stat.S_ISDIR(found.st_mode) and _ours(found) else None

    def read(self, name: str) -> bytes | None:
        """The file's content; None when there is none or it is not ours alone."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(self._at(name), flags)
        except OSError:
            return None
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or not _ours(found):
                return None
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read()
        except OSError:
            return None
        finally:
            os.close(handle)

    def write(self, name: str, data: bytes) -> bool:
        """Whether the file (mode 0600) now holds ``data``; others never see a part of it.

        ``name`` is ``<kind>-<anything>.json``.
        """
        temporary = self._at(f".{name}.{os.getpid()}.{os.urandom(4).hex()}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(temporary, flags, 0o600)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                os.replace(temporary, self._at(name))
            except OSError:
                with suppress(FileNotFoundError):
                    os.unlink(temporary)
                raise
            self._sweep(name.partition("-")[0])
        except OSError:
            return False
        return True

    def _sweep(self, kind: str) -> None:
        """Only what was written here: people may keep other files in the folder they named."""
        with os.scandir(self._path) as entries:
            found = [
                (entry.stat(follow_symlinks=False).st_mtime_ns, entry.path)
                for entry in entries
                if entry.name.startswith(f"{kind}-") and entry.name.endswith(".json")
            ]
        for _, path in sorted(found)[:-_MOST_FILES]:
            with suppress(FileNotFoundError):
                os.unlink(path)

    def _at(self, name: str) -> str:
        return os.path.join(self._path, name)


def _ours(found: os.stat_result) -> bool:
    """Whether a file belongs to us and no other may write it. (Windows has its own rights.)"""
    getuid = getattr(os, "getuid", None)
    return getuid is None or (found.st_uid == getuid() and not found.st_mode & _OTHERS_WRITE)
