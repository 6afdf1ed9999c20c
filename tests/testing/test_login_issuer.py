"""Logins of the real runtime at the scripted issuer, completed, refused and broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.testing._driver import PATIENCE, Driver, RpcError, driven
from trio_codex.testing import LoginIssuer
from trio_codex.testing.login_issuer.state import IssuerRequest

if TYPE_CHECKING:
    from trio_codex import AppServerConfig
    from trio_codex.testing import ModelServer


pytestmark = pytest.mark.browser_login


async def _browser(codex: Driver) -> Any:
    return await codex.call("account/login/start", {"type": "chatgpt"})


async def _device(codex: Driver) -> Any:
    return await codex.call("account/login/start", {"type": "chatgptDeviceCode"})


async def _end(codex: Driver, started: Any) -> tuple[bool, str | None]:
    """Say how a login ended."""
    done = await codex.event("account/login/completed", loginId=started["loginId"])
    return done["params"]["success"], done["params"]["error"]


def _request(method: str, path: str, fields: dict[str, str]) -> IssuerRequest:
    return IssuerRequest(method=method, path=path, fields=fields, headers={}, bearer=None)


@pytest.mark.requirement("testing/issuer")
async def test_a_browser_login_is_completed_and_its_token_used(
    model: ModelServer, issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    model.reply("hello")
    async with driven(login_config) as codex:
        started = await _browser(codex)
        page = await issuer.complete_browser_login(started["authUrl"])
        assert await _end(codex, started) == (True, None)
        account = (await codex.call("account/read"))["account"]
        turn = await codex.run(await codex.start_thread(), "hi")

    assert page.status == 200
    assert account == {"type": "chatgpt", "email": "dev@example.com", "planType": "pro"}
    assert turn["status"] == "completed"
    assert model.requests[0].bearer == issuer.access_tokens[-1]
    assert model.requests[0].headers["chatgpt-account-id"] == "acct-1"


@pytest.mark.requirement("testing/issuer")
async def test_a_device_code_is_approved(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with driven(login_config) as codex:
        started = await _device(codex)
        issuer.approve_device_code(started["userCode"])
        assert await _end(codex, started) == (True, None)
        account = (await codex.call("account/read"))["account"]

    assert account["planType"] == "pro"
    assert started["verificationUrl"] == f"{issuer.origin}/codex/device"


async def test_a_pending_device_code_waits_for_the_approval(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with driven(login_config) as codex:
        started = await _device(codex)
        with trio.fail_after(PATIENCE):
            await issuer.wait_for_request("/api/accounts/deviceauth/token", 1)
        assert not codex.events("account/login/completed")
        issuer.approve_device_code()
        assert await _end(codex, started) == (True, None)


async def test_a_refused_browser_login_fails(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with driven(login_config) as codex:
        started = await _browser(codex)
        await issuer.deny(started["authUrl"], description="not today")
        success, error = await _end(codex, started)
        account = (await codex.call("account/read"))["account"]

    assert not success
    assert error is not None
    assert "not today" in error
    assert account is None


async def test_a_refused_device_code_fails(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with driven(login_config) as codex:
        started = await _device(codex)
        issuer.refuse_device_code()
        success, error = await _end(codex, started)

    assert not success
    assert error is not None
    assert "400" in error


async def test_a_failing_token_endpoint_fails_the_login_once(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    issuer.fail_token(400, "the token endpoint is down")
    async with driven(login_config) as codex:
        first = await _browser(codex)
        await issuer.complete_browser_login(first["authUrl"])
        success, error = await _end(codex, first)
        second = await _browser(codex)
        await issuer.complete_browser_login(second["authUrl"])
        assert await _end(codex, second) == (True, None)

    assert not success
    assert error is not None
    assert "the token endpoint is down" in error


async def test_device_codes_can_be_switched_off(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    issuer.fail_device_code(404)
    async with driven(login_config) as codex:
        with pytest.raises(RpcError, match="device code login is not enabled"):
            await _device(codex)


async def test_a_refresh_gives_the_next_request_a_new_token(
    model: ModelServer, issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    model.reply("one")
    model.reply("two")
    async with driven(login_config) as codex:
        started = await _device(codex)
        issuer.approve_device_code()
        await _end(codex, started)
        thread = await codex.start_thread()
        await codex.run(thread, "hi")
        await codex.call("account/read", {"refreshToken": True})
        await codex.run(thread, "hi")

    first, second = (request.bearer for request in model.requests)
    assert [first, second] == issuer.access_tokens


async def test_a_logout_gives_the_token_back(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with driven(login_config) as codex:
        started = await _device(codex)
        issuer.approve_device_code()
        await _end(codex, started)
        await codex.call("account/logout")
        account = (await codex.call("account/read"))["account"]

    assert account is None
    assert len(issuer.revoked_tokens) == 1


async def test_the_account_can_be_another_one(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    issuer.set_account(email="bob@example.com", plan="plus")
    async with driven(login_config) as codex:
        started = await _device(codex)
        issuer.approve_device_code()
        await _end(codex, started)
        account = (await codex.call("account/read"))["account"]

    assert account == {"type": "chatgpt", "email": "bob@example.com", "planType": "plus"}


async def test_tokens_from_outside_are_used(
    model: ModelServer, issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    model.reply("hello")
    token = issuer.new_access_token()
    async with driven(login_config) as codex:
        login = {"type": "chatgptAuthTokens", "accessToken": token, "chatgptAccountId": "acct-1"}
        await codex.call("account/login/start", {**login, "chatgptPlanType": "pro"})
        await codex.run(await codex.start_thread(), "hi")

    assert model.requests[0].bearer == token


async def test_a_foreign_address_is_refused(issuer: LoginIssuer) -> None:
    with pytest.raises(ValueError, match="not an address of the issuer"):
        await issuer.complete_browser_login("https://auth.example.com/oauth/authorize?state=x")


async def test_an_approval_before_anybody_asked_says_so(issuer: LoginIssuer) -> None:
    with pytest.raises(LookupError, match="no device asked"):
        issuer.approve_device_code()
    await trio.lowlevel.checkpoint()


async def test_rate_limits_of_the_account_are_read(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with driven(login_config) as codex:
        started = await _device(codex)
        issuer.approve_device_code()
        await _end(codex, started)
        limits = (await codex.call("account/rateLimits/read"))["rateLimits"]

    assert limits["primary"]["usedPercent"] == 12
    assert limits["planType"] == "pro"


async def test_a_failing_refresh_is_seen_by_the_runtime(
    issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    issuer.fail_refresh(401, {"error": "refresh_token_expired"})
    async with driven(login_config) as codex:
        started = await _device(codex)
        issuer.approve_device_code()
        await _end(codex, started)
        await codex.call("account/read", {"refreshToken": True})

    asked = [request.fields.get("grant_type") for request in issuer.requests]
    assert asked.count("refresh_token") == 1
    assert len(issuer.access_tokens) == 1


async def test_a_wrong_verifier_gets_no_token(issuer: LoginIssuer) -> None:
    """The issuer holds the runtime to PKCE, as the real one does."""
    state = issuer._state
    fields = {"redirect_uri": "http://127.0.0.1:1/x", "state": "s", "code_challenge": "c"}
    sent = state.answer(_request("GET", "/oauth/authorize", fields))
    code = sent.headers["location"].partition("code=")[2].partition("&")[0]
    grant = {"grant_type": "authorization_code", "code": code, "code_verifier": "wrong"}

    assert state.answer(_request("POST", "/oauth/token", grant)).status == 400
    assert issuer.access_tokens == []
    await trio.lowlevel.checkpoint()


@pytest.mark.parametrize(
    ("method", "path", "fields", "status"),
    [
        ("GET", "/elsewhere", {}, 404),
        ("GET", "/oauth/authorize", {"state": "s"}, 400),
        ("POST", "/oauth/token", {"grant_type": "password"}, 400),
        ("POST", "/oauth/token", {"grant_type": "refresh_token", "refresh_token": "no"}, 401),
        ("POST", "/api/accounts/deviceauth/token", {"device_auth_id": "nobody"}, 400),
    ],
)
async def test_requests_nobody_makes_are_refused(
    issuer: LoginIssuer, method: str, path: str, fields: dict[str, str], status: int
) -> None:
    assert issuer._state.answer(_request(method, path, fields)).status == status
    await trio.lowlevel.checkpoint()
