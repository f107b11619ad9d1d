"""The rule pages and their table, made from the packs: what `rules explain` and the docs show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from ..model import Safety
from ..rules.rule import Example, Rule, Shift, Text
from .words import in_language, sentence, severity, topic

Style = Literal["markdown", "terminal"]

_HEADINGS = {
    "why": ("为何", "Why"),
    "source": ("出处", "Source"),
    "found": ("会发现", "Found in"),
    "allowed": ("不会发现", "Allowed"),
    "becomes": ("改为", "becomes"),
    "settings": ("设定", "Settings"),
    "also": ("另见", "also"),
    "rules": ("规则", "Rules"),
    "rule": ("规则", "Rule"),
    "severity": ("级别", "Severity"),
    "confidence": ("把握", "Confidence"),
    "fix": ("改写", "Fix"),
    "says": ("说什么", "Says"),
    "shifts": ("例外级别", "Elsewhere"),
    "profiles": ("仅在这些配置下", "Only in profiles"),
    "roles": ("谁说的话", "Roles"),
    "channels": ("渠道", "Channels"),
    "audiences": ("对象", "Audiences"),
    "recipients": ("收件人", "Recipients"),
    "turn": ("第几轮", "Turn"),
    "sensitive": ("敏感：不显示原文", "Sensitive: never shown"),
    "lang": ("语言", "Language"),
    "pack": ("规则包", "Pack"),
    "since": ("始于", "Since"),
}
_SAFETIES = {
    Safety.SAFE: ("--fix", "--fix"),
    Safety.REVIEW: ("--unsafe-fixes", "--unsafe-fixes"),
    Safety.SHOW: ("仅供参考", "an idea"),
}
_SPECIAL = re.compile(r"([\\`*_\[\]|~#$])")
_LEADING = re.compile(r"^(\s*[0-9]*)([-+.)])")


def page(
    rule: Rule,
    examples: Sequence[Example],
    langs: Sequence[str],
    style: Style = "markdown",
    says: str | None = None,
) -> str:
    """One rule's page, in the languages of ``langs`` beside each other.

    ``says`` stands for the rule's own sentence, which has a hole for the words it finds. In
    ``terminal`` style what is found stands in ``[[…]]`` and nothing is escaped.
    """
    return "\n".join(_page(rule, examples, langs, style, says)) + "\n"


def overview(rules: Iterable[Rule], langs: Sequence[str]) -> str:
    """The table of all rules, a section for each topic, each rule linked to its page."""
    lines = [f"# {_heading('rules', langs)}", ""]
    ordered = sorted(rules, key=lambda rule: rule.id)
    for name, group in groupby(ordered, key=lambda rule: rule.topic):
        titles = dict.fromkeys(topic(name, lang) for lang in langs)
        lines += [f"## `{name}` {' · '.join(titles)}", ""]
        lines += _row([_heading(key, langs) for key in ("rule", "severity", "fix", "says")])
        lines += ["| --- | --- | --- | --- |"]
        for rule in group:
            says = "<br>".join(_escaped(sentence(rule.message, lang)) for lang in langs)
            link = f"[`{rule.id}`]({rule.id}.md)"
            lines += _row([link, _severity(rule, langs), _fix(rule, langs), says])
        lines.append("")
    return "\n".join(lines)


def pages(
    rules: Sequence[Rule], examples: Mapping[str, Sequence[Example]], langs: Sequence[str]
) -> dict[str, str]:
    """Every file of the rule docs by name: ``README.md`` and ``<rule id>.md``."""
    files = {"README.md": overview(rules, langs)}
    for rule in sorted(rules, key=lambda rule: rule.id):
        files[f"{rule.id}.md"] = page(rule, examples.get(rule.id, ()), langs)
    return files


def _page(
    rule: Rule, examples: Sequence[Example], langs: Sequence[str], style: Style, says: str | None
) -> Iterator[str]:
    plain = style == "terminal"
    yield f"# {rule.id}" if plain else f"# `{rule.id}`"
    for text in _texts(rule.message, langs, plain) if says is None else [_written(says, plain)]:
        yield from ("", text if plain else f"**{text}**")
    yield from ("", f"## {_heading('why', langs)}")
    for text in _texts(rule.reason, langs, plain):
        yield from ("", text)
    if rule.source:
        yield from ("", f"{_heading('source', langs)}: {_written(rule.source, plain)}")
    bad = [example for example in examples if example.spans]
    good = [example for example in examples if not example.spans]
    if bad:
        yield from ("", f"## {_heading('found', langs)}", "")
        for example in bad:
            yield from _bad(example, langs, plain)
    if good:
        yield from ("", f"## {_heading('allowed', langs)}", "")
        for example in good:
            yield f"- {_written(example.text, plain)}{_context(example, plain)}"
    yield from ("", f"## {_heading('settings', langs)}", "")
    for key, value in _settings(rule, langs):
        yield f"- {_heading(key, langs)}: {value}" if value else f"- {_heading(key, langs)}"


def _bad(example: Example, langs: Sequence[str], plain: bool) -> Iterator[str]:
    yield f"- {_marked(example, plain)}{_context(example, plain)}"
    if example.fixed is not None:
        yield f"  - {_heading('becomes', langs)}: {_written(example.fixed, plain)}"
    if example.also:
        others = ", ".join(example.also if plain else (f"[`{o}`]({o}.md)" for o in example.also))
        yield f"  - {_heading('also', langs)}: {others}"


def _settings(rule: Rule, langs: Sequence[str]) -> Iterator[tuple[str, str]]:
    conditions = rule.conditions
    yield "severity", _severity(rule, langs)
    if rule.shifts:
        yield "shifts", "; ".join(_shift(shift) for shift in rule.shifts)
    yield "confidence", rule.confidence.value
    yield "fix", _fix(rule, langs)
    lists = {
        "profiles": conditions.profiles,
        "roles": () if conditions.roles == ("agent", "bot") else conditions.roles,
        "channels": conditions.channels,
        "audiences": conditions.audiences,
        "recipients": conditions.recipients,
        "turn": () if conditions.turn == "any" else (conditions.turn,),
    }
    for key, values in lists.items():
        if values:
            yield key, ", ".join(values)
    if rule.sensitive:
        yield "sensitive", ""
    yield "lang", rule.lang
    yield "pack", rule.pack
    if rule.since:
        yield "since", rule.since


def _shift(shift: Shift) -> str:
    """``error (audience: senior)``; what the words around must say is left to the pack."""
    given = {
        "channel": shift.channels,
        "audience": shift.audiences,
        "recipient": shift.recipients,
        "profile": shift.profiles,
    }
    parts = [f"{key}: {', '.join(values)}" for key, values in given.items() if values]
    if shift.combined:
        parts.append("combined")
    if shift.where is not None:
        parts.append("where: …")
    return f"{shift.severity.value if shift.severity else 'off'} ({'; '.join(parts)})"


def _severity(rule: Rule, langs: Sequence[str]) -> str:
    names = dict.fromkeys(severity(rule.severity, lang) for lang in langs)
    return " · ".join(names)


def _fix(rule: Rule, langs: Sequence[str]) -> str:
    """How far a command goes with this rule's rewrites, – when it has none."""
    safeties = sorted({rewrite.safety for rewrite in rule.rewrites}, key=lambda s: s.rank)
    named = [
        " · ".join(dict.fromkeys(_SAFETIES[safety][lang != "zh"] for lang in langs))
        for safety in safeties
    ]
    return ", ".join(named) or "–"


def _heading(key: str, langs: Sequence[str]) -> str:
    return " · ".join(_HEADINGS[key][lang != "zh"] for lang in langs)


def _texts(text: Text, langs: Sequence[str], plain: bool) -> Iterator[str]:
    for lang in langs:
        yield _written(in_language(text, lang), plain)


def _marked(example: Example, plain: bool) -> str:
    """The example with what is found in it marked; ``fixed`` spans never overlap."""
    opening, closing = ("[[", "]]") if plain else ("<mark>", "</mark>")
    parts, reached = [], 0
    for start, end in sorted(example.spans):
        parts += [_inner(example.text[reached:start], plain), opening]
        parts += [_inner(example.text[start:end] or ("" if plain else "＋"), plain), closing]
        reached = end
    parts.append(_inner(example.text[reached:], plain))
    return _led("".join(parts), plain)


def _context(example: Example, plain: bool) -> str:
    """Message fields given beside the text."""
    if not example.context:
        return ""
    fields = "; ".join(f"{name}: {_value(value)}" for name, value in example.context)
    return f" ({_inner(fields, plain)})"


def _value(value: object) -> str:
    if isinstance(value, str):
        return value
    import json

    return json.dumps(value, ensure_ascii=False, default=str)


def _written(text: str, plain: bool) -> str:
    return _led(_inner(text, plain), plain)


def _led(text: str, plain: bool) -> str:
    """Without a start that Markdown would take for a list of its own."""
    return text if plain else _LEADING.sub(r"\1\\\2", text)


def _inner(text: str, plain: bool) -> str:
    text = " ↵ ".join(text.splitlines())
    return text if plain else _escaped(text)


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", text)


def _row(columns: Sequence[str]) -> list[str]:
    return ["| " + " | ".join(columns) + " |"]
