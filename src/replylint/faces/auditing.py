"""Does one audit: from the command line to exports, settings, outputs and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..api.linter import Linter
from ..api.rulesets import engine_settings
from ..api.surroundings import language
from ..audit import text
from ..audit.order import Wants
from ..audit.outs import Outs
from ..audit.pool import Making
from ..audit.progress import Progress
from ..audit.reading import Export, export
from ..audit.run import Order, Stopped, audit
from ..audit.veil import shown_path
from ..audit.words import say
from ..errors import Origin, UsageError
from ..model import Severity
from ..report.colour import Paint, wanted
from .audit_told import CASES, LISTED, Printer, ledger_of, put_page, tell_troubles
from .exits import Exit, outcome
from .packs import config as chosen_config
from .streams import note, standard_output, writing

if TYPE_CHECKING:
    from ..audit.rows import Chunk
    from ..audit.store import Store
    from ..chat import Unread
    from ..config import Settings
    from ..model import Conversation
    from .asked import Asked


class Run:
    """One run. Raises what settings, packs, exports and options raise."""

    def __init__(self, asked: Asked, own: Mapping[str, Any]) -> None:
        self._asked = asked
        self._own = own
        config = chosen_config(asked)
        self._settings = config.settings()
        self._lang = language(self._settings.lang)
        self._linter = Linter(config)
        level = self._settings.fail_level
        if level == "never":
            level = "warning"
        self._fails = tuple(s.value for s in Severity if s.rank >= Severity(level).rank)
        self._exports = _exports(own["exports"])
        pages = own["report"] is not None
        cases = CASES if pages or own["cases"] else 0
        self._ledger = ledger_of(self._fails, self._settings, LISTED if pages else 0, cases)

    def once(self) -> int:
        """Effect: audit, write what was asked, and give the exit code."""
        own = self._own
        progress = Progress(sys.stderr, self._exports, self._lang, quiet=own["quiet"])
        printed = self._printer(own["format"])
        try:
            number = self._audited(progress, printed)
        except Stopped as stopped:
            progress.clear()
            done = f"{stopped.position.messages:,}"
            note(say("goes_on", self._lang, done, own["store"]))
            return Exit.INCOMPLETE
        finally:
            progress.clear()
        self._ledger.done()
        if number is not None and not own["quiet"]:
            note(say("kept", self._lang, own["store"], number))
        self._finish(printed)
        return self._code()

    def _audited(self, progress: Progress, printed: Printer | None) -> int | None:
        """Effect: everything but the summary; the number of the run in the store."""
        with ExitStack() as stack:
            outs = stack.enter_context(Outs(self._own["outs"]))
            order, store = self._order(progress), self._store(stack)
            self._say_going_on(store, order)

            def add(chunk: Chunk) -> None:
                self._ledger.add(chunk)
                outs.add(chunk)
                if chunk.findings and printed is not None:
                    progress.clear()
                    printed.add(chunk)

            return audit(order, add, progress.tick, store)

    def _order(self, progress: Progress) -> Order:
        own, settings = self._own, self._settings
        options = self._reading_options()
        files = {out.suffix.lower() for out in own["outs"]}
        pages = own["report"] is not None
        fixes = own["format"] in ("json", "jsonl") or ".jsonl" in files
        public = engine_settings(settings).public
        wants = {
            "fails": frozenset(map(Severity, self._fails)),
            "texts": fixes or bool(files),
            "fixes": fixes,
            "excerpts": pages,
            "cases": CASES if pages or own["cases"] else 0,
            "show_agents": own["show_agents"],
            "show_ids": own["show_ids"],
        }
        key = _key(own["key_file"])
        asked = self._fails, fixes, bool(files), pages, own["cases"] is not None

        def read(path: str) -> Iterator[Conversation | Unread]:
            from ..chat import read as read_export

            return read_export(Path(path), options)

        def tell(words: str) -> None:
            progress.clear()
            note(words)

        return Order(
            self._exports,
            read,
            lambda key: Making(self._linter, Wants(key, **wants), public),
            jobs=own["jobs"] or os.cpu_count() or 1,
            asked=self._known_by(options, key, asked),
            fails=self._fails,
            lang=self._lang,
            version=__version__,
            afresh=own["restart"],
            key=key,
            tell=tell,
        )

    def _known_by(self, options: Any, key: bytes | None, asked: tuple[object, ...]) -> str:
        """What makes this run the same as one that was stopped."""
        own, settings = self._own, self._settings
        shows = own["show_agents"], own["show_ids"], key and blake2b(key).hexdigest()
        agents = options.agents and export(str(options.agents), "").mark
        exports = [(each.shown, each.mark) for each in self._exports]
        about = repr((settings, options, agents, asked, shows, exports, _rules(settings)))
        return blake2b(about.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    def _reading_options(self) -> Any:
        from ..chat import Options

        own, chat = self._own, self._settings.chat
        return Options(
            format=own["input_format"],
            mapping={**dict(chat.mapping), **_pairs("--map", own["mapping"])},
            roles={**dict(chat.roles), **_pairs("--role", own["roles"])},
            agents=own["agents"] or chat.agents,
            tz=own["tz"] or chat.tz,
            dates=own["dates"] or chat.dates,
            channel=self._settings.channel,
            queue=own["queue"],
            encoding=own["encoding"] or self._settings.encoding,
        )

    def _store(self, stack: ExitStack) -> Store | None:
        if self._own["store"] is None:
            return None
        from ..audit.store import Store

        return stack.enter_context(Store(self._own["store"]))

    def _say_going_on(self, store: Store | None, order: Order) -> None:
        known = None if store is None or order.afresh else store.open_run(order.asked)
        if known is not None and not self._own["quiet"]:
            note(say("going_on", self._lang, known.run, f"{known.position.messages:,}"))

    def _printer(self, format: str) -> Printer | None:
        if format == "text":
            return None
        return Printer(standard_output(machine=True), format)

    def _finish(self, printed: Printer | None) -> None:
        own, ledger = self._own, self._ledger
        if printed is not None:
            printed.end(ledger, int(self._code()))
        else:
            out = standard_output(machine=False)
            paint = Paint(wanted(self._asked.color, out, os.environ))
            text.write(ledger, out, self._lang, paint)
        if own["report"] is not None:
            put_page(own["report"], ledger, self._linter, self._settings)
        if own["cases"] is not None:
            from ..audit.page import case_lines

            with writing(own["cases"], machine=True) as out:
                out.writelines(case_lines(ledger))
        tell_troubles(ledger, self._lang)

    def _code(self) -> Exit:
        ledger = self._ledger
        return outcome(
            errors=bool(ledger.unread_count),
            incomplete=bool(ledger.incomplete_count),
            found=ledger.found and self._settings.fail_level != "never",
        )


def _exports(paths: tuple[str, ...]) -> list[Export]:
    found = []
    for path in dict.fromkeys(paths):
        try:
            found.append(export(path, shown_path(path.replace(os.sep, "/").removeprefix("./"))))
        except OSError as error:
            raise UsageError(
                f"it cannot be read: {error.strerror}",
                origin=Origin(path),
                hint="name exports: files or folders",
            ) from None
    return found


def _pairs(option: str, written: Iterable[str]) -> dict[str, str]:
    pairs = {}
    for each in written:
        left, equals, right = each.rpartition("=")
        if not equals or not left or not right:
            raise UsageError(f'{option}: "{each}" is no pair', hint=f"write {option} THIS=THAT")
        pairs[left] = right
    return pairs


def _key(path: Path | None) -> bytes | None:
    """The key in a file; a new one is written there when it is missing."""
    if path is None:
        return None
    from ..audit.alias import new_key

    try:
        if path.exists():
            return bytes.fromhex(path.read_text("ascii").strip())
        key = new_key()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(key.hex() + "\n")
    except ValueError:
        hint = "name a file that --key-file has written, or one that does not exist"
        raise UsageError("this is no key", origin=Origin(str(path)), hint=hint) from None
    except OSError as error:
        what = f"the key cannot be kept: {error.strerror}"
        raise UsageError(what, origin=Origin(str(path))) from None
    return key


def _rules(settings: Settings) -> str:
    """What the packs are, so that a changed one begins a new run."""
    from ..rules.find import locate
    from ..rules.sources import yaml_files

    digest = blake2b(digest_size=16)
    folders = [*locate("rules", settings.packs), *locate("glossary", settings.glossary)]
    for folder in folders:
        for path, _ in yaml_files(os.fspath(folder)):
            digest.update(Path(path).read_bytes())
    return digest.hexdigest()
