"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank, later
from .. import account as t

read_ThreadUsage = later(globals(), "thread_state", "read_ThreadUsage")


def read_Account(v):
    return by_tag_Account[v["type"]](v)


new_AccountRateLimitsUpdatedNotification = blank(globals(), "AccountRateLimitsUpdatedNotification")


def read_AccountRateLimitsUpdatedNotification(v):
    o = new_AccountRateLimitsUpdatedNotification()
    o.rate_limits = read_RateLimitSnapshot(v["rateLimits"])
    o.__class__ = t.AccountRateLimitsUpdatedNotification
    return o


read_AccountRoutingOverride = Members(t.AccountRoutingOverride).__getitem__
new_AccountTokenUsageDailyBucket = blank(globals(), "AccountTokenUsageDailyBucket")


def read_AccountTokenUsageDailyBucket(v):
    o = new_AccountTokenUsageDailyBucket()
    if type(x := v["startDate"]) is not str:
        raise Unfit
    o.start_date = x
    if type(x := v["tokens"]) is not int:
        raise Unfit
    o.tokens = x
    o.__class__ = t.AccountTokenUsageDailyBucket
    return o


new_AccountTokenUsageSummary = blank(globals(), "AccountTokenUsageSummary")


def read_AccountTokenUsageSummary(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AccountTokenUsageSummary()
    if (x := v.get("currentStreakDays")) is not None and type(x) is not int:
        raise Unfit
    o.current_streak_days = x
    if (x := v.get("lifetimeTokens")) is not None and type(x) is not int:
        raise Unfit
    o.lifetime_tokens = x
    if (x := v.get("longestRunningTurnSec")) is not None and type(x) is not int:
        raise Unfit
    o.longest_running_turn_sec = x
    if (x := v.get("longestStreakDays")) is not None and type(x) is not int:
        raise Unfit
    o.longest_streak_days = x
    if (x := v.get("peakDailyTokens")) is not None and type(x) is not int:
        raise Unfit
    o.peak_daily_tokens = x
    o.__class__ = t.AccountTokenUsageSummary
    return o


new_AccountUpdatedNotification = blank(globals(), "AccountUpdatedNotification")


def read_AccountUpdatedNotification(v):
    if type(v) is not dict:
        raise Unfit
    o = new_AccountUpdatedNotification()
    o.auth_mode = None if (x := v.get("authMode")) is None else read_AuthMode(x)
    o.plan_type = None if (x := v.get("planType")) is None else read_PlanType(x)
    o.__class__ = t.AccountUpdatedNotification
    return o


read_AddCreditsNudgeEmailStatus = Members(t.AddCreditsNudgeEmailStatus).__getitem__
new_AmazonBedrockAccount = blank(globals(), "AmazonBedrockAccount")


def read_AmazonBedrockAccount(v):
    o = new_AmazonBedrockAccount()
    if v["type"] != "amazonBedrock":
        raise Unfit
    o.type = "amazonBedrock"
    if "usesCodexManagedCredentials" in v:
        if type(x := v["usesCodexManagedCredentials"]) is not bool:
            raise Unfit
        o.uses_codex_managed_credentials = x
    else:
        o.uses_codex_managed_credentials = False
    o.__class__ = t.AmazonBedrockAccount
    return o


new_ApiKeyAccount = blank(globals(), "ApiKeyAccount")


def read_ApiKeyAccount(v):
    o = new_ApiKeyAccount()
    if v["type"] != "apiKey":
        raise Unfit
    o.type = "apiKey"
    o.__class__ = t.ApiKeyAccount
    return o


read_AuthMode = Members(t.AuthMode).__getitem__
new_AuthRecoveryNotification = blank(globals(), "AuthRecoveryNotification")


def read_AuthRecoveryNotification(v):
    o = new_AuthRecoveryNotification()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if type(x := v["provider"]) is not str:
        raise Unfit
    o.provider = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.AuthRecoveryNotification
    return o


read_AwsCredentialType = Members(t.AwsCredentialType).__getitem__
new_BedrockAwsProfile = blank(globals(), "BedrockAwsProfile")


def read_BedrockAwsProfile(v):
    o = new_BedrockAwsProfile()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if (x := v.get("region")) is not None and type(x) is not str:
        raise Unfit
    o.region = x
    o.__class__ = t.BedrockAwsProfile
    return o


new_BedrockCheckGovCloudRequirementsResponse = blank(
    globals(), "BedrockCheckGovCloudRequirementsResponse"
)


def read_BedrockCheckGovCloudRequirementsResponse(v):
    o = new_BedrockCheckGovCloudRequirementsResponse()
    if type(x := v["isGovCloud"]) is not bool:
        raise Unfit
    o.is_gov_cloud = x
    if type(x := v["shouldWarn"]) is not bool:
        raise Unfit
    o.should_warn = x
    o.__class__ = t.BedrockCheckGovCloudRequirementsResponse
    return o


new_BedrockDiscoverResponse = blank(globals(), "BedrockDiscoverResponse")


def read_BedrockDiscoverResponse(v):
    o = new_BedrockDiscoverResponse()
    if type(x := v["environmentCredentials"]) is not list:
        raise Unfit
    o.environment_credentials = [read_BedrockEnvironmentCredential(y) for y in x]
    if type(x := v["profiles"]) is not list:
        raise Unfit
    o.profiles = [read_BedrockAwsProfile(y) for y in x]
    o.__class__ = t.BedrockDiscoverResponse
    return o


new_BedrockEnvironmentCredential = blank(globals(), "BedrockEnvironmentCredential")


def read_BedrockEnvironmentCredential(v):
    o = new_BedrockEnvironmentCredential()
    o.type = read_AwsCredentialType(v["type"])
    if (x := v.get("region")) is not None and type(x) is not str:
        raise Unfit
    o.region = x
    o.__class__ = t.BedrockEnvironmentCredential
    return o


new_BedrockSetupResponse = blank(globals(), "BedrockSetupResponse")


def read_BedrockSetupResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_BedrockSetupResponse()
    o.__class__ = t.BedrockSetupResponse
    return o


new_ChatgptAccount = blank(globals(), "ChatgptAccount")


def read_ChatgptAccount(v):
    o = new_ChatgptAccount()
    if v["type"] != "chatgpt":
        raise Unfit
    o.type = "chatgpt"
    if (x := v["email"]) is not None and type(x) is not str:
        raise Unfit
    o.email = x
    o.plan_type = read_PlanType(v["planType"])
    o.__class__ = t.ChatgptAccount
    return o


read_ConsumeAccountRateLimitResetCreditOutcome = Members(
    t.ConsumeAccountRateLimitResetCreditOutcome
).__getitem__
new_ConsumeAccountRateLimitResetCreditResponse = blank(
    globals(), "ConsumeAccountRateLimitResetCreditResponse"
)


def read_ConsumeAccountRateLimitResetCreditResponse(v):
    o = new_ConsumeAccountRateLimitResetCreditResponse()
    o.outcome = read_ConsumeAccountRateLimitResetCreditOutcome(v["outcome"])
    o.__class__ = t.ConsumeAccountRateLimitResetCreditResponse
    return o


new_CreditsSnapshot = blank(globals(), "CreditsSnapshot")


def read_CreditsSnapshot(v):
    o = new_CreditsSnapshot()
    if type(x := v["hasCredits"]) is not bool:
        raise Unfit
    o.has_credits = x
    if type(x := v["unlimited"]) is not bool:
        raise Unfit
    o.unlimited = x
    if (x := v.get("balance")) is not None and type(x) is not str:
        raise Unfit
    o.balance = x
    o.__class__ = t.CreditsSnapshot
    return o


read_CyberAccessProgram = Members(t.CyberAccessProgram).__getitem__
new_GatewayOAuthCancelResponse = blank(globals(), "GatewayOAuthCancelResponse")


def read_GatewayOAuthCancelResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_GatewayOAuthCancelResponse()
    o.__class__ = t.GatewayOAuthCancelResponse
    return o


new_GatewayOAuthChangedNotification = blank(globals(), "GatewayOAuthChangedNotification")


def read_GatewayOAuthChangedNotification(v):
    o = new_GatewayOAuthChangedNotification()
    if type(x := v["providerId"]) is not str:
        raise Unfit
    o.provider_id = x
    o.status = read_GatewayOAuthStatus(v["status"])
    if (x := v.get("authUrl")) is not None and type(x) is not str:
        raise Unfit
    o.auth_url = x
    if (x := v.get("error")) is not None and type(x) is not str:
        raise Unfit
    o.error = x
    o.__class__ = t.GatewayOAuthChangedNotification
    return o


new_GatewayOAuthLoginResponse = blank(globals(), "GatewayOAuthLoginResponse")


def read_GatewayOAuthLoginResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_GatewayOAuthLoginResponse()
    o.__class__ = t.GatewayOAuthLoginResponse
    return o


new_GatewayOAuthReadResponse = blank(globals(), "GatewayOAuthReadResponse")


def read_GatewayOAuthReadResponse(v):
    o = new_GatewayOAuthReadResponse()
    if type(x := v["providerId"]) is not str:
        raise Unfit
    o.provider_id = x
    if type(x := v["providerName"]) is not str:
        raise Unfit
    o.provider_name = x
    if type(x := v["required"]) is not bool:
        raise Unfit
    o.required = x
    if (x := v.get("error")) is not None and type(x) is not str:
        raise Unfit
    o.error = x
    o.status = None if (x := v.get("status")) is None else read_GatewayOAuthStatus(x)
    o.__class__ = t.GatewayOAuthReadResponse
    return o


read_GatewayOAuthStatus = Members(t.GatewayOAuthStatus).__getitem__
new_GetAccountRateLimitsResponse = blank(globals(), "GetAccountRateLimitsResponse")


def read_GetAccountRateLimitsResponse(v):
    o = new_GetAccountRateLimitsResponse()
    o.rate_limits = read_RateLimitSnapshot(v["rateLimits"])
    if (x := v.get("accountId")) is not None and type(x) is not str:
        raise Unfit
    o.account_id = x
    if (x := v.get("ordinaryUsageAllowed")) is not None and type(x) is not bool:
        raise Unfit
    o.ordinary_usage_allowed = x
    o.rate_limit_reset_credits = (
        None
        if (x := v.get("rateLimitResetCredits")) is None
        else read_RateLimitResetCreditsSummary(x)
    )
    o.rate_limit_upsell = v.get("rateLimitUpsell")
    x = v.get("rateLimitsByLimitId")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_RateLimitSnapshot(y) for k, y in x.items()}
    o.rate_limits_by_limit_id = x
    o.__class__ = t.GetAccountRateLimitsResponse
    return o


new_GetAccountResponse = blank(globals(), "GetAccountResponse")


def read_GetAccountResponse(v):
    o = new_GetAccountResponse()
    if type(x := v["requiresOpenaiAuth"]) is not bool:
        raise Unfit
    o.requires_openai_auth = x
    o.account = None if (x := v.get("account")) is None else by_tag_Account[x["type"]](x)
    o.workspace_routing = (
        None if (x := v.get("workspaceRouting")) is None else read_WorkspaceRouting(x)
    )
    o.__class__ = t.GetAccountResponse
    return o


new_GetAccountTokenUsageResponse = blank(globals(), "GetAccountTokenUsageResponse")


def read_GetAccountTokenUsageResponse(v):
    o = new_GetAccountTokenUsageResponse()
    o.summary = read_AccountTokenUsageSummary(v["summary"])
    x = v.get("dailyUsageBuckets")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_AccountTokenUsageDailyBucket(y) for y in x]
    o.daily_usage_buckets = x
    o.thread_usage = None if (x := v.get("threadUsage")) is None else read_ThreadUsage(x)
    o.__class__ = t.GetAccountTokenUsageResponse
    return o


new_GetWorkspaceMessagesResponse = blank(globals(), "GetWorkspaceMessagesResponse")


def read_GetWorkspaceMessagesResponse(v):
    o = new_GetWorkspaceMessagesResponse()
    if type(x := v["featureEnabled"]) is not bool:
        raise Unfit
    o.feature_enabled = x
    if type(x := v["messages"]) is not list:
        raise Unfit
    o.messages = [read_WorkspaceMessage(y) for y in x]
    o.__class__ = t.GetWorkspaceMessagesResponse
    return o


new_LogoutAccountResponse = blank(globals(), "LogoutAccountResponse")


def read_LogoutAccountResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_LogoutAccountResponse()
    o.__class__ = t.LogoutAccountResponse
    return o


read_PlanType = Members(t.PlanType).__getitem__
read_RateLimitReachedType = Members(t.RateLimitReachedType).__getitem__
new_RateLimitResetCredit = blank(globals(), "RateLimitResetCredit")


def read_RateLimitResetCredit(v):
    o = new_RateLimitResetCredit()
    if type(x := v["grantedAt"]) is not int:
        raise Unfit
    o.granted_at = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.reset_type = read_RateLimitResetType(v["resetType"])
    o.status = read_RateLimitResetCreditStatus(v["status"])
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("expiresAt")) is not None and type(x) is not int:
        raise Unfit
    o.expires_at = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.RateLimitResetCredit
    return o


read_RateLimitResetCreditStatus = Members(t.RateLimitResetCreditStatus).__getitem__
new_RateLimitResetCreditsSummary = blank(globals(), "RateLimitResetCreditsSummary")


def read_RateLimitResetCreditsSummary(v):
    o = new_RateLimitResetCreditsSummary()
    if type(x := v["availableCount"]) is not int:
        raise Unfit
    o.available_count = x
    x = v.get("credits")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_RateLimitResetCredit(y) for y in x]
    o.credits = x
    o.__class__ = t.RateLimitResetCreditsSummary
    return o


read_RateLimitResetType = Members(t.RateLimitResetType).__getitem__
new_RateLimitSnapshot = blank(globals(), "RateLimitSnapshot")


def read_RateLimitSnapshot(v):
    if type(v) is not dict:
        raise Unfit
    o = new_RateLimitSnapshot()
    o.credits = None if (x := v.get("credits")) is None else read_CreditsSnapshot(x)
    o.individual_limit = (
        None if (x := v.get("individualLimit")) is None else read_SpendControlLimitSnapshot(x)
    )
    if (x := v.get("limitId")) is not None and type(x) is not str:
        raise Unfit
    o.limit_id = x
    if (x := v.get("limitName")) is not None and type(x) is not str:
        raise Unfit
    o.limit_name = x
    if (x := v.get("normalModelSlug")) is not None and type(x) is not str:
        raise Unfit
    o.normal_model_slug = x
    o.plan_type = None if (x := v.get("planType")) is None else read_PlanType(x)
    o.primary = None if (x := v.get("primary")) is None else read_RateLimitWindow(x)
    o.rate_limit_reached_type = (
        None if (x := v.get("rateLimitReachedType")) is None else read_RateLimitReachedType(x)
    )
    o.secondary = None if (x := v.get("secondary")) is None else read_RateLimitWindow(x)
    if (x := v.get("spendControlReached")) is not None and type(x) is not bool:
        raise Unfit
    o.spend_control_reached = x
    o.__class__ = t.RateLimitSnapshot
    return o


new_RateLimitWindow = blank(globals(), "RateLimitWindow")


def read_RateLimitWindow(v):
    o = new_RateLimitWindow()
    if type(x := v["usedPercent"]) is not int:
        raise Unfit
    o.used_percent = x
    if (x := v.get("resetsAt")) is not None and type(x) is not int:
        raise Unfit
    o.resets_at = x
    if (x := v.get("windowDurationMins")) is not None and type(x) is not int:
        raise Unfit
    o.window_duration_mins = x
    o.__class__ = t.RateLimitWindow
    return o


new_SendAddCreditsNudgeEmailResponse = blank(globals(), "SendAddCreditsNudgeEmailResponse")


def read_SendAddCreditsNudgeEmailResponse(v):
    o = new_SendAddCreditsNudgeEmailResponse()
    o.status = read_AddCreditsNudgeEmailStatus(v["status"])
    o.__class__ = t.SendAddCreditsNudgeEmailResponse
    return o


new_SpendControlLimitSnapshot = blank(globals(), "SpendControlLimitSnapshot")


def read_SpendControlLimitSnapshot(v):
    o = new_SpendControlLimitSnapshot()
    if type(x := v["limit"]) is not str:
        raise Unfit
    o.limit = x
    if type(x := v["remainingPercent"]) is not int:
        raise Unfit
    o.remaining_percent = x
    if type(x := v["resetsAt"]) is not int:
        raise Unfit
    o.resets_at = x
    if type(x := v["used"]) is not str:
        raise Unfit
    o.used = x
    o.__class__ = t.SpendControlLimitSnapshot
    return o


new_WorkspaceMessage = blank(globals(), "WorkspaceMessage")


def read_WorkspaceMessage(v):
    o = new_WorkspaceMessage()
    if type(x := v["messageBody"]) is not str:
        raise Unfit
    o.message_body = x
    if type(x := v["messageId"]) is not str:
        raise Unfit
    o.message_id = x
    o.message_type = read_WorkspaceMessageType(v["messageType"])
    if (x := v.get("archivedAt")) is not None and type(x) is not int:
        raise Unfit
    o.archived_at = x
    if (x := v.get("createdAt")) is not None and type(x) is not int:
        raise Unfit
    o.created_at = x
    o.__class__ = t.WorkspaceMessage
    return o


read_WorkspaceMessageType = Members(t.WorkspaceMessageType).__getitem__
new_WorkspaceRouting = blank(globals(), "WorkspaceRouting")


def read_WorkspaceRouting(v):
    o = new_WorkspaceRouting()
    o.account_routing_override = read_AccountRoutingOverride(v["accountRoutingOverride"])
    if type(x := v["backendOrigin"]) is not str:
        raise Unfit
    o.backend_origin = x
    if type(x := v["chatgptAccountId"]) is not str:
        raise Unfit
    o.chatgpt_account_id = x
    o.__class__ = t.WorkspaceRouting
    return o


by_tag_Account = Variants(
    {
        "apiKey": read_ApiKeyAccount,
        "chatgpt": read_ChatgptAccount,
        "amazonBedrock": read_AmazonBedrockAccount,
    }
)
