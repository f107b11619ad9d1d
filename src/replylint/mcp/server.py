"""The MCP server: four tools with typed schemas, over standard input and output or over HTTP.

Inside this package ``mcp`` is always the SDK: imports of ours are relative.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field
from typing_extensions import TypedDict

from .. import __version__
from ..config import Config
from ..errors import ReplylintError
from .desk import Desk
from .rows import CheckedReply, FoundTerms, RuleRow, SuggestedReply

_T = TypeVar("_T")


class TurnRow(TypedDict):
    """One earlier message of the conversation, oldest first."""

    role: Literal["agent", "customer", "bot", "system"]
    text: str


Reply = Annotated[str, Field(description="The reply to the customer, word for word.")]
Channel = Annotated[
    str | None,
    Field(description="Where it goes: chat, email, phone, sms, letter, social."),
]
Audience = Annotated[str | None, Field(description="Who reads it: general, senior, professional.")]
Recipient = Annotated[
    Literal["owner", "unverified", "third_party"] | None,
    Field(description="owner only where the reader is verified to be the account holder."),
]
History = Annotated[
    list[TurnRow] | None,
    Field(description="What was said before; [] where this reply opens the conversation."),
]
Safety = Annotated[
    Literal["safe", "review"],
    Field(description="safe: only changes that keep the meaning; review: a person looks after."),
]

INSTRUCTIONS = (
    "Checks replies of customer service in finance (Chinese and English) before they are sent: "
    "tone, threats, promises, jargon, personal data. Call check_reply before every reply; send it "
    "only when the decision is allow."
)


def server(config: Config) -> MCPServer[Any]:
    """The server, ready to run. Raises what settings and packs raise."""
    desk = Desk(config)
    made: MCPServer[Any] = MCPServer(
        "replylint", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING"
    )
    reads = ToolAnnotations(
        read_only_hint=True, idempotent_hint=True, destructive_hint=False, open_world_hint=False
    )

    @made.tool(title="Check a reply", annotations=reads)
    def check_reply(
        text: Reply,
        channel: Channel = None,
        audience: Audience = None,
        recipient: Recipient = None,
        history: History = None,
    ) -> CheckedReply:
        """Say whether a reply may be sent (allow), must be revised (revise) or must not be sent
        (block), what is wrong in it and where, and how it could be said."""
        about = _about(channel, audience, recipient, history)
        return _asked(lambda: desk.check(text, about))

    @made.tool(title="Suggest a better reply", annotations=reads)
    def suggest_reply(
        text: Reply,
        channel: Channel = None,
        audience: Audience = None,
        recipient: Recipient = None,
        history: History = None,
        safety: Safety = "review",
    ) -> SuggestedReply:
        """Rewrite a reply so that what can be mended is mended: figures, dates, links and refusals
        stay as they are, and nothing new is found in it."""
        about = _about(channel, audience, recipient, history)
        return _asked(lambda: desk.suggest(text, safety, about))

    @made.tool(title="Explain a rule", annotations=reads)
    def explain_rule(
        rule: Annotated[str, Field(description="Its id, such as command.urgent-imperative.")],
    ) -> RuleRow:
        """Tell what a rule finds, why that is a fault, by whose word, with examples."""
        return _asked(lambda: desk.explain(rule))

    @made.tool(title="Look up a term", annotations=reads)
    def lookup_term(
        word: Annotated[str, Field(description="A term of finance in Chinese or English.")],
    ) -> FoundTerms:
        """Find terms of the trade with their explanations and everyday words for customers."""
        return _asked(lambda: desk.look_up(word))

    return made


def run(config: Config, transport: str, host: str, port: int, path: str) -> int:
    """Effect: serve until the client goes (stdio) or the process is told to end (http)."""
    made = server(config)
    if transport == "stdio":
        made.run("stdio")
    else:
        made.run(
            "streamable-http",
            host=host,
            port=port,
            streamable_http_path=path,
            stateless_http=True,
            json_response=True,
        )
    return 0


def _about(
    channel: str | None, audience: str | None, recipient: str | None, history: Any
) -> dict[str, Any]:
    given = {
        "channel": channel,
        "audience": audience,
        "recipient": recipient,
        "history": history,
    }
    return {name: value for name, value in given.items() if value is not None}


def _asked(answer: Callable[[], _T]) -> _T:
    """What can be mended by whoever asks is said to it, nothing else."""
    try:
        return answer()
    except ReplylintError as error:
        raise ToolError(str(error)) from None
