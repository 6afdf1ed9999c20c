"""Server metadata: the reply to `initialize`, and the version check."""

from __future__ import annotations

import logging
import re
import warnings
from typing import TYPE_CHECKING, final

import attrs

from .._hints import exported
from .._version import RUNTIME_VERSION
from ..errors import RuntimeVersionError

if TYPE_CHECKING:
    from .._config import AppServerConfig, VersionPolicy
    from .._requests.handlers import ServerRequestHandlers
    from ..protocol import JsonValue

__all__ = ["ServerMetadata", "check_version", "initialize_params", "read_metadata"]

logger = logging.getLogger("trio_codex.client")

# The runtime writes "<client name>/<version> (<platform>) ...". The client name may contain
# anything, even a version, so the version is the one followed by a blank and a parenthesis.
_WITH_PLATFORM = r"(?P<name>.*?)/(?P<version>\d+\.\d+\.\d\S*) \("
# Other servers write "codex-cli/1.2.3" or "codex-cli 1.2.3", without a platform.
_WITHOUT_PLATFORM = r"(?P<name>\S.*?)[/ ]v?(?P<version>\d+\.\d+\.\d\S*)(?:\s|$)"


@final
@attrs.frozen(kw_only=True)
class ServerMetadata:
    """The server's reply to `initialize`; a text the reply lacks is empty.

    Attributes:
        user_agent: the user agent of the runtime's own requests.
        codex_home: the directory of the runtime's state.
        platform_family: `unix` or `windows`.
        platform_os: the operating system, such as `linux`.
        server_name: `serverInfo.name` of the reply, or else the name before the version in the
            user agent; `None` if the reply has neither.
        server_version: the runtime's version, from `serverInfo.version` or else from the user
            agent; `None` if the reply has neither.
    """

    user_agent: str
    codex_home: str
    platform_family: str
    platform_os: str
    server_name: str | None
    server_version: str | None


def initialize_params(config: AppServerConfig, handlers: ServerRequestHandlers | None) -> JsonValue:
    """Returns the params of `initialize`."""
    capabilities: dict[str, JsonValue] = {
        "experimentalApi": config.experimental_api,
        "optOutNotificationMethods": list(config.opt_out_notifications),
    }
    if handlers is not None and handlers.attestation is not None:
        # The runtime requests attestations only from clients that announce the capability.
        capabilities["requestAttestation"] = True
    return {
        "clientInfo": {
            "name": config.client_name,
            "title": config.client_title,
            "version": config.client_version,
        },
        "capabilities": capabilities,
    }


def read_metadata(reply: JsonValue) -> ServerMetadata:
    """Returns the metadata in a reply to `initialize`, of which no field is required."""
    fields = reply if isinstance(reply, dict) else {}
    user_agent = _text(fields, "userAgent") or ""
    name, version = _name_and_version(user_agent)
    info = fields.get("serverInfo")
    if isinstance(info, dict):
        name, version = _text(info, "name") or name, _text(info, "version") or version
    return ServerMetadata(
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
    match = re.match(_WITH_PLATFORM, user_agent) or re.match(_WITHOUT_PLATFORM, user_agent)
    return (match["name"], match["version"]) if match else (None, None)


def check_version(metadata: ServerMetadata, policy: VersionPolicy) -> bool:
    """Compares the connected runtime's version with the one this SDK was generated from.

    Returns:
        Whether requests must be checked for methods and params that the runtime lacks.

    Raises:
        RuntimeVersionError: the versions differ and `policy` is `exact`.
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


exported("trio_codex.types", ServerMetadata)
