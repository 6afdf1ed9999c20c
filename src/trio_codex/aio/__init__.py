"""Async client for asyncio: the names, signatures and errors of the one for Trio.

    from trio_codex.aio import AsyncCodex

    async with AsyncCodex() as codex:
        thread = await codex.thread_start()
        result = await thread.run("Describe this project.")
        print(result.final_response)

What is no coroutine, such as `AppServerConfig`, `tool` and the errors, is imported from
`trio_codex`.
"""

from __future__ import annotations

from .._hints import exported, resolvable
from ._generated.app_server import AppServerClient
from ._generated.codex import AsyncCodex
from ._generated.command import AsyncCommandHandle
from ._generated.command_streams import AsyncCommandInput, AsyncCommandOutput
from ._generated.environment import AsyncEnvironment
from ._generated.goal import AsyncGoalHandle, AsyncGoalStream, AsyncGoalTurns
from ._generated.login import AsyncChatgptLoginHandle, AsyncDeviceCodeLoginHandle
from ._generated.paging import AsyncPages
from ._generated.plan import AsyncPlanHandle
from ._generated.queue import AsyncQueuedTurn
from ._generated.review import AsyncReviewHandle
from ._generated.stored_thread import AsyncStoredThread
from ._generated.text_stream import AsyncTextStream
from ._generated.thread import AsyncThread
from ._generated.transcript import AsyncTranscript
from ._generated.turn import AsyncTurnHandle
from .retry import async_retry_on_overload
from .streams import AsyncNotificationStream, AsyncTurnStream

__all__ = [
    "AppServerClient",
    "AsyncChatgptLoginHandle",
    "AsyncCodex",
    "AsyncCommandHandle",
    "AsyncCommandInput",
    "AsyncCommandOutput",
    "AsyncDeviceCodeLoginHandle",
    "AsyncEnvironment",
    "AsyncGoalHandle",
    "AsyncGoalStream",
    "AsyncGoalTurns",
    "AsyncNotificationStream",
    "AsyncPages",
    "AsyncPlanHandle",
    "AsyncQueuedTurn",
    "AsyncReviewHandle",
    "AsyncStoredThread",
    "AsyncTextStream",
    "AsyncThread",
    "AsyncTranscript",
    "AsyncTurnHandle",
    "AsyncTurnStream",
    "async_retry_on_overload",
]

_public = [globals()[name] for name in __all__]
exported(__name__, *_public)
resolvable(*_public)
