"""Notifications of no turn go to the subscriptions, and are not kept without one."""

from __future__ import annotations

import pytest
import trio

from tests.session.scripted import opened, settle
from trio_codex import EventBufferOverflowError, TransportClosedError
from trio_codex.protocol import WarningNotification
from trio_codex.testing import FakeAppServer


def warn(fake: FakeAppServer, message: str) -> None:
    fake.notify("warning", {"message": message, "threadId": None})


@pytest.mark.requirement("api/notifications")
async def test_a_subscription_gets_what_it_asked_for(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        with codex.notifications("warning") as some, codex.notifications() as all_of_them:
            warn(fake, "one")
            fake.notify("brand/new", {"anything": [1]})
            warn(fake, "two")
            messages = [(await some.__anext__()).payload for _ in range(2)]
            methods = [(await all_of_them.__anext__()).method for _ in range(3)]
            assert codex.statistics().subscriptions == 2
        assert codex.statistics().subscriptions == 0
    assert all(isinstance(message, WarningNotification) for message in messages)
    assert methods == ["warning", "brand/new", "warning"]


@pytest.mark.requirement("api/notifications")
async def test_events_of_turns_do_not_go_to_subscriptions(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        await settle()
        with codex.notifications() as stream:
            turn = await thread.turn("hi")
            (await fake.expect_turn()).answer("done")
            await turn.run()
            warn(fake, "the end")
            seen = []
            async for event in stream:
                seen.append(event.method)
                if event.method == "warning":
                    break
    assert seen == ["thread/status/changed", "thread/status/changed", "warning"]


async def test_leaving_a_subscription_ends_who_waits_on_it(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        stream = codex.notifications()
        seen: list[str] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def listen() -> None:
                seen.extend([event.method async for event in stream])

            await settle()
            stream.close()
        stream.close()
        assert seen == []


@pytest.mark.requirement("stream/isolated")
async def test_a_subscriber_far_behind_gets_an_error_and_hurts_nobody(fake: FakeAppServer) -> None:
    async with opened(fake, event_buffer=2) as codex:
        slow, quick = codex.notifications("warning"), codex.notifications("warning")
        for number in range(100):
            warn(fake, str(number))
            await settle()
            assert (await quick.__anext__()).params == {"message": str(number), "threadId": None}
        kept = 0
        with pytest.raises(EventBufferOverflowError, match="more than 32 events"):
            async for _ in slow:
                kept += 1
        assert 32 <= kept < 100
        await codex.models()


@pytest.mark.requirement("stream/unsubscribed")
async def test_what_nobody_subscribed_to_is_kept_by_nobody(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        for _ in range(100):
            warn(fake, "x")
        await settle()
        with codex.notifications() as stream:
            warn(fake, "now")
            first = (await stream.__anext__()).params
        assert first == {"message": "now", "threadId": None}


async def test_the_end_of_the_connection_ends_a_subscription_after_what_came(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        stream = codex.notifications()
        warn(fake, "last words")
        fake.disconnect(exit_code=7)
        assert (await stream.__anext__()).method == "warning"
        with pytest.raises(TransportClosedError, match="exit code 7"):
            await stream.__anext__()


async def test_strange_notifications_are_passed_on_as_they_are(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        with codex.notifications() as stream:
            fake.notify("no/params")
            fake.notify("a/list", [1, 2])
            fake.notify("odd/ids", {"threadId": 5, "turnId": ["x"]})
            fake.notify("turn/completed", {"turn": None})
            fake.notify("item/completed", {"threadId": "t", "turnId": "u"})
            events = [await stream.__anext__() for _ in range(5)]
    assert [event.params for event in events] == [
        None,
        [1, 2],
        {"threadId": 5, "turnId": ["x"]},
        {"turn": None},
        {"threadId": "t", "turnId": "u"},
    ]
    assert events[0].emitted_at == 1_790_000_000


@pytest.mark.requirement("stream/fairness")
async def test_a_busy_stream_lets_others_run(fake: FakeAppServer) -> None:
    async with opened(fake, event_buffer=100_000) as codex:
        with codex.notifications("warning") as stream:
            with fake.batch():
                for _ in range(5000):
                    warn(fake, "x")
            await settle()
            ticks = 0

            async def tick() -> None:
                nonlocal ticks
                while True:
                    await trio.lowlevel.checkpoint()
                    ticks += 1

            async with trio.open_nursery() as nursery:
                nursery.start_soon(tick)
                for _ in range(5000):
                    await stream.__anext__()
                nursery.cancel_scope.cancel()
        assert ticks >= 3
