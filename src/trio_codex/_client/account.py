"""Turns the account's methods into logins, logout and what is known of the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InvalidArgumentError
from .login import AsyncChatgptLoginHandle, AsyncDeviceCodeLoginHandle, start_login
from .service import CodexService

if TYPE_CHECKING:
    from ..protocol import GetAccountResponse

__all__ = ["AccountOperations"]


class AccountOperations(CodexService):
    """The account the runtime uses."""

    async def login_api_key(self, api_key: str) -> None:
        """Logs in with an API key (`account/login/start`).

        Raises:
            InvalidArgumentError: the key is empty; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the key may have been stored.
        """
        _require_text("api_key", api_key)
        await self._client.request("account/login/start", {"type": "apiKey", "apiKey": api_key})

    async def login_chatgpt(self) -> AsyncChatgptLoginHandle:
        """Begins a login in the browser (`account/login/start`).

        A second one replaces the first, which completes as failed.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, an attempt that was begun is cancelled.
        """
        channel, (url,) = await start_login(self._client, {"type": "chatgpt"}, "authUrl")
        return AsyncChatgptLoginHandle(self._client, channel, url)

    async def login_chatgpt_device_code(self) -> AsyncDeviceCodeLoginHandle:
        """Begins a login with a code that is entered on another device (`account/login/start`).

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, an attempt that was begun is cancelled.
        """
        channel, (url, user_code) = await start_login(
            self._client, {"type": "chatgptDeviceCode"}, "verificationUrl", "userCode"
        )
        return AsyncDeviceCodeLoginHandle(self._client, channel, url, user_code)

    async def login_chatgpt_tokens(
        self, access_token: str, account_id: str, *, plan_type: str | None = None
    ) -> None:
        """Logs in with ChatGPT tokens that the caller keeps fresh (`account/login/start`).

        The server asks for a new token through `ServerRequestHandlers.auth_tokens`.

        Args:
            access_token: the token.
            account_id: the ChatGPT account it belongs to.
            plan_type: the account's plan, if it is known.

        Raises:
            InvalidArgumentError: a value is empty; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the tokens may be in use.
        """
        _require_text("access_token", access_token)
        _require_text("account_id", account_id)
        await self._client.request(
            "account/login/start",
            {
                "type": "chatgptAuthTokens",
                "accessToken": access_token,
                "chatgptAccountId": account_id,
                "chatgptPlanType": plan_type,
            },
        )

    async def account(self, *, refresh_token: bool = False) -> GetAccountResponse:
        """Reads what is known of the account (`account/read`).

        Args:
            refresh_token: whether the login's token is refreshed first.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        return await self._client.request("account/read", {"refreshToken": refresh_token})

    async def logout(self) -> None:
        """Logs out (`account/logout`); an open login attempt completes as failed.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the account may be logged out.
        """
        await self._client.request("account/logout")


def _require_text(name: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        # The value itself stays out of the message: it may be a secret.
        raise InvalidArgumentError(f"{name} must be a non-empty str")
