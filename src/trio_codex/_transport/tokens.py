"""Tokens of servers: given, read from a file, or signed with a shared secret."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from .._hints import exported
from .._redaction import HIDDEN, kind_of
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SharedSecret", "Token", "bearer", "check_token"]

_MIN_SECRET_BYTES: Final = 32


def _secret_bytes(value: bytes | str) -> bytes:
    return value.encode() if isinstance(value, str) else value


def _check_secret(_: object, __: object, value: bytes) -> None:
    if not isinstance(value, bytes):
        raise InvalidArgumentError(f"secret must be bytes or a str, not {kind_of(value)}")
    if len(value) < _MIN_SECRET_BYTES:
        raise InvalidArgumentError(
            f"secret has {len(value)} bytes; the server requires {_MIN_SECRET_BYTES} or more"
        )
    if value != value.strip():
        raise InvalidArgumentError("secret begins or ends with a blank, which the server removes")


def _check_name(_: object, field: attrs.Attribute[str | None], value: object) -> None:
    if value is not None and (not isinstance(value, str) or not value):
        raise InvalidArgumentError(f"{field.name} must be a non-empty str or None, not {value!r}")


def _check_lifetime(_: object, __: object, value: object) -> None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not 1 <= value < 2**31:  # type: ignore[operator]
        raise InvalidArgumentError(f"lifetime must be a number of seconds from 1, not {value!r}")


@final
@attrs.frozen
class SharedSecret:
    """A secret that a server and its clients share; each connection has a token signed with it.

    Give the same value to `listen(auth=...)` and to `connect(token=...)`. `repr` hides the secret.

    Attributes:
        secret: at least 32 bytes, as bytes or a str.
        issuer: the `iss` of the tokens, if the server checks it.
        audience: the `aud` of the tokens, if the server checks it.
        lifetime: seconds from the making of a token to its `exp`; a connection outlives its token.
    """

    secret: bytes = attrs.field(
        converter=_secret_bytes, validator=_check_secret, repr=lambda _: HIDDEN
    )
    issuer: str | None = attrs.field(default=None, kw_only=True, validator=_check_name)
    audience: str | None = attrs.field(default=None, kw_only=True, validator=_check_name)
    lifetime: float = attrs.field(default=300.0, kw_only=True, validator=_check_lifetime)

    def token(self) -> str:
        """Returns a new token: a JSON Web Token, signed with HMAC-SHA-256 (`HS256`)."""
        import orjson

        claims: dict[str, object] = {"exp": int(time.time() + self.lifetime)}
        claims |= {"iss": self.issuer} if self.issuer is not None else {}
        claims |= {"aud": self.audience} if self.audience is not None else {}
        signed = b".".join(_base64(orjson.dumps(part)) for part in (_HEADER, claims))
        signature = hmac.digest(self.secret, signed, hashlib.sha256)
        return (signed + b"." + _base64(signature)).decode()


_HEADER: Final = {"alg": "HS256", "typ": "JWT"}

if TYPE_CHECKING:
    Token: TypeAlias = str | PathLike[str] | Callable[[], str] | SharedSecret


def _base64(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def check_token(token: object, argument: str = "token") -> None:
    """Refuses what cannot be a token; a callable is not called, and a file not read.

    Raises:
        InvalidArgumentError: it is refused. The message does not show the value.
    """
    if isinstance(token, str):
        _usable(token, argument)
    elif not (token is None or isinstance(token, (PathLike, SharedSecret)) or callable(token)):
        raise InvalidArgumentError(
            f"{argument} must be a str, the path of a file as a PathLike, a SharedSecret, or a "
            f"function that returns a str, not {kind_of(token)}"
        )


def bearer(token: Token | None) -> str | None:
    """Returns the value of the `Authorization` header of the next connection.

    Raises:
        InvalidArgumentError: the file cannot be read, or what it holds, or the function returned,
            is no token.
    """
    if token is None:
        return None
    if isinstance(token, SharedSecret):
        text: object = token.token()
    elif isinstance(token, str):
        text = token
    elif isinstance(token, PathLike):
        text = _read(Path(token))
    else:
        text = token()
    return f"Bearer {_usable(text, 'the result of token()' if callable(token) else 'token')}"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise InvalidArgumentError(
            f"the token file {str(path)!r} cannot be read: {reason}"
        ) from None


def _usable(text: object, what: str) -> str:
    # A blank or a control character would end the header, or change it.
    if not isinstance(text, str):
        raise InvalidArgumentError(f"{what} must be a str, not {kind_of(text)}")
    if not text or not all("!" <= char <= "~" for char in text):
        raise InvalidArgumentError(
            f"{what} must be printable ASCII without blanks; it is {kind_of(text)}"
        )
    return text


exported("trio_codex", SharedSecret)
