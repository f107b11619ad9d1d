"""The table of settings: for every key its shape, its scope and a sentence in English and Chinese.

The reader, the starter file and the JSON Schema are all made from it; the defaults are those of
``Settings``. A key that is ``whole_run`` cannot stand in ``[[overrides]]``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Recipient, Role
from .settings import CHAT_FIELDS, DATE_ORDERS, Chat, Policy, Public, Serve, Streaming, Talks
from .shapes import (
    Choice,
    Day,
    Duration,
    Encoding,
    File,
    FlagOrFolder,
    FolderOrName,
    Format,
    Hours,
    Match,
    Number,
    PathPattern,
    RulePattern,
    Shape,
    Text,
    Zone,
)
from .tables import Many, Record, Table

LEVELS = ("error", "warning", "info", "never")
CHANNELS = ("chat", "email", "phone", "sms", "letter", "social")
AUDIENCES = ("general", "senior", "professional")
METRICS = ("message-chars", "sentence-chars", "sentence-words", "terms-per-100")
OUTPUT_FORMATS = (
    "text",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjsonl",
    "html",
)


@dataclass(frozen=True, slots=True)
class Key:
    """``example`` is TOML shown in the starter file where the default would say nothing."""

    name: str
    shape: Shape
    en: str
    zh: str
    whole_run: bool = False
    example: str | None = None


_TEXTS = Many(Text())
_SERVE: dict[str, Shape] = {
    "host": Text(),
    "port": Number(0),
    "keys": Many(Match(r"env:[A-Za-z_]\w*|sha256:[0-9a-fA-F]{64}", "env:NAME or sha256:HEX")),
    "origins": Many(Match(r"\*|[a-z][a-z0-9+.-]*://[^\s/]+", "https://desk.example.com")),
    "max_body": Number(1),
    "max_batch": Number(1),
    "rate": Number(0, fractions=True),
    "burst": Number(1),
    "timeout": Number(1, fractions=True),
    "drain": Number(0, fractions=True),
}

KEYS = (
    Key(
        "channel",
        Choice(CHANNELS, others=True),
        "Where replies go unless the input says so; limits and courtesy rules depend on it.",
        "默认渠道",
        example='"chat"',
    ),
    Key(
        "audience",
        Choice(AUDIENCES, others=True),
        "Who reads them: senior makes unexplained jargon an error.",
        "默认读者",
        example='"senior"',
    ),
    Key(
        "recipient",
        Choice(tuple(Recipient), make=Recipient),
        "How sure it is that the reader is the account holder: owner, unverified or third_party.",
        "收件人身份",
    ),
    Key(
        "lang",
        Choice(("auto", "zh", "en")),
        "The language findings are written in; auto follows the locale.",
        "提示语言",
    ),
    Key(
        "profiles",
        _TEXTS,
        "Profiles to switch on; some rules speak only in theirs.",
        "启用的规则方案",
        example='["strict"]',
    ),
    Key(
        "select",
        Many(RulePattern()),
        "The rules that run: ids, topics or patterns.",
        "启用的规则",
    ),
    Key(
        "ignore",
        Many(RulePattern()),
        "Rules that do not run, although selected.",
        "停用的规则",
        example='["structure.*"]',
    ),
    Key(
        "severity",
        Table(RulePattern(), Choice(("error", "warning", "info", "off"))),
        "Other severities for rules: error, warning, info or off; an id beats a pattern.",
        "改变规则的级别",
        example='{ "jargon.*" = "info" }',
    ),
    Key(
        "fail_level",
        Choice(LEVELS),
        "From which severity on the exit code is 1: error, warning, info or never.",
        "从哪一级起判为不通过",
    ),
    Key(
        "policy",
        Record(Policy, {"block": Choice(LEVELS), "revise": Choice(LEVELS)}),
        "From which severity on a reply is blocked, or sent back to be revised.",
        "拦截与退回修改的级别",
    ),
    Key(
        "stream",
        Record(
            Streaming,
            {
                "max_chars": Number(0),
                "max_offence_chars": Number(0),
                "max_seconds": Number(0, fractions=True),
                "revise": Choice(("rewrite", "block", "pass")),
                "block": Choice(("rewrite", "block", "pass")),
            },
        ),
        "How long a stream holds text back, and what it does with what must not go out.",
        "流式输出时最多扣留多少，以及不合规内容如何处理",
    ),
    Key(
        "limits",
        Table(
            Choice(METRICS),
            Table(Choice(("default", *CHANNELS), others=True), Number(0, fractions=True)),
        ),
        "Other limits for the length and density rules, per channel or as default.",
        "各渠道的长度与密度上限",
        example='{ "message-chars" = { sms = 70 } }',
    ),
    Key(
        "packs",
        Many(FolderOrName()),
        "Rule packs in order: installed names, or folders beside this file (./house-rules).",
        "规则包",
    ),
    Key(
        "glossary",
        Many(FolderOrName()),
        "Term bases in order: installed names, or folders.",
        "术语库",
    ),
    Key(
        "public",
        Record(Public, dict.fromkeys(("hotlines", "domains", "channels", "names"), _TEXTS)),
        "Your own hotlines, domains, official channels and names, which anybody may be told.",
        "本机构公开的热线、域名、官方渠道与名称",
        example='{ hotlines = ["95588"], domains = ["example.com"] }',
    ),
    Key(
        "conversation",
        Record(
            Talks,
            {
                "limits": Table(
                    Choice(("response", "resolution", "update")),
                    Table(Choice(("default", *CHANNELS), others=True), Duration()),
                ),
                "hours": Hours(),
                "days": Many(Number(1, most=7)),
                "holidays": Many(Day()),
                "verified": _TEXTS,
            },
        ),
        "Whole conversations: limits of time by channel or queue, business hours and days, fields"
        " that tell a verified customer.",
        "整段会话：时限、营业时间、节假日、核身字段",
        example='{ limits = { response = { chat = "10m", complaint = "24h" } },'
        ' hours = ["09:00", "18:00"], days = [1, 2, 3, 4, 5], holidays = ["2026-10-01"] }',
    ),
    Key(
        "chat",
        Record(
            Chat,
            {
                "mapping": Table(Text(), Choice(CHAT_FIELDS)),
                "roles": Table(Text(), Choice(tuple(Role))),
                "agents": File(),
                "tz": Zone(),
                "dates": Choice(DATE_ORDERS),
            },
        ),
        "Chat exports: columns to fields, words and names to roles, agents, the time zone.",
        "聊天记录：列的含义、角色、坐席名单、时区",
        example='{ roles = { "小王" = "agent" }, agents = "agents.txt", tz = "Asia/Shanghai" }',
    ),
    Key(
        "fields",
        _TEXTS,
        "Which keys of structured files hold replies; empty takes the usual names.",
        "结构化文件中哪些字段是回复",
        example='["*.body", "replies[*].text"]',
    ),
    Key(
        "formats",
        Table(PathPattern(), Format()),
        "Formats of files whose name does not tell.",
        "按文件名指定格式",
        example='{ "*.tpl" = "markdown" }',
    ),
    Key(
        "split",
        Choice(("file", "paragraph", "line")),
        "What one reply is in a plain text file: the file, a paragraph or a line.",
        "纯文本中一条回复的单位",
    ),
    Key(
        "encoding",
        Encoding(),
        "The encoding of the files; auto recognises UTF-8, UTF-16, GB18030 and Big5.",
        "文件编码",
    ),
    Key(
        "include",
        Many(PathPattern()),
        "Which files of a folder are looked at; empty takes every known format.",
        "目录中要检查的文件",
        whole_run=True,
        example='["*.tpl", "replies/**"]',
    ),
    Key(
        "exclude",
        Many(PathPattern()),
        "Files and folders that are not looked at.",
        "不检查的文件和目录",
        whole_run=True,
        example='["drafts/"]',
    ),
    Key(
        "baseline",
        File(),
        "Findings listed there are accepted and not reported again.",
        "基线文件",
        whole_run=True,
        example='"replylint-baseline.jsonl"',
    ),
    Key(
        "output_format",
        Choice(OUTPUT_FORMATS),
        "How findings are printed.",
        "输出格式",
        whole_run=True,
    ),
    Key(
        "tokenizer",
        Choice(("auto", "rjieba", "jieba")),
        "Which tokenizer judges word edges; auto takes the fastest that is installed.",
        "分词器",
        whole_run=True,
    ),
    Key(
        "cache",
        FlagOrFolder(),
        "Whether compiled packs are kept, or the folder they are kept in.",
        "是否缓存编译后的规则",
        whole_run=True,
    ),
    Key(
        "max_chars",
        Number(1),
        "A longer message is reported as not checked.",
        "单条消息的最大字数",
    ),
    Key(
        "timeout_ms",
        Number(1),
        "How long one search may take before it is reported as not finished.",
        "单次匹配的时限（毫秒）",
    ),
    Key(
        "jobs",
        Number(0),
        "How many files are checked at once; 0 is one per core.",
        "并行数",
        whole_run=True,
    ),
    Key(
        "serve",
        Record(Serve, _SERVE),
        "How replylint serve listens (host, port), whom it answers (keys, origins) and the limits.",
        "HTTP 服务的地址、密钥与限额",
        whole_run=True,
        example='{ port = 8081, keys = ["env:REPLYLINT_KEY"], rate = 20, timeout = 60 }',
    ),
)

SHAPES: dict[str, Shape] = {key.name: key.shape for key in KEYS}
