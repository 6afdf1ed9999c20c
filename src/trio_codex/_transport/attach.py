"""Attaching: what is needed to connect to a server that runs already, as often as necessary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import trio

from .._redaction import HIDDEN
from ..errors import InvalidArgumentError, TransportClosedError
from .address import Address, check_tls, parse_address
from .launch import Launch, carrier
from .process import start_process
from .sockets import open_socket
from .tokens import bearer, check_token

if TYPE_CHECKING:
    import ssl
    from collections.abc import Sequence

    from .._config import AppServerConfig
    from .base import Transport
    from .tokens import Token

__all__ = ["Attachment", "check_attachment"]

# What only a runtime that is started here can be given.
_OF_A_START = ("codex_bin", "launch_args_override", "config_overrides")


@attrs.frozen(kw_only=True, eq=False)
class Attachment:
    """The checked arguments of `connect`.

    Attributes:
        address: where the server listens.
        token: what authorizes each connection; see `tokens.bearer`.
        ssl_context: the TLS settings; `None` where no TLS is spoken.
        carrier: the program that carries the bytes, if there is one.
        reconnect_timeout: seconds after which a lost connection, which is taken up again until
            then, ends the client; `None` ends it when it is lost.
    """

    address: Address
    token: Token | None = attrs.field(repr=lambda token: repr(token and HIDDEN))
    ssl_context: ssl.SSLContext | None
    carrier: Launch | None
    reconnect_timeout: float | None = None

    async def open(self, config: AppServerConfig) -> Transport:
        """Connects to the server; may be called again with the same arguments.

        Raises:
            HandshakeError: the server refused the connection.
            TransportClosedError: the server cannot be reached.
            InvalidArgumentError: the token cannot be read.

        Cancelled, nothing is left open.
        """
        # Imported only here: it takes longer than the rest of this package.
        from .websocket import open_websocket

        address = self.address
        authorization = bearer(self.token)
        stream: Transport
        if self.carrier is not None:
            stream = await start_process(self.carrier, config.close_timeout)
        else:
            stream = await open_socket(address, self.ssl_context, config.close_timeout)
        try:
            return await open_websocket(stream, address, authorization, config)
        except trio.BrokenResourceError as error:
            info = stream.exit_info()
            raise TransportClosedError(
                f"could not attach to {address}: the connection broke ({error})",
                exit_code=info.exit_code,
                signal=info.signal,
                stderr_tail=info.stderr_tail,
            ) from error


def check_attachment(
    url: object,
    command: Sequence[str] | None,
    token: Token | None,
    ssl_context: object,
    config: AppServerConfig,
    *,
    reconnect_timeout: object = None,
) -> Attachment:
    """Checks the arguments of `connect`; opens nothing.

    Raises:
        InvalidArgumentError: one of them cannot be used, or the config has options that only a
            runtime started by this client could follow.
        RuntimeNotFoundError: there is no such command.
    """
    if (url is None) == (command is None):
        given = "neither" if url is None else "both"
        raise InvalidArgumentError(f"connect takes a url or a command=[...]; {given} was given")
    for name in _OF_A_START:
        if getattr(config, name):
            raise InvalidArgumentError(
                f"config.{name} is for a runtime that this client starts, and connect() attaches "
                "to one that runs; give it to listen(), or leave it out"
            )
    launch = None
    if command is None:
        address = parse_address(url, config)
    else:
        launch = carrier(command, config)
        address = Address(command=launch.argv)
    check_token(token)
    if token is not None and not (address.secure or address.is_local):
        raise InvalidArgumentError(
            f"a token would be sent unencrypted to {address}; use wss://, a command such as ssh, "
            "or a loopback address"
        )
    context = check_tls(address, ssl_context)
    return Attachment(
        address=address,
        token=token,
        ssl_context=context,
        carrier=launch,
        reconnect_timeout=_reconnect_timeout(reconnect_timeout, config),
    )


def _reconnect_timeout(value: object, config: AppServerConfig) -> float | None:
    if value is None:
        return None
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not value > 0:
        raise InvalidArgumentError(
            f"reconnect_timeout must be a positive number of seconds, not {value!r:.80}"
        )
    if not config.experimental_api:
        raise InvalidArgumentError(
            "reconnect=True needs the experimental API, which settles the turns; the config has "
            "experimental_api=False"
        )
    return value
