"""Login types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .rpc import RequestId

__all__ = [
    "AccountLoginCompletedNotification",
    "AmazonBedrockAccessKeysLoginAccountParams",
    "AmazonBedrockLoginAccountParams",
    "AmazonBedrockLoginAccountResponse",
    "ApiKeyLoginAccountParams",
    "ApiKeyLoginAccountResponse",
    "AttestationGenerateParams",
    "AttestationGenerateResponse",
    "CancelLoginAccountParams",
    "CancelLoginAccountResponse",
    "CancelLoginAccountStatus",
    "CancelledUserVerificationErrorDetails",
    "ChatgptAuthTokensLoginAccountParams",
    "ChatgptAuthTokensLoginAccountResponse",
    "ChatgptAuthTokensRefreshParams",
    "ChatgptAuthTokensRefreshReason",
    "ChatgptAuthTokensRefreshResponse",
    "ChatgptDeviceCodeLoginAccountParams",
    "ChatgptDeviceCodeLoginAccountResponse",
    "ChatgptLoginAccountParams",
    "ChatgptLoginAccountResponse",
    "DesktopOnboardingEntrypoint",
    "FailedUserVerificationErrorDetails",
    "InvalidRequestUserVerificationErrorDetails",
    "LoginAccountParams",
    "LoginAccountResponse",
    "LoginAppBrand",
    "UnavailableUserVerificationErrorDetails",
    "UserVerificationCancelParams",
    "UserVerificationCancelResponse",
    "UserVerificationCancellationReason",
    "UserVerificationDeleteParams",
    "UserVerificationDeleteResponse",
    "UserVerificationEnrollParams",
    "UserVerificationEnrollResponse",
    "UserVerificationErrorDetails",
    "UserVerificationFailureReason",
    "UserVerificationInvalidRequestReason",
    "UserVerificationProof",
    "UserVerificationRpcError",
    "UserVerificationStatusParams",
    "UserVerificationStatusResponse",
    "UserVerificationUnavailableReason",
    "UserVerificationVerifyParams",
    "UserVerificationVerifyResponse",
]


class CancelLoginAccountStatus(OpenEnum):
    """An open enum, used by `CancelLoginAccountResponse`."""

    CANCELED = "canceled"
    NOT_FOUND = "notFound"


class ChatgptAuthTokensRefreshReason(OpenEnum):
    """An open enum, used by `ChatgptAuthTokensRefreshParams`."""

    UNAUTHORIZED = "unauthorized"


class DesktopOnboardingEntrypoint(OpenEnum):
    """An open enum, used by `AccountLoginCompletedNotification`."""

    LIFE_SCIENCES = "life_sciences"


class LoginAppBrand(OpenEnum):
    """An open enum, used by `ChatgptLoginAccountParams`."""

    CODEX = "codex"
    CHATGPT = "chatgpt"


class UserVerificationCancellationReason(OpenEnum):
    """An open enum, used by `CancelledUserVerificationErrorDetails`."""

    USER_CANCELLED = "userCancelled"
    INTERRUPTED = "interrupted"


class UserVerificationFailureReason(OpenEnum):
    """An open enum, used by `FailedUserVerificationErrorDetails`."""

    AUTHENTICATION_FAILED = "authenticationFailed"
    TIMEOUT = "timeout"
    PROVIDER_ERROR = "providerError"
    SERVICE_ERROR = "serviceError"


class UserVerificationInvalidRequestReason(OpenEnum):
    """An open enum, used by `InvalidRequestUserVerificationErrorDetails`."""

    INVALID_PARAMS = "invalidParams"


class UserVerificationUnavailableReason(OpenEnum):
    """An open enum, used by `UnavailableUserVerificationErrorDetails` and 1 more."""

    CREDENTIAL_MISSING = "credentialMissing"
    BIOMETRICS_UNAVAILABLE = "biometricsUnavailable"
    PROVIDER_UNAVAILABLE = "providerUnavailable"


class AccountLoginCompletedNotification(WireModel):
    """Payload of the `account/login/completed` notification."""

    success: bool = wire("success")
    error: str | None = wire("error", default=None)
    login_id: str | None = wire("loginId", default=None)
    onboarding_entrypoint: DesktopOnboardingEntrypoint | None = wire(
        "onboardingEntrypoint", default=None
    )


class AmazonBedrockAccessKeysLoginAccountParams(WireModel):
    """One shape of `LoginAccountParams`, tagged `amazonBedrockAccessKeys`."""

    type: Literal["amazonBedrockAccessKeys"] = wire("type", default="amazonBedrockAccessKeys")
    access_key_id: str = wire("accessKeyId", secret=True)
    region: str = wire("region")
    secret_access_key: str = wire("secretAccessKey", secret=True)
    session_token: str | None | Omitted = wire("sessionToken", default=OMITTED, secret=True)


class AmazonBedrockLoginAccountParams(WireModel):
    """One shape of `LoginAccountParams`, tagged `amazonBedrock`."""

    type: Literal["amazonBedrock"] = wire("type", default="amazonBedrock")
    api_key: str = wire("apiKey", secret=True)
    region: str = wire("region")


class AmazonBedrockLoginAccountResponse(WireModel):
    """One shape of `LoginAccountResponse`, tagged `amazonBedrock`."""

    type: Literal["amazonBedrock"] = wire("type", default="amazonBedrock")


class ApiKeyLoginAccountParams(WireModel):
    """One shape of `LoginAccountParams`, tagged `apiKey`."""

    type: Literal["apiKey"] = wire("type", default="apiKey")
    api_key: str = wire("apiKey", secret=True)


class ApiKeyLoginAccountResponse(WireModel):
    """One shape of `LoginAccountResponse`, tagged `apiKey`."""

    type: Literal["apiKey"] = wire("type", default="apiKey")


class AttestationGenerateParams(WireModel):
    """Params of the server request `attestation/generate`."""


class AttestationGenerateResponse(WireModel):
    """Our answer to the server request `attestation/generate`."""

    token: str = wire("token", secret=True)


class CancelLoginAccountParams(WireModel):
    """Params of `account/login/cancel`."""

    login_id: str = wire("loginId")


class CancelLoginAccountResponse(WireModel):
    """Result of `account/login/cancel`."""

    status: CancelLoginAccountStatus = wire("status")


class CancelledUserVerificationErrorDetails(WireModel):
    """One shape of `UserVerificationErrorDetails`, tagged `cancelled`."""

    type: Literal["cancelled"] = wire("type", default="cancelled")
    reason: UserVerificationCancellationReason = wire("reason")


class ChatgptAuthTokensLoginAccountParams(WireModel):
    """One shape of `LoginAccountParams`, tagged `chatgptAuthTokens`."""

    type: Literal["chatgptAuthTokens"] = wire("type", default="chatgptAuthTokens")
    access_token: str = wire("accessToken", secret=True)
    chatgpt_account_id: str = wire("chatgptAccountId")
    chatgpt_plan_type: str | None | Omitted = wire("chatgptPlanType", default=OMITTED)


class ChatgptAuthTokensLoginAccountResponse(WireModel):
    """One shape of `LoginAccountResponse`, tagged `chatgptAuthTokens`."""

    type: Literal["chatgptAuthTokens"] = wire("type", default="chatgptAuthTokens")


class ChatgptAuthTokensRefreshParams(WireModel):
    """Params of the server request `account/chatgptAuthTokens/refresh`."""

    reason: ChatgptAuthTokensRefreshReason = wire("reason")
    previous_account_id: str | None = wire("previousAccountId", default=None)


class ChatgptAuthTokensRefreshResponse(WireModel):
    """Our answer to the server request `account/chatgptAuthTokens/refresh`."""

    access_token: str = wire("accessToken", secret=True)
    chatgpt_account_id: str = wire("chatgptAccountId")
    chatgpt_plan_type: str | None | Omitted = wire("chatgptPlanType", default=OMITTED)


class ChatgptDeviceCodeLoginAccountParams(WireModel):
    """One shape of `LoginAccountParams`, tagged `chatgptDeviceCode`."""

    type: Literal["chatgptDeviceCode"] = wire("type", default="chatgptDeviceCode")


class ChatgptDeviceCodeLoginAccountResponse(WireModel):
    """One shape of `LoginAccountResponse`, tagged `chatgptDeviceCode`."""

    type: Literal["chatgptDeviceCode"] = wire("type", default="chatgptDeviceCode")
    login_id: str = wire("loginId")
    user_code: str = wire("userCode", secret=True)
    verification_url: str = wire("verificationUrl")


class ChatgptLoginAccountParams(WireModel):
    """One shape of `LoginAccountParams`, tagged `chatgpt`."""

    type: Literal["chatgpt"] = wire("type", default="chatgpt")
    app_brand: LoginAppBrand | None | Omitted = wire("appBrand", default=OMITTED)
    codex_streamlined_login: bool | Omitted = wire("codexStreamlinedLogin", default=OMITTED)
    use_hosted_login_success_page: bool | Omitted = wire(
        "useHostedLoginSuccessPage", default=OMITTED
    )


class ChatgptLoginAccountResponse(WireModel):
    """One shape of `LoginAccountResponse`, tagged `chatgpt`."""

    type: Literal["chatgpt"] = wire("type", default="chatgpt")
    auth_url: str = wire("authUrl", secret=True)
    login_id: str = wire("loginId")


class FailedUserVerificationErrorDetails(WireModel):
    """One shape of `UserVerificationErrorDetails`, tagged `failed`."""

    type: Literal["failed"] = wire("type", default="failed")
    reason: UserVerificationFailureReason = wire("reason")


class InvalidRequestUserVerificationErrorDetails(WireModel):
    """One shape of `UserVerificationErrorDetails`, tagged `invalidRequest`."""

    type: Literal["invalidRequest"] = wire("type", default="invalidRequest")
    reason: UserVerificationInvalidRequestReason = wire("reason")


class UnavailableUserVerificationErrorDetails(WireModel):
    """One shape of `UserVerificationErrorDetails`, tagged `unavailable`."""

    type: Literal["unavailable"] = wire("type", default="unavailable")
    reason: UserVerificationUnavailableReason = wire("reason")


class UserVerificationCancelParams(WireModel):
    """Params of `userVerification/cancel`."""

    request_id: RequestId = wire("requestId")


class UserVerificationCancelResponse(WireModel):
    """Result of `userVerification/cancel`."""


class UserVerificationDeleteParams(WireModel):
    """Params of `userVerification/delete`."""


class UserVerificationDeleteResponse(WireModel):
    """Result of `userVerification/delete`."""


class UserVerificationEnrollParams(WireModel):
    """Params of `userVerification/enroll`."""


class UserVerificationEnrollResponse(WireModel):
    """Result of `userVerification/enroll`."""

    credential_id: str = wire("credentialId")
    algorithm: str | None = wire("algorithm", default=None)
    public_key: str | None = wire("publicKey", default=None)


class UserVerificationProof(WireModel):
    """An object, used by `UserVerificationVerifyResponse`."""

    credential_id: str = wire("credentialId")
    signature: str = wire("signature", secret=True)


class UserVerificationRpcError(WireModel):
    """An object, not used by any method."""

    code: int = wire("code", format="int64")
    data: UserVerificationErrorDetails = wire("data")
    message: str = wire("message")


class UserVerificationStatusParams(WireModel):
    """Params of `userVerification/status`."""


class UserVerificationStatusResponse(WireModel):
    """Result of `userVerification/status`."""

    credential_id: str | None = wire("credentialId", default=None)
    unavailable_message: str | None = wire("unavailableMessage", default=None)
    unavailable_reason: UserVerificationUnavailableReason | None = wire(
        "unavailableReason", default=None
    )


class UserVerificationVerifyParams(WireModel):
    """Params of `userVerification/verify`."""

    challenge: str = wire("challenge")
    description: str = wire("description")
    title: str = wire("title")


class UserVerificationVerifyResponse(WireModel):
    """Result of `userVerification/verify`."""

    proof: UserVerificationProof = wire("proof")


LoginAccountParams: TypeAlias = (
    ApiKeyLoginAccountParams
    | ChatgptLoginAccountParams
    | ChatgptDeviceCodeLoginAccountParams
    | ChatgptAuthTokensLoginAccountParams
    | AmazonBedrockLoginAccountParams
    | AmazonBedrockAccessKeysLoginAccountParams
    | UnknownVariant
)
"""Params of `account/login/start`."""

LoginAccountResponse: TypeAlias = (
    ApiKeyLoginAccountResponse
    | ChatgptLoginAccountResponse
    | ChatgptDeviceCodeLoginAccountResponse
    | ChatgptAuthTokensLoginAccountResponse
    | AmazonBedrockLoginAccountResponse
    | UnknownVariant
)
"""Result of `account/login/start`."""

UserVerificationErrorDetails: TypeAlias = (
    InvalidRequestUserVerificationErrorDetails
    | UnavailableUserVerificationErrorDetails
    | CancelledUserVerificationErrorDetails
    | FailedUserVerificationErrorDetails
    | UnknownVariant
)
"""A union, used by `UserVerificationRpcError`."""
