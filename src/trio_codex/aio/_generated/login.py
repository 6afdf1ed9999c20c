"""Asyncio face of `_client/login.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.login import AsyncChatgptLoginHandle as TrioChatgptLoginHandle
    from ..._client.login import AsyncDeviceCodeLoginHandle as TrioDeviceCodeLoginHandle
    from ..._client.login import _LoginHandle as TrioLoginHandle
    from ...protocol import AccountLoginCompletedNotification, CancelLoginAccountResponse
    from .app_server import AppServerClient

__all__ = ["AsyncChatgptLoginHandle", "AsyncDeviceCodeLoginHandle"]


class _LoginHandle:
    """A login attempt; leaving its `async with` block cancels it if it is still open."""

    def __init__(self, client: AppServerClient, held: TrioLoginHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    @property
    def login_id(self) -> str:
        """The attempt's id."""
        return self._async.login_id

    def __repr__(self) -> str:
        return repr(self._async)

    async def wait(self) -> AccountLoginCompletedNotification:
        """Waits for the end of this attempt; returns immediately if it has ended already.

        Returns:
            The completion, with `success` and, after a failure, `error`.

        Raises:
            AppServerError: the connection ended before the attempt.

        Cancelled, the attempt goes on.
        """
        return await self._portal.run(self._async.wait)

    async def cancel(self) -> CancelLoginAccountResponse:
        """Cancels the attempt (`account/login/cancel`), which then completes as failed.

        Returns:
            The reply; its `status` is `canceled`, or `notFound` for an attempt that had ended.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the attempt may have been cancelled.
        """
        return await self._client.request("account/login/cancel", {"loginId": self.login_id})

    async def __aenter__(self) -> Self:
        """Returns the handle itself."""
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Cancels an attempt that is still open; shielded and bounded by `interrupt_timeout`."""
        await self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)


@final
class AsyncChatgptLoginHandle(_LoginHandle):
    """A login in the browser."""

    _async: TrioChatgptLoginHandle

    @property
    def auth_url(self) -> str:
        """The URL to open in a browser."""
        return self._async.auth_url


@final
class AsyncDeviceCodeLoginHandle(_LoginHandle):
    """A login with a code that is entered on another device."""

    _async: TrioDeviceCodeLoginHandle

    @property
    def verification_url(self) -> str:
        """The URL of the page on which the code is entered."""
        return self._async.verification_url

    @property
    def user_code(self) -> str:
        """The code to enter."""
        return self._async.user_code
