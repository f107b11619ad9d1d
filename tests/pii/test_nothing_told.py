"""Every command in every format on planted values: nothing that is written tells one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from replylint.report.formats import FORMATS
from tests.faces.conftest import Shell

# Made up. Each stands in a message that a rule of the bundled pack is to find it in.
PLANTED = {
    "13812345678": "您的手机号{}已更换。",
    "440199190103050078": "身份证{}已核验。",
    "4000000000000002": "您的卡号{}已解绑。",
    "A123456707": "您的身分證字號{}已更新。",
    "Qw7788zz": "您的登录密码是{}。",
    "730418": "我看到您的验证码是{}。",
    "zhang.san@qq.com": "账单发到您的邮箱{}。",
    "欧阳小海": "户名：{}，已核对。",
    "82,310.55元": "您的存款余额为{}。",
    "622202345678****1234": "卡号{}已核对。",
    "1381234****": "登记的是138****5678，短信发到{}。",
}
MESSAGES = [around.format(value) for value, around in PLANTED.items()]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packs compiled once; what is kept of them is searched too."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Shell:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("REPLYLINT_TRACEBACK", "1")
    monkeypatch.setenv("REPLYLINT_CACHE", str(cache))
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    made = Shell(folder, monkeypatch)
    made.write("replylint.toml", 'packs = ["replylint"]\n')
    made.write("replies.txt", "\n\n".join(MESSAGES) + "\n")
    made.write("replies.jsonl", "".join(json.dumps({"text": t}) + "\n" for t in MESSAGES))
    return made


def telling(text: str) -> list[str]:
    """The planted values that ``text`` holds, however it is escaped."""
    plain = text.encode().decode("unicode_escape", "ignore") if "\\u" in text else ""
    return [value for value in PLANTED if value in text or value in plain]


def written(shell: Shell, given: set[str], cache: Path) -> dict[str, list[str]]:
    """The files that tell one, but for those that were given."""
    files = [path for folder in (shell.folder, cache) for path in folder.rglob("*")]
    return {
        path.name: found
        for path in files
        if path.is_file() and path.name not in given
        if (found := telling(path.read_bytes().decode("utf-8", "replace")))
    }


GIVEN = {"replies.txt", "replies.jsonl", "broken.jsonl"}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["replies.txt", "replies.jsonl"])
def test_no_report_tells_a_value(bundled: Shell, cache: Path, format: str, name: str) -> None:
    words = ("check", name, "--format", format, "--select", "privacy.*")
    ran = bundled(*words, "--statistics")
    assert ran.code == 1
    assert telling(ran.out) == []
    assert telling(ran.err) == []
    assert bundled(*words, "-o", "report.out").code == 1
    assert written(bundled, GIVEN, cache) == {}


def test_the_values_are_found_at_all(bundled: Shell) -> None:
    ran = bundled("check", "replies.jsonl", "--format", "jsonl", "--select", "privacy.*")
    lines = {row["line"] for row in ran.rows}
    assert lines == set(range(1, len(MESSAGES) + 1))


@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_no_rewrite_tells_a_value(bundled: Shell, cache: Path, format: str) -> None:
    ran = bundled("rewrite", "replies.jsonl", "--format", format)
    assert telling(ran.out) == []
    assert telling(ran.err) == []
    assert written(bundled, GIVEN, cache) == {}


def test_no_baseline_and_no_explanation_tells_a_value(bundled: Shell, cache: Path) -> None:
    ran = bundled("baseline", "replies.txt", "--baseline", "accepted.json")
    assert telling(ran.out + ran.err) == []
    assert written(bundled, GIVEN, cache) == {}
    assert bundled("check", "replies.txt", "--baseline", "accepted.json").code == 0
    for text in MESSAGES:
        ran = bundled("explain", "--text", text)
        assert telling(ran.out + ran.err) == []


def test_no_fault_in_the_input_tells_a_value(bundled: Shell) -> None:
    bundled.write("broken.jsonl", "".join(f'{{"text": "{t}" broken}}\n' for t in MESSAGES))
    ran = bundled("check", "broken.jsonl")
    assert ran.code == 2
    assert telling(ran.out + ran.err) == []


@pytest.mark.parametrize("flag", ["--fix", "--unsafe-fixes"])
def test_fixing_files_leaves_no_value(bundled: Shell, flag: str) -> None:
    ran = bundled("check", "replies.txt", flag)
    assert telling(ran.out + ran.err) == []
    left = telling((bundled.folder / "replies.txt").read_text(encoding="utf-8"))
    assert left == [] if flag == "--unsafe-fixes" else len(left) < len(MESSAGES)
