"""The options of the commands that lint, as data: click's parser and the quick one read them."""

from __future__ import annotations

from typing import NamedTuple

CHANNELS = "chat, email, phone, sms, letter, social"


class Opt(NamedTuple):
    """One option. ``kind``: flag, value, number, many (repeatable, or with commas) or pairs
    (``name=value``, repeatable). ``setting`` is the setting it sets, empty when it sets none."""

    flags: tuple[str, ...]
    kind: str
    help: str
    setting: str = ""
    metavar: str = ""
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The key of its value: the setting, or the long flag as a word."""
        return self.setting or self.flags[0].removeprefix("--").replace("-", "_")


_INPUT = (
    Opt(("--text",), "value", "Look at these words instead of files.", metavar="TEXT"),
    Opt(
        ("--input-format",),
        "value",
        "How the input is read: auto, jsonl (one message a line, each reported by itself), or the "
        "name of a file format.",
        metavar="FORMAT",
    ),
    Opt(
        ("--stdin-filename",),
        "value",
        "The name standard input goes by: its format and settings are those of that file.",
        metavar="PATH",
    ),
    Opt(("--force-exclude",), "flag", "Leave out excluded files although they are named."),
    Opt(("--encoding",), "value", "The encoding of the files; auto finds out.", "encoding", "NAME"),
    Opt(("--field",), "many", "Which keys of structured files hold replies.", "fields", "PATTERN"),
)
_ABOUT = (
    Opt(("--channel",), "value", f"Where replies go: {CHANNELS}.", "channel", "NAME"),
    Opt(("--audience",), "value", "Who reads them: general, senior, professional.", "audience",
        "NAME"),
    Opt(("--recipient",), "value", "How sure that is: owner, unverified, third_party.", "recipient",
        "WHO"),
    Opt(("--lang",), "value", "The language of what is said: zh or en; auto: the locale.", "lang",
        "LANG"),
)  # fmt: skip
_RULES = (
    Opt(("--profile",), "many", "Switch a profile on.", "profiles", "NAME"),
    Opt(("--select",), "many", "Run only these rules: ids, topics or patterns.", "select", "RULES"),
    Opt(("--ignore",), "many", "Do not run these rules.", "ignore", "RULES"),
    Opt(("--severity",), "pairs", "Give rules another severity: command.*=error.", "severity",
        "RULE=LEVEL"),
    Opt(("--config",), "value", "The settings file, instead of the nearest.", metavar="FILE"),
    Opt(("--pack",), "many", "Rule packs instead of the settings': folders (./rules) or installed "
        "names; replylint is the bundled one.", "packs", "PACK"),
    Opt(("--glossary",), "many", "Term bases instead of the settings'.", "glossary", "BASE"),
    Opt(("--no-cache",), "flag", "Compile the packs anew, and keep nothing.", "cache"),
)  # fmt: skip
_OUTPUT = (
    Opt(("--output", "-o"), "value", "Write the report to a file.", metavar="FILE"),
    Opt(("--color",), "value", "Colours: auto, always or never.", metavar="WHEN",
        choices=("auto", "always", "never")),
)  # fmt: skip

CHECK = (
    *_INPUT,
    *_ABOUT,
    *_RULES,
    Opt(("--format",), "value", "text, json, jsonl, sarif, github, gitlab, junit, rdjsonl or html.",
        "output_format", "NAME"),
    Opt(("--fail-level",), "value", "From which severity on the exit code is 1: error, warning, "
        "info or never.", "fail_level", "LEVEL"),
    Opt(("--fix",), "flag", "Apply the safe fixes; of standard input, print the mended text."),
    Opt(("--unsafe-fixes",), "flag", "Apply also fixes that a person should look at."),
    Opt(("--diff",), "flag", "Print what --fix would change, and change nothing."),
    Opt(("--diff-base",), "value", "Report only findings on lines changed since the branch left "
        "REV (git).", metavar="REV"),
    Opt(("--staged",), "flag", "Look at what is staged for the next commit (git)."),
    Opt(("--baseline",), "value", "Accepted findings, which are not reported.", "baseline", "FILE"),
    Opt(("--jobs", "-j"), "number", "How many files at once; 0: one per core.", "jobs", "N"),
    Opt(("--statistics",), "flag", "Count the findings of each rule."),
    Opt(("--watch",), "flag", "Check again whenever a file changes."),
    Opt(("--quiet", "-q"), "flag", "Print findings and errors, nothing else."),
    *_OUTPUT,
)  # fmt: skip
REWRITE = (
    *_INPUT,
    *_ABOUT,
    *_RULES,
    Opt(("--format",), "value", "text or jsonl.", metavar="NAME", choices=("text", "jsonl")),
    Opt(("--safety",), "value", "How far to go: safe, or review (the default).", metavar="LEVEL",
        choices=("safe", "review")),
    *_OUTPUT,
)  # fmt: skip
PACKS = tuple(each for each in _RULES if each.name in ("config", "packs")) + tuple(
    each for each in _ABOUT if each.name == "lang"
)
TERMS = tuple(each for each in _RULES if each.name in ("config", "glossary")) + tuple(
    each for each in _ABOUT if each.name == "lang"
)
SCORE = (*_ABOUT, *(each for each in _RULES if each.flags[0] != "--severity"))
EXPLAIN = (*_ABOUT, *_RULES, *_OUTPUT)
SESSION = (*_ABOUT, *_RULES)
BASELINE = (
    *_INPUT[1:],
    *_ABOUT,
    *_RULES,
    Opt(("--baseline",), "value", "The baseline file.", "baseline", "FILE"),
    Opt(("--jobs", "-j"), "number", "How many files at once; 0: one per core.", "jobs", "N"),
    Opt(("--prune",), "flag", "Only take out entries that have no finding any more."),
)
