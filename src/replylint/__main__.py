"""``replylint`` on the command line: from the arguments to the exit code, never a traceback."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import ReplylintError

Work = Callable[[], int]


def main(args: Sequence[str] | None = None) -> int:
    """Run a command; its exit code. Effect: whatever the command does."""
    given = list(sys.argv[1:] if args is None else args)
    # Packs are some hundred thousand strings that stay: looking through them for rubbish again
    # and again while they are read takes longer than reading them.
    gc.set_threshold(200_000, 20, 100)
    enough = None
    if len(given) == 3 and given[:2] == ["check", "--text"]:
        enough, said = _at_once(given[2])
        if said and _told(said):
            return 0
    from .errors import ReplylintError, fault

    try:
        work = _quick(given, enough) or _through_click(given)
        code = work if isinstance(work, int) else work()
        sys.stdout.flush()
        return code
    except ReplylintError as error:
        return _wrong(error)
    except KeyboardInterrupt:
        return _incomplete("interrupted")
    except BrokenPipeError:
        _drop_output()
        return 3  # whoever read this has gone; what is left was not checked
    except OSError as error:
        _drop_output()
        where = f"{error.filename}: " if error.filename else ""
        return _incomplete(f"{where}{error.strerror or type(error).__name__}")
    except RecursionError:
        return _incomplete("the input is nested too deeply")
    except MemoryError:
        return _incomplete("the input is too large for the memory there is")
    except Exception as error:
        if os.environ.get("REPLYLINT_TRACEBACK"):
            raise
        return _incomplete(
            f"a fault of replylint: {fault(error)}; "
            "please report it, with what REPLYLINT_TRACEBACK=1 prints"
        )


def _at_once(text: str) -> tuple[Collection[str] | None, str]:
    """The ids of the only rules that can find something, where that is known, and what is said of
    a message that none of them can. Costs little."""
    from .api.first import verdict

    known = verdict(text)
    if known is None:
        return None, ""
    found, said = known
    return frozenset(found), "" if found else said


def _told(said: str) -> bool:
    """Effect: say it, where nobody expects colours and times; otherwise False.

    A terminal gets them the long way, and so does whoever asks for colours.
    """
    if sys.stdout.isatty() or os.environ.get("FORCE_COLOR"):
        return False
    try:
        data = (said + "\n").encode(sys.stdout.encoding or "utf-8", "backslashreplace")
        sys.stdout.write(data.decode(sys.stdout.encoding or "utf-8"))
        sys.stdout.flush()
    except OSError:
        return False  # the long way meets it again, and knows what to say
    return True


def _quick(args: list[str], enough: Collection[str] | None = None) -> Work | None:
    """``check`` and ``rewrite`` with options in order: click would cost more than the lint.

    ``enough``: the ids of the only rules that need to be read."""
    if not args or args[0] not in ("check", "rewrite"):
        return None
    from .faces import table
    from .faces.quick import parse

    options = table.CHECK if args[0] == "check" else table.REWRITE
    values = parse(args[1:], options)
    if values is None:
        return None
    name = args[0]

    def run() -> int:
        from .faces.asked import asked

        request = asked(values, options)
        if name == "check":
            from .faces import check

            return check.run(request, enough)
        from .faces import rewrite

        return rewrite.run(request)

    return run


def _through_click(args: list[str]) -> Work | int:
    """What click makes of the arguments: something to do, or the code of what it did."""
    import click

    from .faces.app import commands

    try:
        work: Any = commands.main(args, prog_name="replylint", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    if callable(work):
        return work  # type: ignore[no-any-return]
    return work if isinstance(work, int) else 0


def _wrong(error: ReplylintError) -> int:
    """Effect: say what is wrong, a place below the working folder as seen from there."""
    from .errors import Origin

    origin = error.origin
    if origin is None:
        _say(f"replylint: {error}")
    else:
        here = os.getcwd() + os.sep
        error.origin = Origin(origin.path.removeprefix(here), origin.line, origin.column)
        _say(str(error))
    return 2


def _incomplete(what: str) -> int:
    _say(f"replylint: {what}")
    return 3


def _say(line: str) -> None:
    data = line.encode(sys.stderr.encoding or "utf-8", "backslashreplace")
    sys.stderr.write(data.decode(sys.stderr.encoding or "utf-8") + "\n")


def _drop_output() -> None:
    """Effect: nothing more is written, so that the interpreter's last flush does not fail."""
    null = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):  # it is no file of the system's
        os.dup2(null, sys.stdout.fileno())
    os.close(null)


if __name__ == "__main__":
    sys.exit(main())
