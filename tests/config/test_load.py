"""Settings files: which one decides, what it extends, and how every mistake in it is told."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from replylint.config import Config, Configs, Settings, load
from replylint.errors import ConfigError, UsageError
from replylint.model import Recipient


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def error(text: str | bytes, root: Path, name: str = "replylint.toml") -> str:
    write(root / name, text)
    with pytest.raises(ConfigError) as caught:
        load(root)
    return str(caught.value)


def test_nothing_found_is_all_defaults(root: Path) -> None:
    config = load(root)
    assert config == Config()
    assert config.settings(root / "a.md") == Settings()


def test_the_nearest_file_decides(root: Path) -> None:
    write(root / "replylint.toml", 'channel = "email"')
    write(root / "a/pyproject.toml", '[tool.replylint]\nchannel = "sms"')
    (root / "a/b").mkdir()
    assert load(root).settings().channel == "email"
    assert load(root / "a/b").settings().channel == "sms"
    assert load(root / "a/b").path == root / "a/pyproject.toml"


def test_the_working_folder_is_where_it_starts(root: Path) -> None:
    write(root / "replylint.toml", 'channel = "email"')
    assert load().settings().channel == "email"


def test_our_own_file_wins_over_the_project_file(root: Path) -> None:
    write(root / "replylint.toml", 'channel = "email"')
    write(root / "pyproject.toml", '[tool.replylint]\nchannel = "sms"')
    assert load(root).settings().channel == "email"


def test_a_project_file_without_our_table_is_passed_over(root: Path) -> None:
    write(root / "replylint.toml", 'channel = "email"')
    write(root / "a/pyproject.toml", '[project]\ndependencies = ["replylint"]\n[tool]\nx = 1')
    assert load(root / "a").settings().channel == "email"


def test_a_broken_project_file_that_never_names_us_is_none_of_our_business(root: Path) -> None:
    write(root / "pyproject.toml", "not toml at all [")
    assert load(root) == Config()


def test_every_setting_is_typed(root: Path) -> None:
    (root / "house").mkdir()
    write(
        root / "replylint.toml",
        b"\xef\xbb\xbf"
        + """
channel = "wecom"
audience = "senior"
recipient = "owner"
lang = "zh"
profiles = ["strict"]
select = ["command", "promise.guar*"]
ignore = ["command.soft"]
severity = { jargon = "info", "*" = "off" }
fail_level = "never"
packs = ["replylint", "./house"]
fields = ["*.body"]
split = "line"
encoding = "GB2312"
include = ["*.tpl"]
exclude = ["drafts/"]
baseline = "accepted.jsonl"
output_format = "sarif"
tokenizer = "jieba"
cache = "tmp"
max_chars = 10
timeout_ms = 5
jobs = 0
[policy]
block = "never"
[public]
hotlines = ["95588"]
[limits.message-chars]
default = 300
sms = 67.5
""".replace("\n", "\r\n").encode(),
    )
    settings = load(root).settings()
    assert settings.channel == "wecom"
    assert settings.recipient is Recipient.OWNER
    assert settings.select == ("command.*", "promise.guar*")
    assert settings.severity == (("jargon.*", "info"), ("*", "off"))
    assert settings.packs == ("replylint", str(root / "house"))
    assert settings.include[0].matches(root / "x/a.tpl")
    assert settings.baseline == root / "accepted.jsonl"
    assert settings.cache == root / "tmp"
    assert (settings.policy.block, settings.policy.revise) == ("never", "warning")
    assert settings.public.hotlines == ("95588",)
    assert settings.public.domains == ()
    assert settings.limits == (("message-chars", (("default", 300), ("sms", 67.5))),)
    assert (settings.encoding, settings.jobs, settings.fail_level) == ("GB2312", 0, "never")
    assert hash(settings) == hash(load(root).settings())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '\nfail-level = "error"',
            '2:1: unknown key "fail-level"; did you mean "fail_level"?',
        ),
        ("zzz = 1", '1:1: unknown key "zzz"; known keys: audience, baseline, cache,'),
        (
            '[public]\n  hotline = ["a"]',
            '2:3: public: unknown key "hotline"; did you mean "hotlines"?',
        ),
        ('"a\\nb" = 1', '1:1: unknown key "a?b"'),
        (f"{'a' * 80} = 1", f'1:1: unknown key "{"a" * 57}…"'),
        ("select = 'x'", "1:10: select: expected a list, not a string; put it in [ ]"),
        ("select = [1]", "1:11: select: expected a string, not a whole number; put it in quot"),
        (
            'select = ["a",\n "Foo"]',
            '2:2: select: "Foo" is no rule id or pattern; write topic.name, topic.*',
        ),
        (
            'channel = "emial"',
            '1:11: channel: "emial" is none of chat, email, phone, sms, letter, social; did you m',
        ),
        ('channel = "a b"', '1:11: channel: "a b" is none of'),
        ('lang = "fr"', '1:8: lang: "fr" is none of auto, zh, en'),
        ('recipient = "owners"', 'did you mean "owner"?'),
        ("jobs = -1", "1:8: jobs: -1 is too small; the least is 0"),
        ("jobs = true", "1:8: jobs: expected a whole number, not true or false"),
        ("max_chars = 1.5", "1:13: max_chars: expected a whole number, not a number"),
        ("max_chars = 2026-01-02", "1:13: max_chars: expected a whole number, not a date or time"),
        ("limits = { message-chars = { sms = nan } }", "1:36: limits.message-chars.sms: nan is"),
        ('cache = ["x"]', "1:9: cache: expected true, false or a folder, not a list"),
        ('baseline = " "', "1:12: baseline: an empty string says nothing; leave the key out"),
        ("policy = 1", "1:10: policy: expected a table, not a whole number"),
        ("severity = {a = 'bad'}", '1:17: severity.a: "bad" is none of error, warning, info'),
        ("severity = {A = 'off'}", '1:17: severity.A: "A" is no rule id or pattern'),
        ('encoding = "utf-9"', '1:12: encoding: "utf-9" is no text encoding; did you mean'),
        ('encoding = "hex"', '1:12: encoding: "hex" is no text encoding'),
        ('exclude = ["[a"]', "1:12: exclude: the pattern has an unclosed or empty [ ]"),
        ('packs = ["./nope"]', '1:10: packs: there is no folder "./nope"; looked for'),
        ('extends = "no.toml"', "1:11: extends: there is no such settings file; looked for"),
        ("overrides = 1", "1:13: overrides: expected a list, not a whole number"),
        ("overrides = [1]", "1:14: overrides: expected a table with paths and settings"),
        (
            '[[overrides]]\nchannel = "sms"',
            '1:3: overrides: does not say for which files; add paths = ["emails/**"]',
        ),
        ("[[overrides]]\npaths = []", "overrides: does not say for which files"),
        (
            '[[overrides]]\npaths = ["a"]\njobs = 2',
            "3:8: overrides.jobs: cannot be set for some paths only; it counts for the whole run",
        ),
        ('[[overrides]]\npaths = ["a"]\nx = 2', '3:1: overrides: unknown key "x"; known keys: '),
        ("x = [", "1:6: not valid TOML: Invalid value"),
        ("a = ?", "1:5: not valid TOML: Invalid value"),
        ("a = 1\na = 2", "2:6: not valid TOML: Cannot overwrite a value"),
        ("\nx = " + "[" * 5000, "nested too deeply"),
    ],
)
def test_every_mistake_has_its_place_and_a_way_out(text: str, said: str, root: Path) -> None:
    message = error(text, root)
    assert message.startswith("replylint.toml:")
    assert said in message


def test_a_project_file_names_its_own_lines(root: Path) -> None:
    message = error('[project]\n[tool.replylint]\nchanel = "x"', root, "pyproject.toml")
    assert message == 'pyproject.toml:3:1: unknown key "chanel"; did you mean "channel"?'
    message = error("[tool]\nreplylint = 1", root, "pyproject.toml")
    assert message == "pyproject.toml:2:13: [tool.replylint] is not a table"


def test_settings_in_another_encoding(root: Path) -> None:
    message = error("# 设置\n".encode("gb18030"), root)
    assert message == (
        "replylint.toml:1:3: byte 0xC9 is not valid UTF-8; a settings file is saved as UTF-8"
    )


def test_a_file_elsewhere_is_named_in_full(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(root / "a/replylint.toml", "x = 1")
    (root / "b").mkdir()
    monkeypatch.chdir(root / "b")
    with pytest.raises(ConfigError, match="unknown key") as caught:
        load(root / "a")
    assert str(caught.value).startswith(f"{file}:1:1: ")


def test_an_explicit_file_must_be_there(root: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(root, root / "none.toml")
    assert str(caught.value) == "none.toml: there is no such settings file"
    with pytest.raises(ConfigError, match="cannot be read: "):
        load(root, root)


def test_an_explicit_project_file_must_have_our_table(root: Path) -> None:
    file = write(root / "pyproject.toml", "[project]")
    with pytest.raises(ConfigError) as caught:
        load(root, file)
    assert str(caught.value) == "pyproject.toml:1:1: [tool.replylint] is missing"


def test_an_explicit_file_may_have_any_name(root: Path) -> None:
    file = write(root / "strict.toml", 'fail_level = "info"')
    assert load(root, file).settings().fail_level == "info"


def test_extending_joins_tables_and_replaces_the_rest(root: Path) -> None:
    write(
        root / "base/house.toml",
        """
select = ["a"]
ignore = ["x"]
exclude = ["drafts/"]
severity = { a = "error", b = "info" }
limits = { message-chars = { sms = 70, chat = 200 } }
public = { hotlines = ["1"], names = ["N"] }
[[overrides]]
paths = ["*.md"]
lang = "en"
[[overrides]]
paths = ["/*.md"]
audience = "senior"
""",
    )
    write(
        root / "p/replylint.toml",
        """
extends = "../base/house.toml"
select = ["b"]
severity = { a = "off" }
limits = { message-chars = { sms = 60 }, sentence-chars = { default = 40 } }
public = { hotlines = ["2"] }
[[overrides]]
paths = ["*.md"]
channel = "letter"
""",
    )
    config = load(root / "p")
    settings = config.settings(root / "p/a.md")
    assert settings.select == ("b.*",)
    assert settings.ignore == ("x.*",)
    assert settings.severity == (("b.*", "info"), ("a.*", "off"))
    assert dict(settings.limits)["message-chars"] == (("chat", 200), ("sms", 60))
    assert dict(settings.limits)["sentence-chars"] == (("default", 40),)
    assert settings.public.hotlines == ("2",)
    assert settings.public.names == ("N",)
    assert (settings.channel, settings.lang) == ("letter", "en")
    assert settings.audience is None  # the pattern of the extended file starts at its own folder
    assert config.settings(root / "base/a.md").audience == "senior"
    assert settings.exclude[0].root == str(root / "base")
    assert config.path == root / "p/replylint.toml"


def test_extending_several_the_later_wins(root: Path) -> None:
    write(root / "a.toml", 'channel = "sms"\nlang = "en"')
    write(root / "pyproject.toml", '[tool.replylint]\nchannel = "email"')
    write(root / "replylint.toml", 'extends = ["a.toml", "pyproject.toml"]')
    settings = load(root).settings()
    assert (settings.channel, settings.lang) == ("email", "en")


def test_a_circle_is_shown(root: Path) -> None:
    write(root / "b.toml", 'extends = "replylint.toml"')
    message = error('extends = "b.toml"', root)
    assert message == (
        "b.toml:1:11: extends: settings that extend themselves: "
        "replylint.toml → b.toml → replylint.toml; break the circle"
    )


def test_two_ways_to_one_file_are_no_circle(root: Path) -> None:
    write(root / "base.toml", 'channel = "sms"')
    write(root / "a.toml", 'extends = "base.toml"')
    write(root / "replylint.toml", 'extends = ["a.toml", "base.toml"]')
    assert load(root).settings().channel == "sms"


def test_a_mistake_in_an_extended_file_is_told_there(root: Path) -> None:
    write(root / "b.toml", "\n\nx = 1")
    assert error('extends = "b.toml"', root).startswith("b.toml:3:1: unknown key")


def test_overrides_the_last_that_fits_wins(root: Path) -> None:
    write(
        root / "replylint.toml",
        """
channel = "chat"
[[overrides]]
paths = ["emails/**", "*.eml"]
channel = "email"
select = ["courtesy"]
[[overrides]]
paths = ["emails/short/"]
channel = "sms"
""",
    )
    config = load(root)
    assert config.settings().channel == "chat"
    assert config.settings(root / "a.txt").channel == "chat"
    assert config.settings(root / "x/a.eml").channel == "email"
    short = config.settings(root / "emails/short/a.txt")
    assert (short.channel, short.select) == ("sms", ("courtesy.*",))
    assert config.settings(root / "emails/short/b.txt") is short


def test_options_win_over_everything(root: Path) -> None:
    write(
        root / "replylint.toml",
        'severity = { a = "off" }\n[[overrides]]\npaths = ["*"]\nchannel = "email"',
    )
    options = {"channel": "sms", "lang": None, "severity": {"b": "info"}, "exclude": ["x/"]}
    settings = load(root).with_options(options).settings(root / "a.txt")
    assert settings.channel == "sms"
    assert settings.severity == (("a.*", "off"), ("b.*", "info"))
    assert settings.exclude[0].root == os.getcwd()
    assert load(root).with_options({"lang": None}) == load(root)
    twice = load(root).with_options({"channel": "sms"}).with_options({"lang": "en"}, root / "x")
    assert (twice.settings().channel, twice.settings().lang) == ("sms", "en")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"fail_level": "erorr"}, '--fail-level: "erorr" is none of error, warning, info, never;'),
        ({"select": ["Ä"]}, '--select: "Ä" is no rule id or pattern'),
        ({"chanel": "x"}, 'unknown key "chanel"; did you mean "channel"?'),
    ],
)
def test_options_are_checked_alike(options: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        Config().with_options(options)
    assert str(caught.value).startswith(said)


def test_rules_that_do_not_exist(root: Path) -> None:
    write(
        root / "replylint.toml",
        """
select = ["command", "promise.*"]
[[overrides]]
paths = ["*.md"]
ignore = ["command.ugent"]
[tool]
""".replace("[tool]\n", ""),
    )
    known = ["command.urgent", "promise.guarantee"]
    with pytest.raises(ConfigError) as caught:
        load(root).check_rules(known)
    assert str(caught.value) == (
        'replylint.toml:5:11: no rule is named "command.ugent"; did you mean "command.urgent"?'
    )
    options = {"severity": {"zzz": "off"}}
    with pytest.raises(ConfigError) as caught:
        Config().with_options(options).check_rules(known)
    assert str(caught.value) == (
        '--severity: no rule is named "zzz.*"; replylint rules list shows all'
    )
    Config().with_options({"select": ["command"]}).check_rules(known)


def test_excluded_and_included(root: Path) -> None:
    write(root / "replylint.toml", 'exclude = ["drafts/"]\ninclude = ["*.tpl"]')
    config = load(root)
    assert config.excluded(root / "x/drafts", folder=True)
    assert not config.excluded(root / "drafts")
    assert config.included(root / "a.tpl") is True
    assert config.included(root / "a.md") is False
    assert Config().included(root / "a.md") is None


def test_settings_travel_between_processes(root: Path) -> None:
    write(root / "replylint.toml", '[[overrides]]\npaths = ["*.md"]\nchannel = "sms"')
    config = load(root)
    copy = pickle.loads(pickle.dumps(config))
    assert copy == config
    assert copy.settings(root / "a.md").channel == "sms"


class TestConfigs:
    def test_each_folder_has_the_nearest(self, root: Path) -> None:
        write(root / "replylint.toml", 'channel = "email"')
        write(root / "a/replylint.toml", 'channel = "sms"')
        (root / "a/b").mkdir()
        configs = Configs(options={"lang": "en"})
        assert configs.of(root / "a/b").settings().channel == "sms"
        assert configs.of(root / "a/b") is configs.of(root / "a")
        assert configs.of(root).settings() == load(root).with_options({"lang": "en"}).settings()

    def test_nothing_anywhere(self, root: Path) -> None:
        configs = Configs()
        assert configs.of(root / "x") is configs.of(root / "y")
        assert configs.of(root) == Config()

    def test_an_explicit_file_is_in_force_everywhere(self, root: Path) -> None:
        file = write(root / "strict.toml", 'channel = "letter"')
        write(root / "a/replylint.toml", 'channel = "sms"')
        configs = Configs(file)
        assert configs.of(root / "a").settings().channel == "letter"
        assert configs.of(root) is configs.of(root / "a")


def test_how_chats_are_read(root: Path) -> None:
    write(
        root / "replylint.toml",
        '[chat]\nmapping = { "发言" = "text" }\nroles = { "二线" = "agent" }\n'
        'agents = "agents.txt"\ntz = "Asia/Taipei"\ndates = "dmy"\n',
    )
    chat = load(root).settings().chat
    assert (chat.mapping, chat.roles) == ((("发言", "text"),), (("二线", "agent"),))
    assert (chat.agents, chat.tz, chat.dates) == (root / "agents.txt", "Asia/Taipei", "dmy")


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ('tz = "Asia/Peking"', '"Asia/Peking"'),
        ('mapping = { "a" = "sender" }', '"sender" is none of'),
        ('roles = { "a" = "staff" }', '"staff" is none of'),
        ('dates = "dd/mm"', "none of ymd, ydm, dmy, mdy"),
        ('agent = "a.txt"', 'did you mean "agents"'),
    ],
)
def test_what_is_wrong_with_chat_is_told_at_its_place(wrong: str, what: str, root: Path) -> None:
    assert what in error(f"[chat]\n{wrong}\n", root)
