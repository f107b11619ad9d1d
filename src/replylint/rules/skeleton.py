"""Writes a pack and a rule to start from: they load as they are, their words are to be replaced."""

from __future__ import annotations

from collections.abc import Sequence

from .rule import Kind

_LINE = "# yaml-language-server: $schema={schema}\n"

_PACK = """\
pack: {name}
version: "1"
title: {name}
requires: ">={version}"
extends: [replylint]     # its lexicons and guards may be used
"""

_RULE = """\
lang: {lang}
{above}rules:
  - id: {id}
    kind: {kind}
{match}\
    severity: warning        # error, warning, info
    confidence: medium       # high, medium, low
    message:                 # TODO the finding's sentence
      zh: {zh}
      en: {en}
    reason:                  # TODO why it matters
      zh: 客户读到这样的话会不放心
      en: A customer who reads this will not feel safe
    source: 手册 §3.1        # TODO who says so
{rewrite}\
    examples:                # TODO [[…]] marks exactly what is found; one good is a near miss
      bad:
{bad}\
      good:
{good}"""

_MATCHES = {
    "phrase": (
        "    match: [{word}]          # TODO words; {{a,b}} is a family, $name a lexicon\n"
        "    where: {{negated: false}}  # TODO what must hold where it stands, or leave it out\n"
    ),
    "pattern": '    pattern: "{word}.{{0,4}}{other}"  # TODO in Simplified, lower case\n',
    "sequence": '    sequence: "{word} ..4 verb={other}"   # TODO words in order\n    span: all\n',
    "require": (
        "    need: [{word}]           # TODO any of these must be said\n"
        "    scope: message           # message, opening, ending\n"
        "    place: start             # where it would be inserted\n"
        "    channels: [email]        # when it must be said: channels, turn, when\n"
    ),
    "term": (
        "    mode: forbidden          # unexplained, plain, common, forbidden, inconsistent;\n"
        "                             # TODO write words of the term base into the examples\n"
    ),
    "detector": "    detector: cn-mobile      # a detector of personal data\n    sensitive: true\n",
    "metric": "    metric: message-chars\n    limit: {{default: 200, sms: 10}}\n",
    "turns": (
        "    find: {{role: agent, has: [{word}]}}  # TODO the turn it is about\n"
        "    if:                      # TODO what must stand around it, or leave it out\n"
        "      - {{before: all, role: customer}}\n"
        "    at: match\n"
    ),
    "weighted": "    evidence: signs          # a table of this language\n",
}

_EVIDENCE = """\
evidence:                    # usually learned: replylint rules train
  signs:
    bias: -1                 # what a clause starts from
    raise: 2                 # what it must reach
    topics: {{{topic}: 0}}
    wakes: |                 # one of these must be there; _ is a space
      {word}
    phrases: |
      {word}|2||{topic} 1
      {other}|2||
"""

_SAID = {
    Kind.DETECTOR: ("这里写出了号码", "This shows a number"),
    Kind.REQUIRE: ("还少一句话", "Something is not said"),
    Kind.METRIC: ("太长了", "This is too long"),
}
# the word and what follows it, the sentence and two examples around "[[…]]", one without
_WORDS = {
    "zh": ("万无一失", "赚钱"),
    "en": ("foolproof", "profit"),
}
_FOUND = {
    "zh": ("这款产品[[{x}]]。", "您放心，[[{x}]]！", "它不是{near}的。", "请您先看产品说明。"),
    "en": ("It is [[{x}]].", "Rest assured: [[{x}]]!", "It is not {near}.", "Please read this."),
}
_NUMBERS = {
    "zh": ("请拨打[[13800138000]]", "号码[[13900139000]]", "请拨打95588", "请致电客服"),
    "en": ("Call [[13800138000]]", "Dial [[13900139000]]", "Call 95588", "Call us"),
}
_LONG = {
    "zh": ("[[您好，您的申请已经收到]]", "[[请您携带证件到网点办理]]", "已收到。", "谢谢。"),
    "en": ("[[We have received it]]", "[[Please bring your card]]", "Got it.", "Thanks."),
}


def pack_text(name: str, version: str) -> str:
    """A ``pack.yaml`` for a pack of this name, for the engine of ``version``."""
    return _PACK.format(name=name, version=version)


def rule_text(id: str, kind: Kind, lang: str = "zh", schema: str | None = None) -> str:
    """A file with one rule, ``lang`` ``zh`` or ``en``. ``schema``: the JSON Schema, for editors.

    It loads where the topic of ``id`` is known. What is found may already be found by other rules.
    """
    word, other = _WORDS[lang]
    bad, good = _examples(kind, lang)
    said = _SAID.get(kind, ('"“{match}”不要这样写"', '"Do not write “{match}”"'))
    return (_LINE.format(schema=schema) if schema else "") + _RULE.format(
        lang=lang,
        above=_above(id, word, other) if kind is Kind.WEIGHTED else "",
        id=id,
        kind=kind.value,
        match=_MATCHES[kind].format(word=word, other=other),
        zh=said[0],
        en=said[1],
        rewrite=_rewrite(kind, lang),
        bad="".join(f"        - {line}\n" for line in bad),
        good="".join(f"        - {line}\n" for line in good),
    )


def _above(id: str, word: str, other: str) -> str:
    return _EVIDENCE.format(topic=id.partition(".")[0], word=word, other=other)


def _rewrite(kind: Kind, lang: str) -> str:
    if kind in (Kind.METRIC, Kind.TURNS):
        return ""
    wording = "{mask}" if kind is Kind.DETECTOR else {"zh": "{{改成什么}}", "en": "{{what}}"}[lang]
    target = "start" if kind is Kind.REQUIRE else "match"
    scripts = ("hans", "hant") if lang == "zh" else ("en",)
    lines = "".join(f'      {script}: "{wording}"\n' for script in scripts)
    return f"    rewrite:                 # TODO, or leave it out\n      target: {target}\n{lines}"


def _examples(kind: Kind, lang: str) -> tuple[list[str], list[str]]:
    texts: Sequence[str]
    if kind is Kind.TURNS:
        return _talks(lang)
    if kind is Kind.METRIC:
        context, texts = ", channel: sms", _LONG[lang]
    elif kind is Kind.REQUIRE:
        word = _WORDS[lang][0]
        plain, said = _FOUND[lang][3], _FOUND[lang][0].format(x=word)
        said = said.replace("[[", "").replace("]]", "")
        context, texts = ", channel: email", (f"[[]]{plain}", f"[[]]{plain * 2}", said, said * 2)
    else:
        context, texts = "", _NUMBERS[lang] if kind is Kind.DETECTOR else _found(kind, lang)
    lines = [f'{{text: "{text}"{context}}}' if context else f'"{text}"' for text in texts]
    return lines[:2], lines[2:]


def _talks(lang: str) -> tuple[list[str], list[str]]:
    word = _WORDS[lang][0]
    asked, plain = {"zh": ("客户问", "请您先看说明"), "en": ("a question", "Please read this")}[
        lang
    ]
    lines = [
        f'{{turns: ["customer: {asked}", "agent: [[{word}]]"]}}',
        f'{{turns: ["customer: {asked}", "agent: {plain}", "agent: [[{word}]]"]}}',
        f'{{turns: ["agent: {word}", "customer: {asked}"]}}',
        f'{{turns: ["customer: {asked}", "agent: {plain}"]}}',
    ]
    return lines[:2], lines[2:]


def _found(kind: Kind, lang: str) -> Sequence[str]:
    word, other = _WORDS[lang]
    space = " " if lang == "en" else ""
    whole = word if kind in (Kind.PHRASE, Kind.TERM) else word + space + other
    if kind is Kind.WEIGHTED:  # what is found is the clause
        found = {"zh": "这款产品{x}", "en": "It is {x}"}[lang].format(x=whole)
        end = {"zh": "。", "en": "."}[lang]
        again = f"[[{found}]]{end}{_FOUND[lang][3]}"
        return [f"[[{found}]]{end}", again, _FOUND[lang][2].format(near=word), _FOUND[lang][3]]
    return [text.format(x=whole, near=word) for text in _FOUND[lang]]
