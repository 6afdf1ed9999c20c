"""Blocking face of `_client/login.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.login import AsyncChatgptLoginHandle, AsyncDeviceCodeLoginHandle
    from ..._client.login import _LoginHandle as AsyncLoginHandle
    from ...protocol import AccountLoginCompletedNotification, CancelLoginAccountResponse
    from .app_server import BlockingAppServerClient

__all__ = ["ChatgptLoginHandle", "DeviceCodeLoginHandle"]


class _LoginHandle:
    """A login attempt; leaving its `with` block cancels it if it is still open."""

    def __init__(self, client: BlockingAppServerClient, held: AsyncLoginHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    @property
    def login_id(self) -> str:
        """The attempt's id."""
        return self._async.login_id

    def __repr__(self) -> str:
        return repr(self._async).replace("<Async", "<", 1)

    def wait(self, *, timeout: float | None = None) -> AccountLoginCompletedNotification:
        """Waits for the end of this attempt; returns immediately if it has ended already.

        Args:
            timeout: seconds after which `TimeoutError` is raised and the attempt goes on; `None`
                waits.

        Returns:
            The completion, with `success` and, after a failure, `error`.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
            TimeoutError: the attempt has not ended within `timeout` seconds.
            AppServerError: the connection ended before the attempt.

        On Ctrl+C, and when the `timeout` is over, the attempt goes on.
        """
        return self._portal.run_within(timeout, "the login has not ended", self._async.wait)

    def cancel(self) -> CancelLoginAccountResponse:
        """Cancels the attempt (`account/login/cancel`), which then completes as failed.

        Returns:
            The reply; its `status` is `canceled`, or `notFound` for an attempt that had ended.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the attempt may have been cancelled.
        """
        return self._client.request("account/login/cancel", {"loginId": self.login_id})

    def __enter__(self) -> Self:
        """Returns the handle itself."""
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Cancels an attempt that is still open; bounded by `interrupt_timeout`."""
        self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)


@final
class ChatgptLoginHandle(_LoginHandle):
    """A login in the browser."""

    _async: AsyncChatgptLoginHandle

    @property
    def auth_url(self) -> str:
        """The URL to open in a browser."""
        return self._async.auth_url


@final
class DeviceCodeLoginHandle(_LoginHandle):
    """A login with a code that is entered on another device."""

    _async: AsyncDeviceCodeLoginHandle

    @property
    def verification_url(self) -> str:
        """The URL of the page on which the code is entered."""
        return self._async.verification_url

    @property
    def user_code(self) -> str:
        """The code to enter."""
        return self._async.user_code
