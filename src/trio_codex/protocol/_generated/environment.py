"""Environment types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import PathUri

__all__ = [
    "CapabilityRootLocation",
    "EnvironmentAddParams",
    "EnvironmentAddResponse",
    "EnvironmentCapabilityRootLocation",
    "EnvironmentConnectionNotification",
    "EnvironmentInfoParams",
    "EnvironmentInfoResponse",
    "EnvironmentShellInfo",
    "EnvironmentSkillsParams",
    "EnvironmentStatusKind",
    "EnvironmentStatusParams",
    "EnvironmentStatusResponse",
    "SelectedCapabilityRoot",
]


class EnvironmentStatusKind(OpenEnum):
    """An open enum, used by `EnvironmentStatusResponse`."""

    READY = "ready"
    PENDING = "pending"
    DISCONNECTED = "disconnected"
    UNKNOWN = "unknown"


class EnvironmentAddParams(WireModel):
    """Params of `environment/add`."""

    environment_id: str = wire("environmentId")
    exec_server_url: str = wire("execServerUrl")
    auth_bearer_token: str | None | Omitted = wire("authBearerToken", default=OMITTED, secret=True)
    connect_timeout_ms: int | None | Omitted = wire(
        "connectTimeoutMs", default=OMITTED, format="uint64"
    )
    skills: EnvironmentSkillsParams | None | Omitted = wire("skills", default=OMITTED)
    websocket_request_id: str | None | Omitted = wire("websocketRequestId", default=OMITTED)


class EnvironmentAddResponse(WireModel):
    """Result of `environment/add`."""


class EnvironmentCapabilityRootLocation(WireModel):
    """One shape of `CapabilityRootLocation`, tagged `environment`."""

    type: Literal["environment"] = wire("type", default="environment")
    environment_id: str = wire("environmentId")
    path: str = wire("path")


class EnvironmentConnectionNotification(WireModel):
    """Payload of the `thread/environment/connected` and `thread/environment/disconnected` notification."""

    environment_id: str = wire("environmentId")
    thread_id: str = wire("threadId")


class EnvironmentInfoParams(WireModel):
    """Params of `environment/info`."""

    environment_id: str = wire("environmentId")


class EnvironmentInfoResponse(WireModel):
    """Result of `environment/info`."""

    shell: EnvironmentShellInfo = wire("shell")
    cwd: PathUri | None = wire("cwd", default=None)


class EnvironmentShellInfo(WireModel):
    """An object, used by `EnvironmentInfoResponse`."""

    name: str = wire("name")
    path: str = wire("path")


class EnvironmentSkillsParams(WireModel):
    """An object, used by `EnvironmentAddParams`."""

    required: list[str] | None | Omitted = wire("required", default=OMITTED)


class EnvironmentStatusParams(WireModel):
    """Params of `environment/status`."""

    environment_id: str = wire("environmentId")


class EnvironmentStatusResponse(WireModel):
    """Result of `environment/status`."""

    status: EnvironmentStatusKind = wire("status")
    error: str | None = wire("error", default=None)


class SelectedCapabilityRoot(WireModel):
    """An object, used by `ThreadStartParams`."""

    id: str = wire("id")
    location: CapabilityRootLocation = wire("location")


CapabilityRootLocation: TypeAlias = EnvironmentCapabilityRootLocation | UnknownVariant
"""A union, used by `SelectedCapabilityRoot`."""
