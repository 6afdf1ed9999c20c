"""Blocking client: the names and signatures of the async one, without `await`."""

from __future__ import annotations

from .._hints import exported, resolvable
from ._generated.app_server import BlockingAppServerClient
from ._generated.codex import Codex
from ._generated.command import CommandHandle
from ._generated.command_streams import CommandInput, CommandOutput
from ._generated.environment import Environment
from ._generated.goal import GoalHandle, GoalStream, GoalTurns
from ._generated.login import ChatgptLoginHandle, DeviceCodeLoginHandle
from ._generated.paging import Pages
from ._generated.plan import PlanHandle
from ._generated.queue import QueuedTurn
from ._generated.review import ReviewHandle
from ._generated.stored_thread import StoredThread
from ._generated.text_stream import TextStream
from ._generated.thread import Thread
from ._generated.transcript import Transcript
from ._generated.turn import TurnHandle
from .streams import NotificationStream, TurnStream

__all__ = [
    "BlockingAppServerClient",
    "ChatgptLoginHandle",
    "Codex",
    "CommandHandle",
    "CommandInput",
    "CommandOutput",
    "DeviceCodeLoginHandle",
    "Environment",
    "GoalHandle",
    "GoalStream",
    "GoalTurns",
    "NotificationStream",
    "Pages",
    "PlanHandle",
    "QueuedTurn",
    "ReviewHandle",
    "StoredThread",
    "TextStream",
    "Thread",
    "Transcript",
    "TurnHandle",
    "TurnStream",
]

_public = [globals()[name] for name in __all__]
exported(__name__, *_public)
exported(
    "trio_codex",
    ChatgptLoginHandle,
    Codex,
    CommandHandle,
    Environment,
    DeviceCodeLoginHandle,
    GoalHandle,
    PlanHandle,
    QueuedTurn,
    ReviewHandle,
    Thread,
    TurnHandle,
)
resolvable(*_public)


def __getattr__(name: str) -> object:
    if name == "AppServerClient":
        import warnings

        warnings.warn(
            "trio_codex.sync.AppServerClient is now BlockingAppServerClient",
            DeprecationWarning,
            stacklevel=2,
        )
        return BlockingAppServerClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
