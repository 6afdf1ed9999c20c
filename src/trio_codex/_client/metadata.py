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

# "<client name>/<version> (<platform>) ...": the only place where the version stands.
_USER_AGENT = re.compile(r"(?P<name>.*?)/(?P<version>\d+\.\d+\.\S+) \(")


@final
@attrs.frozen(kw_only=True)
class InitializeResponse:
    """Who answered `initialize`.

    Attributes:
        user_agent: the user agent the runtime will use.
        codex_home: the directory it keeps its state in.
        platform_family: `unix` or `windows`.
        platform_os: the operating system, such as `linux`.
        server_name: the name in front of the version in the user agent.
        server_version: the runtime's version; `None` when the user agent does not say it.
    """

    user_agent: str
    codex_home: str
    platform_family: str
    platform_os: str
    server_name: str | None
    server_version: str | None


def read_metadata(reply: JsonValue) -> InitializeResponse:
    """Reads the reply to `initialize`, which a client must be able to do of any server."""
    fields = reply if isinstance(reply, dict) else {}
    user_agent = str(fields.get("userAgent", ""))
    match = _USER_AGENT.match(user_agent)
    return InitializeResponse(
        user_agent=user_agent,
        codex_home=str(fields.get("codexHome", "")),
        platform_family=str(fields.get("platformFamily", "")),
        platform_os=str(fields.get("platformOs", "")),
        server_name=match["name"] if match else None,
        server_version=match["version"] if match else None,
    )


def check_version(metadata: InitializeResponse, policy: VersionPolicy) -> None:
    """Compares the runtime that answered with the one this SDK was generated from.

    Raises:
        RuntimeVersionError: they differ and `policy` is `exact`.
    """
    actual = metadata.server_version
    if policy == "ignore" or actual == RUNTIME_VERSION:
        return
    message = (
        f"the runtime is version {actual or 'unknown'} but this SDK was made for "
        f"{RUNTIME_VERSION}; install openai-codex-cli-bin=={RUNTIME_VERSION}, use the trio-codex "
        "release of that version, or set AppServerConfig.version_policy"
    )
    if policy == "exact":
        raise RuntimeVersionError(message, expected=RUNTIME_VERSION, actual=actual)
    logger.warning("%s", message)
    warnings.warn(message, RuntimeWarning, stacklevel=4)
