"""Argument checks that several public methods share, made before anything is sent."""

from __future__ import annotations

import functools
import math
from os import PathLike
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import trio

from .._near import did_you_mean, nearest
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._config import AppServerConfig

__all__ = [
    "check_config",
    "check_notifications",
    "check_seconds",
    "check_trio_runs",
    "takes_config",
]

P = ParamSpec("P")
S = TypeVar("S")

# Names this similar differ in a letter or two; names of a newer runtime differ in a word.
_MISSPELLED = 0.9


def check_config(config: object, handlers: object) -> AppServerConfig:
    """Checks the arguments of an async client, and returns the configuration to use.

    Raises:
        InvalidArgumentError: one has the wrong type, the configuration names unknown
            notifications, or a handler is not an async function.
    """
    from .._config import AppServerConfig

    if handlers is not None:
        from .._requests.handlers import check_handlers

        check_handlers(handlers)
    if config is None:
        return AppServerConfig()
    if not isinstance(config, AppServerConfig):
        path = isinstance(config, (str, PathLike))
        hint = "; for the path of the runtime use AppServerConfig(codex_bin=...)" if path else ""
        raise InvalidArgumentError(
            f"config must be an AppServerConfig, not {type(config).__name__}{hint}"
        )
    check_notifications("opt_out_notifications", config.opt_out_notifications)
    return config


def check_trio_runs() -> None:
    """Refuses to open an async client outside of Trio.

    Raises:
        InvalidArgumentError: no Trio run is active in this thread.
    """
    try:
        trio.lowlevel.current_task()
    except RuntimeError:
        import asyncio

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            hint = (
                "no Trio runs here: start the program with trio.run(main), or use the blocking "
                "trio_codex.Codex"
            )
        else:
            hint = "this is asyncio: use trio_codex.aio.AsyncCodex, which has the same methods"
        raise InvalidArgumentError(f"trio_codex.AsyncCodex needs Trio, and {hint}") from None


def check_seconds(name: str, value: object) -> None:
    """Refuses a duration that is neither `None` nor a positive number of seconds.

    Raises:
        InvalidArgumentError: the value is refused.
    """
    if value is None:
        return
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or math.isnan(value) or value <= 0:  # type: ignore[arg-type,operator]
        raise InvalidArgumentError(
            f"{name} must be a positive number of seconds or None, not {value!r:.80}"
        )


def check_notifications(argument: str, methods: tuple[object, ...]) -> None:
    """Refuses methods that are not server notifications, and misspelled ones.

    An unknown method may be a newer runtime's; it is refused only if it differs from a known one
    by a letter or two.

    Raises:
        InvalidArgumentError: a method is refused.
    """
    if not methods:
        return
    from ..protocol.methods import METHODS

    for method in methods:
        if not isinstance(method, str):
            raise InvalidArgumentError(f"{argument}: a method is a str, not {method!r:.80}")
        spec = METHODS.get(method)
        if spec is not None and spec.direction == "server_notification":
            continue
        if spec is not None:
            raise InvalidArgumentError(
                f"{argument}: {method!r} is not a notification of the server but a "
                f"{spec.direction.replace('_', ' ')}"
            )
        known = [name for name, each in METHODS.items() if each.direction == "server_notification"]
        near = nearest(method, known, similarity=_MISSPELLED)
        if near is not None:
            raise InvalidArgumentError(
                f"{argument}: there is no notification {method!r}; did you mean {near!r}? (For "
                "one that only a newer runtime sends, subscribe to all and compare `method`.)"
            )


def takes_config(init: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """Has a constructor name `AppServerConfig` in the error for a misplaced setting."""

    @functools.wraps(init)
    def checked(self: S, /, *args: P.args, **options: P.kwargs) -> None:
        known = init.__kwdefaults__ or {}
        for option in options:
            if option not in known and option != "config":
                raise _unexpected(type(self).__name__, option, ("config", *known))
        init(self, *args, **options)

    return checked


def _unexpected(cls: str, option: str, known: tuple[str, ...]) -> TypeError:
    import attrs

    from .._config import AppServerConfig

    settings = [field.name for field in attrs.fields(AppServerConfig)]
    setting = nearest(option, settings, similarity=0.8)
    if setting is not None:
        return TypeError(
            f"{cls}() takes no argument {option!r}; it is a setting of the configuration: "
            f"{cls}(AppServerConfig({setting}=...))"
        )
    return TypeError(f"{cls}() takes no argument {option!r}{did_you_mean(option, known)}")
