"""Turns a login attempt into a handle that can be waited for and cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .deadline import Deadline, run_within

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._client.login import AsyncChatgptLoginHandle, AsyncDeviceCodeLoginHandle
    from ..protocol import AccountLoginCompletedNotification, CancelLoginAccountResponse
    from .app_server import AppServerClient

__all__ = ["ChatgptLoginHandle", "DeviceCodeLoginHandle"]


class _LoginHandle:
    """A login attempt; as an context manager, leaving cancels it if it is still open."""

    def __init__(
        self,
        client: AppServerClient,
        twin: AsyncChatgptLoginHandle | AsyncDeviceCodeLoginHandle,
    ) -> None:
        self._client = client
        self._login = twin

    @property
    def login_id(self) -> str:
        """The attempt's id."""
        return self._login.login_id

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.login_id}, {self._login._state}>"

    def wait(self, *, timeout: float | None = None) -> AccountLoginCompletedNotification:
        """Waits for the end of this attempt, which may have come already.

        Args:
            timeout: seconds after which `TimeoutError` is raised and the attempt goes on; `None`
                waits.

        Returns:
            The completion; `success` says whether the login worked, `error` why not.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
            TimeoutError: the attempt has not ended within `timeout` seconds.
            AppServerError: the connection has ended before the attempt.

        On Ctrl+C, the attempt goes on.
        """
        deadline = Deadline(timeout, "the login has not ended")
        return run_within(self._client.portal, deadline, self._login.wait)

    def cancel(self) -> CancelLoginAccountResponse:
        """Cancels the attempt (`account/login/cancel`); it then completes as failed.

        Returns:
            Whether there was something to cancel.

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
        self._client.portal.run(self._login.__aexit__, exc_type, exc, traceback)


@final
class ChatgptLoginHandle(_LoginHandle):
    """A login in the browser."""

    def __init__(self, client: AppServerClient, twin: AsyncChatgptLoginHandle) -> None:
        super().__init__(client, twin)
        self._twin = twin

    @property
    def auth_url(self) -> str:
        """The address to open in a browser."""
        return self._twin.auth_url


@final
class DeviceCodeLoginHandle(_LoginHandle):
    """A login with a code that is entered on another device."""

    def __init__(self, client: AppServerClient, twin: AsyncDeviceCodeLoginHandle) -> None:
        super().__init__(client, twin)
        self._twin = twin

    @property
    def verification_url(self) -> str:
        """The address at which the code is entered."""
        return self._twin.verification_url

    @property
    def user_code(self) -> str:
        """The code to enter."""
        return self._twin.user_code
