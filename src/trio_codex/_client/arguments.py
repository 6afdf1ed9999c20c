"""Checks of arguments that several public methods take, made before anything is sent."""

from __future__ import annotations

import functools
import math
from os import PathLike
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import attrs
import trio

from .._config import AppServerConfig
from .._near import did_you_mean, nearest
from ..errors import InvalidArgumentError
from ..protocol.methods import METHODS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..protocol import JsonValue

__all__ = [
    "check_async",
    "check_config",
    "check_notifications",
    "check_plain",
    "check_seconds",
    "check_trio_runs",
    "plain_params",
    "takes_config",
]

P = ParamSpec("P")
S = TypeVar("S")

# Two names this alike differ in a letter or two. A newer runtime's names differ in a word.
_MISSPELLED = 0.9


def check_config(config: object, handlers: object) -> AppServerConfig:
    """Checks what an async client is made of, and returns the configuration to use.

    Raises:
        InvalidArgumentError: one of them is something else, names notifications that do not
            exist, or has plain functions as handlers.
    """
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
    """Refuses to open an async client where no Trio runs.

    Raises:
        InvalidArgumentError: it is opened in asyncio, or outside of any event loop.
    """
    try:
        trio.lowlevel.current_task()
    except RuntimeError:
        import asyncio

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            where = "no Trio runs here"
        else:
            where = "this is asyncio, and no Trio runs here"
        raise InvalidArgumentError(
            f"AsyncCodex needs Trio, and {where}: start the program with trio.run(main), or use "
            "the blocking trio_codex.Codex, for example with asyncio.to_thread"
        ) from None


def plain_params(method: object, params: object) -> JsonValue:
    """Returns params as wire JSON without comparing them with any type.

    Raises:
        InvalidArgumentError: the method is no name.
    """
    from ..protocol.converter import outgoing

    if not isinstance(method, str) or not method:
        raise InvalidArgumentError(f"a method is a non-empty str, not {method!r:.80}")
    return outgoing(params)


def check_seconds(name: str, value: object) -> None:
    """Refuses a duration that is not a positive number; `None` is none at all.

    Raises:
        InvalidArgumentError: it is not.
    """
    if value is None:
        return
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or math.isnan(value) or value <= 0:  # type: ignore[arg-type,operator]
        raise InvalidArgumentError(
            f"{name} must be a positive number of seconds or None, not {value!r:.80}"
        )


def check_notifications(argument: str, methods: tuple[object, ...]) -> None:
    """Refuses what cannot be the method of a notification of the server, and misspelled ones.

    A method that the schema does not have may be a newer runtime's: it is refused only if it
    differs from a known one by a letter or two.

    Raises:
        InvalidArgumentError: one of them is refused.
    """
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


def check_async(name: str, function: object) -> None:
    """Refuses a function that certainly does not return an awaitable.

    Raises:
        InvalidArgumentError: it is not callable, or a plain function.
    """
    from .._requests.handlers import is_plain

    if not callable(function) or is_plain(function):
        raise InvalidArgumentError(
            f"{name} must be an async function, not {function!r:.80}; for a blocking one use "
            "retry_on_overload"
        )


def check_plain(name: str, function: object) -> None:
    """Refuses an async function where a blocking one is called.

    Raises:
        InvalidArgumentError: it is not callable, or async.
    """
    import inspect

    if not callable(function) or inspect.iscoroutinefunction(function):
        raise InvalidArgumentError(
            f"{name} must be a blocking callable, not {function!r:.80}; for an async function use "
            "async_retry_on_overload"
        )


def takes_config(init: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """Makes a constructor say where a setting belongs that it was given itself."""

    @functools.wraps(init)
    def checked(self: S, /, *args: P.args, **options: P.kwargs) -> None:
        known = init.__kwdefaults__ or {}
        for option in options:
            if option not in known and option != "config":
                raise _unexpected(type(self).__name__, option, ("config", *known))
        init(self, *args, **options)

    return checked


def _unexpected(cls: str, option: str, known: tuple[str, ...]) -> TypeError:
    settings = [field.name for field in attrs.fields(AppServerConfig)]
    setting = nearest(option, settings, similarity=0.8)
    if setting is not None:
        return TypeError(
            f"{cls}() takes no argument {option!r}; it is a setting of the configuration: "
            f"{cls}(AppServerConfig({setting}=...))"
        )
    return TypeError(f"{cls}() takes no argument {option!r}{did_you_mean(option, known)}")
