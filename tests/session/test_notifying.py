"""Notifications to a runtime that does not read: they wait, and cost no memory."""

from __future__ import annotations

import pytest
import trio
import trio.testing

from tests.session.scripted import SECONDS, opened, outcome_of, settle
from trio_codex import TransportClosedError
from trio_codex.testing import FakeAppServer

MOST_QUEUED = 64


@pytest.fixture
def fake() -> FakeAppServer:
    # Not one whole frame fits into the pipe.
    return FakeAppServer(capacity=8)


def _sent(fake: FakeAppServer) -> list[int]:
    return [m["params"]["n"] for m in fake.received if m.get("method") == "brand/new"]


async def test_what_is_not_read_holds_up_who_sends_it(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        await codex.models()
        fake.pause_reading()
        done = 0

        async def send_all() -> None:
            nonlocal done
            for n in range(50_000):
                await codex.client.notify("brand/new", {"n": n})
                done += 1

        async with trio.open_nursery() as nursery:
            nursery.start_soon(send_all)
            await settle()
            assert codex.statistics().frames_queued == MOST_QUEUED
            assert done == MOST_QUEUED
            nursery.cancel_scope.cancel()
        fake.resume_reading()
        await codex.models()
        # The one that was cancelled while it waited was not sent.
        assert _sent(fake) == list(range(MOST_QUEUED))
        await codex.client.notify("brand/new", {"n": -1})
        await codex.models()
        assert _sent(fake)[-1] == -1


async def test_those_who_wait_go_on_in_their_order(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        await codex.models()
        fake.pause_reading()
        async with trio.open_nursery() as nursery:
            for n in range(3 * MOST_QUEUED):
                nursery.start_soon(codex.client.notify, "brand/new", {"n": n})
                await settle()
            assert codex.statistics().frames_queued == MOST_QUEUED
            fake.resume_reading()
        await codex.models()
        assert _sent(fake) == list(range(3 * MOST_QUEUED))


async def test_requests_and_answers_do_not_wait_behind_notifications(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        await codex.models()
        fake.pause_reading()
        async with trio.open_nursery() as nursery:
            for n in range(MOST_QUEUED + 1):
                nursery.start_soon(codex.client.notify, "brand/new", {"n": n})
            await settle()
            nursery.start_soon(codex.models)
            fake.ask_nowait("brand/new", {})
            await settle()
            assert codex.statistics().frames_queued == MOST_QUEUED + 2
            fake.resume_reading()


@pytest.mark.parametrize("end", ["death", "close"])
async def test_the_end_of_the_connection_ends_the_wait(fake: FakeAppServer, end: str) -> None:
    outcomes: list[object] = []

    async def send() -> None:
        await codex.client.notify("brand/new", {"n": 0})

    with trio.fail_after(SECONDS):
        async with opened(fake) as codex:
            await codex.models()
            fake.pause_reading()
            async with trio.open_nursery() as nursery:
                for _ in range(MOST_QUEUED + 5):
                    nursery.start_soon(outcome_of, send, outcomes)
                await settle()
                if end == "death":
                    fake.disconnect(exit_code=1)
                else:
                    await codex.aclose()
            fake.resume_reading()
    errors = [outcome for outcome in outcomes if outcome is not None]
    assert len(outcomes) == MOST_QUEUED + 5 and len(errors) == 5
    assert isinstance(errors[0], TransportClosedError) == (end == "death")
