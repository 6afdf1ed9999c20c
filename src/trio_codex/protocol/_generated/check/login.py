"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_RequestId = later(globals(), "rpc", "check_RequestId")


def check_AmazonBedrockAccessKeysLoginAccountParams(
    v, e, known=frozenset({"type", "accessKeyId", "region", "secretAccessKey", "sessionToken"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "amazonBedrockAccessKeys":
        raise Unfit
    x = v["accessKeyId"]
    if type(x) is not str:
        raise Unfit
    x = v["region"]
    if type(x) is not str:
        raise Unfit
    x = v["secretAccessKey"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("sessionToken")) is not None:
        if type(x) is not str:
            raise Unfit


def check_AmazonBedrockLoginAccountParams(v, e, known=frozenset({"type", "apiKey", "region"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "amazonBedrock":
        raise Unfit
    x = v["apiKey"]
    if type(x) is not str:
        raise Unfit
    x = v["region"]
    if type(x) is not str:
        raise Unfit


def check_ApiKeyLoginAccountParams(v, e, known=frozenset({"type", "apiKey"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "apiKey":
        raise Unfit
    x = v["apiKey"]
    if type(x) is not str:
        raise Unfit


def check_AttestationGenerateResponse(v, e, known=frozenset({"token"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["token"]
    if type(x) is not str:
        raise Unfit


def check_CancelLoginAccountParams(v, e, known=frozenset({"loginId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["loginId"]
    if type(x) is not str:
        raise Unfit


def check_ChatgptAuthTokensLoginAccountParams(
    v, e, known=frozenset({"type", "accessToken", "chatgptAccountId", "chatgptPlanType"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "chatgptAuthTokens":
        raise Unfit
    x = v["accessToken"]
    if type(x) is not str:
        raise Unfit
    x = v["chatgptAccountId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("chatgptPlanType")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ChatgptAuthTokensRefreshResponse(
    v, e, known=frozenset({"accessToken", "chatgptAccountId", "chatgptPlanType"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["accessToken"]
    if type(x) is not str:
        raise Unfit
    x = v["chatgptAccountId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("chatgptPlanType")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ChatgptDeviceCodeLoginAccountParams(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "chatgptDeviceCode":
        raise Unfit


def check_ChatgptLoginAccountParams(
    v,
    e,
    known=frozenset({"type", "appBrand", "codexStreamlinedLogin", "useHostedLoginSuccessPage"}),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "chatgpt":
        raise Unfit
    if (x := v.get("appBrand")) is not None:
        check_LoginAppBrand(x, e)
    if "codexStreamlinedLogin" in v:
        x = v["codexStreamlinedLogin"]
        if type(x) is not bool:
            raise Unfit
    if "useHostedLoginSuccessPage" in v:
        x = v["useHostedLoginSuccessPage"]
        if type(x) is not bool:
            raise Unfit


def check_LoginAccountParams(v, e):
    if type(v) is dict:
        by_tag_LoginAccountParams[v["type"]](v, e)
        return
    raise Unfit


def check_LoginAppBrand(v, e, values=frozenset({"codex", "chatgpt"})):
    member(v, "LoginAppBrand", values)


def check_UserVerificationCancelParams(v, e, known=frozenset({"requestId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["requestId"]
    check_RequestId(x, e)


def check_UserVerificationDeleteParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_UserVerificationEnrollParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_UserVerificationStatusParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_UserVerificationVerifyParams(
    v, e, known=frozenset({"challenge", "description", "title"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["challenge"]
    if type(x) is not str:
        raise Unfit
    x = v["description"]
    if type(x) is not str:
        raise Unfit
    x = v["title"]
    if type(x) is not str:
        raise Unfit


by_tag_LoginAccountParams = {
    "apiKey": check_ApiKeyLoginAccountParams,
    "chatgpt": check_ChatgptLoginAccountParams,
    "chatgptDeviceCode": check_ChatgptDeviceCodeLoginAccountParams,
    "chatgptAuthTokens": check_ChatgptAuthTokensLoginAccountParams,
    "amazonBedrock": check_AmazonBedrockLoginAccountParams,
    "amazonBedrockAccessKeys": check_AmazonBedrockAccessKeysLoginAccountParams,
}
