"""Overloads: the params and result types of each request, for type checkers, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The last overload takes every method, so it overlaps with all others.
# mypy: disable-error-code="overload-overlap"
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal, overload

    from .._model import JsonValue
    from .account import (
        BedrockCheckGovCloudRequirementsParams,
        BedrockCheckGovCloudRequirementsResponse,
        BedrockDiscoverParams,
        BedrockDiscoverResponse,
        BedrockSetupParams,
        BedrockSetupResponse,
        ConsumeAccountRateLimitResetCreditParams,
        ConsumeAccountRateLimitResetCreditResponse,
        GatewayOAuthCancelResponse,
        GatewayOAuthLoginResponse,
        GatewayOAuthReadResponse,
        GetAccountParams,
        GetAccountRateLimitsParams,
        GetAccountRateLimitsResponse,
        GetAccountResponse,
        GetAccountTokenUsageParams,
        GetAccountTokenUsageResponse,
        GetWorkspaceMessagesResponse,
        LogoutAccountResponse,
        SendAddCreditsNudgeEmailParams,
        SendAddCreditsNudgeEmailResponse,
    )
    from .app import (
        AppsInstalledParams,
        AppsInstalledResponse,
        AppsListParams,
        AppsListResponse,
        AppsReadParams,
        AppsReadResponse,
    )
    from .command import (
        CommandExecParams,
        CommandExecResizeParams,
        CommandExecResizeResponse,
        CommandExecResponse,
        CommandExecTerminateParams,
        CommandExecTerminateResponse,
        CommandExecWriteParams,
        CommandExecWriteResponse,
        ProcessKillParams,
        ProcessKillResponse,
        ProcessResizePtyParams,
        ProcessResizePtyResponse,
        ProcessSpawnParams,
        ProcessSpawnResponse,
        ProcessWriteStdinParams,
        ProcessWriteStdinResponse,
    )
    from .config import (
        ConfigBatchWriteParams,
        ConfigReadParams,
        ConfigReadResponse,
        ConfigRequirementsReadResponse,
        ConfigValueWriteParams,
        ConfigWriteResponse,
        ExperimentalFeatureEnablementSetParams,
        ExperimentalFeatureEnablementSetResponse,
        ExperimentalFeatureListParams,
        ExperimentalFeatureListResponse,
    )
    from .environment import (
        EnvironmentAddParams,
        EnvironmentAddResponse,
        EnvironmentInfoParams,
        EnvironmentInfoResponse,
        EnvironmentStatusParams,
        EnvironmentStatusResponse,
    )
    from .external_agent import (
        ExternalAgentConfigDetectParams,
        ExternalAgentConfigDetectResponse,
        ExternalAgentConfigImportHistoriesReadResponse,
        ExternalAgentConfigImportHistoryRecordParams,
        ExternalAgentConfigImportHistoryRecordResponse,
        ExternalAgentConfigImportParams,
        ExternalAgentConfigImportResponse,
    )
    from .fs import (
        FsCopyParams,
        FsCopyResponse,
        FsCreateDirectoryParams,
        FsCreateDirectoryResponse,
        FsGetMetadataParams,
        FsGetMetadataResponse,
        FsReadDirectoryParams,
        FsReadDirectoryResponse,
        FsReadFileParams,
        FsReadFileResponse,
        FsRemoveParams,
        FsRemoveResponse,
        FsUnwatchParams,
        FsUnwatchResponse,
        FsWatchParams,
        FsWatchResponse,
        FsWriteFileParams,
        FsWriteFileResponse,
        FuzzyFileSearchParams,
        FuzzyFileSearchResponse,
        FuzzyFileSearchSessionStartParams,
        FuzzyFileSearchSessionStartResponse,
        FuzzyFileSearchSessionStopParams,
        FuzzyFileSearchSessionStopResponse,
        FuzzyFileSearchSessionUpdateParams,
        FuzzyFileSearchSessionUpdateResponse,
    )
    from .hook import HooksListParams, HooksListResponse
    from .login import (
        CancelLoginAccountParams,
        CancelLoginAccountResponse,
        LoginAccountParams,
        LoginAccountResponse,
        UserVerificationCancelParams,
        UserVerificationCancelResponse,
        UserVerificationDeleteParams,
        UserVerificationDeleteResponse,
        UserVerificationEnrollParams,
        UserVerificationEnrollResponse,
        UserVerificationStatusParams,
        UserVerificationStatusResponse,
        UserVerificationVerifyParams,
        UserVerificationVerifyResponse,
    )
    from .marketplace import (
        MarketplaceAddParams,
        MarketplaceAddResponse,
        MarketplaceRemoveParams,
        MarketplaceRemoveResponse,
        MarketplaceUpgradeParams,
        MarketplaceUpgradeResponse,
    )
    from .mcp import (
        ListMcpServerStatusParams,
        ListMcpServerStatusResponse,
        McpResourceReadParams,
        McpResourceReadResponse,
        McpServerEventStreamStartParams,
        McpServerEventStreamStartResponse,
        McpServerEventStreamStopParams,
        McpServerEventStreamStopResponse,
        McpServerOauthLoginParams,
        McpServerOauthLoginResponse,
        McpServerRefreshResponse,
        McpServerToolCallParams,
        McpServerToolCallResponse,
    )
    from .memory import (
        MemoryResetResponse,
        MemoryStatusParams,
        MemoryStatusResponse,
        RolloutCompressResponse,
    )
    from .model import (
        ModelListParams,
        ModelListResponse,
        ModelProviderCapabilitiesReadParams,
        ModelProviderCapabilitiesReadResponse,
    )
    from .permission import PermissionProfileListParams, PermissionProfileListResponse
    from .plugin import (
        PluginInstalledParams,
        PluginInstalledResponse,
        PluginInstallParams,
        PluginInstallResponse,
        PluginListParams,
        PluginListResponse,
        PluginReadParams,
        PluginReadResponse,
        PluginReconcileParams,
        PluginReconcileResponse,
        PluginSearchParams,
        PluginSearchResponse,
        PluginShareCheckoutParams,
        PluginShareCheckoutResponse,
        PluginShareDeleteParams,
        PluginShareDeleteResponse,
        PluginShareListParams,
        PluginShareListResponse,
        PluginShareSaveParams,
        PluginShareSaveResponse,
        PluginShareUpdateTargetsParams,
        PluginShareUpdateTargetsResponse,
        PluginSkillReadParams,
        PluginSkillReadResponse,
        PluginUninstallParams,
        PluginUninstallResponse,
    )
    from .project import (
        ProjectCreateParams,
        ProjectCreateResponse,
        ProjectDeleteParams,
        ProjectDeleteResponse,
        ProjectImportParams,
        ProjectImportResponse,
        ProjectListParams,
        ProjectListResponse,
        ProjectMoveParams,
        ProjectMoveResponse,
        ProjectReadParams,
        ProjectReadResponse,
        ProjectUpdateParams,
        ProjectUpdateResponse,
    )
    from .realtime import (
        ThreadRealtimeAppendAudioParams,
        ThreadRealtimeAppendAudioResponse,
        ThreadRealtimeAppendSpeechParams,
        ThreadRealtimeAppendSpeechResponse,
        ThreadRealtimeAppendTextParams,
        ThreadRealtimeAppendTextResponse,
        ThreadRealtimeListVoicesParams,
        ThreadRealtimeListVoicesResponse,
        ThreadRealtimeStartParams,
        ThreadRealtimeStartResponse,
        ThreadRealtimeStopParams,
        ThreadRealtimeStopResponse,
    )
    from .remote_control import (
        RemoteControlClientsListParams,
        RemoteControlClientsListResponse,
        RemoteControlClientsRevokeParams,
        RemoteControlClientsRevokeResponse,
        RemoteControlDisableParams,
        RemoteControlDisableResponse,
        RemoteControlEnableParams,
        RemoteControlEnableResponse,
        RemoteControlPairingStartParams,
        RemoteControlPairingStartResponse,
        RemoteControlPairingStatusParams,
        RemoteControlPairingStatusResponse,
        RemoteControlStatusReadResponse,
    )
    from .review import ReviewStartParams, ReviewStartResponse
    from .server import (
        FeedbackUploadParams,
        FeedbackUploadResponse,
        InitializeParams,
        InitializeResponse,
        MockExperimentalMethodParams,
        MockExperimentalMethodResponse,
        ServerDiagnosticsParams,
        ServerDiagnosticsResponse,
        WindowsSandboxReadinessResponse,
        WindowsSandboxSetupStartParams,
        WindowsSandboxSetupStartResponse,
    )
    from .skill import (
        SkillsConfigWriteParams,
        SkillsConfigWriteResponse,
        SkillsExtraRootsSetParams,
        SkillsExtraRootsSetResponse,
        SkillsListParams,
        SkillsListResponse,
    )
    from .thread import (
        ThreadApproveGuardianDeniedActionParams,
        ThreadApproveGuardianDeniedActionResponse,
        ThreadArchiveParams,
        ThreadArchiveResponse,
        ThreadCompactStartParams,
        ThreadCompactStartResponse,
        ThreadDecrementElicitationParams,
        ThreadDecrementElicitationResponse,
        ThreadDeleteParams,
        ThreadDeleteResponse,
        ThreadForkParams,
        ThreadForkResponse,
        ThreadIncrementElicitationParams,
        ThreadIncrementElicitationResponse,
        ThreadListParams,
        ThreadListResponse,
        ThreadLoadedListParams,
        ThreadLoadedListResponse,
        ThreadReadParams,
        ThreadReadResponse,
        ThreadResumeParams,
        ThreadResumeResponse,
        ThreadShellCommandParams,
        ThreadShellCommandResponse,
        ThreadStartParams,
        ThreadStartResponse,
        ThreadUnarchiveParams,
        ThreadUnarchiveResponse,
        ThreadUnsubscribeParams,
        ThreadUnsubscribeResponse,
    )
    from .thread_history import (
        ThreadInjectItemsParams,
        ThreadInjectItemsResponse,
        ThreadItemsListParams,
        ThreadItemsListResponse,
        ThreadItemsReadParams,
        ThreadItemsReadResponse,
        ThreadRevertParams,
        ThreadRevertResponse,
        ThreadSearchOccurrencesParams,
        ThreadSearchOccurrencesResponse,
        ThreadSearchParams,
        ThreadSearchResponse,
        ThreadTimelineListParams,
        ThreadTimelineListResponse,
        ThreadTurnsListParams,
        ThreadTurnsListResponse,
    )
    from .thread_state import (
        ThreadAttachmentAddParams,
        ThreadAttachmentAddResponse,
        ThreadAttachmentListParams,
        ThreadAttachmentListResponse,
        ThreadAttachmentOwnerListParams,
        ThreadAttachmentOwnerListResponse,
        ThreadAttachmentRemoveParams,
        ThreadAttachmentRemoveResponse,
        ThreadBackgroundTerminalsCleanParams,
        ThreadBackgroundTerminalsCleanResponse,
        ThreadBackgroundTerminalsListParams,
        ThreadBackgroundTerminalsListResponse,
        ThreadBackgroundTerminalsTerminateParams,
        ThreadBackgroundTerminalsTerminateResponse,
        ThreadGoalClearParams,
        ThreadGoalClearResponse,
        ThreadGoalGetParams,
        ThreadGoalGetResponse,
        ThreadGoalSetParams,
        ThreadGoalSetResponse,
        ThreadMemoryModeSetParams,
        ThreadMemoryModeSetResponse,
        ThreadMetadataUpdateParams,
        ThreadMetadataUpdateResponse,
        ThreadPredictionRequestParams,
        ThreadPredictionRequestResponse,
        ThreadQueueAddParams,
        ThreadQueueAddResponse,
        ThreadQueueDeleteParams,
        ThreadQueueDeleteResponse,
        ThreadQueueListParams,
        ThreadQueueListResponse,
        ThreadQueueReorderParams,
        ThreadQueueReorderResponse,
        ThreadQueueStartParams,
        ThreadQueueStartResponse,
        ThreadQueueUpdateParams,
        ThreadQueueUpdateResponse,
        ThreadReadStateUpdateParams,
        ThreadReadStateUpdateResponse,
        ThreadSectionCreateParams,
        ThreadSectionCreateResponse,
        ThreadSectionDeleteParams,
        ThreadSectionDeleteResponse,
        ThreadSectionListParams,
        ThreadSectionListResponse,
        ThreadSectionMoveParams,
        ThreadSectionMoveResponse,
        ThreadSectionUpdateParams,
        ThreadSectionUpdateResponse,
        ThreadSetNameParams,
        ThreadSetNameResponse,
        ThreadSettingsUpdateParams,
        ThreadSettingsUpdateResponse,
    )
    from .turn import (
        CollaborationModeListParams,
        CollaborationModeListResponse,
        TurnInterruptParams,
        TurnInterruptResponse,
        TurnSettingsUpdateParams,
        TurnSettingsUpdateResponse,
        TurnStartParams,
        TurnStartResponse,
        TurnSteerParams,
        TurnSteerResponse,
    )

__all__ = ["AsyncRequests", "BlockingRequests"]


class AsyncRequests:
    """Awaits a request; nothing of it exists at run time."""

    __slots__ = ()

    if TYPE_CHECKING:

        @overload
        async def request(
            self,
            method: Literal["account/bedrock/checkGovCloudRequirements"],
            params: BedrockCheckGovCloudRequirementsParams | Mapping[str, JsonValue],
        ) -> BedrockCheckGovCloudRequirementsResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/bedrock/discover"],
            params: BedrockDiscoverParams | Mapping[str, JsonValue],
        ) -> BedrockDiscoverResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/bedrock/setup"],
            params: BedrockSetupParams | Mapping[str, JsonValue],
        ) -> BedrockSetupResponse: ...
        @overload
        async def request(
            self, method: Literal["account/gatewayOAuth/cancel"], params: None = None
        ) -> GatewayOAuthCancelResponse: ...
        @overload
        async def request(
            self, method: Literal["account/gatewayOAuth/login"], params: None = None
        ) -> GatewayOAuthLoginResponse: ...
        @overload
        async def request(
            self, method: Literal["account/gatewayOAuth/read"], params: None = None
        ) -> GatewayOAuthReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/login/cancel"],
            params: CancelLoginAccountParams | Mapping[str, JsonValue],
        ) -> CancelLoginAccountResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/login/start"],
            params: LoginAccountParams | Mapping[str, JsonValue],
        ) -> LoginAccountResponse: ...
        @overload
        async def request(
            self, method: Literal["account/logout"], params: None = None
        ) -> LogoutAccountResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/rateLimitResetCredit/consume"],
            params: ConsumeAccountRateLimitResetCreditParams | Mapping[str, JsonValue],
        ) -> ConsumeAccountRateLimitResetCreditResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/rateLimits/read"],
            params: GetAccountRateLimitsParams | Mapping[str, JsonValue] | None = None,
        ) -> GetAccountRateLimitsResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/read"],
            params: GetAccountParams | Mapping[str, JsonValue],
        ) -> GetAccountResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/sendAddCreditsNudgeEmail"],
            params: SendAddCreditsNudgeEmailParams | Mapping[str, JsonValue],
        ) -> SendAddCreditsNudgeEmailResponse: ...
        @overload
        async def request(
            self,
            method: Literal["account/usage/read"],
            params: GetAccountTokenUsageParams | Mapping[str, JsonValue] | None = None,
        ) -> GetAccountTokenUsageResponse: ...
        @overload
        async def request(
            self, method: Literal["account/workspaceMessages/read"], params: None = None
        ) -> GetWorkspaceMessagesResponse: ...
        @overload
        async def request(
            self,
            method: Literal["app/installed"],
            params: AppsInstalledParams | Mapping[str, JsonValue],
        ) -> AppsInstalledResponse: ...
        @overload
        async def request(
            self, method: Literal["app/list"], params: AppsListParams | Mapping[str, JsonValue]
        ) -> AppsListResponse: ...
        @overload
        async def request(
            self, method: Literal["app/read"], params: AppsReadParams | Mapping[str, JsonValue]
        ) -> AppsReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["collaborationMode/list"],
            params: CollaborationModeListParams | Mapping[str, JsonValue],
        ) -> CollaborationModeListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["command/exec"],
            params: CommandExecParams | Mapping[str, JsonValue],
        ) -> CommandExecResponse: ...
        @overload
        async def request(
            self,
            method: Literal["command/exec/resize"],
            params: CommandExecResizeParams | Mapping[str, JsonValue],
        ) -> CommandExecResizeResponse: ...
        @overload
        async def request(
            self,
            method: Literal["command/exec/terminate"],
            params: CommandExecTerminateParams | Mapping[str, JsonValue],
        ) -> CommandExecTerminateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["command/exec/write"],
            params: CommandExecWriteParams | Mapping[str, JsonValue],
        ) -> CommandExecWriteResponse: ...
        @overload
        async def request(
            self,
            method: Literal["config/batchWrite"],
            params: ConfigBatchWriteParams | Mapping[str, JsonValue],
        ) -> ConfigWriteResponse: ...
        @overload
        async def request(
            self, method: Literal["config/mcpServer/reload"], params: None = None
        ) -> McpServerRefreshResponse: ...
        @overload
        async def request(
            self, method: Literal["config/read"], params: ConfigReadParams | Mapping[str, JsonValue]
        ) -> ConfigReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["config/value/write"],
            params: ConfigValueWriteParams | Mapping[str, JsonValue],
        ) -> ConfigWriteResponse: ...
        @overload
        async def request(
            self, method: Literal["configRequirements/read"], params: None = None
        ) -> ConfigRequirementsReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["environment/add"],
            params: EnvironmentAddParams | Mapping[str, JsonValue],
        ) -> EnvironmentAddResponse: ...
        @overload
        async def request(
            self,
            method: Literal["environment/info"],
            params: EnvironmentInfoParams | Mapping[str, JsonValue],
        ) -> EnvironmentInfoResponse: ...
        @overload
        async def request(
            self,
            method: Literal["environment/status"],
            params: EnvironmentStatusParams | Mapping[str, JsonValue],
        ) -> EnvironmentStatusResponse: ...
        @overload
        async def request(
            self,
            method: Literal["experimentalFeature/enablement/set"],
            params: ExperimentalFeatureEnablementSetParams | Mapping[str, JsonValue],
        ) -> ExperimentalFeatureEnablementSetResponse: ...
        @overload
        async def request(
            self,
            method: Literal["experimentalFeature/list"],
            params: ExperimentalFeatureListParams | Mapping[str, JsonValue],
        ) -> ExperimentalFeatureListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["externalAgentConfig/detect"],
            params: ExternalAgentConfigDetectParams | Mapping[str, JsonValue],
        ) -> ExternalAgentConfigDetectResponse: ...
        @overload
        async def request(
            self,
            method: Literal["externalAgentConfig/import"],
            params: ExternalAgentConfigImportParams | Mapping[str, JsonValue],
        ) -> ExternalAgentConfigImportResponse: ...
        @overload
        async def request(
            self, method: Literal["externalAgentConfig/import/readHistories"], params: None = None
        ) -> ExternalAgentConfigImportHistoriesReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["externalAgentConfig/import/recordHistory"],
            params: ExternalAgentConfigImportHistoryRecordParams | Mapping[str, JsonValue],
        ) -> ExternalAgentConfigImportHistoryRecordResponse: ...
        @overload
        async def request(
            self,
            method: Literal["feedback/upload"],
            params: FeedbackUploadParams | Mapping[str, JsonValue],
        ) -> FeedbackUploadResponse: ...
        @overload
        async def request(
            self, method: Literal["fs/copy"], params: FsCopyParams | Mapping[str, JsonValue]
        ) -> FsCopyResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fs/createDirectory"],
            params: FsCreateDirectoryParams | Mapping[str, JsonValue],
        ) -> FsCreateDirectoryResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fs/getMetadata"],
            params: FsGetMetadataParams | Mapping[str, JsonValue],
        ) -> FsGetMetadataResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fs/readDirectory"],
            params: FsReadDirectoryParams | Mapping[str, JsonValue],
        ) -> FsReadDirectoryResponse: ...
        @overload
        async def request(
            self, method: Literal["fs/readFile"], params: FsReadFileParams | Mapping[str, JsonValue]
        ) -> FsReadFileResponse: ...
        @overload
        async def request(
            self, method: Literal["fs/remove"], params: FsRemoveParams | Mapping[str, JsonValue]
        ) -> FsRemoveResponse: ...
        @overload
        async def request(
            self, method: Literal["fs/unwatch"], params: FsUnwatchParams | Mapping[str, JsonValue]
        ) -> FsUnwatchResponse: ...
        @overload
        async def request(
            self, method: Literal["fs/watch"], params: FsWatchParams | Mapping[str, JsonValue]
        ) -> FsWatchResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fs/writeFile"],
            params: FsWriteFileParams | Mapping[str, JsonValue],
        ) -> FsWriteFileResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fuzzyFileSearch"],
            params: FuzzyFileSearchParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fuzzyFileSearch/sessionStart"],
            params: FuzzyFileSearchSessionStartParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchSessionStartResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fuzzyFileSearch/sessionStop"],
            params: FuzzyFileSearchSessionStopParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchSessionStopResponse: ...
        @overload
        async def request(
            self,
            method: Literal["fuzzyFileSearch/sessionUpdate"],
            params: FuzzyFileSearchSessionUpdateParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchSessionUpdateResponse: ...
        @overload
        async def request(
            self, method: Literal["hooks/list"], params: HooksListParams | Mapping[str, JsonValue]
        ) -> HooksListResponse: ...
        @overload
        async def request(
            self, method: Literal["initialize"], params: InitializeParams | Mapping[str, JsonValue]
        ) -> InitializeResponse: ...
        @overload
        async def request(
            self,
            method: Literal["marketplace/add"],
            params: MarketplaceAddParams | Mapping[str, JsonValue],
        ) -> MarketplaceAddResponse: ...
        @overload
        async def request(
            self,
            method: Literal["marketplace/remove"],
            params: MarketplaceRemoveParams | Mapping[str, JsonValue],
        ) -> MarketplaceRemoveResponse: ...
        @overload
        async def request(
            self,
            method: Literal["marketplace/upgrade"],
            params: MarketplaceUpgradeParams | Mapping[str, JsonValue],
        ) -> MarketplaceUpgradeResponse: ...
        @overload
        async def request(
            self,
            method: Literal["mcpServer/event/stream/start"],
            params: McpServerEventStreamStartParams | Mapping[str, JsonValue],
        ) -> McpServerEventStreamStartResponse: ...
        @overload
        async def request(
            self,
            method: Literal["mcpServer/event/stream/stop"],
            params: McpServerEventStreamStopParams | Mapping[str, JsonValue],
        ) -> McpServerEventStreamStopResponse: ...
        @overload
        async def request(
            self,
            method: Literal["mcpServer/oauth/login"],
            params: McpServerOauthLoginParams | Mapping[str, JsonValue],
        ) -> McpServerOauthLoginResponse: ...
        @overload
        async def request(
            self,
            method: Literal["mcpServer/resource/read"],
            params: McpResourceReadParams | Mapping[str, JsonValue],
        ) -> McpResourceReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["mcpServer/tool/call"],
            params: McpServerToolCallParams | Mapping[str, JsonValue],
        ) -> McpServerToolCallResponse: ...
        @overload
        async def request(
            self,
            method: Literal["mcpServerStatus/list"],
            params: ListMcpServerStatusParams | Mapping[str, JsonValue],
        ) -> ListMcpServerStatusResponse: ...
        @overload
        async def request(
            self, method: Literal["memory/reset"], params: None = None
        ) -> MemoryResetResponse: ...
        @overload
        async def request(
            self,
            method: Literal["memory/status"],
            params: MemoryStatusParams | Mapping[str, JsonValue],
        ) -> MemoryStatusResponse: ...
        @overload
        async def request(
            self,
            method: Literal["mock/experimentalMethod"],
            params: MockExperimentalMethodParams | Mapping[str, JsonValue],
        ) -> MockExperimentalMethodResponse: ...
        @overload
        async def request(
            self, method: Literal["model/list"], params: ModelListParams | Mapping[str, JsonValue]
        ) -> ModelListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["modelProvider/capabilities/read"],
            params: ModelProviderCapabilitiesReadParams | Mapping[str, JsonValue],
        ) -> ModelProviderCapabilitiesReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["permissionProfile/list"],
            params: PermissionProfileListParams | Mapping[str, JsonValue],
        ) -> PermissionProfileListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/install"],
            params: PluginInstallParams | Mapping[str, JsonValue],
        ) -> PluginInstallResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/installed"],
            params: PluginInstalledParams | Mapping[str, JsonValue],
        ) -> PluginInstalledResponse: ...
        @overload
        async def request(
            self, method: Literal["plugin/list"], params: PluginListParams | Mapping[str, JsonValue]
        ) -> PluginListResponse: ...
        @overload
        async def request(
            self, method: Literal["plugin/read"], params: PluginReadParams | Mapping[str, JsonValue]
        ) -> PluginReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/reconcile"],
            params: PluginReconcileParams | Mapping[str, JsonValue],
        ) -> PluginReconcileResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/search"],
            params: PluginSearchParams | Mapping[str, JsonValue],
        ) -> PluginSearchResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/share/checkout"],
            params: PluginShareCheckoutParams | Mapping[str, JsonValue],
        ) -> PluginShareCheckoutResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/share/delete"],
            params: PluginShareDeleteParams | Mapping[str, JsonValue],
        ) -> PluginShareDeleteResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/share/list"],
            params: PluginShareListParams | Mapping[str, JsonValue],
        ) -> PluginShareListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/share/save"],
            params: PluginShareSaveParams | Mapping[str, JsonValue],
        ) -> PluginShareSaveResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/share/updateTargets"],
            params: PluginShareUpdateTargetsParams | Mapping[str, JsonValue],
        ) -> PluginShareUpdateTargetsResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/skill/read"],
            params: PluginSkillReadParams | Mapping[str, JsonValue],
        ) -> PluginSkillReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["plugin/uninstall"],
            params: PluginUninstallParams | Mapping[str, JsonValue],
        ) -> PluginUninstallResponse: ...
        @overload
        async def request(
            self,
            method: Literal["process/kill"],
            params: ProcessKillParams | Mapping[str, JsonValue],
        ) -> ProcessKillResponse: ...
        @overload
        async def request(
            self,
            method: Literal["process/resizePty"],
            params: ProcessResizePtyParams | Mapping[str, JsonValue],
        ) -> ProcessResizePtyResponse: ...
        @overload
        async def request(
            self,
            method: Literal["process/spawn"],
            params: ProcessSpawnParams | Mapping[str, JsonValue],
        ) -> ProcessSpawnResponse: ...
        @overload
        async def request(
            self,
            method: Literal["process/writeStdin"],
            params: ProcessWriteStdinParams | Mapping[str, JsonValue],
        ) -> ProcessWriteStdinResponse: ...
        @overload
        async def request(
            self,
            method: Literal["project/create"],
            params: ProjectCreateParams | Mapping[str, JsonValue],
        ) -> ProjectCreateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["project/delete"],
            params: ProjectDeleteParams | Mapping[str, JsonValue],
        ) -> ProjectDeleteResponse: ...
        @overload
        async def request(
            self,
            method: Literal["project/import"],
            params: ProjectImportParams | Mapping[str, JsonValue],
        ) -> ProjectImportResponse: ...
        @overload
        async def request(
            self,
            method: Literal["project/list"],
            params: ProjectListParams | Mapping[str, JsonValue],
        ) -> ProjectListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["project/move"],
            params: ProjectMoveParams | Mapping[str, JsonValue],
        ) -> ProjectMoveResponse: ...
        @overload
        async def request(
            self,
            method: Literal["project/read"],
            params: ProjectReadParams | Mapping[str, JsonValue],
        ) -> ProjectReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["project/update"],
            params: ProjectUpdateParams | Mapping[str, JsonValue],
        ) -> ProjectUpdateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["remoteControl/client/list"],
            params: RemoteControlClientsListParams | Mapping[str, JsonValue],
        ) -> RemoteControlClientsListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["remoteControl/client/revoke"],
            params: RemoteControlClientsRevokeParams | Mapping[str, JsonValue],
        ) -> RemoteControlClientsRevokeResponse: ...
        @overload
        async def request(
            self,
            method: Literal["remoteControl/disable"],
            params: RemoteControlDisableParams | Mapping[str, JsonValue] | None = None,
        ) -> RemoteControlDisableResponse: ...
        @overload
        async def request(
            self,
            method: Literal["remoteControl/enable"],
            params: RemoteControlEnableParams | Mapping[str, JsonValue] | None = None,
        ) -> RemoteControlEnableResponse: ...
        @overload
        async def request(
            self,
            method: Literal["remoteControl/pairing/start"],
            params: RemoteControlPairingStartParams | Mapping[str, JsonValue],
        ) -> RemoteControlPairingStartResponse: ...
        @overload
        async def request(
            self,
            method: Literal["remoteControl/pairing/status"],
            params: RemoteControlPairingStatusParams | Mapping[str, JsonValue],
        ) -> RemoteControlPairingStatusResponse: ...
        @overload
        async def request(
            self, method: Literal["remoteControl/status/read"], params: None = None
        ) -> RemoteControlStatusReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["review/start"],
            params: ReviewStartParams | Mapping[str, JsonValue],
        ) -> ReviewStartResponse: ...
        @overload
        async def request(
            self, method: Literal["rollout/compress"], params: None = None
        ) -> RolloutCompressResponse: ...
        @overload
        async def request(
            self,
            method: Literal["server/diagnostics"],
            params: ServerDiagnosticsParams | Mapping[str, JsonValue],
        ) -> ServerDiagnosticsResponse: ...
        @overload
        async def request(
            self,
            method: Literal["skills/config/write"],
            params: SkillsConfigWriteParams | Mapping[str, JsonValue],
        ) -> SkillsConfigWriteResponse: ...
        @overload
        async def request(
            self,
            method: Literal["skills/extraRoots/set"],
            params: SkillsExtraRootsSetParams | Mapping[str, JsonValue],
        ) -> SkillsExtraRootsSetResponse: ...
        @overload
        async def request(
            self, method: Literal["skills/list"], params: SkillsListParams | Mapping[str, JsonValue]
        ) -> SkillsListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/approveGuardianDeniedAction"],
            params: ThreadApproveGuardianDeniedActionParams | Mapping[str, JsonValue],
        ) -> ThreadApproveGuardianDeniedActionResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/archive"],
            params: ThreadArchiveParams | Mapping[str, JsonValue],
        ) -> ThreadArchiveResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/attachment/add"],
            params: ThreadAttachmentAddParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentAddResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/attachment/list"],
            params: ThreadAttachmentListParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/attachment/remove"],
            params: ThreadAttachmentRemoveParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentRemoveResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/attachmentOwner/list"],
            params: ThreadAttachmentOwnerListParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentOwnerListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/backgroundTerminals/clean"],
            params: ThreadBackgroundTerminalsCleanParams | Mapping[str, JsonValue],
        ) -> ThreadBackgroundTerminalsCleanResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/backgroundTerminals/list"],
            params: ThreadBackgroundTerminalsListParams | Mapping[str, JsonValue],
        ) -> ThreadBackgroundTerminalsListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/backgroundTerminals/terminate"],
            params: ThreadBackgroundTerminalsTerminateParams | Mapping[str, JsonValue],
        ) -> ThreadBackgroundTerminalsTerminateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/compact/start"],
            params: ThreadCompactStartParams | Mapping[str, JsonValue],
        ) -> ThreadCompactStartResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/decrement_elicitation"],
            params: ThreadDecrementElicitationParams | Mapping[str, JsonValue],
        ) -> ThreadDecrementElicitationResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/delete"],
            params: ThreadDeleteParams | Mapping[str, JsonValue],
        ) -> ThreadDeleteResponse: ...
        @overload
        async def request(
            self, method: Literal["thread/fork"], params: ThreadForkParams | Mapping[str, JsonValue]
        ) -> ThreadForkResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/goal/clear"],
            params: ThreadGoalClearParams | Mapping[str, JsonValue],
        ) -> ThreadGoalClearResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/goal/get"],
            params: ThreadGoalGetParams | Mapping[str, JsonValue],
        ) -> ThreadGoalGetResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/goal/set"],
            params: ThreadGoalSetParams | Mapping[str, JsonValue],
        ) -> ThreadGoalSetResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/increment_elicitation"],
            params: ThreadIncrementElicitationParams | Mapping[str, JsonValue],
        ) -> ThreadIncrementElicitationResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/inject_items"],
            params: ThreadInjectItemsParams | Mapping[str, JsonValue],
        ) -> ThreadInjectItemsResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/items/list"],
            params: ThreadItemsListParams | Mapping[str, JsonValue],
        ) -> ThreadItemsListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/items/read"],
            params: ThreadItemsReadParams | Mapping[str, JsonValue],
        ) -> ThreadItemsReadResponse: ...
        @overload
        async def request(
            self, method: Literal["thread/list"], params: ThreadListParams | Mapping[str, JsonValue]
        ) -> ThreadListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/loaded/list"],
            params: ThreadLoadedListParams | Mapping[str, JsonValue],
        ) -> ThreadLoadedListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/memoryMode/set"],
            params: ThreadMemoryModeSetParams | Mapping[str, JsonValue],
        ) -> ThreadMemoryModeSetResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/metadata/update"],
            params: ThreadMetadataUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadMetadataUpdateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/name/set"],
            params: ThreadSetNameParams | Mapping[str, JsonValue],
        ) -> ThreadSetNameResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/prediction/request"],
            params: ThreadPredictionRequestParams | Mapping[str, JsonValue],
        ) -> ThreadPredictionRequestResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/queue/add"],
            params: ThreadQueueAddParams | Mapping[str, JsonValue],
        ) -> ThreadQueueAddResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/queue/delete"],
            params: ThreadQueueDeleteParams | Mapping[str, JsonValue],
        ) -> ThreadQueueDeleteResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/queue/list"],
            params: ThreadQueueListParams | Mapping[str, JsonValue],
        ) -> ThreadQueueListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/queue/reorder"],
            params: ThreadQueueReorderParams | Mapping[str, JsonValue],
        ) -> ThreadQueueReorderResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/queue/start"],
            params: ThreadQueueStartParams | Mapping[str, JsonValue],
        ) -> ThreadQueueStartResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/queue/update"],
            params: ThreadQueueUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadQueueUpdateResponse: ...
        @overload
        async def request(
            self, method: Literal["thread/read"], params: ThreadReadParams | Mapping[str, JsonValue]
        ) -> ThreadReadResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/readState/update"],
            params: ThreadReadStateUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadReadStateUpdateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/realtime/appendAudio"],
            params: ThreadRealtimeAppendAudioParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeAppendAudioResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/realtime/appendSpeech"],
            params: ThreadRealtimeAppendSpeechParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeAppendSpeechResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/realtime/appendText"],
            params: ThreadRealtimeAppendTextParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeAppendTextResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/realtime/listVoices"],
            params: ThreadRealtimeListVoicesParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeListVoicesResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/realtime/start"],
            params: ThreadRealtimeStartParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeStartResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/realtime/stop"],
            params: ThreadRealtimeStopParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeStopResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/resume"],
            params: ThreadResumeParams | Mapping[str, JsonValue],
        ) -> ThreadResumeResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/revert"],
            params: ThreadRevertParams | Mapping[str, JsonValue],
        ) -> ThreadRevertResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/search"],
            params: ThreadSearchParams | Mapping[str, JsonValue],
        ) -> ThreadSearchResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/searchOccurrences"],
            params: ThreadSearchOccurrencesParams | Mapping[str, JsonValue],
        ) -> ThreadSearchOccurrencesResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/section/move"],
            params: ThreadSectionMoveParams | Mapping[str, JsonValue],
        ) -> ThreadSectionMoveResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/settings/update"],
            params: ThreadSettingsUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadSettingsUpdateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/shellCommand"],
            params: ThreadShellCommandParams | Mapping[str, JsonValue],
        ) -> ThreadShellCommandResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/start"],
            params: ThreadStartParams | Mapping[str, JsonValue],
        ) -> ThreadStartResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/timeline/list"],
            params: ThreadTimelineListParams | Mapping[str, JsonValue],
        ) -> ThreadTimelineListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/turns/list"],
            params: ThreadTurnsListParams | Mapping[str, JsonValue],
        ) -> ThreadTurnsListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/unarchive"],
            params: ThreadUnarchiveParams | Mapping[str, JsonValue],
        ) -> ThreadUnarchiveResponse: ...
        @overload
        async def request(
            self,
            method: Literal["thread/unsubscribe"],
            params: ThreadUnsubscribeParams | Mapping[str, JsonValue],
        ) -> ThreadUnsubscribeResponse: ...
        @overload
        async def request(
            self,
            method: Literal["threadSection/create"],
            params: ThreadSectionCreateParams | Mapping[str, JsonValue],
        ) -> ThreadSectionCreateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["threadSection/delete"],
            params: ThreadSectionDeleteParams | Mapping[str, JsonValue],
        ) -> ThreadSectionDeleteResponse: ...
        @overload
        async def request(
            self,
            method: Literal["threadSection/list"],
            params: ThreadSectionListParams | Mapping[str, JsonValue],
        ) -> ThreadSectionListResponse: ...
        @overload
        async def request(
            self,
            method: Literal["threadSection/update"],
            params: ThreadSectionUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadSectionUpdateResponse: ...
        @overload
        async def request(
            self,
            method: Literal["turn/interrupt"],
            params: TurnInterruptParams | Mapping[str, JsonValue],
        ) -> TurnInterruptResponse: ...
        @overload
        async def request(
            self,
            method: Literal["turn/settings/update"],
            params: TurnSettingsUpdateParams | Mapping[str, JsonValue],
        ) -> TurnSettingsUpdateResponse: ...
        @overload
        async def request(
            self, method: Literal["turn/start"], params: TurnStartParams | Mapping[str, JsonValue]
        ) -> TurnStartResponse: ...
        @overload
        async def request(
            self, method: Literal["turn/steer"], params: TurnSteerParams | Mapping[str, JsonValue]
        ) -> TurnSteerResponse: ...
        @overload
        async def request(
            self,
            method: Literal["userVerification/cancel"],
            params: UserVerificationCancelParams | Mapping[str, JsonValue],
        ) -> UserVerificationCancelResponse: ...
        @overload
        async def request(
            self,
            method: Literal["userVerification/delete"],
            params: UserVerificationDeleteParams | Mapping[str, JsonValue],
        ) -> UserVerificationDeleteResponse: ...
        @overload
        async def request(
            self,
            method: Literal["userVerification/enroll"],
            params: UserVerificationEnrollParams | Mapping[str, JsonValue],
        ) -> UserVerificationEnrollResponse: ...
        @overload
        async def request(
            self,
            method: Literal["userVerification/status"],
            params: UserVerificationStatusParams | Mapping[str, JsonValue],
        ) -> UserVerificationStatusResponse: ...
        @overload
        async def request(
            self,
            method: Literal["userVerification/verify"],
            params: UserVerificationVerifyParams | Mapping[str, JsonValue],
        ) -> UserVerificationVerifyResponse: ...
        @overload
        async def request(
            self, method: Literal["windowsSandbox/readiness"], params: None = None
        ) -> WindowsSandboxReadinessResponse: ...
        @overload
        async def request(
            self,
            method: Literal["windowsSandbox/setupStart"],
            params: WindowsSandboxSetupStartParams | Mapping[str, JsonValue],
        ) -> WindowsSandboxSetupStartResponse: ...
        @overload
        async def request(self, method: str, params: JsonValue = None) -> JsonValue: ...
        async def request(self, method: str, params: object = None) -> object:
            raise NotImplementedError


class BlockingRequests:
    """Blocks on a request; nothing of it exists at run time."""

    __slots__ = ()

    if TYPE_CHECKING:

        @overload
        def request(
            self,
            method: Literal["account/bedrock/checkGovCloudRequirements"],
            params: BedrockCheckGovCloudRequirementsParams | Mapping[str, JsonValue],
        ) -> BedrockCheckGovCloudRequirementsResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/bedrock/discover"],
            params: BedrockDiscoverParams | Mapping[str, JsonValue],
        ) -> BedrockDiscoverResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/bedrock/setup"],
            params: BedrockSetupParams | Mapping[str, JsonValue],
        ) -> BedrockSetupResponse: ...
        @overload
        def request(
            self, method: Literal["account/gatewayOAuth/cancel"], params: None = None
        ) -> GatewayOAuthCancelResponse: ...
        @overload
        def request(
            self, method: Literal["account/gatewayOAuth/login"], params: None = None
        ) -> GatewayOAuthLoginResponse: ...
        @overload
        def request(
            self, method: Literal["account/gatewayOAuth/read"], params: None = None
        ) -> GatewayOAuthReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/login/cancel"],
            params: CancelLoginAccountParams | Mapping[str, JsonValue],
        ) -> CancelLoginAccountResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/login/start"],
            params: LoginAccountParams | Mapping[str, JsonValue],
        ) -> LoginAccountResponse: ...
        @overload
        def request(
            self, method: Literal["account/logout"], params: None = None
        ) -> LogoutAccountResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/rateLimitResetCredit/consume"],
            params: ConsumeAccountRateLimitResetCreditParams | Mapping[str, JsonValue],
        ) -> ConsumeAccountRateLimitResetCreditResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/rateLimits/read"],
            params: GetAccountRateLimitsParams | Mapping[str, JsonValue] | None = None,
        ) -> GetAccountRateLimitsResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/read"],
            params: GetAccountParams | Mapping[str, JsonValue],
        ) -> GetAccountResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/sendAddCreditsNudgeEmail"],
            params: SendAddCreditsNudgeEmailParams | Mapping[str, JsonValue],
        ) -> SendAddCreditsNudgeEmailResponse: ...
        @overload
        def request(
            self,
            method: Literal["account/usage/read"],
            params: GetAccountTokenUsageParams | Mapping[str, JsonValue] | None = None,
        ) -> GetAccountTokenUsageResponse: ...
        @overload
        def request(
            self, method: Literal["account/workspaceMessages/read"], params: None = None
        ) -> GetWorkspaceMessagesResponse: ...
        @overload
        def request(
            self,
            method: Literal["app/installed"],
            params: AppsInstalledParams | Mapping[str, JsonValue],
        ) -> AppsInstalledResponse: ...
        @overload
        def request(
            self, method: Literal["app/list"], params: AppsListParams | Mapping[str, JsonValue]
        ) -> AppsListResponse: ...
        @overload
        def request(
            self, method: Literal["app/read"], params: AppsReadParams | Mapping[str, JsonValue]
        ) -> AppsReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["collaborationMode/list"],
            params: CollaborationModeListParams | Mapping[str, JsonValue],
        ) -> CollaborationModeListResponse: ...
        @overload
        def request(
            self,
            method: Literal["command/exec"],
            params: CommandExecParams | Mapping[str, JsonValue],
        ) -> CommandExecResponse: ...
        @overload
        def request(
            self,
            method: Literal["command/exec/resize"],
            params: CommandExecResizeParams | Mapping[str, JsonValue],
        ) -> CommandExecResizeResponse: ...
        @overload
        def request(
            self,
            method: Literal["command/exec/terminate"],
            params: CommandExecTerminateParams | Mapping[str, JsonValue],
        ) -> CommandExecTerminateResponse: ...
        @overload
        def request(
            self,
            method: Literal["command/exec/write"],
            params: CommandExecWriteParams | Mapping[str, JsonValue],
        ) -> CommandExecWriteResponse: ...
        @overload
        def request(
            self,
            method: Literal["config/batchWrite"],
            params: ConfigBatchWriteParams | Mapping[str, JsonValue],
        ) -> ConfigWriteResponse: ...
        @overload
        def request(
            self, method: Literal["config/mcpServer/reload"], params: None = None
        ) -> McpServerRefreshResponse: ...
        @overload
        def request(
            self, method: Literal["config/read"], params: ConfigReadParams | Mapping[str, JsonValue]
        ) -> ConfigReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["config/value/write"],
            params: ConfigValueWriteParams | Mapping[str, JsonValue],
        ) -> ConfigWriteResponse: ...
        @overload
        def request(
            self, method: Literal["configRequirements/read"], params: None = None
        ) -> ConfigRequirementsReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["environment/add"],
            params: EnvironmentAddParams | Mapping[str, JsonValue],
        ) -> EnvironmentAddResponse: ...
        @overload
        def request(
            self,
            method: Literal["environment/info"],
            params: EnvironmentInfoParams | Mapping[str, JsonValue],
        ) -> EnvironmentInfoResponse: ...
        @overload
        def request(
            self,
            method: Literal["environment/status"],
            params: EnvironmentStatusParams | Mapping[str, JsonValue],
        ) -> EnvironmentStatusResponse: ...
        @overload
        def request(
            self,
            method: Literal["experimentalFeature/enablement/set"],
            params: ExperimentalFeatureEnablementSetParams | Mapping[str, JsonValue],
        ) -> ExperimentalFeatureEnablementSetResponse: ...
        @overload
        def request(
            self,
            method: Literal["experimentalFeature/list"],
            params: ExperimentalFeatureListParams | Mapping[str, JsonValue],
        ) -> ExperimentalFeatureListResponse: ...
        @overload
        def request(
            self,
            method: Literal["externalAgentConfig/detect"],
            params: ExternalAgentConfigDetectParams | Mapping[str, JsonValue],
        ) -> ExternalAgentConfigDetectResponse: ...
        @overload
        def request(
            self,
            method: Literal["externalAgentConfig/import"],
            params: ExternalAgentConfigImportParams | Mapping[str, JsonValue],
        ) -> ExternalAgentConfigImportResponse: ...
        @overload
        def request(
            self, method: Literal["externalAgentConfig/import/readHistories"], params: None = None
        ) -> ExternalAgentConfigImportHistoriesReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["externalAgentConfig/import/recordHistory"],
            params: ExternalAgentConfigImportHistoryRecordParams | Mapping[str, JsonValue],
        ) -> ExternalAgentConfigImportHistoryRecordResponse: ...
        @overload
        def request(
            self,
            method: Literal["feedback/upload"],
            params: FeedbackUploadParams | Mapping[str, JsonValue],
        ) -> FeedbackUploadResponse: ...
        @overload
        def request(
            self, method: Literal["fs/copy"], params: FsCopyParams | Mapping[str, JsonValue]
        ) -> FsCopyResponse: ...
        @overload
        def request(
            self,
            method: Literal["fs/createDirectory"],
            params: FsCreateDirectoryParams | Mapping[str, JsonValue],
        ) -> FsCreateDirectoryResponse: ...
        @overload
        def request(
            self,
            method: Literal["fs/getMetadata"],
            params: FsGetMetadataParams | Mapping[str, JsonValue],
        ) -> FsGetMetadataResponse: ...
        @overload
        def request(
            self,
            method: Literal["fs/readDirectory"],
            params: FsReadDirectoryParams | Mapping[str, JsonValue],
        ) -> FsReadDirectoryResponse: ...
        @overload
        def request(
            self, method: Literal["fs/readFile"], params: FsReadFileParams | Mapping[str, JsonValue]
        ) -> FsReadFileResponse: ...
        @overload
        def request(
            self, method: Literal["fs/remove"], params: FsRemoveParams | Mapping[str, JsonValue]
        ) -> FsRemoveResponse: ...
        @overload
        def request(
            self, method: Literal["fs/unwatch"], params: FsUnwatchParams | Mapping[str, JsonValue]
        ) -> FsUnwatchResponse: ...
        @overload
        def request(
            self, method: Literal["fs/watch"], params: FsWatchParams | Mapping[str, JsonValue]
        ) -> FsWatchResponse: ...
        @overload
        def request(
            self,
            method: Literal["fs/writeFile"],
            params: FsWriteFileParams | Mapping[str, JsonValue],
        ) -> FsWriteFileResponse: ...
        @overload
        def request(
            self,
            method: Literal["fuzzyFileSearch"],
            params: FuzzyFileSearchParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchResponse: ...
        @overload
        def request(
            self,
            method: Literal["fuzzyFileSearch/sessionStart"],
            params: FuzzyFileSearchSessionStartParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchSessionStartResponse: ...
        @overload
        def request(
            self,
            method: Literal["fuzzyFileSearch/sessionStop"],
            params: FuzzyFileSearchSessionStopParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchSessionStopResponse: ...
        @overload
        def request(
            self,
            method: Literal["fuzzyFileSearch/sessionUpdate"],
            params: FuzzyFileSearchSessionUpdateParams | Mapping[str, JsonValue],
        ) -> FuzzyFileSearchSessionUpdateResponse: ...
        @overload
        def request(
            self, method: Literal["hooks/list"], params: HooksListParams | Mapping[str, JsonValue]
        ) -> HooksListResponse: ...
        @overload
        def request(
            self, method: Literal["initialize"], params: InitializeParams | Mapping[str, JsonValue]
        ) -> InitializeResponse: ...
        @overload
        def request(
            self,
            method: Literal["marketplace/add"],
            params: MarketplaceAddParams | Mapping[str, JsonValue],
        ) -> MarketplaceAddResponse: ...
        @overload
        def request(
            self,
            method: Literal["marketplace/remove"],
            params: MarketplaceRemoveParams | Mapping[str, JsonValue],
        ) -> MarketplaceRemoveResponse: ...
        @overload
        def request(
            self,
            method: Literal["marketplace/upgrade"],
            params: MarketplaceUpgradeParams | Mapping[str, JsonValue],
        ) -> MarketplaceUpgradeResponse: ...
        @overload
        def request(
            self,
            method: Literal["mcpServer/event/stream/start"],
            params: McpServerEventStreamStartParams | Mapping[str, JsonValue],
        ) -> McpServerEventStreamStartResponse: ...
        @overload
        def request(
            self,
            method: Literal["mcpServer/event/stream/stop"],
            params: McpServerEventStreamStopParams | Mapping[str, JsonValue],
        ) -> McpServerEventStreamStopResponse: ...
        @overload
        def request(
            self,
            method: Literal["mcpServer/oauth/login"],
            params: McpServerOauthLoginParams | Mapping[str, JsonValue],
        ) -> McpServerOauthLoginResponse: ...
        @overload
        def request(
            self,
            method: Literal["mcpServer/resource/read"],
            params: McpResourceReadParams | Mapping[str, JsonValue],
        ) -> McpResourceReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["mcpServer/tool/call"],
            params: McpServerToolCallParams | Mapping[str, JsonValue],
        ) -> McpServerToolCallResponse: ...
        @overload
        def request(
            self,
            method: Literal["mcpServerStatus/list"],
            params: ListMcpServerStatusParams | Mapping[str, JsonValue],
        ) -> ListMcpServerStatusResponse: ...
        @overload
        def request(
            self, method: Literal["memory/reset"], params: None = None
        ) -> MemoryResetResponse: ...
        @overload
        def request(
            self,
            method: Literal["memory/status"],
            params: MemoryStatusParams | Mapping[str, JsonValue],
        ) -> MemoryStatusResponse: ...
        @overload
        def request(
            self,
            method: Literal["mock/experimentalMethod"],
            params: MockExperimentalMethodParams | Mapping[str, JsonValue],
        ) -> MockExperimentalMethodResponse: ...
        @overload
        def request(
            self, method: Literal["model/list"], params: ModelListParams | Mapping[str, JsonValue]
        ) -> ModelListResponse: ...
        @overload
        def request(
            self,
            method: Literal["modelProvider/capabilities/read"],
            params: ModelProviderCapabilitiesReadParams | Mapping[str, JsonValue],
        ) -> ModelProviderCapabilitiesReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["permissionProfile/list"],
            params: PermissionProfileListParams | Mapping[str, JsonValue],
        ) -> PermissionProfileListResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/install"],
            params: PluginInstallParams | Mapping[str, JsonValue],
        ) -> PluginInstallResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/installed"],
            params: PluginInstalledParams | Mapping[str, JsonValue],
        ) -> PluginInstalledResponse: ...
        @overload
        def request(
            self, method: Literal["plugin/list"], params: PluginListParams | Mapping[str, JsonValue]
        ) -> PluginListResponse: ...
        @overload
        def request(
            self, method: Literal["plugin/read"], params: PluginReadParams | Mapping[str, JsonValue]
        ) -> PluginReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/reconcile"],
            params: PluginReconcileParams | Mapping[str, JsonValue],
        ) -> PluginReconcileResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/search"],
            params: PluginSearchParams | Mapping[str, JsonValue],
        ) -> PluginSearchResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/share/checkout"],
            params: PluginShareCheckoutParams | Mapping[str, JsonValue],
        ) -> PluginShareCheckoutResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/share/delete"],
            params: PluginShareDeleteParams | Mapping[str, JsonValue],
        ) -> PluginShareDeleteResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/share/list"],
            params: PluginShareListParams | Mapping[str, JsonValue],
        ) -> PluginShareListResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/share/save"],
            params: PluginShareSaveParams | Mapping[str, JsonValue],
        ) -> PluginShareSaveResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/share/updateTargets"],
            params: PluginShareUpdateTargetsParams | Mapping[str, JsonValue],
        ) -> PluginShareUpdateTargetsResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/skill/read"],
            params: PluginSkillReadParams | Mapping[str, JsonValue],
        ) -> PluginSkillReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["plugin/uninstall"],
            params: PluginUninstallParams | Mapping[str, JsonValue],
        ) -> PluginUninstallResponse: ...
        @overload
        def request(
            self,
            method: Literal["process/kill"],
            params: ProcessKillParams | Mapping[str, JsonValue],
        ) -> ProcessKillResponse: ...
        @overload
        def request(
            self,
            method: Literal["process/resizePty"],
            params: ProcessResizePtyParams | Mapping[str, JsonValue],
        ) -> ProcessResizePtyResponse: ...
        @overload
        def request(
            self,
            method: Literal["process/spawn"],
            params: ProcessSpawnParams | Mapping[str, JsonValue],
        ) -> ProcessSpawnResponse: ...
        @overload
        def request(
            self,
            method: Literal["process/writeStdin"],
            params: ProcessWriteStdinParams | Mapping[str, JsonValue],
        ) -> ProcessWriteStdinResponse: ...
        @overload
        def request(
            self,
            method: Literal["project/create"],
            params: ProjectCreateParams | Mapping[str, JsonValue],
        ) -> ProjectCreateResponse: ...
        @overload
        def request(
            self,
            method: Literal["project/delete"],
            params: ProjectDeleteParams | Mapping[str, JsonValue],
        ) -> ProjectDeleteResponse: ...
        @overload
        def request(
            self,
            method: Literal["project/import"],
            params: ProjectImportParams | Mapping[str, JsonValue],
        ) -> ProjectImportResponse: ...
        @overload
        def request(
            self,
            method: Literal["project/list"],
            params: ProjectListParams | Mapping[str, JsonValue],
        ) -> ProjectListResponse: ...
        @overload
        def request(
            self,
            method: Literal["project/move"],
            params: ProjectMoveParams | Mapping[str, JsonValue],
        ) -> ProjectMoveResponse: ...
        @overload
        def request(
            self,
            method: Literal["project/read"],
            params: ProjectReadParams | Mapping[str, JsonValue],
        ) -> ProjectReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["project/update"],
            params: ProjectUpdateParams | Mapping[str, JsonValue],
        ) -> ProjectUpdateResponse: ...
        @overload
        def request(
            self,
            method: Literal["remoteControl/client/list"],
            params: RemoteControlClientsListParams | Mapping[str, JsonValue],
        ) -> RemoteControlClientsListResponse: ...
        @overload
        def request(
            self,
            method: Literal["remoteControl/client/revoke"],
            params: RemoteControlClientsRevokeParams | Mapping[str, JsonValue],
        ) -> RemoteControlClientsRevokeResponse: ...
        @overload
        def request(
            self,
            method: Literal["remoteControl/disable"],
            params: RemoteControlDisableParams | Mapping[str, JsonValue] | None = None,
        ) -> RemoteControlDisableResponse: ...
        @overload
        def request(
            self,
            method: Literal["remoteControl/enable"],
            params: RemoteControlEnableParams | Mapping[str, JsonValue] | None = None,
        ) -> RemoteControlEnableResponse: ...
        @overload
        def request(
            self,
            method: Literal["remoteControl/pairing/start"],
            params: RemoteControlPairingStartParams | Mapping[str, JsonValue],
        ) -> RemoteControlPairingStartResponse: ...
        @overload
        def request(
            self,
            method: Literal["remoteControl/pairing/status"],
            params: RemoteControlPairingStatusParams | Mapping[str, JsonValue],
        ) -> RemoteControlPairingStatusResponse: ...
        @overload
        def request(
            self, method: Literal["remoteControl/status/read"], params: None = None
        ) -> RemoteControlStatusReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["review/start"],
            params: ReviewStartParams | Mapping[str, JsonValue],
        ) -> ReviewStartResponse: ...
        @overload
        def request(
            self, method: Literal["rollout/compress"], params: None = None
        ) -> RolloutCompressResponse: ...
        @overload
        def request(
            self,
            method: Literal["server/diagnostics"],
            params: ServerDiagnosticsParams | Mapping[str, JsonValue],
        ) -> ServerDiagnosticsResponse: ...
        @overload
        def request(
            self,
            method: Literal["skills/config/write"],
            params: SkillsConfigWriteParams | Mapping[str, JsonValue],
        ) -> SkillsConfigWriteResponse: ...
        @overload
        def request(
            self,
            method: Literal["skills/extraRoots/set"],
            params: SkillsExtraRootsSetParams | Mapping[str, JsonValue],
        ) -> SkillsExtraRootsSetResponse: ...
        @overload
        def request(
            self, method: Literal["skills/list"], params: SkillsListParams | Mapping[str, JsonValue]
        ) -> SkillsListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/approveGuardianDeniedAction"],
            params: ThreadApproveGuardianDeniedActionParams | Mapping[str, JsonValue],
        ) -> ThreadApproveGuardianDeniedActionResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/archive"],
            params: ThreadArchiveParams | Mapping[str, JsonValue],
        ) -> ThreadArchiveResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/attachment/add"],
            params: ThreadAttachmentAddParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentAddResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/attachment/list"],
            params: ThreadAttachmentListParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/attachment/remove"],
            params: ThreadAttachmentRemoveParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentRemoveResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/attachmentOwner/list"],
            params: ThreadAttachmentOwnerListParams | Mapping[str, JsonValue],
        ) -> ThreadAttachmentOwnerListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/backgroundTerminals/clean"],
            params: ThreadBackgroundTerminalsCleanParams | Mapping[str, JsonValue],
        ) -> ThreadBackgroundTerminalsCleanResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/backgroundTerminals/list"],
            params: ThreadBackgroundTerminalsListParams | Mapping[str, JsonValue],
        ) -> ThreadBackgroundTerminalsListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/backgroundTerminals/terminate"],
            params: ThreadBackgroundTerminalsTerminateParams | Mapping[str, JsonValue],
        ) -> ThreadBackgroundTerminalsTerminateResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/compact/start"],
            params: ThreadCompactStartParams | Mapping[str, JsonValue],
        ) -> ThreadCompactStartResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/decrement_elicitation"],
            params: ThreadDecrementElicitationParams | Mapping[str, JsonValue],
        ) -> ThreadDecrementElicitationResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/delete"],
            params: ThreadDeleteParams | Mapping[str, JsonValue],
        ) -> ThreadDeleteResponse: ...
        @overload
        def request(
            self, method: Literal["thread/fork"], params: ThreadForkParams | Mapping[str, JsonValue]
        ) -> ThreadForkResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/goal/clear"],
            params: ThreadGoalClearParams | Mapping[str, JsonValue],
        ) -> ThreadGoalClearResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/goal/get"],
            params: ThreadGoalGetParams | Mapping[str, JsonValue],
        ) -> ThreadGoalGetResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/goal/set"],
            params: ThreadGoalSetParams | Mapping[str, JsonValue],
        ) -> ThreadGoalSetResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/increment_elicitation"],
            params: ThreadIncrementElicitationParams | Mapping[str, JsonValue],
        ) -> ThreadIncrementElicitationResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/inject_items"],
            params: ThreadInjectItemsParams | Mapping[str, JsonValue],
        ) -> ThreadInjectItemsResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/items/list"],
            params: ThreadItemsListParams | Mapping[str, JsonValue],
        ) -> ThreadItemsListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/items/read"],
            params: ThreadItemsReadParams | Mapping[str, JsonValue],
        ) -> ThreadItemsReadResponse: ...
        @overload
        def request(
            self, method: Literal["thread/list"], params: ThreadListParams | Mapping[str, JsonValue]
        ) -> ThreadListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/loaded/list"],
            params: ThreadLoadedListParams | Mapping[str, JsonValue],
        ) -> ThreadLoadedListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/memoryMode/set"],
            params: ThreadMemoryModeSetParams | Mapping[str, JsonValue],
        ) -> ThreadMemoryModeSetResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/metadata/update"],
            params: ThreadMetadataUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadMetadataUpdateResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/name/set"],
            params: ThreadSetNameParams | Mapping[str, JsonValue],
        ) -> ThreadSetNameResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/prediction/request"],
            params: ThreadPredictionRequestParams | Mapping[str, JsonValue],
        ) -> ThreadPredictionRequestResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/queue/add"],
            params: ThreadQueueAddParams | Mapping[str, JsonValue],
        ) -> ThreadQueueAddResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/queue/delete"],
            params: ThreadQueueDeleteParams | Mapping[str, JsonValue],
        ) -> ThreadQueueDeleteResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/queue/list"],
            params: ThreadQueueListParams | Mapping[str, JsonValue],
        ) -> ThreadQueueListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/queue/reorder"],
            params: ThreadQueueReorderParams | Mapping[str, JsonValue],
        ) -> ThreadQueueReorderResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/queue/start"],
            params: ThreadQueueStartParams | Mapping[str, JsonValue],
        ) -> ThreadQueueStartResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/queue/update"],
            params: ThreadQueueUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadQueueUpdateResponse: ...
        @overload
        def request(
            self, method: Literal["thread/read"], params: ThreadReadParams | Mapping[str, JsonValue]
        ) -> ThreadReadResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/readState/update"],
            params: ThreadReadStateUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadReadStateUpdateResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/realtime/appendAudio"],
            params: ThreadRealtimeAppendAudioParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeAppendAudioResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/realtime/appendSpeech"],
            params: ThreadRealtimeAppendSpeechParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeAppendSpeechResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/realtime/appendText"],
            params: ThreadRealtimeAppendTextParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeAppendTextResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/realtime/listVoices"],
            params: ThreadRealtimeListVoicesParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeListVoicesResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/realtime/start"],
            params: ThreadRealtimeStartParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeStartResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/realtime/stop"],
            params: ThreadRealtimeStopParams | Mapping[str, JsonValue],
        ) -> ThreadRealtimeStopResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/resume"],
            params: ThreadResumeParams | Mapping[str, JsonValue],
        ) -> ThreadResumeResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/revert"],
            params: ThreadRevertParams | Mapping[str, JsonValue],
        ) -> ThreadRevertResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/search"],
            params: ThreadSearchParams | Mapping[str, JsonValue],
        ) -> ThreadSearchResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/searchOccurrences"],
            params: ThreadSearchOccurrencesParams | Mapping[str, JsonValue],
        ) -> ThreadSearchOccurrencesResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/section/move"],
            params: ThreadSectionMoveParams | Mapping[str, JsonValue],
        ) -> ThreadSectionMoveResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/settings/update"],
            params: ThreadSettingsUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadSettingsUpdateResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/shellCommand"],
            params: ThreadShellCommandParams | Mapping[str, JsonValue],
        ) -> ThreadShellCommandResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/start"],
            params: ThreadStartParams | Mapping[str, JsonValue],
        ) -> ThreadStartResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/timeline/list"],
            params: ThreadTimelineListParams | Mapping[str, JsonValue],
        ) -> ThreadTimelineListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/turns/list"],
            params: ThreadTurnsListParams | Mapping[str, JsonValue],
        ) -> ThreadTurnsListResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/unarchive"],
            params: ThreadUnarchiveParams | Mapping[str, JsonValue],
        ) -> ThreadUnarchiveResponse: ...
        @overload
        def request(
            self,
            method: Literal["thread/unsubscribe"],
            params: ThreadUnsubscribeParams | Mapping[str, JsonValue],
        ) -> ThreadUnsubscribeResponse: ...
        @overload
        def request(
            self,
            method: Literal["threadSection/create"],
            params: ThreadSectionCreateParams | Mapping[str, JsonValue],
        ) -> ThreadSectionCreateResponse: ...
        @overload
        def request(
            self,
            method: Literal["threadSection/delete"],
            params: ThreadSectionDeleteParams | Mapping[str, JsonValue],
        ) -> ThreadSectionDeleteResponse: ...
        @overload
        def request(
            self,
            method: Literal["threadSection/list"],
            params: ThreadSectionListParams | Mapping[str, JsonValue],
        ) -> ThreadSectionListResponse: ...
        @overload
        def request(
            self,
            method: Literal["threadSection/update"],
            params: ThreadSectionUpdateParams | Mapping[str, JsonValue],
        ) -> ThreadSectionUpdateResponse: ...
        @overload
        def request(
            self,
            method: Literal["turn/interrupt"],
            params: TurnInterruptParams | Mapping[str, JsonValue],
        ) -> TurnInterruptResponse: ...
        @overload
        def request(
            self,
            method: Literal["turn/settings/update"],
            params: TurnSettingsUpdateParams | Mapping[str, JsonValue],
        ) -> TurnSettingsUpdateResponse: ...
        @overload
        def request(
            self, method: Literal["turn/start"], params: TurnStartParams | Mapping[str, JsonValue]
        ) -> TurnStartResponse: ...
        @overload
        def request(
            self, method: Literal["turn/steer"], params: TurnSteerParams | Mapping[str, JsonValue]
        ) -> TurnSteerResponse: ...
        @overload
        def request(
            self,
            method: Literal["userVerification/cancel"],
            params: UserVerificationCancelParams | Mapping[str, JsonValue],
        ) -> UserVerificationCancelResponse: ...
        @overload
        def request(
            self,
            method: Literal["userVerification/delete"],
            params: UserVerificationDeleteParams | Mapping[str, JsonValue],
        ) -> UserVerificationDeleteResponse: ...
        @overload
        def request(
            self,
            method: Literal["userVerification/enroll"],
            params: UserVerificationEnrollParams | Mapping[str, JsonValue],
        ) -> UserVerificationEnrollResponse: ...
        @overload
        def request(
            self,
            method: Literal["userVerification/status"],
            params: UserVerificationStatusParams | Mapping[str, JsonValue],
        ) -> UserVerificationStatusResponse: ...
        @overload
        def request(
            self,
            method: Literal["userVerification/verify"],
            params: UserVerificationVerifyParams | Mapping[str, JsonValue],
        ) -> UserVerificationVerifyResponse: ...
        @overload
        def request(
            self, method: Literal["windowsSandbox/readiness"], params: None = None
        ) -> WindowsSandboxReadinessResponse: ...
        @overload
        def request(
            self,
            method: Literal["windowsSandbox/setupStart"],
            params: WindowsSandboxSetupStartParams | Mapping[str, JsonValue],
        ) -> WindowsSandboxSetupStartResponse: ...
        @overload
        def request(self, method: str, params: JsonValue = None) -> JsonValue: ...
        def request(self, method: str, params: object = None) -> object:
            raise NotImplementedError
