"""`rules train`: evidence learned from labelled sentences, written as a file of a pack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .packs import loaded
from .streams import writing

if TYPE_CHECKING:
    from .asked import Asked


def learn(
    asked: Asked,
    files: Sequence[Path],
    lang: str,
    name: str,
    topics: Sequence[str],
    shares: tuple[float, float, float],
) -> int:
    """Effect: write the table to standard output or the file asked for, and what it reached on
    held-out sentences to standard error. ``shares`` of near misses raised, offences doubted and
    good replies weighed."""
    import click

    from ..learn.sentences import of_rules, read
    from ..learn.train import Plan, train, written

    sentences = [each for path in files for each in read(path, lang)]
    packs, _ = loaded(asked)
    sentences += of_rules(packs.pack.rules, packs.examples, topics, lang)
    near, lost, share = shares
    learned = train(sentences, lang, Plan(tuple(topics), near=near, lost=lost, share=share))
    with writing(asked.output, machine=True) as out:
        out.write(written(learned, name, lang))
    recall = ", ".join(f"{script} {part:.0%}" for script, part in learned.levels.recall.items())
    click.echo(
        f"{learned.sentences:,} sentences, {learned.offences:,} offences; "
        f"{len(learned.phrases):,} phrases; held-out offences raised: {recall} "
        f"at {near:.1%} of near misses",
        err=True,
    )
    return 0
