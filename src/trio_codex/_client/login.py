"""Login handles: wait for the end of an attempt, or cancel it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, final

import trio

from .._hints import exported
from .._json import text_at
from ..errors import AppServerError, ProtocolError, fresh

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._session.login import LoginChannel
    from ..protocol import (
        AccountLoginCompletedNotification,
        CancelLoginAccountResponse,
        JsonValue,
    )
    from .app_server import AppServerClient

__all__ = ["AsyncChatgptLoginHandle", "AsyncDeviceCodeLoginHandle", "start_login"]

logger = logging.getLogger("trio_codex.logins")


class _LoginHandle:
    """A login attempt; leaving its `async with` block cancels it if it is still open."""

    def __init__(self, client: AppServerClient, channel: LoginChannel) -> None:
        self._client = client
        self._channel = channel

    @property
    def login_id(self) -> str:
        """The attempt's id."""
        assert self._channel.login_id is not None
        return self._channel.login_id

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.login_id}, {self._state}>"

    @property
    def _state(self) -> str:
        channel = self._channel
        if not channel.done.is_set():
            return "open"
        return "completed" if channel.failure is None else "lost"

    async def wait(self) -> AccountLoginCompletedNotification:
        """Waits for the end of this attempt; returns immediately if it has ended already.

        Returns:
            The completion, with `success` and, after a failure, `error`.

        Raises:
            AppServerError: the connection ended before the attempt.

        Cancelled, the attempt goes on.
        """
        from ..protocol import AccountLoginCompletedNotification
        from ..protocol.converter import structure

        if not self._channel.done.is_set():
            self._client._require().check_run()
        await self._channel.done.wait()
        if self._channel.failure is not None:
            raise fresh(self._channel.failure)
        return structure(self._channel.completion, AccountLoginCompletedNotification)

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
        await _abandon(self._client, self._channel)  # noqa: ASYNC102 - shielded and bounded inside


@final
class AsyncChatgptLoginHandle(_LoginHandle):
    """A login in the browser."""

    def __init__(self, client: AppServerClient, channel: LoginChannel, auth_url: str) -> None:
        super().__init__(client, channel)
        self._auth_url = auth_url

    @property
    def auth_url(self) -> str:
        """The URL to open in a browser."""
        return self._auth_url


@final
class AsyncDeviceCodeLoginHandle(_LoginHandle):
    """A login with a code that is entered on another device."""

    def __init__(
        self, client: AppServerClient, channel: LoginChannel, verification_url: str, user_code: str
    ) -> None:
        super().__init__(client, channel)
        self._verification_url = verification_url
        self._user_code = user_code

    @property
    def verification_url(self) -> str:
        """The URL of the page on which the code is entered."""
        return self._verification_url

    @property
    def user_code(self) -> str:
        """The code to enter."""
        return self._user_code


async def start_login(
    client: AppServerClient, params: dict[str, JsonValue], *fields: str
) -> tuple[LoginChannel, tuple[str, ...]]:
    """Starts an attempt, whose completion may arrive before the reply.

    Args:
        client: the client to log in.
        params: the params of `account/login/start`.
        fields: keys of the reply that are required besides the attempt's id.

    Returns:
        The channel that receives the completion, and the values of `fields`.
    """
    connection = client._require()
    wire = client.wire_params("account/login/start", params)
    connection.check_open()
    channel = connection.router.logins.expect()

    def bind(result: JsonValue) -> None:
        login_id = text_at(result, "loginId")
        if login_id is None:
            raise ProtocolError("the reply to account/login/start names no login")
        connection.router.logins.bind(channel, login_id)

    try:
        pending = await connection.post("account/login/start", wire, bind)
        try:
            result = await pending.wait()
        except trio.Cancelled:
            with trio.CancelScope(shield=True) as scope:
                scope.deadline = trio.current_time() + connection.config.interrupt_timeout
                try:
                    await pending.wait()
                except AppServerError:
                    logger.debug("the cancelled login was refused")
            connection.abandon(pending)
            if channel.login_id is not None:
                await _abandon(client, channel)  # noqa: ASYNC102 - shielded and bounded inside
            raise
    finally:
        connection.router.settle_login(channel)
    assert isinstance(result, dict)
    values = [value for name in fields if isinstance(value := result.get(name), str)]
    if len(values) < len(fields):
        # Without these values the attempt cannot be completed.
        await _abandon(client, channel)
        names = " and ".join(fields)
        raise ProtocolError(f"the reply to account/login/start lacks {names}, or it is no string")
    return channel, tuple(values)


async def _abandon(client: AppServerClient, channel: LoginChannel) -> None:
    connection = client._require()
    if not channel.done.is_set() and connection.failure is None:
        with trio.CancelScope(shield=True) as scope:
            scope.deadline = trio.current_time() + connection.config.interrupt_timeout
            try:
                await client.call("account/login/cancel", {"loginId": channel.login_id})
                await channel.done.wait()
            except AppServerError as error:
                logger.debug("a login that was left could not be cancelled: %s", error)
    connection.router.logins.release(channel)


exported("trio_codex", AsyncChatgptLoginHandle, AsyncDeviceCodeLoginHandle)
