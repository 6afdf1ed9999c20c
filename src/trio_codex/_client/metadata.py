"""Turns the reply to `initialize` into who answered, and checks that it is the pinned runtime."""

from __future__ import annotations

import logging
import re
import warnings
from typing import TYPE_CHECKING, final

import attrs

from .._version import RUNTIME_VERSION
from ..errors import RuntimeVersionError

if TYPE_CHECKING:
    from .._config import VersionPolicy
    from ..protocol import JsonValue

__all__ = ["InitializeResponse", "check_version", "read_metadata"]

logger = logging.getLogger("trio_codex.client")

# "<client name>/<version> (<platform>) ..." is what the runtime writes. The name is the client's
# own and may hold anything, a version too: the blank and the parenthesis tell where it ends.
_WITH_PLATFORM = re.compile(r"(?P<name>.*?)/(?P<version>\d+\.\d+\.\d\S*) \(")
# "codex-cli/1.2.3" or "codex-cli 1.2.3": other servers write no platform.
_WITHOUT_PLATFORM = re.compile(r"(?P<name>\S.*?)[/ ]v?(?P<version>\d+\.\d+\.\d\S*)(?:\s|$)")


@final
@attrs.frozen(kw_only=True)
class InitializeResponse:
    """Who answered `initialize`.

    Attributes:
        user_agent: the user agent the runtime will use.
        codex_home: the directory it keeps its state in.
        platform_family: `unix` or `windows`.
        platform_os: the operating system, such as `linux`.
        server_name: `serverInfo.name` of the reply, or else the name in front of the version in
            the user agent; `None` if the reply has neither.
        server_version: the runtime's version, from `serverInfo.version` or else from the user
            agent; `None` if the reply has neither.
    """

    user_agent: str
    codex_home: str
    platform_family: str
    platform_os: str
    server_name: str | None
    server_version: str | None


def read_metadata(reply: JsonValue) -> InitializeResponse:
    """Reads the reply to `initialize` of any server: no field of it is required."""
    fields = reply if isinstance(reply, dict) else {}
    user_agent = _text(fields, "userAgent") or ""
    name, version = _name_and_version(user_agent)
    info = fields.get("serverInfo")
    if isinstance(info, dict):
        name, version = _text(info, "name") or name, _text(info, "version") or version
    return InitializeResponse(
        user_agent=user_agent,
        codex_home=_text(fields, "codexHome") or "",
        platform_family=_text(fields, "platformFamily") or "",
        platform_os=_text(fields, "platformOs") or "",
        server_name=name,
        server_version=version,
    )


def _text(fields: dict[str, JsonValue], key: str) -> str | None:
    value = fields.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _name_and_version(user_agent: str) -> tuple[str | None, str | None]:
    match = _WITH_PLATFORM.match(user_agent) or _WITHOUT_PLATFORM.match(user_agent)
    return (match["name"], match["version"]) if match else (None, None)


def check_version(metadata: InitializeResponse, policy: VersionPolicy) -> bool:
    """Compares the runtime that answered with the one this SDK was generated from.

    Returns:
        Whether requests have to be checked for what the runtime may not know.

    Raises:
        RuntimeVersionError: they differ and `policy` is `exact`.
    """
    actual = metadata.server_version
    if policy == "ignore" or actual == RUNTIME_VERSION:
        return False
    message = (
        f"the runtime is version {actual or 'unknown'} but this SDK was made for "
        f"{RUNTIME_VERSION}; install openai-codex-cli-bin=={RUNTIME_VERSION}, use the trio-codex "
        "release of that version, or set AppServerConfig.version_policy"
    )
    if policy == "exact":
        raise RuntimeVersionError(message, expected=RUNTIME_VERSION, actual=actual)
    logger.warning("%s", message)
    warnings.warn(message, RuntimeWarning, stacklevel=4)
    return True
