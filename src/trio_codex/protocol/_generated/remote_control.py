"""Remote control types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TypeAlias

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

__all__ = [
    "NullableRemoteControlDisableParams",
    "NullableRemoteControlEnableParams",
    "RemoteControlClient",
    "RemoteControlClientsListOrder",
    "RemoteControlClientsListParams",
    "RemoteControlClientsListResponse",
    "RemoteControlClientsRevokeParams",
    "RemoteControlClientsRevokeResponse",
    "RemoteControlConnectionStatus",
    "RemoteControlDisableParams",
    "RemoteControlDisableResponse",
    "RemoteControlEnableParams",
    "RemoteControlEnableResponse",
    "RemoteControlPairingStartParams",
    "RemoteControlPairingStartResponse",
    "RemoteControlPairingStatusParams",
    "RemoteControlPairingStatusResponse",
    "RemoteControlStatusChangedNotification",
    "RemoteControlStatusReadResponse",
]


class RemoteControlClientsListOrder(OpenEnum):
    """An open enum, used by `RemoteControlClientsListParams`."""

    ASC = "asc"
    DESC = "desc"


class RemoteControlConnectionStatus(OpenEnum):
    """An open enum, used by `RemoteControlDisableResponse` and 3 more."""

    DISABLED = "disabled"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    ERRORED = "errored"


class RemoteControlClient(WireModel):
    """An object, used by `RemoteControlClientsListResponse`."""

    client_id: str = wire("clientId")
    app_version: str | None = wire("appVersion", default=None)
    device_model: str | None = wire("deviceModel", default=None)
    device_type: str | None = wire("deviceType", default=None)
    display_name: str | None = wire("displayName", default=None)
    last_seen_at: int | None = wire("lastSeenAt", default=None, format="int64")
    os_version: str | None = wire("osVersion", default=None)
    platform: str | None = wire("platform", default=None)


class RemoteControlClientsListParams(WireModel):
    """Params of `remoteControl/client/list`."""

    environment_id: str = wire("environmentId")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    order: RemoteControlClientsListOrder | None | Omitted = wire("order", default=OMITTED)


class RemoteControlClientsListResponse(WireModel):
    """Result of `remoteControl/client/list`."""

    data: list[RemoteControlClient] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class RemoteControlClientsRevokeParams(WireModel):
    """Params of `remoteControl/client/revoke`."""

    client_id: str = wire("clientId")
    environment_id: str = wire("environmentId")


class RemoteControlClientsRevokeResponse(WireModel):
    """Result of `remoteControl/client/revoke`."""


class RemoteControlDisableParams(WireModel):
    """Params of `remoteControl/disable`."""

    ephemeral: bool | Omitted = wire("ephemeral", default=OMITTED)


class RemoteControlDisableResponse(WireModel):
    """Result of `remoteControl/disable`."""

    installation_id: str = wire("installationId")
    server_name: str = wire("serverName")
    status: RemoteControlConnectionStatus = wire("status")
    environment_id: str | None = wire("environmentId", default=None)


class RemoteControlEnableParams(WireModel):
    """Params of `remoteControl/enable`."""

    ephemeral: bool | Omitted = wire("ephemeral", default=OMITTED)


class RemoteControlEnableResponse(WireModel):
    """Result of `remoteControl/enable`."""

    installation_id: str = wire("installationId")
    server_name: str = wire("serverName")
    status: RemoteControlConnectionStatus = wire("status")
    environment_id: str | None = wire("environmentId", default=None)


class RemoteControlPairingStartParams(WireModel):
    """Params of `remoteControl/pairing/start`."""

    manual_code: bool | Omitted = wire("manualCode", default=OMITTED)


class RemoteControlPairingStartResponse(WireModel):
    """Result of `remoteControl/pairing/start`."""

    environment_id: str = wire("environmentId")
    expires_at: int = wire("expiresAt", format="int64")
    pairing_code: str = wire("pairingCode", secret=True)
    manual_pairing_code: str | None = wire("manualPairingCode", default=None, secret=True)


class RemoteControlPairingStatusParams(WireModel):
    """Params of `remoteControl/pairing/status`."""

    manual_pairing_code: str | None | Omitted = wire(
        "manualPairingCode", default=OMITTED, secret=True
    )
    pairing_code: str | None | Omitted = wire("pairingCode", default=OMITTED, secret=True)


class RemoteControlPairingStatusResponse(WireModel):
    """Result of `remoteControl/pairing/status`."""

    claimed: bool = wire("claimed")


class RemoteControlStatusChangedNotification(WireModel):
    """Payload of the `remoteControl/status/changed` notification."""

    installation_id: str = wire("installationId")
    server_name: str = wire("serverName")
    status: RemoteControlConnectionStatus = wire("status")
    environment_id: str | None = wire("environmentId", default=None)


class RemoteControlStatusReadResponse(WireModel):
    """Result of `remoteControl/status/read`."""

    installation_id: str = wire("installationId")
    server_name: str = wire("serverName")
    status: RemoteControlConnectionStatus = wire("status")
    environment_id: str | None = wire("environmentId", default=None)


NullableRemoteControlDisableParams: TypeAlias = RemoteControlDisableParams | None
"""`RemoteControlDisableParams | None`, not used by any method."""

NullableRemoteControlEnableParams: TypeAlias = RemoteControlEnableParams | None
"""`RemoteControlEnableParams | None`, not used by any method."""
