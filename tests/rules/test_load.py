"""A pack becomes rules as docs/rule-language.md says; what could never work does not load."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from replylint.errors import PackError
from replylint.model import Confidence, Safety, Severity
from replylint.rules.load import load
from replylint.rules.rule import (
    Detector,
    Gap,
    Lexicon,
    Metric,
    Pack,
    Pattern,
    Phrase,
    Require,
    Rewrite,
    Rule,
    Scope,
    Sequence,
    Shift,
    Slot,
    Term,
    Text,
    Where,
    Wording,
)

from .made import PACK, file, loaded, rule, write

TOYS = Path(__file__).parent / "pack"


@pytest.fixture(scope="module")
def toys() -> Pack:
    return load([TOYS]).pack


def named(pack: Pack, id: str) -> Rule:
    return next(each for each in pack.rules if each.id == id)


def words(pack: Pack, label: int) -> tuple[str, ...]:
    return pack.lexicons[label].words


def test_the_toys_are_one_pack(toys: Pack) -> None:
    assert [each.id for each in toys.rules] == sorted(each.id for each in toys.rules)
    assert toys.sources == ("toys 1",)
    assert toys.words == ("蓝鲸卡",)
    assert {guard.name for guard in toys.guards} == {"negated", "quoted", "acting-for-customer"}
    assert len(toys.digest) == 64


def test_a_phrase_has_one_label_for_all_its_words(toys: Pack) -> None:
    urgent = named(toys, "command.urgent")
    assert isinstance(urgent.match, Phrase)
    lexicon = toys.lexicons[urgent.match.label]
    assert lexicon.words == tuple(
        sorted(["立即", "立刻", "马上", "赶紧", "赶紧点", "抓紧", "抓紧点", "限你"])
    )
    assert lexicon.excepts == ("马上贷",)
    assert urgent.wakes == ("抓紧", "立刻", "立即", "赶紧", "限你", "马上")
    assert not urgent.always
    assert [words(toys, label) for label in urgent.excepts] == [("马上金融",)]
    assert urgent.guards == ("quoted", "acting-for-customer")
    assert urgent.source == "手册 §3.1"
    assert urgent.message == Text("“{match}”像是在下命令", "“{match}” sounds like an order")
    assert (urgent.severity, urgent.confidence) == (Severity.WARNING, Confidence.HIGH)
    assert urgent.origin is not None
    assert urgent.origin.line == 23


def test_where_is_read_whole(toys: Pack) -> None:
    where = named(toys, "command.urgent").where
    assert where is not None
    assert (where.actor, where.mood, where.softened) == (("customer", "nobody"), ("order",), False)
    assert where.chars == (2, 40)
    clause, before = where.scopes
    assert (clause.where, before.where) == ("clause", "before")
    assert words(toys, clause.lacks[0]) == ("劳驾", "烦请", "麻烦")
    ((role, said),) = where.history
    assert (role, words(toys, said.lacks[0])) == ("customer", ("催",))
    assert where.any_of[0] == Where(pressure=("time",))
    assert [words(toys, label) for label in where.any_of[1].scopes[0].has] == [
        ("上传", "处理", "还款"),
        ("打电", "致电"),
    ]
    assert where.none_of == (Where(whole=True),)


def test_shifts_and_rewrites(toys: Pack) -> None:
    urgent = named(toys, "command.urgent")
    assert urgent.shifts == (
        Shift(Severity.INFO, channels=("sms",)),
        Shift(Severity.ERROR, audiences=("senior",)),
        Shift(None, where=Where(certainty=("low",))),
    )
    first, second = urgent.rewrites
    assert first == Rewrite(
        "clause",
        Wording("我们正在协助您处理{object}", "我們正在協助您處理{object}"),
        title=Text("改为说明进展", "Say what we do"),
        where=Where(mood=("order",)),
    )
    assert dict(second.swaps) == {
        "赶紧": Wording("尽快", "尽快", "尽快"),
        "抓紧": Wording("尽快", "尽快", "尽快"),
        "立刻": Wording("在{{时间}}前", "在{{時間}}前"),
    }
    assert second.safety is Safety.REVIEW  # it asked for safe, and a person has to fill the hole


def test_a_sequence(toys: Pack) -> None:
    todo = named(toys, "command.todo")
    match = todo.match
    assert isinstance(match, Sequence)
    assert [type(item) for item in match.items] == [Slot, Gap, Slot, Gap, Slot, Gap, Slot]
    assert (match.from_start, match.to_end, match.span) == (Gap(None), Gap(None), "verb")
    gap, verb = match.items[3:5]
    assert isinstance(gap, Gap)
    assert (gap.most, words(toys, gap.forbid[0])) == (6, ("劳驾", "烦请", "麻烦"))
    assert isinstance(verb, Slot)
    assert verb.capture == "verb"
    assert todo.wakes == (
        "抓紧",
        "立刻",
        "立即",
        "赶紧",
        "马上",
    )  # rarer than 处理; 您 may be missing
    assert dict(todo.rewrites[0].swaps)["还款"].hans == "结清"


def test_a_pattern_inserts_lexicons_and_derives_its_literals(toys: Pack) -> None:
    court = named(toys, "threat.court")
    assert isinstance(court.match, Pattern)
    assert "(?:抓紧点|赶紧点|抓紧|立刻" in court.match.regex
    assert court.wakes == ("告你", "告您", "法院见", "起诉你", "起诉您")


def test_of_single_characters_the_dictionary_tells_the_rarest(tmp_path: Path) -> None:
    text = file(rule("    pattern: 在.{0,9}(?:您|我).{0,9}赎\n", kind="pattern"))
    assert loaded(tmp_path, text).pack.rules[0].wakes == ("赎",)


def test_the_kinds_that_are_always_looked_at(toys: Pack) -> None:
    matches = {each.kind.value: each for each in toys.rules if each.always}
    assert sorted(matches) == ["detector", "metric", "require", "term"]
    assert all(not each.wakes for each in matches.values())
    assert matches["detector"].match == Detector("cn-mobile")
    assert matches["term"].match == Term("unexplained")
    metric = Metric("message-chars", (("", 60.0), ("sms", 20.0), ("kiosk", 30.5)))
    assert matches["metric"].match == metric
    require = matches["require"].match
    assert isinstance(require, Require)
    assert (require.scope, require.place) == ("opening", "start")
    assert words(toys, require.need[0]) == ("你好", "您好")
    assert require.when is not None
    assert matches["require"].conditions.turn == "first"


def test_one_name_is_one_lexicon_in_each_language(toys: Pack) -> None:
    here = {each.lang: each.words for each in toys.lexicons if each.name == "pressure.now"}
    assert here["en"] == ("asap", "immediately", "right away")
    assert "立即" in here["zh"]
    english = named(toys, "command.urgent-en")
    assert english.wakes == here["en"]
    assert english.conditions.langs == ("en",)
    assert any(each.name == "frame.actor.customer" for each in toys.lexicons)


def test_a_file_for_any_language_means_the_lexicons_of_all(tmp_path: Path) -> None:
    pack = loaded(
        tmp_path,
        {
            "zh.yaml": "lang: zh\nlexicons: {warn: {words: [请勿]}}\n",
            "en.yaml": "lang: en\nlexicons: {warn: {words: [never]}}\n",
            "any.yaml": file(
                rule("    match: [$warn]\n    guards: [g]\n"),
                lang="any",
                above="guards: {g: [{clause: {has: [$warn]}}]}\n",
            ),
        },
    ).pack
    assert words(pack, pack.rules[0].match.label) == ("never", "请勿")  # type: ignore[union-attr]
    (guard,) = pack.guards
    assert guard.tests == (Where(scopes=(Scope("clause", (0, 1)),)),)
    assert pack.rules[0].lang == "any"


def test_a_guard_of_two_languages_is_one(tmp_path: Path) -> None:
    text = "lang: {}\nguards: {{g: [{{negated: true}}]}}\n"
    files = {f"{lang}.yaml": text.format(lang) for lang in ("zh", "en")}
    files["r.yaml"] = file(rule("    match: [立即]\n    guards: [g]\n"))
    pack = loaded(tmp_path, files).pack
    assert [len(guard.tests) for guard in pack.guards] == [2]


def test_equal_lists_of_words_share_a_label(tmp_path: Path) -> None:
    pack = loaded(
        tmp_path,
        file(
            rule("    match: [立即, 馬上]\n"),
            rule("    match: [马上, 立即]\n    edges: token\n", "command.two"),
            rule("    match: [立即]\n    edges: any\n", "command.three"),
        ),
    ).pack
    assert [each.edges for each in pack.lexicons] == ["token", "any"]


def test_defaults_lie_under_every_rule(tmp_path: Path) -> None:
    above = (
        "defaults: {severity: error, guards: [a, b], channels: [sms], where: {mood: order}}\n"
        "guards: {a: [{negated: true}], b: [{quoted: true}], c: [{softened: true}]}\n"
    )
    text = file(
        rule("    match: [立即]\n    guards: [c, -a]\n"),
        rule("    match: [马上]\n", "command.two").replace("    severity: warning\n", ""),
        above=above,
    )
    one, two = loaded(tmp_path, text).pack.rules
    assert (one.guards, one.severity) == (("b", "c"), Severity.WARNING)
    assert (two.guards, two.severity) == (("a", "b"), Severity.ERROR)
    assert two.conditions.channels == ("sms",)
    assert two.where == Where(mood=("order",))


def test_examples_come_when_asked_for(tmp_path: Path) -> None:
    write(tmp_path, file(rule()))
    assert load([tmp_path]).examples == {}
    examples = load([tmp_path], examples=True).examples["command.one"]
    assert [(each.text, each.spans) for each in examples] == [
        ("甲", ((0, 1),)),
        ("乙", ((0, 1),)),
        ("丙", ()),
        ("丁", ()),
    ]


# Packs on packs

EXTENDS = 'pack: mine\nversion: "2"\nextends: [house]\n'
HOUSE = file(
    rule("    match: [$now]\n    guards: [calm]\n    edges: any\n"),
    rule("    match: [限你]\n", "command.two"),
    above="lexicons: {now: {words: [立即]}}\nguards: {calm: [{softened: true}]}\n",
)


def both(folder: Path, mine: dict[str, str] | str, head: str = EXTENDS) -> Pack:
    house = write(folder / "house", HOUSE)
    return load([write(folder / "mine", mine, head), house]).pack


def test_a_pack_may_use_what_the_extended_one_has(tmp_path: Path) -> None:
    pack = both(tmp_path, file(rule("    match: [$now]\n    guards: [calm]\n", "command.three")))
    assert pack.sources == ("house 1", "mine 2")
    three = named(pack, "command.three")
    assert (three.pack, three.guards, three.wakes) == ("mine", ("calm",), ("立即",))
    assert named(pack, "command.one").pack == "house"


def test_an_override_changes_the_keys_it_gives(tmp_path: Path) -> None:
    mine = "  - {id: command.one, override: true, severity: error, guards: [-calm]}\n"
    pack = both(tmp_path, file(mine, above="defaults: {confidence: low}\n"))
    one = named(pack, "command.one")
    assert (one.severity, one.confidence, one.guards) == (Severity.ERROR, Confidence.HIGH, ())
    assert one.wakes == ("立即",)
    assert one.pack == "mine"


def test_rules_can_be_left_out(tmp_path: Path) -> None:
    pack = both(tmp_path, "words: [某词]\n", EXTENDS + "disable: [command.two]\n")
    assert [each.id for each in pack.rules] == ["command.one"]


def test_a_lexicon_may_add_to_the_one_it_extends(tmp_path: Path) -> None:
    mine = file(
        rule("    match: [$now]\n", "command.three"),
        above="lexicons: {now: {words: [火速], include: [$now]}}\n",
    )
    pack = both(tmp_path, mine)
    assert named(pack, "command.three").wakes == ("火速", "立即")
    assert named(pack, "command.one").wakes == ("立即",)


def test_guards_of_one_name_in_two_packs_are_told_apart(tmp_path: Path) -> None:
    mine = file(
        rule("    match: [火速]\n    guards: [calm]\n", "command.three"),
        above="guards: {calm: [{quoted: true}]}\n",
    )
    pack = both(tmp_path, mine)
    assert named(pack, "command.one").guards == ("calm",)
    assert named(pack, "command.three").guards == ("calm@mine",)
    assert [guard.tests for guard in pack.guards] == [
        (Where(softened=True),),
        (Where(quoted=True),),
    ]


def test_topics_channels_and_readers_are_declared(tmp_path: Path) -> None:
    head = EXTENDS + "topics: [outage]\nchannels: [kiosk]\naudiences: [student]\n"
    body = "    match: [立即]\n    channels: [kiosk]\n    audiences: [student]\n"
    pack = both(tmp_path, file(rule(body, "outage.one")), head)
    assert named(pack, "outage.one").topic == "outage"


def test_a_pack_given_twice_is_one(tmp_path: Path) -> None:
    write(tmp_path, file(rule()))
    assert len(load([tmp_path, tmp_path]).pack.rules) == 1


def test_the_digest_is_of_every_byte(tmp_path: Path) -> None:
    first = loaded(tmp_path, {"a.yaml": file(rule())}).pack.digest
    assert loaded(tmp_path, {"a.yaml": file(rule())}).pack.digest == first
    (tmp_path / "a.yaml").write_text(file(rule()) + "# more\n", encoding="utf-8")
    assert load([tmp_path]).pack.digest != first


def test_hidden_files_and_other_files_are_passed_over(tmp_path: Path) -> None:
    files = {"a.yaml": file(rule()), ".b.yaml": "[", "README.md": "[", "c/d.yaml": "# nothing\n"}
    assert len(loaded(tmp_path, files).pack.rules) == 1


def test_a_pack_inside_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "wheel.whl", "w") as archive:
        for path in TOYS.rglob("*.yaml"):
            archive.write(path, f"data/rules/{path.relative_to(TOYS)}")
    inside = load([zipfile.Path(tmp_path / "wheel.whl", "data/rules/")]).pack
    assert inside.lexicons == load([TOYS]).pack.lexicons
    with pytest.raises(PackError, match=r"the pack holds no pack\.yaml"):
        load([zipfile.Path(tmp_path / "wheel.whl", "data/none/")])


def test_a_missing_extended_pack_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from replylint.rules import find

    house = write(tmp_path / "house", HOUSE)
    monkeypatch.setattr(find, "bundled", lambda kind: house)
    mine = write(tmp_path / "mine", "words: [某词]\n", EXTENDS.replace("house", "replylint"))
    with pytest.raises(PackError, match='found for "replylint" calls itself "house"'):
        load([mine])
    (house / "pack.yaml").write_text(PACK.replace("house", "replylint"), encoding="utf-8")
    pack = load([mine]).pack
    assert pack.sources == ("replylint 1", "mine 2")


def lexicon(pack: Pack, name: str) -> Lexicon:
    return next(each for each in pack.lexicons if each.name == name)


def test_lexicons_include_across_files(tmp_path: Path) -> None:
    pack = loaded(
        tmp_path,
        {
            "a.yaml": "lang: zh\nlexicons: {a: {words: [甲], include: [$b], except: [甲子]}}\n",
            "b.yaml": "lang: zh\nlexicons: {b: {words: [乙], except: [乙丑], edges: any}}\n",
        },
    ).pack
    assert lexicon(pack, "a") == Lexicon("a", "zh", ("乙", "甲"), ("乙丑", "甲子"))
    assert lexicon(pack, "b").edges == "any"
