"""Command options: checks of what a command is started with, and its wire params."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..errors import InvalidArgumentError
from .arguments import check_seconds
from .options import wire_options
from .policy import Sandbox, sandbox_policy

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["command_params", "command_words", "is_positive", "output_limit", "wire_size"]

# What `capture=True` allows: as much as the runtime itself returns by default.
_DEFAULT_CAPTURE = 1 << 20
_MOST_CELLS = 0xFFFF


def command_words(argv: object) -> tuple[str, ...]:
    """Returns a program and its arguments as text.

    Raises:
        InvalidArgumentError: `argv` is no sequence of these.
    """
    if isinstance(argv, (str, bytes)) or not isinstance(argv, Sequence) or not argv:
        raise InvalidArgumentError(
            "argv must be a non-empty list of the program and its arguments, not "
            f"{argv!r:.80}; for a shell command use ['sh', '-c', ...]"
        )
    words = tuple(os.fspath(word) if isinstance(word, os.PathLike) else word for word in argv)
    for index, word in enumerate(words):
        if not isinstance(word, str) or "\0" in word or not (word or index):
            raise InvalidArgumentError(
                f"argv[{index}] must be a str without null characters, not {word!r:.80}"
            )
    return words


def output_limit(capture: object) -> int:
    """Returns how many bytes of each output may be unread; 0 drops all output.

    Raises:
        InvalidArgumentError: `capture` is neither a bool nor a positive number.
    """
    if isinstance(capture, bool):
        return _DEFAULT_CAPTURE if capture else 0
    if not is_positive(capture):
        raise InvalidArgumentError(
            f"capture must be a bool or a positive number of bytes, not {capture!r:.80}"
        )
    return capture  # type: ignore[return-value]


def command_params(
    argv: tuple[str, ...], options: dict[str, object], timeout: object
) -> dict[str, JsonValue]:
    """Returns the params of `command/exec`, without an id.

    Raises:
        InvalidArgumentError: an option has a value that is not allowed.
    """
    params: dict[str, JsonValue] = {
        "command": list(argv),
        "streamStdoutStderr": True,
        # `capture` bounds the unread output instead, so a command that is read may write any
        # amount; the runtime's own limit is on the whole output.
        "disableOutputCap": True,
    }
    check_seconds("timeout", timeout)
    if timeout is None or timeout == math.inf:
        params["disableTimeout"] = True  # The runtime's default is 10 s.
    else:
        params["timeoutMs"] = math.ceil(timeout * 1000)  # type: ignore[operator]
    rest = dict(options)
    size, sandbox = rest.pop("size", None), rest.pop("sandbox", None)
    if size is not None:
        if not rest.get("tty"):
            raise InvalidArgumentError("size is the size of a terminal: it needs tty=True")
        params["size"] = wire_size(size)
    if isinstance(sandbox, (Sandbox, str)):
        params["sandboxPolicy"] = sandbox_policy(sandbox)  # type: ignore[arg-type]
    elif sandbox is not None:
        rest["sandbox_policy"] = sandbox
    if "permissions" in rest:
        rest["permission_profile"] = rest.pop("permissions")
    return {**params, **wire_options("command/exec", rest)}


def wire_size(size: object) -> dict[str, JsonValue]:
    """Returns the size of a terminal as wire JSON.

    Raises:
        InvalidArgumentError: the size is not two positive numbers.
    """
    # The named tuple of the system has the columns first.
    cells = (size.lines, size.columns) if isinstance(size, os.terminal_size) else size
    if (
        not isinstance(cells, (tuple, list))
        or len(cells) != 2
        or not all(is_positive(cell) and cell <= _MOST_CELLS for cell in cells)
    ):
        raise InvalidArgumentError(
            f"size must be (rows, columns), each from 1 to {_MOST_CELLS}, or an "
            f"os.terminal_size, not {size!r:.80}"
        )
    return {"rows": cells[0], "cols": cells[1]}


def is_positive(value: object) -> bool:
    """Whether a value is a positive int."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
