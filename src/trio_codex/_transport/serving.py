"""Servers that others attach to: how one is started, and where it then listens."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import trio

from .._redaction import HIDDEN, kind_of
from ..errors import InvalidArgumentError, TransportClosedError
from .address import Address, parse_address, reachable
from .launch import resolve_runtime
from .process import ProcessTransport, start_process
from .tokens import SharedSecret, check_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._config import AppServerConfig

__all__ = ["Listening", "check_listening", "find_socket", "open_server"]

_URL_LINE: Final = rb"listening on: (ws://\S+)\s"
_POLL_SECONDS: Final = 0.01
# SIGTERM has the server wait for its running turns, the second one ends them.
_STOP_SHARES: Final = ((0.0, False), (0.6, False), (0.9, True))


@attrs.frozen(kw_only=True)
class Listening:
    """The checked arguments of `listen`."""

    address: Address
    auth: str | SharedSecret | None = attrs.field(repr=lambda auth: repr(auth and HIDDEN))


def check_listening(url: object, auth: object, config: AppServerConfig) -> Listening:
    """Checks the arguments of `listen`; starts nothing.

    Raises:
        InvalidArgumentError: one of them cannot be used.
    """
    if config.launch_args_override is not None:
        raise InvalidArgumentError(
            "config.launch_args_override is a whole command line, to which listen() cannot add the "
            "URL; use codex_bin and config_overrides"
        )
    address = parse_address(url, config, listening=True)
    if not (auth is None or isinstance(auth, (str, SharedSecret))):
        raise InvalidArgumentError(
            f"auth must be a token as a str, a SharedSecret or None, not {kind_of(auth)}"
        )
    check_token(auth, "auth")
    if auth is not None and address.path is not None:
        raise InvalidArgumentError(
            "auth is not used on a Unix socket, which only its owner can open; leave it out"
        )
    if auth is None and not address.is_local:
        raise InvalidArgumentError(
            f"{address} can be reached from other machines, so it needs auth=...; or listen on a "
            "loopback address"
        )
    return Listening(address=address, auth=auth)


async def open_server(
    config: AppServerConfig, listening: Listening
) -> tuple[ProcessTransport, str]:
    """Starts a server and waits until it takes connections; returns its process and its URL.

    Raises:
        RuntimeNotFoundError: there is no runtime to start.
        InvalidArgumentError: the config cannot be used.
        TransportClosedError: the address is in use, the server ended, or it did not listen within
            `startup_timeout`.

    Cancelled, the server is stopped before this returns.
    """
    address = listening.address
    if address.path is not None and _accepts(address.path):
        raise TransportClosedError(f"{address} is in use: a server listens there already")
    with _secret_file(listening.auth) as options:
        launch = resolve_runtime(config, listen=("--listen", str(address), *options))
        transport = await start_process(launch, config.close_timeout, _STOP_SHARES)
        try:
            # The server has read the file when it listens.
            with trio.move_on_after(config.startup_timeout):
                return transport, await _wait_listening(transport, address)
        except BaseException:
            await transport.aclose()  # noqa: ASYNC102 - shielded and bounded inside
            raise
    await transport.aclose()
    raise TransportClosedError(
        f"the server did not listen on {address} within {config.startup_timeout:g} s",
        stderr_tail=transport.exit_info().stderr_tail,
    )


async def _wait_listening(transport: ProcessTransport, address: Address) -> str:
    if address.path is None:
        text = b""
        while (found := re.search(_URL_LINE, text)) is None:
            chunk = await transport.receive_diagnostics()
            if not chunk:
                await _raise_ended(transport, address)
            text += chunk
        return found[1].decode()
    # It says nothing when it listens on a Unix socket.
    while not _accepts(address.path):
        with trio.move_on_after(_POLL_SECONDS):
            await transport.wait_exited()
            await _raise_ended(transport, address)
    return str(address)


async def _raise_ended(transport: ProcessTransport, address: Address) -> None:
    await transport.aclose()
    info = transport.exit_info()
    raise TransportClosedError(
        f"the server ended before it listened on {address}",
        exit_code=info.exit_code,
        signal=info.signal,
        stderr_tail=info.stderr_tail,
    )


@contextmanager
def _secret_file(auth: str | SharedSecret | None) -> Iterator[tuple[str, ...]]:
    """Writes a secret to a private file, and gives the options that name it.

    A command line can be read by every user of the machine.
    """
    if auth is None:
        yield ()
        return
    directory = tempfile.mkdtemp(prefix="trio-codex-")
    try:
        path = str(Path(directory, "secret"))
        secret = auth.encode() if isinstance(auth, str) else auth.secret
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secret)
        if isinstance(auth, str):
            yield ("--ws-auth", "capability-token", "--ws-token-file", path)
            return
        options = ["--ws-auth", "signed-bearer-token", "--ws-shared-secret-file", path]
        options += [] if auth.issuer is None else ["--ws-issuer", auth.issuer]
        options += [] if auth.audience is None else ["--ws-audience", auth.audience]
        yield tuple(options)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def find_socket(config: AppServerConfig) -> str | None:
    """Returns the URL of the default socket of a Codex home, if a server listens there."""
    if sys.platform == "win32":
        return None
    address = parse_address("unix://", config)
    assert address.path is not None
    return str(address) if _accepts(address.path) else None


def _accepts(path: str) -> bool:
    """Whether somebody listens on a Unix socket; the file alone may be left over."""
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX) as probe:
            probe.setblocking(False)
            try:
                probe.connect(reachable(path))
            except BlockingIOError:
                return True  # as many wait already as the system allows
            except OSError:
                return False
        return True
    return False
