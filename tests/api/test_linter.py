"""Linter: what a program calls, from threads and from other processes too."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import replylint
from replylint import ConfigError, Linter, Message, PackError, Role, Turn, UsageError
from replylint.api.surroundings import cache_folder, language

from ..faces.conftest import PACK, environment


@pytest.fixture(scope="module")
def toys() -> Linter:
    return Linter(packs=[str(PACK)], glossary=[], lang="en", cache=False)


def test_a_message_is_checked(toys: Linter) -> None:
    result = toys.check("请立即处理，你好", channel="chat")
    assert [(f.rule, f.start, f.end) for f in result.findings] == [
        ("command.urgent", 1, 3),
        ("courtesy.you", 6, 7),
    ]
    assert result.findings[0].text == "“立即” sounds like an order"
    assert result.decision == "revise"
    assert result.message.channel == "chat"
    assert toys.check("您好").decision == "allow"
    assert toys.check("爱办不办").decision == "block"


def test_a_message_is_rewritten(toys: Linter) -> None:
    assert toys.rewrite("请立即处理，找别人去").text == "请及时处理，我帮您转接"
    assert toys.rewrite("请立即处理，找别人去", safety="safe").text == "请及时处理，找别人去"


def test_a_message_is_explained(toys: Linter) -> None:
    trace = toys.explain("请立即处理")
    assert trace.folded == "请立即处理"
    assert [each.rule for each in trace.candidates] == ["command.urgent"]


def test_a_message_object_is_taken_as_it_is(toys: Linter) -> None:
    message = Message("请立即处理", id="m-1", channel="sms")
    assert toys.check(message).message is message
    changed = toys.check(message, role="customer")
    assert (changed.message.id, changed.message.role) == ("m-1", Role.CUSTOMER)
    assert changed.findings == ()


def test_settings_fill_in_what_the_message_does_not_say() -> None:
    linter = Linter(packs=[str(PACK)], glossary=[], channel="sms", audience="senior")
    message = linter.check("您好").message
    assert (message.channel, message.audience) == ("sms", "senior")
    assert linter.check("您好", channel="email").message.channel == "email"


def test_earlier_turns_may_be_plain_data(toys: Linter) -> None:
    message = toys.check("您好", history=[{"role": "customer", "text": "在吗"}]).message
    assert message.history == (Turn(Role.CUSTOMER, "在吗"),)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"chanel": "chat"}, 'did you mean "channel"?'),
        ({"role": "agnet"}, 'did you mean "agent"?'),
        ({"recipient": "me"}, "recipient is one of"),
        ({"text": "再见"}, 'no field "text"'),
        ({"history": ["您好"]}, "a role and a text"),
        ({"history": "您好"}, "a role and a text"),
    ],
)
def test_fields_that_cannot_be(toys: Linter, fields: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        toys.check("您好", **fields)
    assert said in str(caught.value)


def test_what_is_no_message(toys: Linter) -> None:
    with pytest.raises(UsageError, match="a message is a str"):
        toys.check(b"abc")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="safety is one of"):
        toys.rewrite("您好", safety="reckless")


def test_settings_come_from_a_file_and_from_arguments(tmp_path: Path) -> None:
    file = tmp_path / "replylint.toml"
    file.write_text(f'packs = ["{PACK.as_posix()}"]\nglossary = []\nignore = ["courtesy"]\n')
    assert set(Linter(config=file).rules) == {
        "command.urgent", "privacy.code", "rude.idle", "shirk.others",
    }  # fmt: skip
    assert set(Linter(config=str(file), select=["rude"], ignore=[]).rules) == {"rude.idle"}
    file.write_text("ignroe = []\n")
    with pytest.raises(ConfigError, match="did you mean"):
        Linter(config=file)
    with pytest.raises(ConfigError, match="command\\.urgent"):
        Linter(packs=[str(PACK)], glossary=[], ignore=["command.urgnet"])
    with pytest.raises(UsageError, match="packs"):
        Linter(packs=["./none"])


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        Linter(packs=[str(tmp_path)], glossary=[])


def test_the_bundled_packs_hold_wherever_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "replylint.toml").write_text('ignore = ["*"]\n')
    monkeypatch.chdir(tmp_path)
    assert Linter().rules


def test_it_can_be_pickled(toys: Linter) -> None:
    again = pickle.loads(pickle.dumps(toys))
    text = "你立即办，找别人去，暗号abcd12"
    assert again.check(text) == toys.check(text)
    assert again.rules == toys.rules


def test_threads_may_share_it(toys: Linter) -> None:
    texts = [f"请立即处理{number}，你好" for number in range(200)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(toys.check, texts)) == [toys.check(text) for text in texts]


def test_the_package_names_are_there_and_cost_nothing_until_asked() -> None:
    for name in replylint.__all__:
        assert getattr(replylint, name) is not None
        assert name in dir(replylint)
    with pytest.raises(AttributeError):
        replylint.Lniter  # noqa: B018
    code = "import replylint, sys; print([m for m in sys.modules if m.startswith('replylint.')])"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment()
    )
    assert ran.stdout.strip() == b"[]"


def test_the_version_is_that_of_the_project() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert tomllib.loads(project.read_text("utf-8"))["project"]["version"] == replylint.__version__


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LANG": "zh_HK.UTF-8"}, "zh"),
        ({"LANG": "zh_CN", "LC_ALL": "C"}, "en"),
        ({"LANG": "", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_locale_says_which_language(environ: dict[str, str], lang: str) -> None:
    assert language("auto", environ) == lang
    assert language("zh", environ) == "zh"


def test_where_the_cache_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path))
    assert cache_folder(True) == str(tmp_path)
    assert cache_folder(False) is None
    assert cache_folder(Path("x")) == "x"
    monkeypatch.delenv("REPLYLINT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder(True) == str(tmp_path / "replylint")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder(True) == str(tmp_path / ".cache" / "replylint")


def test_house_data_is_folded_before_detectors_meet_it() -> None:
    own = {"domains": ["Cloud.Example"], "hotlines": ["１３９-１２３４-５６７８"]}
    text = "回执发到lin@cloud.example，或致电13912345678。"
    plain = {finding.topic for finding in Linter().check(text).findings}
    assert "privacy" in plain
    known = {finding.topic for finding in Linter(public=own).check(text).findings}
    assert "privacy" not in known
