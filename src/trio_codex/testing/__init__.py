"""Turns tests of Codex applications into tests without an account, a network or a sleep.

`ModelServer` is a model, `LoginIssuer` a login service and `FakeAppServer` a runtime, each scripted
by the test; `isolated_config` points the real runtime at the first two; `strategies` makes values
of every type of the protocol. Nothing here is imported before it is used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import model_items, strategies
    from ._browser import BrowserPage
    from ._fake_child import ChildControl
    from ._issuer_state import IssuerRequest
    from ._model_state import Responder
    from .app_server import FakeAppServer
    from .fake_messages import FakeQuestion, FakeRequest
    from .fake_turn import FakeTurn
    from .isolation import ConfigFields, isolated_config
    from .issuer_script import IssuerScript
    from .login_issuer import BlockingLoginIssuer, LoginIssuer
    from .model_items import OutputItem
    from .model_replies import (
        EventRole,
        HttpFailure,
        Predicate,
        Reply,
        ReplyOptions,
        StreamFailure,
        TokenUsage,
    )
    from .model_request import ModelRequest
    from .model_script import ModelScript
    from .model_server import BlockingModelServer, ModelServer
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
    "Gate",
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

_HOMES = {
    "BlockingLoginIssuer": "login_issuer",
    "BlockingModelServer": "model_server",
    "BrowserPage": "_browser",
    "ChildControl": "_fake_child",
    "ConfigFields": "isolation",
    "EventRole": "model_replies",
    "FakeAppServer": "app_server",
    "FakeQuestion": "fake_messages",
    "FakeRequest": "fake_messages",
    "FakeTurn": "fake_turn",
    "Gate": "signals",
    "HttpFailure": "model_replies",
    "IssuerRequest": "_issuer_state",
    "IssuerScript": "issuer_script",
    "LoginIssuer": "login_issuer",
    "ModelRequest": "model_request",
    "ModelScript": "model_script",
    "ModelServer": "model_server",
    "OutputItem": "model_items",
    "Predicate": "model_replies",
    "Reply": "model_replies",
    "ReplyOptions": "model_replies",
    "Responder": "_model_state",
    "Signal": "signals",
    "StreamFailure": "model_replies",
    "TokenUsage": "model_replies",
    "isolated_config": "isolation",
}
_MODULES = ("model_items", "strategies")


def __getattr__(name: str) -> object:
    home = name if name in _MODULES else _HOMES.get(name)
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
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
