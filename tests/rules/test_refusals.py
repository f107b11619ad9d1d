"""What is wrong in a pack is told with its place and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint.errors import PackError
from replylint.rules.load import load

from .made import PACK, PROOFS, SAID, file, loaded, rule, write

MATCH = "    match: [立即]\n"


def refused(folder: Path, files: dict[str, str] | str, head: str = PACK) -> str:
    with pytest.raises(PackError) as caught:
        loaded(folder, files, head)
    return str(caught.value).replace(str(folder), "").removeprefix("/")


RULES = {
    "a key of no rule": (MATCH + "    gaurds: [a]\n", '11:5: unknown key "gaurds"; did you mean'),
    "a value of no key": (MATCH + "    turn: frist\n", '11:11: "frist" is not known here; did you'),
    "a list for a text": (MATCH + "    since: [a]\n", "11:12: this must be a text, not a list"),
    "a table for a text": (
        MATCH + "    since: {a: b}\n",
        "this must be a text, not a table",
    ),
    "nothing": (MATCH + "    since:\n", 'nothing is given here; an empty text is ""'),
    "an empty text": (MATCH + '    since: ""\n', "11:12: this must not be empty"),
    "an empty list": ("    match: []\n", "10:12: here stand 0, and at least 1 must"),
    "a missing list": ("    match:\n", "this must be a list"),
    "a text for a flag": (MATCH + "    sensitive: yes\n", '11:16: "yes" is neither true nor false'),
    "a text for a table": (MATCH + "    where: order\n", "11:12: this must be a table"),
    "an empty table": (MATCH + "    where: {}\n", "11:12: this must not be empty"),
    "a role of nobody": (MATCH + "    roles: [clerk]\n", '"clerk" is not known here; known: agent'),
    "a mood of nobody": (MATCH + "    where: {mood: ordr}\n", 'did you mean "order"?'),
    "an unknown channel": (MATCH + "    channels: [emial]\n", 'the channel "emial" is not known'),
    "an unknown reader": (MATCH + "    audiences: [seniors]\n", 'did you mean "senior"?'),
    "bounds of no number": (MATCH + "    where: {chars: [a, 2]}\n", '"a" is not a whole number'),
    "too few bounds": (MATCH + "    where: {chars: [2]}\n", "here stand 1, and 2 must"),
    "bounds the wrong way": (MATCH + "    where: {chars: [9, 2]}\n", "11:13: this can never hold"),
    "words both had and lacked": (
        MATCH + "    where: {clause: {has: [甲], lacks: [甲, 乙]}}\n",
        "11:32: this can never hold",
    ),
    "an agent before the first turn": (
        MATCH + "    turn: first\n    where: {history: {agent: {has: [甲]}}}\n",
        "11:5: this can never hold: a first turn",
    ),
    "a shift of a channel it is not on": (
        MATCH + "    channels: [sms]\n    shifts: [{channel: email, severity: off}]\n",
        '12:24: the channel "email" is not known to this rule',
    ),
    "a shift of a recipient it is not for": (
        MATCH + "    recipients: owner\n    shifts: [{recipient: third_party, severity: off}]\n",
        'the recipient "third_party" is not known to this rule',
    ),
    "a shift without a context": (MATCH + "    shifts: {severity: off}\n", "without a context"),
    "a shift without severity": (MATCH + "    shifts: {channel: sms}\n", '"severity" is missing'),
    "an unknown lexicon": ("    match: [$nwo]\n", '10:13: there is no lexicon "$nwo" here'),
    "a word in braces": ('    match: ["{甲"]\n', '10:13: a "{" of a family is not closed'),
    "an unknown guard": (MATCH + "    guards: [gone]\n", '11:14: there is no guard "gone" here'),
    "a guard to remove": (MATCH + "    guards: [-gone]\n", '11:14: there is no guard "gone" to re'),
    "a wrong guard": (MATCH + "    guards: [G!]\n", '"G!" is not a guard\'s name'),
    "an exception beside the words": (
        MATCH + "    except: [马上贷]\n",
        '11:14: no word can stand inside the exception "马上贷"',
    ),
    "an exception that is the word": (MATCH + "    except: [立即]\n", "an exception is a longer"),
    "a key of another kind": (
        MATCH + "    need: [甲]\n",
        '11:5: "need" belongs to require',
    ),
    "an unknown target": (
        MATCH + "    rewrite: {target: vreb, hans: 甲}\n",
        '11:15: "vreb" is nothing to replace',
    ),
    "an unknown capture": (
        MATCH + '    rewrite: {hans: "{verbs}"}\n',
        '11:21: nothing gives "{verbs}"; did you mean "verb"?',
    ),
    "a brace alone": (
        MATCH + '    rewrite: {hans: "{verb"}\n',
        "a brace in a wording is not",
    ),
    "an empty brace": (MATCH + '    rewrite: {hans: "{ }"}\n', "a brace in a wording"),
    "no wording of its language": (
        MATCH + "    rewrite: {en: soon}\n",
        "give hans or hant",
    ),
    "a swap of other words": (
        MATCH + "    rewrite: {swap: {马上: 甲}}\n",
        '11:22: "马上" is never what is matched',
    ),
    "a swap twice": (MATCH + "    rewrite: {swap: {立即: 甲, 立卽: 乙}}\n", "is swapped twice"),
    "a swap of a text": (MATCH + "    rewrite: {swap: a}\n", "11:21: this must be a table"),
    "a swap of nothing": (MATCH + "    rewrite: {swap: {}}\n", "11:21: this must not be empty"),
    "a swap by a capture of nothing": (
        MATCH + '    rewrite: {swap: {立即: "{x}"}}\n',
        'nothing gives "{x}"',
    ),
    "a sentence of what is hidden": (
        MATCH + "    sensitive: true\n    message: {zh: '{match}', en: b}\n",
        None,
    ),
}


@pytest.mark.parametrize("name", [name for name, (_, says) in RULES.items() if says])
def test_a_rule(tmp_path: Path, name: str) -> None:
    body, says = RULES[name]
    assert says is not None
    assert says in refused(tmp_path, file(rule(body)))


KINDS = [
    ("pattern", '    pattern: "立即\\\\b"\n', "\\b means the wrong thing beside Chinese"),
    ("pattern", "    pattern: 请.{0,3}立即\\d\n", r"11:23: \d means the wrong thing"),
    ("pattern", "    pattern: '{$now}.{0,3}立即\\d'\n", r"11:29: \d means the wrong thing"),
    ("pattern", "    pattern: '立即\\d{$now}'\n", r"11:17: \d means"),
    ("pattern", "    pattern: '[^甲]'\n", "nothing can wake it"),
    ("pattern", "    pattern: '{$nwo}'\n", '11:15: there is no lexicon "$nwo"'),
    ("pattern", "    pattern: '(?P<a>甲)(?P=a'\n", "11:27: the pattern is wrong"),
    ("pattern", "    pattern: 甲乙(?<=丙\n", "the pattern is wrong"),
    ("pattern", "", '"pattern", which pattern needs'),
    ("sequence", "    sequence: $now ..x 甲\n", '11:20: "..x" is no gap'),
    ("sequence", "    sequence: $now ..2 $nwo\n", '11:24: there is no lexicon "$nwo"'),
    ("sequence", "    sequence: a=$now\n    span: b\n", '12:5: no item is named "b"'),
    ("sequence", "    sequence: $now\n    within: page\n", '"page" is not known here'),
    ("require", "    need: [您好]\n", "nothing says when this must be said"),
    (
        "require",
        "    need: [您好]\n    when: {mood: order}\n",
        '12:12: "mood" asks about a clause',
    ),
    (
        "require",
        "    need: [您好]\n    when: {none: [{any: [{clause: {has: [甲]}}]}]}\n",
        '"clause" asks about a clause',
    ),
    ("term", "    mode: plane\n", 'did you mean "plain"?'),
    ("detector", "    detector: cn-mobil\n", 'there is no detector "cn-mobil"; did you mean'),
    ("detector", "    detector: cn-mobile\n    params: {a: [b]}\n", "this must be a text"),
    ("metric", "    metric: message-char\n    limit: 3\n", 'did you mean "message-chars"?'),
    ("metric", "    metric: message-chars\n    limit: many\n", '"many" is not a number'),
    (
        "metric",
        "    metric: message-chars\n    limit: {default: 3, smms: 4}\n",
        'the channel "smms" is not known',
    ),
    ("verse", "", '"verse" is not known here; known: phrase'),
]


@pytest.mark.parametrize(("kind", "body", "says"), KINDS)
def test_a_kind(tmp_path: Path, kind: str, body: str, says: str) -> None:
    text = file(rule(body, kind=kind), above="lexicons: {now: {words: [立即]}}\n")
    assert says in refused(tmp_path, text)


def test_a_sentence_must_not_show_what_is_sensitive(tmp_path: Path) -> None:
    said = SAID.replace("zh: 说", 'zh: "{match}"')
    head = "lang: zh\nrules:\n  - id: command.one\n    sensitive: true\n"
    text = f"{head}    kind: phrase\n{said}{MATCH}{PROOFS}"
    assert "would show what was matched" in refused(tmp_path, text)
    said = SAID.replace("zh: 说", 'zh: "{hotline}"')
    text = f"{head}    kind: phrase\n{said}{MATCH}{PROOFS}"
    assert loaded(tmp_path, text).pack.rules[0].sensitive
    said = SAID.replace("zh: 说", 'zh: "{who}"')
    text = f"{head}    kind: sequence\n    sequence: who=您\n{said}{PROOFS}"
    assert '"{who}" would show what was matched' in refused(tmp_path, text)


@pytest.mark.parametrize("key", ["severity", "confidence", "message", "reason", "source"])
def test_every_rule_needs(tmp_path: Path, key: str) -> None:
    lines = rule().splitlines(keepends=True)
    text = file("".join(line for line in lines if not line.strip().startswith(key)))
    assert f'3:5: the rule "command.one" has no "{key}"' in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("proofs", "says"),
    [
        ("", 'has no "examples"'),
        ("    examples: {bad: ['[[甲]]', '[[甲]]']}\n", 'the key "good" is missing'),
        ("    examples: {bad: ['[[甲]]'], good: [甲, 乙]}\n", "here stand 1, and at least 2"),
        ("    examples: {bad: 甲, good: [甲, 乙]}\n", "this must be a list"),
        ("    examples: {bad: ['甲', '[[甲]]'], good: [甲, 乙]}\n", "nothing is marked"),
        ("    examples: {bad: ['[[甲]]', '[[甲]]'], good: ['[[甲]]', 乙]}\n", "marks nothing"),
        (
            "    examples: {bad: ['[[甲]]', {text: '[[]]', also: command.no}], good: [丙, 乙]}\n",
            'also names "command.no"',
        ),
        (
            "    examples: {bad: ['[[甲]]', {text: '[[]]', also: command.one}], good: [丙, 乙]}\n",
            "which is no other rule",
        ),
    ],
)
def test_examples(tmp_path: Path, proofs: str, says: str) -> None:
    assert says in refused(tmp_path, file(rule(MATCH).replace(PROOFS, proofs)))


FILES = [
    ("rules: []\n", "here stand 0"),
    ("- a\n", "this must be a table"),
    (f"rules:\n{rule()}", "1:1: the file does not say its language; lang: zh, en or any"),
    ("lang: zh\nlexicon: {}\n", 'did you mean "lexicons"?'),
    ("lang: zh\nlexicons: {A: {words: [甲]}}\n", '2:12: "A" is not a name'),
    ("lang: zh\nlexicons: {a: {edges: any}}\n", '2:12: the lexicon "a" has no words'),
    ("lang: zh\nlexicons: {a: {words: [$b]}}\n", '"$b" is a lexicon, not a word; use include'),
    ("lang: zh\nlexicons: {a: {include: [b]}}\n", '"b" is no lexicon; write $name'),
    ("lang: zh\nlexicons: {a: {include: [$b]}}\n", 'there is no lexicon "$b" here'),
    ("lang: zh\nlexicons: {a: {include: [$a]}}\n", '2:26: the lexicon "a" includes itself'),
    ("lang: zh\nlexicons: {a: {include: [$b]}, b: {include: [$a]}}\n", "includes itself"),
    ("lang: zh\nlexicons: {a: {words: [甲], except: [乙丙]}}\n", "no word can stand inside"),
    ("lang: zh\nguards: {g: [{moods: order}]}\n", 'did you mean "mood"?'),
    ("lang: zh\nguards: {g: [{clause: {has: [$gone]}}]}\n", 'no lexicon "$gone"'),
    (file(rule(), rule()), "the first is at"),
    (file(rule(id="comand.one")), 'the topic "comand" is not known; did you mean "command"?'),
    (file(rule(id="one")), '"one" is not <topic>.<name>'),
    (file(rule(MATCH + "    override: true\n")), 'there is no rule "command.one" to override'),
    (
        file(
            rule("    match: [$a, $b]\n"),
            above="lexicons: {a: {words: [甲]}, b: {words: [乙], edges: any}}\n",
        ),
        "these words judge their edges differently",
    ),
    (
        file(rule("    match: [$a, 乙]\n"), above="lexicons: {a: {words: [甲], edges: any}}\n"),
        "these words judge their edges differently",
    ),
]


@pytest.mark.parametrize(("text", "says"), FILES)
def test_a_file(tmp_path: Path, text: str, says: str) -> None:
    assert says in refused(tmp_path, text)


def test_defaults_have_no_guards_to_remove(tmp_path: Path) -> None:
    text = file(rule(), above="defaults: {guards: [-calm]}\n")
    assert '2:21: there is no guard "calm" to remove here; only what' in refused(tmp_path, text)


def test_the_engine_has_the_last_word_on_patterns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import regex

    def fail(pattern: str) -> None:
        raise regex.error("too odd")

    monkeypatch.setattr(regex, "compile", fail)
    text = file(rule("    pattern: 立即\n", kind="pattern"))
    assert "10:14: the pattern is wrong: too odd" in refused(tmp_path, text)


def test_names_are_unique_over_files(tmp_path: Path) -> None:
    text = "lang: zh\nlexicons: {a: {words: [甲]}}\n"
    assert 'b.yaml:2:12: the lexicon "a" is written twice; the first is at' in refused(
        tmp_path / "1", {"a.yaml": text, "b.yaml": text}
    )
    text = "lang: zh\nguards: {a: [{quoted: true}]}\n"
    assert 'b.yaml:2:10: the guard "a" is written twice; the first is at' in refused(
        tmp_path / "2", {"a.yaml": text, "b.yaml": text}
    )


def test_a_lexicon_of_another_language_is_named(tmp_path: Path) -> None:
    files = {
        "en.yaml": "lang: en\nlexicons: {now: {words: [asap]}}\n",
        "zh.yaml": file(rule("    match: [$now]\n")),
    }
    assert "it is one of the language en, and this file is zh" in refused(tmp_path, files)
    files = {
        "en.yaml": "lang: en\nguards: {now: [{quoted: true}]}\n",
        "zh.yaml": file(rule(MATCH + "    guards: [now]\n")),
    }
    assert 'there is no guard "now" here' in refused(tmp_path / "2", files)


HEADS = [
    ("a: b\n", 'unknown key "a"'),
    ("[]\n", "this must be a table"),
    ("", "this must be a table"),
    ("pack: house\n", 'the key "version" is missing'),
    (PACK + 'requires: ">=99"\n', "the pack requires replylint >=99, and this is"),
    (PACK + 'requires: "=0.1"\n', "the pack requires replylint =0.1"),
    (PACK + "requires: new\n", "is not a version test"),
    (PACK + "disable: [command.gone]\n", 'no pack it extends has the rule "command.gone"'),
    (PACK + "disable: [command.one]\n", "no pack it extends"),
    (PACK + "extends: [nowhere-at-all]\n", '3:11: nothing installed gives the pack "nowhere'),
    (PACK + "extends: [house]\n", 'the pack "house" extends itself'),
]


@pytest.mark.parametrize(("head", "says"), HEADS)
def test_a_head(tmp_path: Path, head: str, says: str) -> None:
    assert says in refused(tmp_path, file(rule()), head)


@pytest.mark.parametrize("test", [">=0.1", ">=0.1, <9", "!=0.0.1", ">0", "<=9.9.9"])
def test_versions_that_fit(tmp_path: Path, test: str) -> None:
    assert loaded(tmp_path, file(rule()), PACK + f'requires: "{test}"\n').pack.rules


def test_folders_that_are_no_packs(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="the pack does not exist"):
        load([tmp_path / "none"])
    with pytest.raises(PackError, match=r"the pack holds no pack\.yaml"):
        load([tmp_path])
    (tmp_path / "pack.yaml").write_text(PACK)
    with pytest.raises(PackError, match="the pack holds no files of rules"):
        load([tmp_path])


def test_files_that_would_be_passed_over_by_mistake(tmp_path: Path) -> None:
    text = file(rule())
    assert "name it .yaml" in refused(tmp_path / "1", {"a.yaml": text, "b.yml": text})
    assert "a pack inside a pack" in refused(tmp_path / "2", {"a.yaml": text, "b/pack.yaml": PACK})


def test_two_packs_of_one_name(tmp_path: Path) -> None:
    folders = [write(tmp_path / name, file(rule())) for name in ("a", "b")]
    with pytest.raises(PackError, match='two packs are called "house"'):
        load(folders)


MINE = 'pack: mine\nversion: "1"\nextends: [house]\n'


def packs(folder: Path, mine: str, head: str = MINE, house: str = "") -> str:
    write(folder / "house", house or file(rule()))
    write(folder / "mine", mine, head)
    with pytest.raises(PackError) as caught:
        load([folder / "house", folder / "mine"])
    return str(caught.value)


def test_a_rule_of_an_extended_pack_is_not_changed_by_accident(tmp_path: Path) -> None:
    said = packs(tmp_path, file(rule()))
    assert 'the rule "command.one" is written twice; the first is at' in said
    assert said.endswith("override: true changes it")


def test_packs_that_do_not_know_each_other_cannot_have_the_same_rule(tmp_path: Path) -> None:
    said = packs(tmp_path, file(rule(MATCH + "    override: true\n")), MINE.replace("extends", "#"))
    assert "is written twice" in said
    assert "override" not in said


def test_an_override_stays_in_its_language(tmp_path: Path) -> None:
    said = packs(tmp_path, file("  - {id: command.one, override: true}\n", lang="en"))
    assert 'is of the language "zh"' in said


def test_a_lexicon_of_a_pack_that_is_not_extended(tmp_path: Path) -> None:
    said = packs(
        tmp_path,
        file(rule("    match: [$far]\n", "command.two")),
        MINE.replace("extends", "#"),
        "lang: zh\nlexicons: {far: {words: [甲]}}\n",
    )
    assert "the pack that has it must stand in extends" in said


def test_packs_that_extend_each_other(tmp_path: Path) -> None:
    write(tmp_path / "house", file(rule()), PACK + "extends: [mine]\n")
    write(tmp_path / "mine", "words: [某词]\n", MINE)
    with pytest.raises(PackError, match="extends itself over"):
        load([tmp_path / "house", tmp_path / "mine"])
