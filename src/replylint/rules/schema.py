"""The table of all keys of a pack: strict reading and the JSON Schema both come from it."""

from __future__ import annotations

from . import turn_schema
from .rule import Kind
from .shapes import (
    ByKey,
    Choice,
    Either,
    Flag,
    Key,
    Many,
    Named,
    Number,
    Record,
    Ref,
    Schema,
    Shape,
    Text,
)

TOPICS = (
    "command",
    "threat",
    "rude",
    "shirk",
    "blame",
    "vague",
    "promise",
    "absolute",
    "discrimination",
    "suitability",
    "tying",
    "channel",
    "privacy",
    "disclosure",
    "courtesy",
    "jargon",
    "term",
    "clarity",
    "structure",
    "no_greeting",
    "no_closing",
    "late_response",
    "late_resolution",
    "no_empathy",
    "solution_before_calming",
    "no_restate",
    "closed_question",
    "interrupted",
    "no_confirmation",
    "no_followup",
    "cold_transfer",
    "repeated_canned",
    "jargon_in_conflict",
)
CHANNELS = ("chat", "email", "phone", "sms", "letter", "social")
AUDIENCES = ("general", "senior", "professional")
RECIPIENTS = ("owner", "unverified", "third_party")
ROLES = ("agent", "customer", "bot", "system")
LANGS = ("zh", "en", "any")
TAGS = ("zh-Hans", "zh-Hant", "zh", "en")
METRICS = ("message-chars", "sentence-chars", "sentence-words", "terms-per-100")
MODES = ("unexplained", "plain", "common", "forbidden", "inconsistent")
ACTORS = ("agent", "customer", "nobody", "third")
MOODS = ("order", "request", "question", "rhetorical", "statement", "condition", "consequence")
PRESSURES = ("time", "obligation", "exclusive", "limit")
CERTAINTIES = ("high", "low", "none")
ANSWERS = ("softened", "negated", "quoted", "reported", "hypothetical", "whole")
STRETCHES = ("clause", "sentence", "message", "before", "after", "previous", "next")
TARGETS = ("match", "clause", "sentence", "message", "start", "end", "verb", "object", "rest")
SCRIPTS = ("hans", "hant", "en")

NAME = Text(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*", "a name: lower-case words joined by dots")
PLAIN = Text(r"[a-z][a-z0-9_-]*", "a name of lower-case letters")
CAPTURE = Text(r"[a-z][a-z0-9_]*", "a capture's name: lower-case letters")
RULE_ID = Text(r"[a-z][a-z0-9_]*\.[a-z0-9][a-z0-9-]*", "<topic>.<name> in lower case")

SHAPES: dict[str, Shape] = {}
"""The shapes with a name in ``$defs``."""

WORDS = Ref("words", SHAPES)
NAMES = Ref("names", SHAPES)
SENTENCE = Ref("sentence", SHAPES)
WHERE = Ref("where", SHAPES)
SCOPE = Ref("scope", SHAPES)
TEXT = Text()

SHAPES["words"] = Many(Text(said="a word"))
SHAPES["names"] = Many(PLAIN)
SHAPES["sentence"] = Record(
    {"zh": Key(TEXT, "in Chinese 中文", True), "en": Key(TEXT, "in English 英文", True)}
)
SHAPES["scope"] = Record(
    {
        "has": Key(WORDS, "any of these words or $lexicons 含其一"),
        "lacks": Key(WORDS, "none of these 一个不含"),
    }
)
SHAPES["where"] = Record(
    {
        "actor": Key(Many(Choice(ACTORS)), "who does what the clause says 谁做"),
        "mood": Key(Many(Choice(MOODS)), "how it is said 语气"),
        "pressure": Key(Many(Choice(PRESSURES)), "any of these pressures 施压"),
        "certainty": Key(Many(Choice(CERTAINTIES)), "how sure it sounds 把握"),
        **{name: Key(Flag(), "true or false 是否") for name in ANSWERS},
        "chars": Key(Many(Number(), lone=False, least=2, most=2), "[least, most] 小句字数"),
        **{name: Key(SCOPE, f"words in this stretch: {name}") for name in STRETCHES},
        "history": Key(
            Record({"customer": Key(SCOPE), "agent": Key(SCOPE)}), "earlier turns, by role 前文"
        ),
        "any": Key(Many(WHERE), "one of these tests must hold 满足其一"),
        "none": Key(Many(WHERE), "none of these tests may hold 全不满足"),
    }
)

SHIFT = Ref("shift", SHAPES)
SHAPES["shift"] = Record(
    {
        "channel": Key(NAMES, "on these channels 渠道"),
        "audience": Key(NAMES, "for these readers 读者"),
        "recipient": Key(Many(Choice(RECIPIENTS)), "for these recipients 收件人"),
        "profile": Key(NAMES, "in these profiles 方案"),
        "where": Key(WHERE, "where this holds 条件"),
        "combined": Key(Flag(), "beside other identifiers of one person 与其他身份信息同现"),
        "severity": Key(Choice(("error", "warning", "info", "off")), "what it becomes 改为", True),
    }
)

TEMPLATE = Text(empty=True)
WORDING = Record({script: Key(TEMPLATE) for script in SCRIPTS})
REWRITE = Ref("rewrite", SHAPES)
SHAPES["rewrite"] = Record(
    {
        "target": Key(CAPTURE, "match, clause, sentence, message, start, end or a capture 替换处"),
        "hans": Key(TEMPLATE, "Simplified wording; {capture} copies, {{hole}} leaves a hole 简体"),
        "hant": Key(TEMPLATE, "Traditional wording 繁体"),
        "en": Key(TEMPLATE, "English wording 英文"),
        "swap": Key(
            Named(Text(said="a word"), Either(TEMPLATE, WORDING)),
            "what was matched: what replaces it 逐词替换",
        ),
        "safety": Key(Choice(("safe", "review", "show")), "may it be applied unattended 安全级别"),
        "title": Key(SENTENCE, "what the fix does 标题"),
        "where": Key(WHERE, "only where this holds 条件"),
    }
)

TURN = Record(
    {
        "role": Key(Choice(ROLES), "who wrote it 角色", True),
        "text": Key(TEXT, "what it says 内容", True),
        "time": Key(TEXT, "when, with offset 时间"),
    }
)
CONTEXT = {
    "role": Key(Choice(ROLES), "who writes 角色"),
    "channel": Key(PLAIN, "渠道"),
    "lang": Key(Choice(TAGS), "语言"),
    "audience": Key(PLAIN, "读者"),
    "recipient": Key(Choice(RECIPIENTS), "收件人"),
    "author": Key(TEXT, "坐席"),
    "time": Key(TEXT, "when, with offset 时间"),
    "conversation": Key(TEXT, "会话"),
    "history": Key(Many(TURN, lone=False, least=0), "earlier turns; [] opens 前文"),
}
EXAMPLE = Ref("example", SHAPES)
SHAPES["example"] = Record(
    {
        "text": Key(TEXT, "the reply; [[…]] marks what is found 例句", True),
        "fixed": Key(TEMPLATE, "what the fixes of the whole pack make of it 改后"),
        "also": Key(Many(RULE_ID), "other rules that rightly find something 另有"),
        **CONTEXT,
    }
)
SHAPES["scenario"] = turn_schema.SCENARIO
_PROOF = Either(TEXT, ByKey("turns", Ref("scenario", SHAPES), EXAMPLE))
EXAMPLES = Record(
    {
        "bad": Key(Many(_PROOF, least=2, lone=False), "must be found 反例", True),
        "good": Key(Many(_PROOF, least=2, lone=False), "must pass 正例", True),
    }
)
SHAPES.update(turn_schema.shapes(WORDS, SHAPES))
SIGNED = Text(r"-?[0-9]+(?:\.[0-9]+)?", "a number")
RAISE = Either(SIGNED, Named(PLAIN, SIGNED))
LIMIT = Either(Number(fractions=True), Named(PLAIN, Number(fractions=True)))

# a key of one kind alone: kind -> (key, shape, sentence, needed)
_OF_KINDS: dict[str, tuple[tuple[str, Shape, str, bool], ...]] = {
    "phrase": (("match", WORDS, "words or $lexicons 词", True),),
    "pattern": (("pattern", TEXT, "a regular expression over the folded text 正则", True),),
    "sequence": (
        ("sequence", TEXT, "words in order, in one line 词序", True),
        ("within", Choice(("clause", "sentence", "message")), "as far as it reaches 范围", False),
        ("span", CAPTURE, "all, or a capture's name 标出处", False),
    ),
    "require": (
        ("need", WORDS, "any of these must be said 必须含", True),
        ("scope", Choice(("message", "opening", "ending")), "where it is looked for 范围", False),
        ("place", Choice(("start", "end")), "where it would be inserted 插入处", False),
        ("when", WHERE, "a test on the message 条件", False),
    ),
    "term": (("mode", Choice(MODES), "what is asked of the glossary 方式", True),),
    "detector": (
        ("detector", PLAIN, "a detector of personal data 识别器", True),
        ("params", Named(PLAIN, TEXT), "its settings 参数", False),
    ),
    "metric": (
        ("metric", Choice(METRICS), "what is measured 度量", True),
        ("limit", LIMIT, "the most allowed, or per channel 上限", True),
    ),
    "turns": turn_schema.keys(SHAPES),
    "weighted": (("evidence", PLAIN, "a table of evidence 证据表", True),),
}
KIND_KEYS = {kind: tuple(key for key, *_ in keys) for kind, keys in _OF_KINDS.items()}
KIND_NEEDS = {kind: tuple(k for k, *_, need in keys if need) for kind, keys in _OF_KINDS.items()}

COMMON = {
    "kind": Key(Choice(tuple(Kind)), "how it matches 类型"),
    "severity": Key(Choice(("error", "warning", "info")), "级别"),
    "confidence": Key(Choice(("high", "medium", "low")), "how sure it is 把握"),
    "reason": Key(SENTENCE, "why it matters 理由"),
    "source": Key(TEXT, "the handbook section, and a norm where it was read 出处"),
    "shifts": Key(Many(SHIFT), "other severities in a context 例外级别"),
    "profiles": Key(NAMES, "off unless one of these is on 方案"),
    "roles": Key(Many(Choice(ROLES)), "whose words; default agent, bot 谁说的"),
    "channels": Key(NAMES, "渠道"),
    "audiences": Key(NAMES, "读者"),
    "recipients": Key(Many(Choice(RECIPIENTS)), "收件人"),
    "langs": Key(Many(Choice(TAGS)), "only messages in these 语言"),
    "turn": Key(Choice(("first", "later", "any")), "第几轮"),
    "sensitive": Key(Flag(), "what was matched is never shown 敏感"),
    "edges": Key(Choice(("token", "any")), "word edges of words written in the rule 词界"),
    "where": Key(WHERE, "a test on the clause of the hit 条件"),
    "guards": Key(
        Many(Text(r"-?[a-z][a-z0-9_.-]*", "a guard's name"), least=0),
        "reasons to stay silent; -name removes one 放行条件",
    ),
    "except": Key(WORDS, "a hit inside one of these does not count 例外词"),
    "rewrite": Key(Many(REWRITE), "how it may be mended 改写"),
    "since": Key(TEXT, "the version that brought it 始于"),
}
"""What both a rule and the ``defaults`` of a file may hold."""

_IF_KIND: list[object] = [
    {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {
            "properties": {
                key: False for other, keys in KIND_KEYS.items() if other != kind for key in keys
            }
        },
    }
    for kind in KIND_KEYS
]
RULE = Record(
    {
        "id": Key(RULE_ID, "<topic>.<name> 编号", True),
        "override": Key(Flag(), "changes this rule of an extended pack 覆盖"),
        **COMMON,
        **{key: Key(shape, said) for keys in _OF_KINDS.values() for key, shape, said, _ in keys},
        "message": Key(SENTENCE, "the finding's sentence; {match} is what was matched 提示"),
        "examples": Key(EXAMPLES, "sentences that prove it 例句"),
    },
    {
        "if": {"not": {"required": ["override"]}},
        "then": {"required": ["id", "message", "examples"]},
        "allOf": _IF_KIND,
    },
)
NEEDED = ("kind", "severity", "confidence", "message", "reason", "source", "examples")
"""What every rule must have once the defaults are merged under it."""

LEXICON = Record(
    {
        "words": Key(WORDS, "words; {a,b} is a family 词"),
        "include": Key(WORDS, "$other lexicons whose words belong here too 并入"),
        "except": Key(WORDS, "longer words inside which none counts 例外词"),
        "edges": Key(Choice(("token", "any")), "how word edges are judged 词界"),
    }
)
EVIDENCE = Record(
    {
        "bias": Key(SIGNED, "the score of a clause without evidence 起始分", True),
        "raise": Key(RAISE, "the score that is an offence, or by script 判定分", True),
        "doubt": Key(SIGNED, "a message under it makes other rules less sure 存疑分"),
        "topics": Key(Named(PLAIN, SIGNED), "what each topic starts from 主题起始分", True),
        "wakes": Key(TEXT, "words, one of which must be there; _ is a space 触发词", True),
        "phrases": Key(TEXT, "a line each: phrase|weight|beside|topic weight … 证据", True),
    }
)
FILE = Record(
    {
        "lang": Key(Choice(LANGS), "zh (both scripts), en, or any 语言"),
        "defaults": Key(Record(COMMON), "merged under every rule of this file 默认"),
        "words": Key(WORDS, "what the tokenizer should know 用户词"),
        "lexicons": Key(Named(NAME, LEXICON), "named words 词表"),
        "guards": Key(Named(NAME, Many(WHERE)), "named reasons to stay silent 放行条件"),
        "evidence": Key(Named(PLAIN, EVIDENCE), "named tables of weighted phrases 证据表"),
        "rules": Key(Many(RULE, lone=False), "规则"),
    }
)
PACK = Record(
    {
        "pack": Key(PLAIN, "its name 名称", True),
        "version": Key(TEXT, "版本", True),
        "title": Key(TEXT, "标题"),
        "license": Key(TEXT, "许可"),
        "requires": Key(
            Text(r"[<>=!]=?[0-9.]+(?:\s*,\s*[<>=!]=?[0-9.]+)*", 'a version test like ">=0.1"'),
            "the engine's version 引擎版本",
        ),
        "extends": Key(Many(PLAIN), "packs this one builds on 基于"),
        "disable": Key(Many(RULE_ID), "rules of those packs to leave out 停用"),
        "topics": Key(Many(Text(r"[a-z][a-z0-9_]*", "a topic")), "topics beyond the usual 主题"),
        "channels": Key(NAMES, "channels beyond the usual 渠道"),
        "audiences": Key(NAMES, "readers beyond the usual 读者"),
    }
)


def json_schema() -> Schema:
    """Draft 2020-12, for editors; a file of rules and ``pack.yaml`` both fit it.

    It says what may stand where. What only a whole pack can tell (references, words that wake a
    rule) is checked when the pack is loaded.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "replylint pack",
        "anyOf": [{"$ref": "#/$defs/file"}, {"$ref": "#/$defs/pack"}],
        "$defs": {
            "file": FILE.schema(),
            "pack": PACK.schema(),
            **{name: shape.schema() for name, shape in SHAPES.items()},
        },
    }
