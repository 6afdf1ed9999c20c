"""Turns the async client into a blocking one: the same names, the same signatures, no `await`."""

from __future__ import annotations

from .._hints import resolvable
from .app_server import AppServerClient
from .codex import Codex
from .login import ChatgptLoginHandle, DeviceCodeLoginHandle
from .paging import Pages
from .subscription import NotificationStream
from .text_stream import TextStream
from .thread import Thread
from .turn import TurnHandle, TurnStream

__all__ = [
    "AppServerClient",
    "ChatgptLoginHandle",
    "Codex",
    "DeviceCodeLoginHandle",
    "NotificationStream",
    "Pages",
    "TextStream",
    "Thread",
    "TurnHandle",
    "TurnStream",
]

resolvable(*(globals()[name] for name in __all__))
