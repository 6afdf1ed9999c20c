"""Logins against a loopback issuer; the test acts as the person and the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.runtime.helpers import held, next_of
from trio_codex import (
    AsyncCodex,
    InternalRpcError,
    InvalidRequestError,
    ServerRequestHandlers,
)
from trio_codex.protocol import (
    AccountUpdatedNotification,
    ApiKeyAccount,
    ChatgptAccount,
    ChatgptAuthTokensRefreshParams,
    ChatgptAuthTokensRefreshResponse,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from trio_codex import AppServerConfig
    from trio_codex.testing import LoginIssuer, ModelServer

pytestmark = pytest.mark.browser_login

IDLE: dict[str, int] = {}


async def browser_login(codex: AsyncCodex, issuer: LoginIssuer) -> None:
    handle = await codex.login_chatgpt()
    await issuer.complete_browser_login(handle.auth_url)
    assert (await handle.wait()).success


@pytest.mark.requirement("login/completed")
async def test_a_browser_login_is_completed_and_used(
    model: ModelServer, issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    issuer.set_account(email="bob@example.com", plan="plus")
    with logins.notifications("account/updated") as updates:
        async with await logins.login_chatgpt() as handle:
            assert handle.auth_url.startswith(f"{issuer.origin}/oauth/authorize?")
            page = await issuer.complete_browser_login(handle.auth_url)
            assert page.status == 200
            completion = await handle.wait()
        payload = (await next_of(updates)).payload
    assert completion.success and completion.error is None
    assert completion.login_id == handle.login_id
    assert isinstance(payload, AccountUpdatedNotification)
    assert payload.auth_mode == "chatgpt" and payload.plan_type == "plus"
    account = (await logins.account()).account
    assert isinstance(account, ChatgptAccount)
    assert (account.email, account.plan_type) == ("bob@example.com", "plus")
    model.reply("Hello, Bob.")
    assert (await (await logins.thread_start()).run("Hi.")).final_response == "Hello, Bob."
    assert model.requests[-1].bearer == issuer.access_tokens[-1]
    assert held(logins) == IDLE


@pytest.mark.requirement("login/completed")
async def test_a_device_code_login_is_completed_and_used(
    model: ModelServer, issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    async with await logins.login_chatgpt_device_code() as handle:
        assert handle.verification_url.startswith(issuer.origin)
        issuer.approve_device_code(handle.user_code)
        completion = await handle.wait()
    assert completion.success and completion.login_id == handle.login_id
    assert isinstance((await logins.account()).account, ChatgptAccount)
    model.reply("Hello.")
    await (await logins.thread_start()).run("Hi.")
    assert model.requests[-1].bearer == issuer.access_tokens[-1]


async def test_a_login_survives_the_process(
    model: ModelServer, issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with AsyncCodex(login_config) as codex:
        await browser_login(codex, issuer)
    async with AsyncCodex(login_config) as codex:
        account = await codex.account(refresh_token=True)
        assert isinstance(account.account, ChatgptAccount) and account.requires_openai_auth
        refreshed = [r.fields.get("grant_type") for r in issuer.requests]
        assert "refresh_token" in refreshed
        model.reply("Hello.")
        await (await codex.thread_start()).run("Hi.")
    assert model.requests[-1].bearer == issuer.access_tokens[-1]


async def test_logging_out_clears_the_account(issuer: LoginIssuer, logins: AsyncCodex) -> None:
    await browser_login(logins, issuer)
    with logins.notifications("account/updated") as updates:
        await logins.logout()
        payload: Any = (await next_of(updates)).payload
        if payload.auth_mode is not None:  # what the login itself had changed came as late as this
            payload = (await next_of(updates)).payload
    assert payload.auth_mode is None
    assert (await logins.account()).account is None
    assert issuer.revoked_tokens
    await logins.logout()


@pytest.mark.requirement("login/own-attempt")
async def test_a_completion_that_came_before_the_wait_is_kept(
    issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    handle = await logins.login_chatgpt()
    with logins.notifications("account/updated") as updates:
        await issuer.complete_browser_login(handle.auth_url)
        # It comes right after the completion, which nobody waits for yet.
        await next_of(updates)
    for _ in range(2):
        assert (await handle.wait()).success


async def test_a_cancelled_attempt_completes_as_failed(logins: AsyncCodex) -> None:
    for handle in (await logins.login_chatgpt(), await logins.login_chatgpt_device_code()):
        await handle.cancel()
        completion = await handle.wait()
        assert not completion.success and completion.login_id == handle.login_id
        assert completion.error is not None and "not completed" in completion.error
        assert (await handle.cancel()).status == "notFound"
    assert held(logins) == IDLE


@pytest.mark.requirement("login/own-attempt")
async def test_a_second_attempt_replaces_the_first_without_being_touched(
    issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    first = await logins.login_chatgpt()
    second = await logins.login_chatgpt()
    assert first.login_id != second.login_id
    replaced = await first.wait()
    assert not replaced.success and replaced.login_id == first.login_id
    assert replaced.error is not None and "cancelled" in replaced.error
    await issuer.complete_browser_login(second.auth_url)
    assert (await second.wait()).success
    assert (await logins.account()).account is not None


async def test_a_device_code_replaces_a_browser_login(
    issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    first = await logins.login_chatgpt()
    second = await logins.login_chatgpt_device_code()
    assert not (await first.wait()).success
    issuer.approve_device_code(second.user_code)
    assert (await second.wait()).success


async def test_an_api_key_and_a_logout_end_an_open_attempt(logins: AsyncCodex) -> None:
    first = await logins.login_chatgpt()
    await logins.login_api_key("sk-test")
    assert not (await first.wait()).success
    second = await logins.login_chatgpt()
    await logins.logout()
    assert not (await second.wait()).success
    assert held(logins) == IDLE


async def test_a_refused_browser_login_says_why(issuer: LoginIssuer, logins: AsyncCodex) -> None:
    handle = await logins.login_chatgpt()
    await issuer.deny(handle.auth_url, description="not today")
    completion = await handle.wait()
    assert not completion.success
    assert completion.error is not None and "not today" in completion.error
    assert (await logins.account()).account is None


async def test_a_refused_device_code_says_why(issuer: LoginIssuer, logins: AsyncCodex) -> None:
    handle = await logins.login_chatgpt_device_code()
    issuer.refuse_device_code(handle.user_code)
    completion = await handle.wait()
    assert not completion.success
    assert completion.error is not None and "400" in completion.error


async def test_a_failing_token_endpoint_fails_the_login(
    issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    issuer.fail_token(400, "nope")
    handle = await logins.login_chatgpt()
    await issuer.complete_browser_login(handle.auth_url)
    completion = await handle.wait()
    assert not completion.success
    assert completion.error is not None and "Token exchange failed" in completion.error
    # The next attempt is none the worse for it.
    await browser_login(logins, issuer)


async def test_a_device_code_the_service_does_not_give_is_an_error(
    issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    issuer.fail_device_code(404)
    with pytest.raises(InvalidRequestError, match="device code login is not enabled"):
        await logins.login_chatgpt_device_code()
    issuer.fail_device_code(500)
    with pytest.raises(InternalRpcError, match="device code"):
        await logins.login_chatgpt_device_code()
    assert held(logins) == IDLE


@pytest.mark.requirement("login/leaving-cancels")
async def test_leaving_the_block_cancels_an_open_attempt(logins: AsyncCodex) -> None:
    async with await logins.login_chatgpt() as left:
        pass
    assert (await left.cancel()).status == "notFound"
    assert not (await left.wait()).success
    with pytest.raises(KeyError, match="mine"):
        async with await logins.login_chatgpt_device_code() as broken:
            raise KeyError("mine")
    assert (await broken.cancel()).status == "notFound"
    with trio.CancelScope() as scope:
        async with await logins.login_chatgpt() as cancelled:
            scope.cancel()
            await cancelled.wait()
    assert (await cancelled.cancel()).status == "notFound"
    assert held(logins) == IDLE


async def test_a_cancelled_wait_leaves_the_attempt_open(
    issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    handle = await logins.login_chatgpt()
    with trio.move_on_after(0):
        await handle.wait()
    await issuer.complete_browser_login(handle.auth_url)
    assert (await handle.wait()).success


async def test_a_cancelled_start_of_a_login_leaves_no_attempt(logins: AsyncCodex) -> None:
    started: list[Any] = []

    async def begin(start: Callable[[], Awaitable[object]]) -> None:
        started.append(await start())

    for start in (logins.login_chatgpt, logins.login_chatgpt_device_code):
        for steps in range(3):
            with trio.CancelScope() as scope:
                async with trio.open_nursery() as nursery:
                    nursery.start_soon(begin, start)
                    for _ in range(steps):
                        await trio.lowlevel.checkpoint()
                    scope.cancel()
            while started:  # the runtime was faster than the steps
                await started.pop().cancel()
            assert held(logins) == IDLE


async def test_an_api_key_is_the_bearer_of_the_next_request(
    model: ModelServer, logins: AsyncCodex
) -> None:
    with logins.notifications("account/updated", "account/login/completed") as updates:
        await logins.login_api_key("sk-test-1")
        told = [(await next_of(updates)).method for _ in range(2)]
    # It has no login id, so it belongs to no handle and goes to the subscriptions.
    assert sorted(told) == ["account/login/completed", "account/updated"]
    assert isinstance((await logins.account()).account, ApiKeyAccount)
    model.reply("Hello.")
    await (await logins.thread_start()).run("Hi.")
    assert model.requests[-1].bearer == "sk-test-1"


async def test_tokens_from_outside_are_the_bearer_of_the_next_request(
    model: ModelServer, issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    token = issuer.new_access_token()
    await logins.login_chatgpt_tokens(token, "acct-1", plan_type="pro")
    account = (await logins.account()).account
    assert isinstance(account, ChatgptAccount) and account.plan_type == "pro"
    model.reply("Hello.")
    await (await logins.thread_start()).run("Hi.")
    assert model.requests[-1].bearer == token
    with pytest.raises(InvalidRequestError, match="External auth is active"):
        await logins.login_chatgpt()
    await logins.logout()
    await browser_login(logins, issuer)


async def test_expired_tokens_from_outside_are_renewed_by_the_handler(
    model: ModelServer, issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    old, new = issuer.new_access_token(), issuer.new_access_token()
    asked: list[ChatgptAuthTokensRefreshParams] = []

    async def renew(params: ChatgptAuthTokensRefreshParams) -> ChatgptAuthTokensRefreshResponse:
        await trio.lowlevel.checkpoint()
        asked.append(params)
        return ChatgptAuthTokensRefreshResponse(
            access_token=new, chatgpt_account_id="acct-1", chatgpt_plan_type="pro"
        )

    handlers = ServerRequestHandlers(auth_tokens=renew)
    model.fail(401, {"error": {"message": "expired"}}, when=lambda r: r.bearer == old)
    model.reply("Hello.", when=lambda r: r.bearer == new)
    async with AsyncCodex(login_config, handlers=handlers) as codex:
        await codex.login_chatgpt_tokens(old, "acct-1", plan_type="pro")
        result = await (await codex.thread_start()).run("Hi.")
    assert result.final_response == "Hello."
    assert [params.reason for params in asked] == ["unauthorized"]


async def test_a_login_consumes_nothing_that_is_not_its_own(
    model: ModelServer, issuer: LoginIssuer, logins: AsyncCodex
) -> None:
    handle = await logins.login_chatgpt()
    completions: list[Any] = []

    async def wait() -> None:
        completions.append(await handle.wait())

    with logins.notifications() as everything:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(wait)
            model.reply("Hello.")
            thread = await logins.thread_start()
            await issuer.complete_browser_login(handle.auth_url)
        await thread.run("Hi.")
        seen: list[str] = []
        while "account/updated" not in seen or "thread/status/changed" not in seen:
            seen.append((await next_of(everything)).method)
    assert len(completions) == 1
    # The completion went to its handle alone.
    assert "account/login/completed" not in seen and "thread/started" in seen
