"""Turns typed requests and notifications into blocking calls to one owned app-server."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .._client.wire import typed_result
from ..errors import InvalidArgumentError
from ..protocol._generated.requests import BlockingRequests
from . import requests
from .subscription import NotificationStream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._client import app_server
    from .._client.metadata import InitializeResponse
    from .._config import AppServerConfig
    from .._session.connection import ConnectionStatistics
    from ..protocol import JsonValue, WireModel
    from .portal import Portal

__all__ = ["AppServerClient"]


@final
class AppServerClient(BlockingRequests):
    """The typed protocol to a running app-server, blocking; `Codex` makes one and closes it."""

    def __init__(self, portal: Portal, twin: app_server.AppServerClient) -> None:
        self.portal = portal
        self.twin = twin

    # -- looking -------------------------------------------------------------------------------

    @property
    def config(self) -> AppServerConfig:
        """The configuration this client was made with."""
        return self.twin.config

    @property
    def metadata(self) -> InitializeResponse:
        """Who answered `initialize`.

        Raises:
            ClientClosedError: the client was never opened.
        """
        return self.twin.metadata

    @property
    def runtime_version(self) -> str:
        """The version of the runtime this SDK was generated from."""
        return self.twin.runtime_version

    def statistics(self) -> ConnectionStatistics:
        """Counts what the connection holds right now.

        Raises:
            ClientClosedError: the client was never opened.
        """
        # Once the private thread has ended nothing changes any more.
        ended = self.portal.ended
        return self.twin.statistics() if ended else self.portal.run_sync(self.twin.statistics)

    # -- traffic -------------------------------------------------------------------------------

    if not TYPE_CHECKING:

        def request(self, method, params=None):
            """Sends a request of any method and returns its typed result.

            Args:
                method: the protocol's name, such as `thread/turns/list`.
                params: the method's params object, a wire mapping (checked before it is sent), or
                    `None` where the method allows that. A method this SDK does not know goes out
                    as given, and its result comes back as plain JSON.

            Raises:
                InvalidArgumentError: the params are wrong, or the method or a field is experimental
                    and `experimental_api` is off; nothing was sent.
                RuntimeVersionError: the runtime is too old for the method or for something in the
                    params; nothing was sent.
                JsonRpcError: the server refused.
                ProtocolError: the result is not what its type requires.
                AppServerError: the connection has ended.

            On Ctrl+C, the server may still carry the request out; its reply is dropped.
            """
            try:
                result = requests.call(self.portal, self.twin, method, params)
            except InvalidArgumentError as error:
                raise error.with_traceback(None) from None
            return typed_result(method, result)

    def call(
        self, method: str, params: WireModel | Mapping[str, JsonValue] | JsonValue = None
    ) -> JsonValue:
        """Sends a request unchecked, and returns its result as plain JSON.

        Keys, values and methods that this SDK does not know go out as they are.

        Raises:
            RuntimeVersionError: the connected runtime is too old for them.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the server may still carry the request out; its reply is dropped.
        """
        return requests.call(self.portal, self.twin, method, params, checked=False)

    def wire_params(
        self, method: str, params: WireModel | Mapping[str, JsonValue] | JsonValue = None
    ) -> JsonValue:
        """Checks params and returns them as wire JSON, without sending anything.

        Raises:
            InvalidArgumentError: the params are wrong, or the method or a field is experimental
                and `experimental_api` is off.
            RuntimeVersionError: the connected runtime is too old for the method or the params, and
                `version_policy` is not `ignore`.
        """
        return self.twin.wire_params(method, params)

    def notify(
        self, method: str, params: WireModel | Mapping[str, JsonValue] | JsonValue = None
    ) -> None:
        """Sends a notification, once the runtime has read most of what was sent before.

        Raises:
            InvalidArgumentError: the params are wrong; nothing was sent.
            AppServerError: the connection has ended.

        On Ctrl+C, it may have been sent.
        """
        self.portal.run(self.twin.notify, method, params)

    def notifications(self, *methods: str) -> NotificationStream:
        """Subscribes to notifications that belong to no turn and no login.

        Args:
            methods: the protocol's names; none means all of them.

        Raises:
            InvalidArgumentError: a name is not a notification's, or misspelled.
            ClientClosedError: the client is not open.
            AppServerError: the connection has ended.
        """
        twin = self.portal.run_sync(self.twin.notifications, *methods)
        return NotificationStream(self, twin)
