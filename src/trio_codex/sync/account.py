"""Turns the account's methods into logins, logout and what is known of the account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..errors import InvalidArgumentError
from .login import ChatgptLoginHandle, DeviceCodeLoginHandle
from .service import CodexService

if TYPE_CHECKING:
    from ..protocol import GetAccountResponse

__all__ = ["AccountOperations"]


class AccountOperations(CodexService):
    """The account the runtime uses."""

    def login_api_key(self, api_key: str) -> None:
        """Logs in with an API key (`account/login/start`).

        Raises:
            InvalidArgumentError: the key is empty; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the key may have been stored.
        """
        _require_text("api_key", api_key)
        self._client.request("account/login/start", {"type": "apiKey", "apiKey": api_key})

    def login_chatgpt(self) -> ChatgptLoginHandle:
        """Begins a login in the browser (`account/login/start`).

        A second one replaces the first, which completes as failed.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, an attempt that was begun is cancelled.
        """
        handle = partial(ChatgptLoginHandle, self._client)
        return self._portal.run_then(handle, self._twin.login_chatgpt)

    def login_chatgpt_device_code(self) -> DeviceCodeLoginHandle:
        """Begins a login with a code that is entered on another device (`account/login/start`).

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, an attempt that was begun is cancelled.
        """
        handle = partial(DeviceCodeLoginHandle, self._client)
        return self._portal.run_then(handle, self._twin.login_chatgpt_device_code)

    def login_chatgpt_tokens(
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

        On Ctrl+C, the tokens may be in use.
        """
        _require_text("access_token", access_token)
        _require_text("account_id", account_id)
        self._client.request(
            "account/login/start",
            {
                "type": "chatgptAuthTokens",
                "accessToken": access_token,
                "chatgptAccountId": account_id,
                "chatgptPlanType": plan_type,
            },
        )

    def account(self, *, refresh_token: bool = False) -> GetAccountResponse:
        """Reads what is known of the account (`account/read`).

        Args:
            refresh_token: whether the login's token is refreshed first.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the reply is dropped.
        """
        return self._client.request("account/read", {"refreshToken": refresh_token})

    def logout(self) -> None:
        """Logs out (`account/logout`); an open login attempt completes as failed.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the account may be logged out.
        """
        self._client.request("account/logout")


def _require_text(name: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        # The value itself stays out of the message: it may be a secret.
        raise InvalidArgumentError(f"{name} must be a non-empty str")
