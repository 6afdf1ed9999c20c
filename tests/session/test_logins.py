"""Each login attempt gets its own end, early, late or replaced."""

from __future__ import annotations

import pytest
import trio
import trio.testing

from tests.session.scripted import opened, settle
from trio_codex import ClientClosedError, InvalidRequestError, ProtocolError, TransportClosedError
from trio_codex.testing import FakeAppServer

URL = {"type": "chatgpt", "loginId": "login-1", "authUrl": "http://127.0.0.1:1/"}


async def test_a_login_is_waited_for(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        login = await codex.login_chatgpt()
        assert login.auth_url.startswith("http://127.0.0.1")
        assert codex.statistics().logins == 1
        assert repr(login) == f"<AsyncChatgptLoginHandle {login.login_id}, open>"
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def finish() -> None:
                await settle()
                fake.login_completed("somebody else's")
                fake.login_completed(login.login_id)

            completed = await login.wait()
        assert completed.success and completed.login_id == login.login_id
        assert codex.statistics().logins == 0
        assert repr(login) == f"<AsyncChatgptLoginHandle {login.login_id}, completed>"
        # It stays known.
        assert (await login.wait()) == completed


async def test_a_login_that_ended_before_the_reply_is_known(fake: FakeAppServer) -> None:
    fake.manual("account/login/start")
    async with opened(fake) as codex:
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("account/login/start")
                fake.login_completed("login-1", error="too early")
                request.reply(dict(URL))

            login = await codex.login_chatgpt()
        assert (await login.wait()).error == "too early"
        assert codex.statistics().logins == 0


async def test_a_replaced_login_and_its_successor_each_get_their_own_end(
    fake: FakeAppServer,
) -> None:
    fake.manual("account/login/start")
    async with opened(fake) as codex, trio.open_nursery() as nursery:

        @nursery.start_soon
        async def serve() -> None:
            (await fake.expect("account/login/start")).reply(dict(URL))
            second = await fake.expect("account/login/start")
            # As the runtime: the old one ends before the new one is answered.
            fake.login_completed("login-1", error="Login server error: Login cancelled")
            second.reply({**URL, "loginId": "login-2"})
            await settle()
            fake.login_completed("login-2")

        first = await codex.login_chatgpt()
        second = await codex.login_chatgpt()
        assert (await first.wait()).error == "Login server error: Login cancelled"
        assert (await second.wait()).success


async def test_early_ends_of_nobodys_logins_go_to_the_subscriptions(fake: FakeAppServer) -> None:
    fake.manual("account/login/start")
    async with opened(fake) as codex:
        with codex.notifications("account/login/completed") as stream:
            async with trio.open_nursery() as nursery:

                @nursery.start_soon
                async def serve() -> None:
                    request = await fake.expect("account/login/start")
                    fake.login_completed("foreign")
                    request.reply(dict(URL))

                login = await codex.login_chatgpt()
            foreign = await stream.__anext__()
            assert isinstance(foreign.params, dict) and foreign.params["loginId"] == "foreign"
            fake.login_completed("login-1")
            assert (await login.wait()).success


async def test_an_api_key_login_has_no_handle(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        with codex.notifications("account/login/completed") as stream:
            await codex.login_api_key("sk-test")
            event = await stream.__anext__()
        assert isinstance(event.params, dict) and event.params["loginId"] is None


async def test_leaving_the_block_cancels_an_open_attempt(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        async with await codex.login_chatgpt_device_code() as login:
            assert login.user_code and login.verification_url
        assert not (await login.wait()).success
        assert codex.statistics().logins == 0
        assert fake.methods.count("account/login/cancel") == 1


async def test_leaving_the_block_after_the_end_sends_nothing(fake: FakeAppServer) -> None:
    async with opened(fake) as codex, await codex.login_chatgpt() as login:
        fake.login_completed(login.login_id)
        assert (await login.wait()).success
    assert "account/login/cancel" not in fake.methods


async def test_a_login_started_and_cancelled_at_once_is_cancelled_there(
    fake: FakeAppServer,
) -> None:
    fake.manual("account/login/start")
    async with opened(fake) as codex:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(codex.login_chatgpt)
            request = await fake.expect("account/login/start")
            nursery.cancel_scope.cancel()
            fake.answer("account/login/cancel", lambda r: _cancelled(fake, r))
            request.reply(dict(URL))
        assert fake.methods.count("account/login/cancel") == 1
        assert codex.statistics().logins == 0


def _cancelled(fake: FakeAppServer, request: object) -> None:
    request.reply({"status": "canceled"})  # type: ignore[attr-defined]
    fake.login_completed("login-1", error="Login was not completed")


async def test_a_cancelled_login_that_is_answered_too_late_leaves_nothing(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("account/login/start")
    async with opened(fake) as codex:
        with trio.move_on_after(1):
            await codex.login_chatgpt()
        (await fake.expect("account/login/start")).reply(dict(URL))
        await settle()
        assert codex.statistics().logins == 0
        assert codex.statistics().requests_in_flight == 0


async def test_a_refused_login_leaves_nothing(fake: FakeAppServer) -> None:
    fake.answer("account/login/start", InvalidRequestError("External auth is active."))
    async with opened(fake) as codex:
        with pytest.raises(InvalidRequestError, match="External auth"):
            await codex.login_chatgpt()
        assert codex.statistics().logins == 0
        fake.answer("account/login/start", {"type": "chatgpt"})
        with pytest.raises(ProtocolError, match="names no login"):
            await codex.login_chatgpt()
        assert codex.statistics().logins == 0


async def test_the_end_of_the_connection_ends_an_attempt(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        login = await codex.login_chatgpt()
        fake.disconnect(exit_code=1)
        with pytest.raises(TransportClosedError, match="exit code 1"):
            await login.wait()
        async with login:
            pass


async def test_closing_ends_an_attempt(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        login = await codex.login_chatgpt()
    with pytest.raises(ClientClosedError, match="client was closed"):
        await login.wait()


@pytest.mark.parametrize("way", ["login_chatgpt", "login_chatgpt_device_code"])
async def test_a_reply_without_its_fields_is_an_error_and_leaves_no_attempt(
    fake: FakeAppServer, way: str
) -> None:
    fake.answer("account/login/start", {"type": "chatgpt", "loginId": "login-1", "userCode": 5})
    fake.answer("account/login/cancel", lambda _: fake.login_completed("login-1", error="gone"))
    async with opened(fake, interrupt_timeout=0.1) as codex:
        with pytest.raises(ProtocolError, match=r"account/login/start lacks (authUrl|verif)"):
            await getattr(codex, way)()
        assert fake.methods[-1] == "account/login/cancel"
        assert codex.statistics().logins == 0
