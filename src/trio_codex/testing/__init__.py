"""Tests of Codex applications without an account, a network or a sleep.

`ModelServer` is a model, `LoginIssuer` a login service and `FakeAppServer` a runtime, each scripted
by the test; `isolated_config` points the real runtime at the first two; `strategies` makes values
of every type of the protocol. Nothing here is imported before it is used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from .._hints import exported, resolvable

if TYPE_CHECKING:
    from . import strategies
    from .app_server.child import ChildControl
    from .app_server.messages import FakeQuestion, FakeRequest
    from .app_server.server import FakeAppServer
    from .app_server.turn import FakeTurn
    from .app_server.work import FakeWork
    from .isolation import ConfigFields, isolated_config
    from .login_issuer.browser import BrowserPage
    from .login_issuer.script import IssuerScript
    from .login_issuer.server import BlockingLoginIssuer, LoginIssuer
    from .login_issuer.state import IssuerRequest
    from .model_server import items as model_items
    from .model_server.items import OutputItem
    from .model_server.plays import GoalEnd
    from .model_server.replies import (
        EventRole,
        HttpFailure,
        Predicate,
        Reply,
        ReplyOptions,
        StreamFailure,
        TokenUsage,
    )
    from .model_server.request import ModelRequest
    from .model_server.script import ModelScript
    from .model_server.server import BlockingModelServer, ModelServer
    from .model_server.state import Responder
    from .signals import Gate, Signal

__all__ = [
    "BlockingLoginIssuer",
    "BlockingModelServer",
    "BrowserPage",
    "ChildControl",
    "ConfigFields",
    "EventRole",
    "FakeAppServer",
    "FakeQuestion",
    "FakeRequest",
    "FakeTurn",
    "FakeWork",
    "Gate",
    "GoalEnd",
    "HttpFailure",
    "IssuerRequest",
    "IssuerScript",
    "LoginIssuer",
    "ModelRequest",
    "ModelScript",
    "ModelServer",
    "OutputItem",
    "Predicate",
    "Reply",
    "ReplyOptions",
    "Responder",
    "Signal",
    "StreamFailure",
    "TokenUsage",
    "isolated_config",
    "model_items",
    "strategies",
]

_NAMES = {
    "app_server.child": "ChildControl",
    "app_server.messages": "FakeQuestion FakeRequest",
    "app_server.server": "FakeAppServer",
    "app_server.turn": "FakeTurn",
    "app_server.work": "FakeWork",
    "isolation": "ConfigFields isolated_config",
    "login_issuer.browser": "BrowserPage",
    "login_issuer.script": "IssuerScript",
    "login_issuer.server": "BlockingLoginIssuer LoginIssuer",
    "login_issuer.state": "IssuerRequest",
    "model_server.items": "OutputItem",
    "model_server.plays": "GoalEnd",
    "model_server.replies": (
        "EventRole HttpFailure Predicate Reply ReplyOptions StreamFailure TokenUsage"
    ),
    "model_server.request": "ModelRequest",
    "model_server.script": "ModelScript",
    "model_server.server": "BlockingModelServer ModelServer",
    "model_server.state": "Responder",
    "signals": "Gate Signal",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
_MODULES = {"model_items": "model_server.items", "strategies": "strategies"}


def __getattr__(name: str) -> object:
    home = _MODULES.get(name) or _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = importlib.import_module(f".{home}", __name__)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "trio_codex":
            raise
        raise ModuleNotFoundError(
            f"{__name__}.{name} needs {error.name}, which the extra `testing` brings: "
            "pip install 'trio-codex[testing]'",
            name=error.name,
        ) from None
    value: object = module if name in _MODULES else getattr(module, name)
    exported(__name__, value)
    resolvable(value)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
