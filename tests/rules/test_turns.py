"""Rules over turns: what loads, what is refused and where, and how they are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from replylint.errors import PackError
from replylint.rules.codec import decode, encode
from replylint.rules.rule import Kind
from replylint.rules.turn import Limit, Turns

from .made import SAID, file, loaded, rule

PROOFS = """\
    examples:
      bad:
        - {turns: ["customer: 问", "agent: [[立即]]办"]}
        - {turns: ["customer: 问", "agent: [[立即]]"]}
      good:
        - {turns: ["customer: 问", "agent: 好"]}
        - {turns: ["customer: 立即", "agent +5m: 好"], channel: chat, queue: 投诉}
"""
FIND = "    find: {role: agent, has: [立即]}\n"


def turns(body: str = FIND, proofs: str = PROOFS, id: str = "command.one") -> str:
    return f"  - id: {id}\n    kind: turns\n{SAID}{body}{proofs}"


def made(tmp_path: Path, body: str = FIND, **more: str) -> Turns:
    pack = loaded(tmp_path, file(turns(body, **more))).pack
    (one,) = pack.talk.rules
    assert isinstance(one.match, Turns)
    return one.match


def test_they_stand_apart_from_rules_over_messages(tmp_path: Path) -> None:
    pack = loaded(tmp_path, file(turns(), rule(id="command.two"))).pack
    assert [each.id for each in pack.rules] == ["command.two"]
    assert pack.talk.ids == ("command.one",)
    assert [each.id for each in pack.everything] == ["command.one", "command.two"]
    assert pack.talk.rules[0].kind is Kind.TURNS


def test_their_words_do_too(tmp_path: Path) -> None:
    above = "lexicons:\n  turns.now: {words: [立即]}\n  now: {words: [马上]}\n"
    text = file(turns("    find: {has: [$turns.now, $now]}\n"), rule(), above=above)
    pack = loaded(tmp_path, text.replace("command.one", "command.two", 1)).pack
    assert {each.name for each in pack.talk.lexicons} == {"turns.now", "now"}
    assert "turns.now" not in {each.name for each in pack.lexicons}


def test_a_rule_over_messages_cannot_use_them(tmp_path: Path) -> None:
    above = "lexicons:\n  turns.now: {words: [立即]}\n"
    with pytest.raises(PackError, match=r"turns\.now"):
        loaded(tmp_path, file(rule("    match: [$turns.now]\n"), above=above))


def test_a_rule_for_all_languages_has_the_words_of_all(tmp_path: Path) -> None:
    files = {
        "zh.yaml": "lang: zh\nlexicons:\n  turns.now: {words: [立即]}\n",
        "en.yaml": "lang: en\nlexicons:\n  turns.now: {words: [at once]}\n",
        "any.yaml": file(turns("    find: {has: [$turns.now]}\n"), lang="any"),
    }
    (one,) = loaded(tmp_path, files).pack.talk.rules
    assert isinstance(one.match, Turns)
    assert len(one.match.find.has) == 2


def test_conditions_are_read(tmp_path: Path) -> None:
    body = FIND + (
        "    if: {before: 3, role: customer, mood: [-3, -2], until: {role: agent}}\n"
        "    unless:\n"
        "      - {after: 2h, gap: {over: response, clock: service}, count: [1, 2]}\n"
        "      - {anywhere: all, order: [{role: agent}, {role: customer}]}\n"
    )
    match = made(tmp_path, body)
    (given,) = match.given
    assert (given.range, given.turns, given.test.moods) == ("before", 3, (-3, -2))
    first, second = match.unless
    assert first.within == Limit(7200)
    assert first.gap is not None
    assert (first.gap.over, first.gap.clock) == (Limit(name="response"), "service")
    assert len(second.order) == 2


def test_an_example_is_a_conversation(tmp_path: Path) -> None:
    examples = loaded(tmp_path, file(turns())).examples["command.one"]
    scenario = examples[0].scenario
    assert scenario is not None
    assert scenario.marks == ((1, 0, 2),)
    assert examples[0].text == "customer: 问\nagent: 立即办"
    assert [examples[0].text[a:b] for a, b in examples[0].spans] == ["立即"]
    timed = examples[3].scenario
    assert timed is not None
    first, second = timed.conversation.messages
    assert first.time is not None
    assert second.time is not None
    assert (second.time - first.time).total_seconds() == 300
    assert (timed.conversation.channel, timed.conversation.queue) == ("chat", "投诉")


WRONG = [
    ("    find: {rol: agent}\n", 'did you mean "role"', "unknown key"),
    ("    find: {role: agnt}\n", 'did you mean "agent"', "agnt"),
    (FIND + "    take: lst\n", 'did you mean "last"', "lst"),
    (FIND + "    if: {role: agent}\n", "one of before", "no range"),
    (FIND + "    if: {before: all, after: all}\n", "one of before", "one range"),
    (FIND + "    if: {before: soon}\n", "", "soon"),
    (FIND + "    if: {here: 3}\n", "here: all", "no length"),
    (FIND + "    if: {before: due}\n", "after: due", "lies ahead"),
    (FIND + "    if: {before: all, is: none, count: [1, 2]}\n", "", "not both"),
    (FIND + "    if: {before: all, role: agent, mood: [-3, -2]}\n", "role: customer", "mood"),
    (FIND + "    if: {before: all, gap: {over: 2h, under: 1h}}\n", "", "never hold"),
    (FIND + "    if: {before: all, gap: {clock: plain}}\n", "over, under", "nothing"),
    ("    find: {has: [立即], lacks: [立即]}\n", "", "never hold"),
    ("    find: {chars: [9, 3]}\n", "", "never hold"),
    ("    find: {hours: ['25:00', '08:00']}\n", "", "25:00"),
    ("    find: {finds: [comand]}\n", 'did you mean "command"', "comand"),
    ("    find: {repeats: {share: 2}}\n", "", "between 0 and 1"),
    ("    find: {role: agent}\n    at: match\n", "has", "no words to mark"),
    (FIND + "    roles: [agent]\n", "find", "one message"),
    (FIND + "    guards: []\n    where: {negated: false}\n", "find", "one message"),
    (FIND + "    rewrite: {target: clause, hans: 好}\n", "target: start", "start or the end"),
    (FIND + "    match: [立即]\n", "", "belongs to phrase"),
    ("", "", 'no "find"'),
]


@pytest.mark.parametrize(("body", "hint", "what"), WRONG, ids=[what for _, _, what in WRONG])
def test_what_cannot_be_is_refused_at_its_place(
    tmp_path: Path, body: str, hint: str, what: str
) -> None:
    with pytest.raises(PackError) as caught:
        made(tmp_path, body)
    assert what in caught.value.what
    assert hint in (caught.value.hint or "")
    origin = caught.value.origin
    assert origin is not None
    assert origin.line is not None


@pytest.mark.parametrize(
    ("proofs", "what"),
    [
        ('    examples: {bad: ["[[甲]]", "[[乙]]"], good: [丙, 丁]}\n', "proved by conversations"),
        (PROOFS.replace("[[立即]]办", "立即办"), "nothing is marked"),
        (PROOFS.replace("agent: 好", "agent: [[好]]"), "marks nothing"),
        (PROOFS.replace("customer: 问", "custmer: 问"), "custmer"),
        (PROOFS.replace("[[立即]]办", "[[立即办"), "not closed"),
    ],
)
def test_an_example_that_proves_nothing_is_refused(tmp_path: Path, proofs: str, what: str) -> None:
    with pytest.raises(PackError, match=what):
        made(tmp_path, proofs=proofs)


def test_a_rule_over_messages_has_no_conversations(tmp_path: Path) -> None:
    text = file(rule()).replace('"[[甲]]"', '{turns: ["agent: [[甲]]"]}')
    with pytest.raises(PackError, match="one message"):
        loaded(tmp_path, text)


FULL = FIND + (
    "    take: each\n    at: end\n    queues: [投诉]\n    known: [start, end]\n"
    "    least: {agent: 2}\n"
    "    if: {before: 10m, all: [{wait: {over: 2h}}], any: [{nth: -1}], none: [{author: new}]}\n"
    "    either: {after: late, repeats: {times: 2, share: 0.5}, meta: {a: [b, '']}}\n"
    "    unless: {from_here: due, hours: ['22:00', '08:00'], echoes: 4, due: true}\n"
)


def test_they_come_back_from_the_cache_as_they_went(tmp_path: Path) -> None:
    pack = loaded(tmp_path, file(turns(FULL))).pack
    lines = [json.dumps(row).encode() for row in encode(pack)]
    again = decode(lines)
    assert again.talk.ids == pack.talk.ids
    assert again == pack
    assert repr(again.talk) == repr(pack.talk)


def test_a_single_message_never_reads_them(tmp_path: Path) -> None:
    pack = loaded(tmp_path, file(turns(FULL), rule(id="command.two"))).pack
    lines = [json.dumps(row).encode() for row in encode(pack)]
    (at,) = (n for n, line in enumerate(lines) if b'"Turns"' in line)
    lines[at] = b"not read"
    assert [each.id for each in decode(lines).rules] == ["command.two"]
