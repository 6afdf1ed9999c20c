"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import remote_control as t

new_RemoteControlClient = blank(globals(), "RemoteControlClient")


def read_RemoteControlClient(v):
    o = new_RemoteControlClient()
    if type(x := v["clientId"]) is not str:
        raise Unfit
    o.client_id = x
    if (x := v.get("appVersion")) is not None and type(x) is not str:
        raise Unfit
    o.app_version = x
    if (x := v.get("deviceModel")) is not None and type(x) is not str:
        raise Unfit
    o.device_model = x
    if (x := v.get("deviceType")) is not None and type(x) is not str:
        raise Unfit
    o.device_type = x
    if (x := v.get("displayName")) is not None and type(x) is not str:
        raise Unfit
    o.display_name = x
    if (x := v.get("lastSeenAt")) is not None and type(x) is not int:
        raise Unfit
    o.last_seen_at = x
    if (x := v.get("osVersion")) is not None and type(x) is not str:
        raise Unfit
    o.os_version = x
    if (x := v.get("platform")) is not None and type(x) is not str:
        raise Unfit
    o.platform = x
    o.__class__ = t.RemoteControlClient
    return o


new_RemoteControlClientsListResponse = blank(globals(), "RemoteControlClientsListResponse")


def read_RemoteControlClientsListResponse(v):
    o = new_RemoteControlClientsListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_RemoteControlClient(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.RemoteControlClientsListResponse
    return o


new_RemoteControlClientsRevokeResponse = blank(globals(), "RemoteControlClientsRevokeResponse")


def read_RemoteControlClientsRevokeResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_RemoteControlClientsRevokeResponse()
    o.__class__ = t.RemoteControlClientsRevokeResponse
    return o


read_RemoteControlConnectionStatus = Members(t.RemoteControlConnectionStatus).__getitem__
new_RemoteControlDisableResponse = blank(globals(), "RemoteControlDisableResponse")


def read_RemoteControlDisableResponse(v):
    o = new_RemoteControlDisableResponse()
    if type(x := v["installationId"]) is not str:
        raise Unfit
    o.installation_id = x
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    o.status = read_RemoteControlConnectionStatus(v["status"])
    if (x := v.get("environmentId")) is not None and type(x) is not str:
        raise Unfit
    o.environment_id = x
    o.__class__ = t.RemoteControlDisableResponse
    return o


new_RemoteControlEnableResponse = blank(globals(), "RemoteControlEnableResponse")


def read_RemoteControlEnableResponse(v):
    o = new_RemoteControlEnableResponse()
    if type(x := v["installationId"]) is not str:
        raise Unfit
    o.installation_id = x
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    o.status = read_RemoteControlConnectionStatus(v["status"])
    if (x := v.get("environmentId")) is not None and type(x) is not str:
        raise Unfit
    o.environment_id = x
    o.__class__ = t.RemoteControlEnableResponse
    return o


new_RemoteControlPairingStartResponse = blank(globals(), "RemoteControlPairingStartResponse")


def read_RemoteControlPairingStartResponse(v):
    o = new_RemoteControlPairingStartResponse()
    if type(x := v["environmentId"]) is not str:
        raise Unfit
    o.environment_id = x
    if type(x := v["expiresAt"]) is not int:
        raise Unfit
    o.expires_at = x
    if type(x := v["pairingCode"]) is not str:
        raise Unfit
    o.pairing_code = x
    if (x := v.get("manualPairingCode")) is not None and type(x) is not str:
        raise Unfit
    o.manual_pairing_code = x
    o.__class__ = t.RemoteControlPairingStartResponse
    return o


new_RemoteControlPairingStatusResponse = blank(globals(), "RemoteControlPairingStatusResponse")


def read_RemoteControlPairingStatusResponse(v):
    o = new_RemoteControlPairingStatusResponse()
    if type(x := v["claimed"]) is not bool:
        raise Unfit
    o.claimed = x
    o.__class__ = t.RemoteControlPairingStatusResponse
    return o


new_RemoteControlStatusChangedNotification = blank(
    globals(), "RemoteControlStatusChangedNotification"
)


def read_RemoteControlStatusChangedNotification(v):
    o = new_RemoteControlStatusChangedNotification()
    if type(x := v["installationId"]) is not str:
        raise Unfit
    o.installation_id = x
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    o.status = read_RemoteControlConnectionStatus(v["status"])
    if (x := v.get("environmentId")) is not None and type(x) is not str:
        raise Unfit
    o.environment_id = x
    o.__class__ = t.RemoteControlStatusChangedNotification
    return o


new_RemoteControlStatusReadResponse = blank(globals(), "RemoteControlStatusReadResponse")


def read_RemoteControlStatusReadResponse(v):
    o = new_RemoteControlStatusReadResponse()
    if type(x := v["installationId"]) is not str:
        raise Unfit
    o.installation_id = x
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    o.status = read_RemoteControlConnectionStatus(v["status"])
    if (x := v.get("environmentId")) is not None and type(x) is not str:
        raise Unfit
    o.environment_id = x
    o.__class__ = t.RemoteControlStatusReadResponse
    return o
