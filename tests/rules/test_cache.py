"""A compiled pack comes from the cache exactly as long as nothing it was made from has changed."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from replylint.rules import cache
from replylint.rules.cache import Compiled, compiled
from replylint.text.edges import Crossings

from .made import file, rule, write

TOYS = Path(__file__).parent / "pack"


class Count:
    """How often packs were compiled; the table of edges, which takes a second, is left empty."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        compile_ = cache._compile

        def counted(*args: object) -> object:
            self.times += 1
            return compile_(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(cache, "_compile", counted)

        def no_crossings(literals: list[str], words: list[str]) -> Crossings:
            self.literals, self.words = literals, words
            return Crossings({"words": {}, "before": {}, "after": {}, "around": {}})

        monkeypatch.setattr("replylint.text.edges.crossings", no_crossings)


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Count:
    return Count(monkeypatch)


def old(folder: Path) -> Path:
    """The folder, its files changed long ago."""
    for path in folder.rglob("*"):
        os.utime(path, (10**9, 10**9))
    return folder


@pytest.fixture
def toys(tmp_path: Path) -> Path:
    return old(Path(shutil.copytree(TOYS, tmp_path / "toys")))


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    folder = tmp_path / "terms"
    folder.mkdir()
    term = "{id: nav, hans: 单位净值, gloss: {hans: 每份基金的价格}}"
    text = f"domain: fund\nsource: 手册\nreviewed: 2026-01\nterms: [{term}]\n"
    (folder / "terms.yaml").write_text(text, encoding="utf-8")
    return old(folder)


def same(one: Compiled, other: Compiled) -> bool:
    return (
        one.pack == other.pack
        and one.terms.to_data() == other.terms.to_data()
        and one.crossings.to_data() == other.crossings.to_data()
    )


def test_the_second_time_it_is_read(count: Count, toys: Path, terms: Path, tmp_path: Path) -> None:
    first = compiled([toys], [terms], tmp_path / "cache")
    second = compiled([toys], [terms], tmp_path / "cache")
    assert count.times == 1
    assert same(first, second)
    assert second.terms.named("单位净值") is not None
    assert same(pickle.loads(pickle.dumps(second)), first)


def test_the_edges_of_every_word_are_known(count: Count, toys: Path, terms: Path) -> None:
    made = compiled([toys], [terms], None)
    assert {"立即", "法院见", "单位净值", "asap"} <= set(count.literals)
    assert "烦请" in count.literals  # 麻烦's lexicon is edged, and includes it
    assert "马上金融" not in count.literals  # an exception takes the characters as they stand
    assert {"蓝鲸卡", "单位净值"} <= set(count.words)
    assert made.pack.words == ("蓝鲸卡",)


def test_relative_folders_hold_from_anywhere(
    count: Count, toys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(toys.parent)
    first = compiled([Path("toys")], [], tmp_path / "cache")
    assert compiled([Path("toys")], [], tmp_path / "cache").pack == first.pack
    assert count.times == 1
    absolute = compiled([toys], [], tmp_path / "cache")
    assert count.times == 2  # places are shown as the folders were given
    origin = absolute.pack.rules[0].origin
    assert origin is not None
    assert origin.path.startswith(str(toys))
    monkeypatch.chdir(tmp_path.parent)
    compiled([toys], [], tmp_path / "cache")
    assert count.times == 2


def test_with_no_folder_it_is_compiled_each_time(count: Count, toys: Path, tmp_path: Path) -> None:
    for folder in (None, None, toys / "pack.yaml"):
        compiled([toys], [], folder)
    assert count.times == 3


def changed(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda toys, terms: changed(toys / "zh" / "command.yaml"),
        lambda toys, terms: changed(toys / "pack.yaml"),
        lambda toys, terms: changed(terms / "terms.yaml"),
        lambda toys, terms: (toys / "zh" / "new.yaml").write_text("words: [新词]\n"),
        lambda toys, terms: (toys / "en" / "command.yaml").unlink(),
        lambda toys, terms: (toys / "en" / "command.yaml").rename(toys / "en" / "other.yaml"),
    ],
)
def test_a_change_is_seen(
    count: Count, toys: Path, terms: Path, tmp_path: Path, change: Callable[[Path, Path], None]
) -> None:
    compiled([toys], [terms], tmp_path / "cache")
    change(toys, terms)
    compiled([toys], [terms], tmp_path / "cache")
    assert count.times == 2


def test_a_file_that_was_only_touched_is_compared(
    count: Count, toys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled([toys], [], tmp_path / "cache")
    os.utime(toys / "pack.yaml", (2 * 10**8, 2 * 10**8))
    compiled([toys], [], tmp_path / "cache")
    assert count.times == 1

    def unread(sources: object) -> str:
        raise AssertionError("the files need not be read again")

    monkeypatch.setattr(cache._Sources, "digest", unread)
    compiled([toys], [], tmp_path / "cache")


def test_same_size_and_time_but_young_is_compared(
    count: Count, toys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = toys / "zh" / "command.yaml"
    text = path.read_text(encoding="utf-8")
    now = 10**18
    os.utime(path, ns=(now, now))
    monkeypatch.setattr(cache.time, "time_ns", lambda: now + 10**9)
    first = compiled([toys], [], tmp_path / "cache")
    path.write_text(text.replace("蓝鲸卡", "红鲸卡"), encoding="utf-8")
    os.utime(path, ns=(now, now))
    second = compiled([toys], [], tmp_path / "cache")
    assert (first.pack.words, second.pack.words) == (("蓝鲸卡",), ("红鲸卡",))


def test_what_changed_while_it_was_compiled_is_not_kept(
    count: Count, toys: Path, tmp_path: Path
) -> None:
    os.utime(toys / "pack.yaml")
    later = (toys / "pack.yaml").stat().st_mtime + 3600
    os.utime(toys / "pack.yaml", (later, later))
    for _ in range(2):
        compiled([toys], [], tmp_path / "cache")
    assert count.times == 2


def test_other_code_compiles_again(
    count: Count, toys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled([toys], [], tmp_path / "cache")
    monkeypatch.setattr(cache, "_code", lambda: "another version")
    compiled([toys], [], tmp_path / "cache")
    assert count.times == 2


def test_inside_a_zip_the_version_stands_for_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(cache._code()) == 64
    monkeypatch.setattr(cache, "__file__", "/no/such/replylint/rules/cache.py")
    assert cache._code() == cache.__version__


def test_packs_that_are_extended_are_watched_too(count: Count, tmp_path: Path) -> None:
    house = old(write(tmp_path / "house", file(rule())))
    head = 'pack: mine\nversion: "1"\nextends: [house]\n'
    mine = old(write(tmp_path / "mine", "words: [某词]\n", head))
    for _ in range(2):
        compiled([mine, house], [], tmp_path / "cache")
    assert count.times == 1
    changed(house / "rules.yaml")
    compiled([mine, house], [], tmp_path / "cache")
    assert count.times == 2


def entry(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_damaged_entry_is_made_again(count: Count, toys: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    compiled([toys], [], folder)
    whole = entry(folder).read_bytes()
    for broken in (b"", b"x", whole[:-9], whole[:500] + b"?" + whole[501:], b"zzzzzzzz\n" + whole):
        entry(folder).write_bytes(broken)
        compiled([toys], [], folder)
    assert count.times == 6
    assert entry(folder).read_bytes() == whole


@pytest.mark.parametrize("line", [1, 2, 4, -1])
def test_an_entry_of_another_shape_is_made_again(
    count: Count, toys: Path, tmp_path: Path, line: int
) -> None:
    folder = tmp_path / "cache"
    compiled([toys], [], folder)
    lines = entry(folder).read_bytes().split(b"\n")
    lines[line] = json.dumps({"a": 1}).encode()
    rest = b"\n".join(lines[1:])
    entry(folder).write_bytes(b"%08x\n" % crc32(rest) + rest)
    compiled([toys], [], folder)
    assert count.times == 2


def test_sources_that_are_gone_are_an_error_not_an_old_answer(
    count: Count, toys: Path, tmp_path: Path
) -> None:
    from replylint.errors import PackError

    compiled([toys], [], tmp_path / "cache")
    shutil.rmtree(toys)
    with pytest.raises(PackError, match="does not exist"):
        compiled([toys], [], tmp_path / "cache")


def test_hidden_files_and_links_to_folders(count: Count, toys: Path, tmp_path: Path) -> None:
    (toys / ".git").mkdir()
    (toys / "README.md").write_text("[")
    (toys / ".git" / "x.yaml").write_text("[")
    other = write(tmp_path / "other", file(rule(id="command.linked")))
    (other / "pack.yaml").unlink()
    (toys / "linked").symlink_to(old(other))
    old(toys)
    assert any(r.id == "command.linked" for r in compiled([toys], [], tmp_path / "c").pack.rules)
    changed(other / "rules.yaml")
    compiled([toys], [], tmp_path / "c")
    assert count.times == 2


def test_the_real_table_of_edges(toys: Path, tmp_path: Path) -> None:
    made = compiled([toys], [], tmp_path / "cache")
    read = compiled([toys], [], tmp_path / "cache")
    assert not read.crossings.may_cross("请立即处理", 1, 3)
    assert read.crossings.words == made.crossings.words
    assert same(made, read)
