"""Arguments of `connect` and `listen`: checked before anything is opened, secrets never shown."""

from __future__ import annotations

import inspect
import pickle
import ssl
import time
from pathlib import Path
from typing import Any

import orjson
import pytest

import trio_codex
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    Codex,
    InvalidArgumentError,
    RuntimeNotFoundError,
    SharedSecret,
    aio,
    find_daemon,
    listen,
)
from trio_codex._transport.address import parse_address
from trio_codex._transport.attach import check_attachment

CONFIG = AppServerConfig()
MARK = "hunter2-swordfish"
LOCAL = "ws://127.0.0.1:1"
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "nothing": ({}, "a url or a command=.*neither"),
    "both": ({"url": LOCAL, "command": ["true"]}, "both was given"),
    "no str": ({"url": 1}, "url must be a str"),
    "no scheme": ({"url": "127.0.0.1:1"}, "url has no scheme; it must be 'unix://PATH'"),
    "another scheme": ({"url": "http://h"}, "the scheme 'http'"),
    "a misspelled scheme": ({"url": "wsss://h"}, "did you mean 'wss'"),
    "no host": ({"url": "ws://:1"}, "url names no host"),
    "a wrong port": ({"url": "ws://h:99999"}, "wrong host or port"),
    "port 0": ({"url": "ws://h:0"}, "port 0"),
    "a fragment": ({"url": "ws://h/#a"}, "fragment"),
    "a blank": ({"url": "ws://h/ a"}, "a blank, a control character"),
    "a line break": ({"url": "ws://h/\r\nX: y"}, "a blank, a control character"),
    "a surrogate": ({"url": "unix:///\udcff"}, "surrogate"),
    "a user": ({"url": f"wss://user:{MARK}@h"}, "pass the server's token as token="),
    "another script": ({"url": "wss://\u4f8b.example"}, "is not ASCII"),
    "a command as text": ({"command": "ssh host"}, "command must be a list of str"),
    "an empty command": ({"command": []}, "command is empty"),
    "a number in a command": ({"command": ["true", 1]}, r"command\[1\] is a number"),
    "a token in the clear": (
        {"url": "ws://10.0.0.1:1", "token": MARK},
        "a token would be sent unencrypted to ws://10.0.0.1:1; use wss://",
    ),
    "a token with a blank": ({"url": LOCAL, "token": f"{MARK} {MARK}"}, "token must be printable"),
    "a token with a line break": ({"url": LOCAL, "token": f"{MARK}\r\nX: y"}, "printable ASCII"),
    "an empty token": ({"url": LOCAL, "token": ""}, "token must be printable"),
    "bytes as token": ({"url": LOCAL, "token": MARK.encode()}, "token must be a str, the path"),
    "TLS for nothing": ({"url": LOCAL, "ssl_context": TLS}, "ssl_context is for wss:// URLs"),
    "no TLS settings": ({"url": "wss://h", "ssl_context": True}, "must be an ssl.SSLContext"),
    "a binary": ({"url": LOCAL, "config": AppServerConfig(codex_bin="/x")}, "config.codex_bin is"),
    "settings": (
        {"url": LOCAL, "config": AppServerConfig(config_overrides={"model": "m"})},
        "config.config_overrides is for a runtime that this client starts",
    ),
    "a command line": (
        {"url": LOCAL, "config": AppServerConfig(launch_args_override=["x"])},
        "config.launch_args_override is",
    ),
    "no config": ({"url": LOCAL, "config": "/bin/codex"}, "config must be an AppServerConfig"),
}


@pytest.mark.requirement("attach/refusals")
@pytest.mark.parametrize("connect", [AsyncCodex.connect, Codex.connect, aio.AsyncCodex.connect])
@pytest.mark.parametrize("name", REFUSED)
def test_bad_arguments_of_connect_are_refused(name: str, connect: Any) -> None:
    arguments, why = REFUSED[name]
    with pytest.raises(InvalidArgumentError, match=why) as caught:
        connect(**arguments)
    assert "hunter2" not in str(caught.value)


@pytest.mark.requirement("attach/refusals")
def test_a_command_that_does_not_exist_is_refused() -> None:
    with pytest.raises(RuntimeNotFoundError, match="command: no program 'no-such-program'"):
        AsyncCodex.connect(command=["no-such-program", "--token", MARK])


LISTENING: dict[str, tuple[dict[str, Any], str]] = {
    "TLS": ({"url": "wss://127.0.0.1:0"}, "the server has no TLS"),
    "a name": ({"url": "ws://localhost:0"}, "must name an IP address .* not 'localhost'"),
    "no port": ({"url": "ws://127.0.0.1"}, "must be ws://IP:PORT"),
    "a path": ({"url": "ws://127.0.0.1:0/x"}, "must be ws://IP:PORT"),
    "everybody": ({"url": "ws://0.0.0.0:0"}, r"ws://0.0.0.0:0 can be reached .* needs auth="),
    "everybody in IPv6": ({"url": "ws://[::]:0"}, r"can be reached .* needs auth="),
    "auth on a socket": ({"url": "unix:///s", "auth": MARK}, "auth is not used on a Unix socket"),
    "a path as auth": ({"url": "ws://127.0.0.1:0", "auth": Path("x")}, "auth must be a token"),
    "a bad token": ({"url": "ws://127.0.0.1:0", "auth": f"{MARK}\n"}, "auth must be printable"),
    "a command line": (
        {"url": "ws://127.0.0.1:0", "config": AppServerConfig(launch_args_override=["x"])},
        "config.launch_args_override is a whole command line",
    ),
}


@pytest.mark.requirement("attach/refusals")
@pytest.mark.parametrize("name", LISTENING)
def test_bad_arguments_of_listen_are_refused(name: str) -> None:
    arguments, why = LISTENING[name]
    with pytest.raises(InvalidArgumentError, match=why) as caught:
        listen(**arguments)
    assert "hunter2" not in str(caught.value)


def test_find_daemon_takes_a_config_only() -> None:
    with pytest.raises(InvalidArgumentError, match="config must be an AppServerConfig"):
        find_daemon("unix://")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("WS://127.0.0.1:1", "ws://127.0.0.1:1"),
        ("ws://[::1]:1/a?key=hunter2", "ws://[::1]:1/a"),
        ("wss://Host.example", "wss://host.example:443"),
        ("unix:///a b/s", "unix:///a b/s"),
    ],
)
def test_an_address_is_shown_without_the_query_of_its_url(url: str, shown: str) -> None:
    address = parse_address(url, CONFIG)
    assert str(address) == shown and "hunter2" not in repr(address)


def test_the_default_socket_is_that_of_the_codex_home(monkeypatch: pytest.MonkeyPatch) -> None:
    end = "app-server-control/app-server-control.sock"
    monkeypatch.setenv("CODEX_HOME", "/one")
    assert parse_address("unix://", CONFIG).path == f"/one/{end}"
    assert parse_address("unix://", AppServerConfig(env={"CODEX_HOME": "/two"})).path == (
        f"/two/{end}"
    )
    monkeypatch.delenv("CODEX_HOME")
    monkeypatch.setenv("HOME", "/home/me")
    assert parse_address("unix://", CONFIG).path == f"/home/me/.codex/{end}"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "[::1]", "localhost", "LOCALHOST"])
def test_a_token_may_go_to_this_machine(host: str) -> None:
    check_attachment(f"ws://{host}:1", None, MARK, None, CONFIG)


@pytest.mark.parametrize("host", ["localhost.example", "127.0.0.1.example", "0.0.0.0", "10.0.0.1"])
def test_a_token_may_not_go_to_another_one_in_the_clear(host: str) -> None:
    check_attachment(f"wss://{host}:1", None, MARK, None, CONFIG)
    with pytest.raises(InvalidArgumentError, match="unencrypted"):
        check_attachment(f"ws://{host}:1", None, MARK, None, CONFIG)


@pytest.mark.requirement("attach/refusals")
def test_secrets_are_not_shown() -> None:
    secret = SharedSecret(MARK * 2, issuer="me")
    command = ["sh", "--token", MARK]
    attached = check_attachment(LOCAL, None, MARK, None, CONFIG)
    carried = check_attachment(None, command, secret, None, CONFIG)
    for value in (secret, attached, carried, carried.address, listen(url=LOCAL, auth=MARK)):
        assert MARK not in repr(value) and MARK not in str(value)
    assert pickle.loads(pickle.dumps(secret)) == secret


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("x" * 31,), "secret has 31 bytes; the server requires 32 or more"),
        ((b" " + b"x" * 32,), "begins or ends with a blank"),
        ((5,), "secret must be bytes or a str, not a number"),
    ],
)
def test_a_secret_that_the_server_would_not_take_is_refused(arguments: Any, why: str) -> None:
    with pytest.raises(InvalidArgumentError, match=why):
        SharedSecret(*arguments)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"issuer": ""}, "issuer must be a non-empty str"),
        ({"audience": 5}, "audience must be a non-empty str"),
        ({"lifetime": 0}, "lifetime must be a number of seconds from 1"),
        ({"lifetime": float("nan")}, "lifetime must be"),
    ],
)
def test_claims_that_cannot_be_are_refused(options: Any, why: str) -> None:
    with pytest.raises(InvalidArgumentError, match=why):
        SharedSecret("x" * 32, **options)


def test_a_signed_token_has_its_claims() -> None:
    import base64

    token = SharedSecret("x" * 32, issuer="me", audience="codex", lifetime=60).token()
    header, claims, _ = (part + "=" * (-len(part) % 4) for part in token.split("."))
    assert orjson.loads(base64.urlsafe_b64decode(header)) == {"alg": "HS256", "typ": "JWT"}
    found = orjson.loads(base64.urlsafe_b64decode(claims))
    assert 50 < found.pop("exp") - time.time() <= 60
    assert found == {"iss": "me", "aud": "codex"}


def test_connect_has_one_signature_in_each_face() -> None:
    wanted = inspect.signature(AsyncCodex.connect)
    for cls in (Codex, aio.AsyncCodex):
        assert str(inspect.signature(cls.connect)) == str(wanted)
    assert trio_codex.Codex.connect.__doc__ and AsyncCodex.connect.__doc__
