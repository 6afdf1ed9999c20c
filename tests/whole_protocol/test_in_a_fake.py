"""Messages that the real runtime cannot be made to send, sent by a scripted server."""

from __future__ import annotations

import pytest
import trio

from tests.protocol.samples import fullest
from trio_codex import Notification, ServerRequestHandlers
from trio_codex._requests.decisions import IncomingRequest
from trio_codex.client import AppServerClient
from trio_codex.protocol import JsonValue
from trio_codex.protocol.converter import structure
from trio_codex.protocol.methods import METHODS
from trio_codex.testing import FakeAppServer

from .tables import NOT_REACHED

NOTIFICATIONS = [m for m in NOT_REACHED if METHODS[m].direction == "server_notification"]
REQUESTS = [m for m in NOT_REACHED if METHODS[m].direction == "server_request"]
SECONDS = 5


def _params(method: str) -> list[JsonValue]:
    """Give params that are full in every way, one for each variant."""
    name = METHODS[method].params_name
    assert name is not None
    return fullest(name)


@pytest.mark.parametrize("method", NOTIFICATIONS)
async def test_a_notification_nobody_can_provoke_reaches_its_subscriber(method: str) -> None:
    fake = FakeAppServer()
    async with AppServerClient(transport=fake.transport) as client:
        with client.notifications(method) as stream, trio.fail_after(SECONDS):
            for params in _params(method):
                fake.send({"method": method, "params": params, "emittedAtMs": 1})
                event: Notification = await anext(stream)
                assert event.method == method
                assert event.payload == structure(params, METHODS[method].params)


@pytest.mark.parametrize("method", REQUESTS)
async def test_a_request_nobody_can_provoke_reaches_its_handler_and_is_answered(
    method: str,
) -> None:
    answer = fullest(str(METHODS[method].result_name))[0]
    asked: list[IncomingRequest] = []

    async def handler(request: IncomingRequest) -> JsonValue:
        await trio.lowlevel.checkpoint()
        asked.append(request)
        return answer

    fake = FakeAppServer()
    handlers = ServerRequestHandlers(fallback=handler)
    async with AppServerClient(handlers=handlers, transport=fake.transport):
        with trio.fail_after(SECONDS):
            for params in _params(method):
                assert await fake.ask(method, params) == answer
    assert [request.params for request in asked] == _params(method)
