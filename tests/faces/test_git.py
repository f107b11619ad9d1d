"""check --diff-base and --staged, against a real git: lines, renames, new files, the index."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Shell

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")

Git = Callable[..., str]
JSONL = ("--format", "jsonl", "--color", "never")
OLD = "- text: 请立即处理\n- text: 您好\n- text: 立即回电\n"


@pytest.fixture
def git(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository around the shell's folder with settings that others' tools trip over."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str) -> str:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.com")
        done = subprocess.run(
            ["git", *who, *args], cwd=shell.folder, check=True, capture_output=True
        )
        return done.stdout.decode()

    run("init", "-q", "-b", "main")
    for name, value in (
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.interHunkContext", "9"),
        ("diff.relative", "true"),
        ("diff.external", "false"),
        ("core.autocrlf", "false"),
    ):
        run("config", name, value)
    shell.settings("")
    return run


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-qm", "Step")


def lines(shell: Shell, *args: str) -> list[tuple[object, object]]:
    ran = shell("check", *args, *JSONL)
    assert ran.err == ""
    return [(row["path"], row["line"]) for row in ran.rows]


def test_only_changed_lines_are_reported_and_the_others_counted(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", OLD)
    shell.write("b.yaml", OLD)
    commit(git)
    shell.write("a.yaml", "- text: 稍候\n" + OLD.replace("您好", "请您立即来"))
    assert lines(shell, "--diff-base", "HEAD") == [("a.yaml", 3)]
    ran = shell("check", "--diff-base", "HEAD", "--lang", "en")
    assert ran.code == 1
    assert "1 warning in 1 file, 4 messages, 2 on unchanged lines" in ran.out


def test_nothing_changed_is_clean_and_said(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", OLD)
    commit(git)
    ran = shell("check", "--diff-base", "HEAD", "--lang", "en")
    assert ran.code == 0
    assert "1 unchanged)" in ran.err


def test_new_files_count_whole_whether_git_knows_them_or_not(shell: Shell, git: Git) -> None:
    commit(git)
    shell.write("known.yaml", OLD)
    git("add", "known.yaml")
    shell.write("unknown.yaml", OLD)
    shell.write(".gitignore", "ignored.yaml\n")
    shell.write("ignored.yaml", OLD)
    names = ("ignored.yaml", "known.yaml", "unknown.yaml")
    assert lines(shell, "--diff-base", "HEAD") == [(n, line) for n in names for line in (1, 3)]


def test_a_renamed_file_has_changed_only_where_it_was_changed(shell: Shell, git: Git) -> None:
    body = "".join(f"- text: 第{number}条请立即处理\n" for number in range(20))
    shell.write("a b.yaml", body)
    shell.write("same.yaml", body.replace("第", "共"))
    commit(git)
    git("mv", "a b.yaml", "新 名.yaml")
    git("mv", "same.yaml", "moved.yaml")
    shell.write("新 名.yaml", body.replace("第7条", "第七条"))
    assert lines(shell, "--diff-base", "HEAD") == [("新 名.yaml", 8)]


def test_a_repository_inside_is_asked_there(shell: Shell, git: Git) -> None:
    inner = shell.folder / "inner"
    shell.write("inner/a.yaml", OLD)
    git("init", "-q", str(inner))
    git("-C", str(inner), "add", "-A")
    git("-C", str(inner), "commit", "-qm", "Inner")
    commit(git)  # as a link, as a submodule is
    shell.write("a.yaml", OLD)
    assert lines(shell, "--diff-base", "HEAD") == [("a.yaml", 1), ("a.yaml", 3)]


def test_names_that_git_would_quote(shell: Shell, git: Git) -> None:
    name = 'a\t"b"\\中.yaml'
    shell.write(name, OLD)
    commit(git)
    shell.write(name, OLD.replace("您好", "立即"))
    ran = shell("check", "--diff-base", "HEAD", *JSONL)
    assert [row["line"] for row in ran.rows] == [2]


def test_what_looks_like_a_patch_inside_a_file_is_no_patch(shell: Shell, git: Git) -> None:
    shell.write("a.txt", "一\n\n二\n")
    shell.write("b.txt", "立即\n")
    commit(git)
    shell.write("a.txt", "一\n++ b/b.txt\n@@ -1 +1 @@\n-- a/b.txt\n立即\n\n二\n")
    assert lines(shell, "--diff-base", "HEAD") == [("a.txt", 5)]


def test_it_works_from_a_folder_below(
    shell: Shell, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("sms/a.yaml", OLD)
    shell.write("b.yaml", OLD)
    commit(git)
    shell.write("sms/a.yaml", OLD.replace("您好", "立即"))
    shell.write("b.yaml", OLD.replace("您好", "立即"))
    monkeypatch.chdir(shell.folder / "sms")
    assert lines(shell, "--diff-base", "HEAD") == [("a.yaml", 2)]
    git("add", "-A")
    assert lines(shell, "--staged") == [("a.yaml", 1), ("a.yaml", 2), ("a.yaml", 3)]
    assert len(lines(shell, "--staged", "../b.yaml")) == 3


def test_changes_count_from_where_the_branch_began(shell: Shell, git: Git) -> None:
    """What others did on main meanwhile is not this branch's."""
    shell.write("a.yaml", OLD)
    commit(git)
    git("checkout", "-qb", "mine")
    shell.write("b.yaml", OLD)
    commit(git)
    git("checkout", "-q", "main")
    shell.write("a.yaml", "- text: 您好\n")
    commit(git)
    git("checkout", "-q", "mine")
    assert lines(shell, "--diff-base", "main") == [("b.yaml", 1), ("b.yaml", 3)]


def test_what_is_missing_counts_when_its_reply_was_touched(shell: Shell, git: Git) -> None:
    """The toy pack asks nothing; the bundled one asks a letter for its greeting."""
    letter = "您好，\n您的卡片已寄出。\n祝您生活愉快。\n"
    shell.write("replylint.toml", 'channel = "email"\n')
    shell.write("a.txt", letter)
    shell.write("b.txt", letter.removeprefix("您好，\n") + "另外\n")
    commit(git)
    shell.write("a.txt", letter.removeprefix("您好，\n"))
    before = shell("check", "a.txt", *JSONL)
    after = shell("check", "a.txt", "--diff-base", "HEAD", *JSONL)
    missing = [row["rule"] for row in before.rows if row["start"] == row["end"]]
    assert missing
    assert [row["rule"] for row in after.rows if row["start"] == row["end"]] == missing
    assert shell("check", "b.txt", "--diff-base", "HEAD").code == 0


def test_a_suppression_with_no_use_on_an_old_line_is_old(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", "# replylint: ignore[rude.idle]\n- text: 您好\n- text: 稍候\n")
    commit(git)
    shell.write("a.yaml", "# replylint: ignore[rude.idle]\n- text: 您好\n- text: 立即\n")
    assert lines(shell, "--diff-base", "HEAD") == [("a.yaml", 3)]


def test_messages_of_a_stream(shell: Shell, git: Git) -> None:
    shell.write("a.jsonl", '{"text": "立即"}\n')
    commit(git)
    shell.write("a.jsonl", '{"text": "立即"}\n{"text": "请立即"}\n')
    ran = shell("check", "a.jsonl", "--diff-base", "HEAD", "--input-format", "jsonl", *JSONL)
    assert [row["message"] for row in ran.rows] == ["2"]


def test_fixing_mends_changed_lines_alone(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", OLD)
    commit(git)
    path = shell.write("a.yaml", "- text: 稍候\n" + OLD.replace("您好", "请立即来"))
    ran = shell("check", "--diff-base", "HEAD", "--fix", "--lang", "en")
    assert ran.code == 0
    assert "2 on unchanged lines, 1 fixed" in ran.out
    after = "- text: 稍候\n" + OLD.replace("您好", "请及时来")
    assert path.read_text("utf-8") == after


def test_accepted_findings_on_old_lines_are_not_stale(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", OLD)
    assert shell("baseline").code == 0
    commit(git)
    shell.write("a.yaml", OLD.replace("您好", "稍候"))
    ran = shell("check", "--diff-base", "HEAD", "--baseline", "replylint-baseline.jsonl")
    assert ran.code == 0
    assert "baseline --prune" not in ran.err


def test_a_file_git_cannot_read_as_text_counts_whole(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", OLD.encode("utf-16"))
    commit(git)
    shell.write("a.yaml", OLD.replace("您好", "稍候").encode("utf-16"))
    assert lines(shell, "--diff-base", "HEAD") == [("a.yaml", 1), ("a.yaml", 3)]


def test_staged_is_what_the_commit_would_hold(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", "- text: 您好\n")
    shell.write("same.yaml", OLD)
    shell.write("gone.yaml", OLD)
    commit(git)
    shell.write("a.yaml", "- text: 请立即来\n")
    shell.write("new.txt", "立即\n")
    git("add", "-A")
    git("rm", "-q", "gone.yaml")
    shell.write("a.yaml", "- text: 您好\n- text: 稍候\n- text: 立即\n")
    (shell.folder / "new.txt").unlink()
    shell.write("unstaged.txt", "立即\n")
    assert lines(shell, "--staged") == [("a.yaml", 1), ("new.txt", 1)]
    assert lines(shell, "--staged", "new.txt") == [("new.txt", 1)]


def test_staged_before_the_first_commit(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", OLD)
    git("add", "-A")
    assert lines(shell, "--staged") == [("a.yaml", 1), ("a.yaml", 3)]


def test_staged_lines_since_a_revision(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", OLD)
    commit(git)
    shell.write("a.yaml", OLD + "- text: 立即\n")
    git("add", "-A")
    shell.write("a.yaml", "- text: 立即\n" + OLD)
    assert lines(shell, "--staged", "--diff-base", "HEAD") == [("a.yaml", 4)]


def test_staged_leaves_out_what_a_walk_would(shell: Shell, git: Git) -> None:
    shell.settings('exclude = ["drafts/"]\n')
    for name in ("drafts/a.txt", ".hidden/a.txt", "node_modules/a.txt", "a.py"):
        shell.write(name, "立即\n")
    git("add", "-A")
    ran = shell("check", "--staged", "--lang", "en")
    assert ran.code == 0
    assert "2 excluded, 1 of package managers" in ran.err  # drafts and our own settings
    assert lines(shell, "--staged", "drafts/a.txt") == [("drafts/a.txt", 1)]
    assert shell("check", "--staged", "--force-exclude", "drafts/a.txt").code == 0


def test_staged_content_is_as_a_checkout_would_write_it(shell: Shell, git: Git) -> None:
    shell.write(".gitattributes", "*.txt text working-tree-encoding=gb18030\n")
    shell.write("a.txt", "您好，请立即处理\n".encode("gb18030"))
    git("add", "-A")
    assert lines(shell, "--staged") == [("a.txt", 1)]


def test_a_conflict_is_not_passed_over_in_silence(shell: Shell, git: Git) -> None:
    shell.write("a.yaml", "- text: 您好\n")
    commit(git)
    git("checkout", "-qb", "mine")
    shell.write("a.yaml", "- text: 稍候\n")
    commit(git)
    git("checkout", "-q", "main")
    shell.write("a.yaml", "- text: 立即\n")
    commit(git)
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "-q", "mine")
    ran = shell("check", "--staged", "--lang", "en")
    assert ran.code == 3
    assert "a.yaml not checked: is in a merge conflict" in ran.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--diff-base", "nowhere"), 'git knows no revision "nowhere"'),
        (("--diff-base", "--all"), "git knows no revision"),
        (("--diff-base", "HEAD", "--text", "立即"), "--diff-base looks at files"),
        (("--staged", "-"), "--staged looks at files"),
        (("--staged", "--fix"), "--staged looks at the index"),
        (("--staged", "--watch"), "--staged at the index"),
        (("--staged", "nothing.txt"), "neither in the index nor as a file"),
        (("--diff-base", "HEAD", "/dev/null"), "outside of the git repository"),
    ],
)
def test_what_cannot_be_is_refused(
    shell: Shell, git: Git, args: tuple[str, ...], said: str
) -> None:
    commit(git)
    ran = shell("check", *args)
    assert ran.code == 2
    assert said in ran.out + ran.err


def test_histories_apart(shell: Shell, git: Git) -> None:
    commit(git)
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-qm", "Another beginning")
    ran = shell("check", "--diff-base", "main")
    assert ran.code == 2
    assert "fetch-depth: 0" in ran.err


def test_without_git_or_outside_of_a_repository(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.settings("")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(shell.folder.parent))
    for flags in (("--staged",), ("--diff-base", "HEAD")):
        ran = shell("check", *flags)
        assert ran.code == 2
        assert f"{flags[0]} needs a git repository" in ran.err
    monkeypatch.setenv("PATH", str(Path(shell.folder) / "nothing"))
    ran = shell("check", "--staged")
    assert ran.code == 2
    assert "there is none on the PATH" in ran.err
