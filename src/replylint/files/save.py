"""Writes a changed file in one step, or not at all: encoding, byte order mark and mode stay.

Bytes outside the edits are copied, not written anew, so a file keeps even those of its bytes that
its encoding could spell in two ways. A link is written through; other hard links to the file keep
the old text, as with every editor that saves in one step.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import InputError, Origin
from ..model import Edit
from .decode import Decoded, encode


def edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits`` applied, which may touch; ValueError when they overlap."""
    pieces: list[str] = []
    at = 0
    for edit in ordered(edits, len(text)):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def ordered(edits: Iterable[Edit], length: int) -> list[Edit]:
    """``edits`` by place; ValueError when two overlap or one leaves ``[0, length)``.

    The same edit given twice, as two fixes of one clause do, counts once.
    """
    result = sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end))
    at = 0
    for edit in result:
        if not at <= edit.start <= edit.end <= length:
            raise ValueError(f"edit [{edit.start}, {edit.end}) overlaps another or sticks out")
        at = edit.end
    return result


def save(path: Path, was: Decoded, edits: Iterable[Edit], shown: str | None = None) -> str:
    """Apply ``edits``, which count in ``was.text``, to the file at ``path``; return the new text.

    ``was`` is what was read from it. Raises InputError, and leaves the file as it was, when it has
    changed since, is read-only, cannot be written, or cannot hold the new text in its encoding.
    """
    name = shown or str(path)
    target = Path(os.path.realpath(path))
    try:
        state = target.stat()
        data = target.read_bytes()
    except OSError as error:
        raise _refused(name, error) from None
    if not state.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise InputError("the file is read-only, it was not changed", origin=Origin(name))
    new_text, new_data = _spliced(data, was, edits, name)
    if new_data != data:
        try:
            replace_file(target, new_data, state)
        except OSError as error:
            raise _refused(name, error) from None
    return new_text


def replace_file(target: Path, data: bytes, state: os.stat_result | None = None) -> None:
    """Write ``data`` beside ``target`` and put it in its place, with mode and owner of ``state``.

    Raises OSError; then ``target`` is untouched and nothing is left beside it.
    """
    import tempfile

    handle, name = tempfile.mkstemp(prefix=".", suffix=".replylint", dir=target.parent)
    beside = Path(name)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, stat.S_IMODE(state.st_mode) if state else 0o666 & ~_umask())
        _keep_owner(beside, state)
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
    _sync_folder(target.parent)


def _spliced(data: bytes, was: Decoded, edits: Iterable[Edit], name: str) -> tuple[str, bytes]:
    """The new text, and its bytes: those of ``data`` but for the edits."""
    mark = len(was.mark)
    if data[:mark] != was.mark or _text(data[mark:], was.encoding) != was.text:
        raise InputError(
            "the file has changed since it was read, it was not changed",
            origin=Origin(name),
            hint="run again",
        )
    in_order = ordered(edits, len(was.text))
    text = edited(was.text, in_order)
    encode(text, was, name)  # refuses, with the place, what the encoding cannot hold
    try:
        result = b"".join(_pieces(data, was, in_order))
    except UnicodeEncodeError:
        result = b""
    if _text(result[mark:], was.encoding) != text:
        raise InputError(
            f"this edit cannot be written in {was.encoding}, the file was not changed",
            origin=Origin(name),
            hint="save the file as UTF-8 first",
        )
    return text, result


def _pieces(data: bytes, was: Decoded, edits: list[Edit]) -> Iterator[bytes]:
    at, byte = 0, len(was.mark)
    yield data[:byte]
    for edit in edits:
        start = byte + len(was.text[at : edit.start].encode(was.encoding))
        end = start + len(was.text[edit.start : edit.end].encode(was.encoding))
        yield data[byte:start]
        yield edit.text.encode(was.encoding)
        at, byte = edit.end, end
    yield data[byte:]


def _text(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refused(name: str, error: OSError) -> InputError:
    reason = error.strerror or type(error).__name__
    return InputError(f"cannot be written, it was not changed: {reason}", origin=Origin(name))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _keep_owner(path: Path, state: os.stat_result | None) -> None:
    """Effect: give ``path`` the owner of the file it replaces, where that is allowed."""
    if state is None or not hasattr(os, "chown"):
        return
    own = path.stat()
    if (own.st_uid, own.st_gid) != (state.st_uid, state.st_gid):
        with contextlib.suppress(OSError):
            os.chown(path, state.st_uid, state.st_gid)
            # The kernel may take the set-user bits away with the change of owner.
            os.chmod(path, stat.S_IMODE(state.st_mode))


def _sync_folder(folder: Path) -> None:
    """Effect: make the new name last through a power cut; not every file system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
