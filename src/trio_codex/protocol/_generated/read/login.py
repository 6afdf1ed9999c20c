"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank
from .. import login as t

new_AccountLoginCompletedNotification = blank(globals(), "AccountLoginCompletedNotification")


def read_AccountLoginCompletedNotification(v):
    o = new_AccountLoginCompletedNotification()
    if type(x := v["success"]) is not bool:
        raise Unfit
    o.success = x
    if (x := v.get("error")) is not None and type(x) is not str:
        raise Unfit
    o.error = x
    if (x := v.get("loginId")) is not None and type(x) is not str:
        raise Unfit
    o.login_id = x
    o.onboarding_entrypoint = (
        None
        if (x := v.get("onboardingEntrypoint")) is None
        else read_DesktopOnboardingEntrypoint(x)
    )
    o.__class__ = t.AccountLoginCompletedNotification
    return o


new_AmazonBedrockLoginAccountResponse = blank(globals(), "AmazonBedrockLoginAccountResponse")


def read_AmazonBedrockLoginAccountResponse(v):
    o = new_AmazonBedrockLoginAccountResponse()
    if v["type"] != "amazonBedrock":
        raise Unfit
    o.type = "amazonBedrock"
    o.__class__ = t.AmazonBedrockLoginAccountResponse
    return o


new_ApiKeyLoginAccountResponse = blank(globals(), "ApiKeyLoginAccountResponse")


def read_ApiKeyLoginAccountResponse(v):
    o = new_ApiKeyLoginAccountResponse()
    if v["type"] != "apiKey":
        raise Unfit
    o.type = "apiKey"
    o.__class__ = t.ApiKeyLoginAccountResponse
    return o


new_AttestationGenerateParams = blank(globals(), "AttestationGenerateParams")


def read_AttestationGenerateParams(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AttestationGenerateParams()
    o.__class__ = t.AttestationGenerateParams
    return o


new_CancelLoginAccountResponse = blank(globals(), "CancelLoginAccountResponse")


def read_CancelLoginAccountResponse(v):
    o = new_CancelLoginAccountResponse()
    o.status = read_CancelLoginAccountStatus(v["status"])
    o.__class__ = t.CancelLoginAccountResponse
    return o


read_CancelLoginAccountStatus = Members(t.CancelLoginAccountStatus).__getitem__
new_ChatgptAuthTokensLoginAccountResponse = blank(
    globals(), "ChatgptAuthTokensLoginAccountResponse"
)


def read_ChatgptAuthTokensLoginAccountResponse(v):
    o = new_ChatgptAuthTokensLoginAccountResponse()
    if v["type"] != "chatgptAuthTokens":
        raise Unfit
    o.type = "chatgptAuthTokens"
    o.__class__ = t.ChatgptAuthTokensLoginAccountResponse
    return o


new_ChatgptAuthTokensRefreshParams = blank(globals(), "ChatgptAuthTokensRefreshParams")


def read_ChatgptAuthTokensRefreshParams(v):
    o = new_ChatgptAuthTokensRefreshParams()
    o.reason = read_ChatgptAuthTokensRefreshReason(v["reason"])
    if (x := v.get("previousAccountId")) is not None and type(x) is not str:
        raise Unfit
    o.previous_account_id = x
    o.__class__ = t.ChatgptAuthTokensRefreshParams
    return o


read_ChatgptAuthTokensRefreshReason = Members(t.ChatgptAuthTokensRefreshReason).__getitem__
new_ChatgptDeviceCodeLoginAccountResponse = blank(
    globals(), "ChatgptDeviceCodeLoginAccountResponse"
)


def read_ChatgptDeviceCodeLoginAccountResponse(v):
    o = new_ChatgptDeviceCodeLoginAccountResponse()
    if v["type"] != "chatgptDeviceCode":
        raise Unfit
    o.type = "chatgptDeviceCode"
    if type(x := v["loginId"]) is not str:
        raise Unfit
    o.login_id = x
    if type(x := v["userCode"]) is not str:
        raise Unfit
    o.user_code = x
    if type(x := v["verificationUrl"]) is not str:
        raise Unfit
    o.verification_url = x
    o.__class__ = t.ChatgptDeviceCodeLoginAccountResponse
    return o


new_ChatgptLoginAccountResponse = blank(globals(), "ChatgptLoginAccountResponse")


def read_ChatgptLoginAccountResponse(v):
    o = new_ChatgptLoginAccountResponse()
    if v["type"] != "chatgpt":
        raise Unfit
    o.type = "chatgpt"
    if type(x := v["authUrl"]) is not str:
        raise Unfit
    o.auth_url = x
    if type(x := v["loginId"]) is not str:
        raise Unfit
    o.login_id = x
    o.__class__ = t.ChatgptLoginAccountResponse
    return o


read_DesktopOnboardingEntrypoint = Members(t.DesktopOnboardingEntrypoint).__getitem__


def read_LoginAccountResponse(v):
    return by_tag_LoginAccountResponse[v["type"]](v)


new_UserVerificationCancelResponse = blank(globals(), "UserVerificationCancelResponse")


def read_UserVerificationCancelResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_UserVerificationCancelResponse()
    o.__class__ = t.UserVerificationCancelResponse
    return o


new_UserVerificationDeleteResponse = blank(globals(), "UserVerificationDeleteResponse")


def read_UserVerificationDeleteResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_UserVerificationDeleteResponse()
    o.__class__ = t.UserVerificationDeleteResponse
    return o


new_UserVerificationEnrollResponse = blank(globals(), "UserVerificationEnrollResponse")


def read_UserVerificationEnrollResponse(v):
    o = new_UserVerificationEnrollResponse()
    if type(x := v["credentialId"]) is not str:
        raise Unfit
    o.credential_id = x
    if (x := v.get("algorithm")) is not None and type(x) is not str:
        raise Unfit
    o.algorithm = x
    if (x := v.get("publicKey")) is not None and type(x) is not str:
        raise Unfit
    o.public_key = x
    o.__class__ = t.UserVerificationEnrollResponse
    return o


new_UserVerificationProof = blank(globals(), "UserVerificationProof")


def read_UserVerificationProof(v):
    o = new_UserVerificationProof()
    if type(x := v["credentialId"]) is not str:
        raise Unfit
    o.credential_id = x
    if type(x := v["signature"]) is not str:
        raise Unfit
    o.signature = x
    o.__class__ = t.UserVerificationProof
    return o


new_UserVerificationStatusResponse = blank(globals(), "UserVerificationStatusResponse")


def read_UserVerificationStatusResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_UserVerificationStatusResponse()
    if (x := v.get("credentialId")) is not None and type(x) is not str:
        raise Unfit
    o.credential_id = x
    if (x := v.get("unavailableMessage")) is not None and type(x) is not str:
        raise Unfit
    o.unavailable_message = x
    o.unavailable_reason = (
        None
        if (x := v.get("unavailableReason")) is None
        else read_UserVerificationUnavailableReason(x)
    )
    o.__class__ = t.UserVerificationStatusResponse
    return o


read_UserVerificationUnavailableReason = Members(t.UserVerificationUnavailableReason).__getitem__
new_UserVerificationVerifyResponse = blank(globals(), "UserVerificationVerifyResponse")


def read_UserVerificationVerifyResponse(v):
    o = new_UserVerificationVerifyResponse()
    o.proof = read_UserVerificationProof(v["proof"])
    o.__class__ = t.UserVerificationVerifyResponse
    return o


by_tag_LoginAccountResponse = Variants(
    {
        "apiKey": read_ApiKeyLoginAccountResponse,
        "chatgpt": read_ChatgptLoginAccountResponse,
        "chatgptDeviceCode": read_ChatgptDeviceCodeLoginAccountResponse,
        "chatgptAuthTokens": read_ChatgptAuthTokensLoginAccountResponse,
        "amazonBedrock": read_AmazonBedrockLoginAccountResponse,
    }
)
