"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_AddCreditsNudgeCreditType(v, e, values=frozenset({"credits", "usage_limit"})):
    member(v, "AddCreditsNudgeCreditType", values)


def check_BedrockCheckGovCloudRequirementsParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_BedrockDiscoverParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_BedrockSetupParams(v, e):
    if type(v) is dict:
        by_tag_BedrockSetupParams[v["type"]](v, e)
        return
    raise Unfit


def check_ConsumeAccountRateLimitResetCreditParams(
    v, e, known=frozenset({"idempotencyKey", "creditId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["idempotencyKey"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("creditId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_CyberAccessProgram(v, e, values=frozenset({"standard", "daybreakBlue", "daybreakRed"})):
    member(v, "CyberAccessProgram", values)


def check_EnvironmentBedrockSetupParams(v, e, known=frozenset({"type", "region"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "environment":
        raise Unfit
    x = v["region"]
    if type(x) is not str:
        raise Unfit


def check_GetAccountParams(v, e, known=frozenset({"refreshToken"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "refreshToken" in v:
        x = v["refreshToken"]
        if type(x) is not bool:
            raise Unfit


def check_GetAccountRateLimitsParams(
    v, e, known=frozenset({"excludeResetCreditDetails", "supportsLunaReserve"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "excludeResetCreditDetails" in v:
        x = v["excludeResetCreditDetails"]
        if type(x) is not bool:
            raise Unfit
    if "supportsLunaReserve" in v:
        x = v["supportsLunaReserve"]
        if type(x) is not bool:
            raise Unfit


def check_GetAccountTokenUsageParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ProfileBedrockSetupParams(v, e, known=frozenset({"type", "profile", "region"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "profile":
        raise Unfit
    x = v["profile"]
    if type(x) is not str:
        raise Unfit
    x = v["region"]
    if type(x) is not str:
        raise Unfit


def check_SendAddCreditsNudgeEmailParams(v, e, known=frozenset({"creditType"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["creditType"]
    check_AddCreditsNudgeCreditType(x, e)


by_tag_BedrockSetupParams = {
    "profile": check_ProfileBedrockSetupParams,
    "environment": check_EnvironmentBedrockSetupParams,
}
