"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_RemoteControlClientsListOrder(v, e, values=frozenset({"asc", "desc"})):
    member(v, "RemoteControlClientsListOrder", values)


def check_RemoteControlClientsListParams(
    v, e, known=frozenset({"environmentId", "cursor", "limit", "order"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["environmentId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("order")) is not None:
        check_RemoteControlClientsListOrder(x, e)


def check_RemoteControlClientsRevokeParams(v, e, known=frozenset({"clientId", "environmentId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["clientId"]
    if type(x) is not str:
        raise Unfit
    x = v["environmentId"]
    if type(x) is not str:
        raise Unfit


def check_RemoteControlDisableParams(v, e, known=frozenset({"ephemeral"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "ephemeral" in v:
        x = v["ephemeral"]
        if type(x) is not bool:
            raise Unfit


def check_RemoteControlEnableParams(v, e, known=frozenset({"ephemeral"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "ephemeral" in v:
        x = v["ephemeral"]
        if type(x) is not bool:
            raise Unfit


def check_RemoteControlPairingStartParams(v, e, known=frozenset({"manualCode"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "manualCode" in v:
        x = v["manualCode"]
        if type(x) is not bool:
            raise Unfit


def check_RemoteControlPairingStatusParams(
    v, e, known=frozenset({"manualPairingCode", "pairingCode"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("manualPairingCode")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("pairingCode")) is not None:
        if type(x) is not str:
            raise Unfit
