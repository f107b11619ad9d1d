"""Who wrote a reply, and who answers for a finding, by the names that may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model import Message, Role
from .alias import Aliases
from .rows import BOT


class Who:
    """People by their other names."""

    def __init__(self, aliases: Aliases) -> None:
        self.aliases = aliases

    def agent(self, message: Message) -> str | None:
        """Who wrote a reply; None where the export does not say."""
        return BOT if message.role is Role.BOT else self.aliases.agent(message.author)

    def main(self, messages: Sequence[Message]) -> str | None:
        """Whoever wrote most of the replies."""
        names = Counter(m.author for m in messages if m.role is Role.AGENT and m.author)
        return self.aliases.agent(names.most_common(1)[0][0]) if names else None

    def responsible(
        self, messages: Sequence[Message], turn: int | None, main: str | None
    ) -> str | None:
        """Who answers for a finding: the writer, or whoever wrote next (the wait was his)."""
        if turn is None:
            return main
        for message in messages[turn:]:
            if message.role in (Role.AGENT, Role.BOT):
                return self.agent(message)
        return main
