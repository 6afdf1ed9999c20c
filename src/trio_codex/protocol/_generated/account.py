"""Account, usage and rate limit types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .thread_state import ThreadUsage

__all__ = [
    "Account",
    "AccountRateLimitsUpdatedNotification",
    "AccountRoutingOverride",
    "AccountTokenUsageDailyBucket",
    "AccountTokenUsageSummary",
    "AccountUpdatedNotification",
    "AddCreditsNudgeCreditType",
    "AddCreditsNudgeEmailStatus",
    "AmazonBedrockAccount",
    "ApiKeyAccount",
    "AuthMode",
    "AuthRecoveryNotification",
    "AwsCredentialType",
    "BedrockAwsProfile",
    "BedrockCheckGovCloudRequirementsParams",
    "BedrockCheckGovCloudRequirementsResponse",
    "BedrockDiscoverParams",
    "BedrockDiscoverResponse",
    "BedrockEnvironmentCredential",
    "BedrockSetupParams",
    "BedrockSetupResponse",
    "ChatgptAccount",
    "ConsumeAccountRateLimitResetCreditOutcome",
    "ConsumeAccountRateLimitResetCreditParams",
    "ConsumeAccountRateLimitResetCreditResponse",
    "CreditsSnapshot",
    "CyberAccessProgram",
    "EnvironmentBedrockSetupParams",
    "GatewayOAuthCancelResponse",
    "GatewayOAuthChangedNotification",
    "GatewayOAuthLoginResponse",
    "GatewayOAuthReadResponse",
    "GatewayOAuthStatus",
    "GetAccountParams",
    "GetAccountRateLimitsParams",
    "GetAccountRateLimitsResponse",
    "GetAccountResponse",
    "GetAccountTokenUsageParams",
    "GetAccountTokenUsageResponse",
    "GetWorkspaceMessagesResponse",
    "LogoutAccountResponse",
    "NullableGetAccountRateLimitsParams",
    "NullableGetAccountTokenUsageParams",
    "PlanType",
    "ProfileBedrockSetupParams",
    "RateLimitReachedType",
    "RateLimitResetCredit",
    "RateLimitResetCreditStatus",
    "RateLimitResetCreditsSummary",
    "RateLimitResetType",
    "RateLimitSnapshot",
    "RateLimitWindow",
    "SendAddCreditsNudgeEmailParams",
    "SendAddCreditsNudgeEmailResponse",
    "SpendControlLimitSnapshot",
    "WorkspaceMessage",
    "WorkspaceMessageType",
    "WorkspaceRouting",
]


class AccountRoutingOverride(OpenEnum):
    """An open enum, used by `WorkspaceRouting`."""

    NO_CONSTRAINT = "NO_CONSTRAINT"
    US = "us"
    US_CR = "us_cr"


class AddCreditsNudgeCreditType(OpenEnum):
    """An open enum, used by `SendAddCreditsNudgeEmailParams`."""

    CREDITS = "credits"
    USAGE_LIMIT = "usage_limit"


class AddCreditsNudgeEmailStatus(OpenEnum):
    """An open enum, used by `SendAddCreditsNudgeEmailResponse`."""

    SENT = "sent"
    COOLDOWN_ACTIVE = "cooldown_active"


class AuthMode(OpenEnum):
    """An open enum, used by `AccountUpdatedNotification`."""

    APIKEY = "apikey"
    CHATGPT = "chatgpt"
    CHATGPT_AUTH_TOKENS = "chatgptAuthTokens"
    HEADERS = "headers"
    AGENT_IDENTITY = "agentIdentity"
    PERSONAL_ACCESS_TOKEN = "personalAccessToken"
    BEDROCK_API_KEY = "bedrockApiKey"
    BEDROCK_ACCESS_KEYS = "bedrockAccessKeys"


class AwsCredentialType(OpenEnum):
    """An open enum, used by `BedrockEnvironmentCredential`."""

    ACCESS_KEYS = "accessKeys"
    BEDROCK_API_KEY = "bedrockApiKey"


class ConsumeAccountRateLimitResetCreditOutcome(OpenEnum):
    """An open enum, used by `ConsumeAccountRateLimitResetCreditResponse`."""

    RESET = "reset"
    NOTHING_TO_RESET = "nothingToReset"
    NO_CREDIT = "noCredit"
    ALREADY_REDEEMED = "alreadyRedeemed"


class CyberAccessProgram(OpenEnum):
    """An open enum, used by `ModelAccessPrograms` and `TurnStartParams`."""

    STANDARD = "standard"
    DAYBREAK_BLUE = "daybreakBlue"
    DAYBREAK_RED = "daybreakRed"


class GatewayOAuthStatus(OpenEnum):
    """An open enum, used by `GatewayOAuthChangedNotification` and `GatewayOAuthReadResponse`."""

    NOT_READY = "notReady"
    STARTED = "started"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class PlanType(OpenEnum):
    """An open enum, used by `AccountUpdatedNotification` and 2 more."""

    FREE = "free"
    GO = "go"
    PLUS = "plus"
    PRO = "pro"
    PROLITE = "prolite"
    PROMAX = "promax"
    TEAM = "team"
    SELF_SERVE_BUSINESS_PROLITE = "self_serve_business_prolite"
    SELF_SERVE_BUSINESS_USAGE_BASED = "self_serve_business_usage_based"
    BUSINESS = "business"
    ENT26 = "ent26"
    ENTERPRISE_CBP_AUTOMATION = "enterprise_cbp_automation"
    ENTERPRISE_CBP_USAGE_BASED = "enterprise_cbp_usage_based"
    ENTERPRISE = "enterprise"
    EDU = "edu"
    EDU_PLUS = "edu_plus"
    EDU_PRO = "edu_pro"
    UNKNOWN = "unknown"


class RateLimitReachedType(OpenEnum):
    """An open enum, used by `RateLimitSnapshot`."""

    RATE_LIMIT_REACHED = "rate_limit_reached"
    WORKSPACE_OWNER_CREDITS_DEPLETED = "workspace_owner_credits_depleted"
    WORKSPACE_MEMBER_CREDITS_DEPLETED = "workspace_member_credits_depleted"
    WORKSPACE_OWNER_USAGE_LIMIT_REACHED = "workspace_owner_usage_limit_reached"
    WORKSPACE_MEMBER_USAGE_LIMIT_REACHED = "workspace_member_usage_limit_reached"


class RateLimitResetCreditStatus(OpenEnum):
    """An open enum, used by `RateLimitResetCredit`."""

    AVAILABLE = "available"
    REDEEMING = "redeeming"
    REDEEMED = "redeemed"
    UNKNOWN = "unknown"


class RateLimitResetType(OpenEnum):
    """An open enum, used by `RateLimitResetCredit`."""

    CODEX_RATE_LIMITS = "codexRateLimits"
    UNKNOWN = "unknown"


class WorkspaceMessageType(OpenEnum):
    """An open enum, used by `WorkspaceMessage`."""

    HEADLINE = "headline"
    ANNOUNCEMENT = "announcement"
    UNKNOWN = "unknown"


class AccountRateLimitsUpdatedNotification(WireModel):
    """Payload of the `account/rateLimits/updated` notification."""

    rate_limits: RateLimitSnapshot = wire("rateLimits")


class AccountTokenUsageDailyBucket(WireModel):
    """An object, used by `GetAccountTokenUsageResponse`."""

    start_date: str = wire("startDate")
    tokens: int = wire("tokens", format="int64")


class AccountTokenUsageSummary(WireModel):
    """An object, used by `GetAccountTokenUsageResponse`."""

    current_streak_days: int | None = wire("currentStreakDays", default=None, format="int64")
    lifetime_tokens: int | None = wire("lifetimeTokens", default=None, format="int64")
    longest_running_turn_sec: int | None = wire(
        "longestRunningTurnSec", default=None, format="int64"
    )
    longest_streak_days: int | None = wire("longestStreakDays", default=None, format="int64")
    peak_daily_tokens: int | None = wire("peakDailyTokens", default=None, format="int64")


class AccountUpdatedNotification(WireModel):
    """Payload of the `account/updated` notification."""

    auth_mode: AuthMode | None = wire("authMode", default=None)
    plan_type: PlanType | None = wire("planType", default=None)


class AmazonBedrockAccount(WireModel):
    """One shape of `Account`, tagged `amazonBedrock`."""

    type: Literal["amazonBedrock"] = wire("type", default="amazonBedrock")
    uses_codex_managed_credentials: bool = wire("usesCodexManagedCredentials", default=False)


class ApiKeyAccount(WireModel):
    """One shape of `Account`, tagged `apiKey`."""

    type: Literal["apiKey"] = wire("type", default="apiKey")


class AuthRecoveryNotification(WireModel):
    """Payload of the `modelProvider/authRecoveryCompleted` and `modelProvider/authRecoveryStarted` notification."""

    message: str = wire("message")
    provider: str = wire("provider")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class BedrockAwsProfile(WireModel):
    """An object, used by `BedrockDiscoverResponse`."""

    name: str = wire("name")
    region: str | None = wire("region", default=None)


class BedrockCheckGovCloudRequirementsParams(WireModel):
    """Params of `account/bedrock/checkGovCloudRequirements`."""


class BedrockCheckGovCloudRequirementsResponse(WireModel):
    """Result of `account/bedrock/checkGovCloudRequirements`."""

    is_gov_cloud: bool = wire("isGovCloud")
    should_warn: bool = wire("shouldWarn")


class BedrockDiscoverParams(WireModel):
    """Params of `account/bedrock/discover`."""


class BedrockDiscoverResponse(WireModel):
    """Result of `account/bedrock/discover`."""

    environment_credentials: list[BedrockEnvironmentCredential] = wire("environmentCredentials")
    profiles: list[BedrockAwsProfile] = wire("profiles")


class BedrockEnvironmentCredential(WireModel):
    """An object, used by `BedrockDiscoverResponse`."""

    type: AwsCredentialType = wire("type")
    region: str | None = wire("region", default=None)


class BedrockSetupResponse(WireModel):
    """Result of `account/bedrock/setup`."""


class ChatgptAccount(WireModel):
    """One shape of `Account`, tagged `chatgpt`."""

    type: Literal["chatgpt"] = wire("type", default="chatgpt")
    email: str | None = wire("email")
    plan_type: PlanType = wire("planType")


class ConsumeAccountRateLimitResetCreditParams(WireModel):
    """Params of `account/rateLimitResetCredit/consume`."""

    idempotency_key: str = wire("idempotencyKey")
    credit_id: str | None | Omitted = wire("creditId", default=OMITTED)


class ConsumeAccountRateLimitResetCreditResponse(WireModel):
    """Result of `account/rateLimitResetCredit/consume`."""

    outcome: ConsumeAccountRateLimitResetCreditOutcome = wire("outcome")


class CreditsSnapshot(WireModel):
    """An object, used by `RateLimitSnapshot`."""

    has_credits: bool = wire("hasCredits")
    unlimited: bool = wire("unlimited")
    balance: str | None = wire("balance", default=None)


class EnvironmentBedrockSetupParams(WireModel):
    """One shape of `BedrockSetupParams`, tagged `environment`."""

    type: Literal["environment"] = wire("type", default="environment")
    region: str = wire("region")


class GatewayOAuthCancelResponse(WireModel):
    """Result of `account/gatewayOAuth/cancel`."""


class GatewayOAuthChangedNotification(WireModel):
    """Payload of the `account/gatewayOAuth/changed` notification."""

    provider_id: str = wire("providerId")
    status: GatewayOAuthStatus = wire("status")
    auth_url: str | None = wire("authUrl", default=None, secret=True)
    error: str | None = wire("error", default=None)


class GatewayOAuthLoginResponse(WireModel):
    """Result of `account/gatewayOAuth/login`."""


class GatewayOAuthReadResponse(WireModel):
    """Result of `account/gatewayOAuth/read`."""

    provider_id: str = wire("providerId")
    provider_name: str = wire("providerName")
    required: bool = wire("required")
    error: str | None = wire("error", default=None)
    status: GatewayOAuthStatus | None = wire("status", default=None)


class GetAccountParams(WireModel):
    """Params of `account/read`."""

    refresh_token: bool | Omitted = wire("refreshToken", default=OMITTED)


class GetAccountRateLimitsParams(WireModel):
    """Params of `account/rateLimits/read`."""

    exclude_reset_credit_details: bool | Omitted = wire(
        "excludeResetCreditDetails", default=OMITTED
    )
    supports_luna_reserve: bool | Omitted = wire("supportsLunaReserve", default=OMITTED)


class GetAccountRateLimitsResponse(WireModel):
    """Result of `account/rateLimits/read`."""

    rate_limits: RateLimitSnapshot = wire("rateLimits")
    account_id: str | None = wire("accountId", default=None)
    ordinary_usage_allowed: bool | None = wire("ordinaryUsageAllowed", default=None)
    rate_limit_reset_credits: RateLimitResetCreditsSummary | None = wire(
        "rateLimitResetCredits", default=None
    )
    rate_limit_upsell: JsonValue = wire("rateLimitUpsell", default=None, untyped=True)
    rate_limits_by_limit_id: dict[str, RateLimitSnapshot] | None = wire(
        "rateLimitsByLimitId", default=None
    )


class GetAccountResponse(WireModel):
    """Result of `account/read`."""

    requires_openai_auth: bool = wire("requiresOpenaiAuth")
    account: Account | None = wire("account", default=None)
    workspace_routing: WorkspaceRouting | None = wire(
        "workspaceRouting", default=None, experimental=True
    )


class GetAccountTokenUsageParams(WireModel):
    """Params of `account/usage/read`."""

    thread_id: str | None | Omitted = wire("threadId", default=OMITTED)


class GetAccountTokenUsageResponse(WireModel):
    """Result of `account/usage/read`."""

    summary: AccountTokenUsageSummary = wire("summary")
    daily_usage_buckets: list[AccountTokenUsageDailyBucket] | None = wire(
        "dailyUsageBuckets", default=None
    )
    thread_usage: ThreadUsage | None = wire("threadUsage", default=None)


class GetWorkspaceMessagesResponse(WireModel):
    """Result of `account/workspaceMessages/read`."""

    feature_enabled: bool = wire("featureEnabled")
    messages: list[WorkspaceMessage] = wire("messages")


class LogoutAccountResponse(WireModel):
    """Result of `account/logout`."""


class ProfileBedrockSetupParams(WireModel):
    """One shape of `BedrockSetupParams`, tagged `profile`."""

    type: Literal["profile"] = wire("type", default="profile")
    profile: str = wire("profile")
    region: str = wire("region")


class RateLimitResetCredit(WireModel):
    """An object, used by `RateLimitResetCreditsSummary`."""

    granted_at: int = wire("grantedAt", format="int64")
    id: str = wire("id")
    reset_type: RateLimitResetType = wire("resetType")
    status: RateLimitResetCreditStatus = wire("status")
    description: str | None = wire("description", default=None)
    expires_at: int | None = wire("expiresAt", default=None, format="int64")
    title: str | None = wire("title", default=None)


class RateLimitResetCreditsSummary(WireModel):
    """An object, used by `GetAccountRateLimitsResponse`."""

    available_count: int = wire("availableCount", format="int64")
    credits: list[RateLimitResetCredit] | None = wire("credits", default=None)


class RateLimitSnapshot(WireModel):
    """An object, used by `AccountRateLimitsUpdatedNotification` and 1 more."""

    credits: CreditsSnapshot | None = wire("credits", default=None)
    individual_limit: SpendControlLimitSnapshot | None = wire("individualLimit", default=None)
    limit_id: str | None = wire("limitId", default=None)
    limit_name: str | None = wire("limitName", default=None)
    normal_model_slug: str | None = wire("normalModelSlug", default=None)
    plan_type: PlanType | None = wire("planType", default=None)
    primary: RateLimitWindow | None = wire("primary", default=None)
    rate_limit_reached_type: RateLimitReachedType | None = wire(
        "rateLimitReachedType", default=None
    )
    secondary: RateLimitWindow | None = wire("secondary", default=None)
    spend_control_reached: bool | None = wire("spendControlReached", default=None)


class RateLimitWindow(WireModel):
    """An object, used by `RateLimitSnapshot`."""

    used_percent: int = wire("usedPercent", format="int32")
    resets_at: int | None = wire("resetsAt", default=None, format="int64")
    window_duration_mins: int | None = wire("windowDurationMins", default=None, format="int64")


class SendAddCreditsNudgeEmailParams(WireModel):
    """Params of `account/sendAddCreditsNudgeEmail`."""

    credit_type: AddCreditsNudgeCreditType = wire("creditType")


class SendAddCreditsNudgeEmailResponse(WireModel):
    """Result of `account/sendAddCreditsNudgeEmail`."""

    status: AddCreditsNudgeEmailStatus = wire("status")


class SpendControlLimitSnapshot(WireModel):
    """An object, used by `RateLimitSnapshot`."""

    limit: str = wire("limit")
    remaining_percent: int = wire("remainingPercent", format="int32")
    resets_at: int = wire("resetsAt", format="int64")
    used: str = wire("used")


class WorkspaceMessage(WireModel):
    """An object, used by `GetWorkspaceMessagesResponse`."""

    message_body: str = wire("messageBody")
    message_id: str = wire("messageId")
    message_type: WorkspaceMessageType = wire("messageType")
    archived_at: int | None = wire("archivedAt", default=None, format="int64")
    created_at: int | None = wire("createdAt", default=None, format="int64")


class WorkspaceRouting(WireModel):
    """An object, used by `GetAccountResponse`."""

    account_routing_override: AccountRoutingOverride = wire("accountRoutingOverride")
    backend_origin: str = wire("backendOrigin")
    chatgpt_account_id: str = wire("chatgptAccountId")


Account: TypeAlias = ApiKeyAccount | ChatgptAccount | AmazonBedrockAccount | UnknownVariant
"""A union, used by `GetAccountResponse`."""

BedrockSetupParams: TypeAlias = (
    ProfileBedrockSetupParams | EnvironmentBedrockSetupParams | UnknownVariant
)
"""Params of `account/bedrock/setup`."""

NullableGetAccountRateLimitsParams: TypeAlias = GetAccountRateLimitsParams | None
"""`GetAccountRateLimitsParams | None`, not used by any method."""

NullableGetAccountTokenUsageParams: TypeAlias = GetAccountTokenUsageParams | None
"""`GetAccountTokenUsageParams | None`, not used by any method."""
