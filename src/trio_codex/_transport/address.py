"""Addresses of servers that run already, and the checks before anything is opened."""

from __future__ import annotations

import ipaddress
import os
import ssl
import sys
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import attrs

from .._near import did_you_mean
from .._redaction import kind_of, redacted_arguments
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._config import AppServerConfig

__all__ = ["Address", "check_tls", "parse_address", "reachable"]

_SCHEMES: Final = ("unix", "ws", "wss")
_PORTS: Final = {"ws": 80, "wss": 443}
# The longest path of a Unix domain socket, without its final zero.
_MAX_PATH_BYTES: Final = 107 if sys.platform == "linux" else 103
_FORMS: Final = "'unix://PATH', 'unix://', 'ws://HOST:PORT' or 'wss://HOST[:PORT]'"


@attrs.frozen(kw_only=True)
class Address:
    """Where a server listens; `str` shows it without the query of its URL.

    Attributes:
        path: path of its Unix domain socket; `None` for TCP and for a command.
        host: its host name or IP address, for TCP.
        port: its TCP port.
        resource: the path and the query of its URL.
        secure: whether TLS is spoken.
        command: the command line of a program that carries the bytes.
    """

    path: str | None = None
    host: str | None = None
    port: int = 80
    resource: str = attrs.field(default="/", repr=False)
    secure: bool = False
    command: tuple[str, ...] | None = attrs.field(
        default=None, repr=lambda argv: repr(redacted_arguments(argv))
    )

    def __str__(self) -> str:
        if self.command is not None:
            return f"the command {' '.join(map(str, redacted_arguments(self.command)))!r}"
        if self.host is None:
            return f"unix://{self.path}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        resource = self.resource.partition("?")[0]
        shown = "" if resource == "/" else resource
        return f"{'wss' if self.secure else 'ws'}://{host}:{self.port}{shown}"

    @property
    def is_local(self) -> bool:
        """Whether what is sent there stays on this machine, or in the hands of a command."""
        if self.host is None or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def parse_address(url: object, config: AppServerConfig, *, listening: bool = False) -> Address:
    """Parses the URL of a server.

    Args:
        url: `unix://PATH`, `unix://` for the default socket of the Codex home, `ws://...` or
            `wss://...`; the scheme in any case.
        config: names the Codex home, in `env`.
        listening: whether a server is to listen there, which needs an IP address and may have
            port 0 for a free one.

    Raises:
        InvalidArgumentError: the URL cannot be used.
    """
    if not isinstance(url, str):
        raise InvalidArgumentError(f"url must be a str ({_FORMS}), not {kind_of(url)}")
    scheme, separator, rest = url.partition("://")
    scheme = scheme.lower()
    if not separator or scheme not in _SCHEMES:
        shown = f"the scheme {scheme!r}" if separator else "no scheme"
        hint = did_you_mean(scheme, _SCHEMES) if separator else ""
        raise InvalidArgumentError(f"url has {shown}; it must be {_FORMS}{hint}")
    if any(char <= " " or char == "\x7f" or "\ud800" <= char <= "\udfff" for char in rest):
        if scheme != "unix" or "\0" in rest or any("\ud800" <= char <= "\udfff" for char in rest):
            raise InvalidArgumentError("url holds a blank, a control character or a surrogate")
    if scheme == "unix":
        return _unix(rest, config)
    address = _tcp(scheme, rest)
    if listening:
        _check_listening(address, rest)
    elif address.port == 0:
        raise InvalidArgumentError("url has port 0, which only a server that is started may use")
    return address


def _check_listening(address: Address, rest: str) -> None:
    if address.secure:
        raise InvalidArgumentError(
            "the server has no TLS: listen on ws://127.0.0.1:0, behind a proxy that has it"
        )
    try:
        ipaddress.ip_address(address.host or "")
    except ValueError:
        raise InvalidArgumentError(
            f"url must name an IP address to listen on, such as 127.0.0.1, not {address.host!r}"
        ) from None
    if address.resource != "/" or urlsplit(f"//{rest}").port is None:
        raise InvalidArgumentError(
            "url must be ws://IP:PORT to listen on, with port 0 for a free one"
        )


def _unix(path: str, config: AppServerConfig) -> Address:
    if sys.platform == "win32":
        raise InvalidArgumentError("unix:// needs Unix domain sockets, which are not used here")
    return Address(path=os.path.abspath(path) if path else _default_socket(config.env))  # noqa: PTH100


def reachable(path: str) -> str:
    """Returns the path by which a socket is opened.

    The runtime puts a socket whose path is too long for the system elsewhere, behind a link.
    """
    too_long = len(os.fsencode(path)) > _MAX_PATH_BYTES
    return os.path.realpath(path) if too_long else path


def _default_socket(env: Mapping[str, str | None] | None) -> str:
    """Returns the path of the socket that `unix://` means, in the Codex home of `env`."""
    home = (env or {}).get("CODEX_HOME") or os.environ.get("CODEX_HOME") or "~/.codex"
    base = os.path.abspath(os.path.expanduser(home))  # noqa: PTH100, PTH111 - may be no directory
    return f"{base}/app-server-control/app-server-control.sock"


def _tcp(scheme: str, rest: str) -> Address:
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidArgumentError(f"url has a wrong host or port: {error}") from None
    if parts.username is not None or parts.password is not None:
        raise InvalidArgumentError("url holds a user name; pass the server's token as token=...")
    if not host:
        raise InvalidArgumentError(f"url names no host; it must be {_FORMS}")
    if "#" in rest:
        raise InvalidArgumentError("url has a fragment ('#...'), which no server receives")
    if not rest.isascii():
        raise InvalidArgumentError(f"url is not ASCII; write {host!r} in its encoded form")
    resource = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(
        host=host,
        port=_PORTS[scheme] if port is None else port,
        resource=resource,
        secure=scheme == "wss",
    )


def check_tls(address: Address, context: object) -> ssl.SSLContext | None:
    """Returns the TLS settings for an address; `None` where no TLS is spoken.

    Raises:
        InvalidArgumentError: the context has the wrong type, or is given for no `wss://` URL.
    """
    if context is None:
        return ssl.create_default_context() if address.secure else None
    if not isinstance(context, ssl.SSLContext):
        raise InvalidArgumentError(
            f"ssl_context must be an ssl.SSLContext, not {type(context).__name__}"
        )
    if not address.secure:
        raise InvalidArgumentError(f"ssl_context is for wss:// URLs; TLS is not used for {address}")
    return context
