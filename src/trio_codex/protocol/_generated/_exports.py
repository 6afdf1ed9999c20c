"""All generated types in one namespace, for type checkers, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

__all__: list[str] = [
    "AbsolutePathBuf",
    "AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision",
    "AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody",
    "Account",
    "AccountLoginCompletedNotification",
    "AccountRateLimitsUpdatedNotification",
    "AccountRoutingOverride",
    "AccountTokenUsageDailyBucket",
    "AccountTokenUsageSummary",
    "AccountUpdatedNotification",
    "ActivePermissionProfile",
    "ActiveThreadStatus",
    "ActiveTurnNotSteerableCodexErrorInfo",
    "ActiveTurnNotSteerableCodexErrorInfoBody",
    "AddCreditsNudgeCreditType",
    "AddCreditsNudgeEmailStatus",
    "AddFileChange",
    "AddPatchChangeKind",
    "AdditionalContextEntry",
    "AdditionalContextKind",
    "AdditionalFileSystemPermissions",
    "AdditionalNetworkPermissions",
    "AdditionalPermissionProfile",
    "AdditionalToolsResponseItem",
    "AgentConfiguredHookHandler",
    "AgentHookMetadata",
    "AgentMessageDelivery",
    "AgentMessageDeltaNotification",
    "AgentMessageInputContent",
    "AgentMessageResponseItem",
    "AgentMessageThreadItem",
    "AgentPath",
    "AllowDenyRequirement",
    "AmazonBedrockAccessKeysLoginAccountParams",
    "AmazonBedrockAccount",
    "AmazonBedrockLoginAccountParams",
    "AmazonBedrockLoginAccountResponse",
    "AnalyticsConfig",
    "ApiKeyAccount",
    "ApiKeyLoginAccountParams",
    "ApiKeyLoginAccountResponse",
    "AppBranding",
    "AppConfig",
    "AppInfo",
    "AppLinkConfig",
    "AppLinksConfig",
    "AppListUpdatedNotification",
    "AppMetadata",
    "AppReview",
    "AppScreenshot",
    "AppSummary",
    "AppTemplateSummary",
    "AppTemplateUnavailableReason",
    "AppToolApproval",
    "AppToolConfig",
    "AppToolSummary",
    "AppToolsConfig",
    "ApplicationNetworkRequirements",
    "ApplicationRequirements",
    "ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision",
    "ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody",
    "ApplyPatchApprovalParams",
    "ApplyPatchApprovalResponse",
    "ApplyPatchGuardianApprovalReviewAction",
    "ApprovalsReviewer",
    "ApprovedExecpolicyAmendmentReviewDecision",
    "ApprovedExecpolicyAmendmentReviewDecisionBody",
    "AppsConfig",
    "AppsDefaultConfig",
    "AppsInstalledParams",
    "AppsInstalledResponse",
    "AppsListParams",
    "AppsListResponse",
    "AppsReadParams",
    "AppsReadResponse",
    "AskForApproval",
    "AskForApprovalKind",
    "AsyncUserInputQuestion",
    "AttestationGenerateParams",
    "AttestationGenerateResponse",
    "AudioUserInput",
    "AuthMode",
    "AuthRecoveryNotification",
    "AutoCompactTokenLimitScope",
    "AutoReviewDecisionSource",
    "AutoReviewRequirements",
    "AwsCredentialType",
    "BaseBranchReviewTarget",
    "BedrockAwsProfile",
    "BedrockCheckGovCloudRequirementsParams",
    "BedrockCheckGovCloudRequirementsResponse",
    "BedrockDiscoverParams",
    "BedrockDiscoverResponse",
    "BedrockEnvironmentCredential",
    "BedrockSetupParams",
    "BedrockSetupResponse",
    "BemItemPromotedThreadRealtimeItem",
    "BlobResourceContent",
    "BrowserUseAccessApprovalLifetime",
    "BrowserUseConfig",
    "BrowserUseExtensionRequirements",
    "BrowserUseOriginPolicy",
    "BrowserUseOriginPolicyConfig",
    "BrowserUseRequirements",
    "ByteRange",
    "CancelLoginAccountParams",
    "CancelLoginAccountResponse",
    "CancelLoginAccountStatus",
    "CancelledUserVerificationErrorDetails",
    "CapabilityRootLocation",
    "ChatgptAccount",
    "ChatgptAuthTokensLoginAccountParams",
    "ChatgptAuthTokensLoginAccountResponse",
    "ChatgptAuthTokensRefreshParams",
    "ChatgptAuthTokensRefreshReason",
    "ChatgptAuthTokensRefreshResponse",
    "ChatgptDeviceCodeLoginAccountParams",
    "ChatgptDeviceCodeLoginAccountResponse",
    "ChatgptLoginAccountParams",
    "ChatgptLoginAccountResponse",
    "CliAuthCredentialsStoreMode",
    "ClientInfo",
    "ClientNotification",
    "ClientRequest",
    "CodexErrorInfo",
    "CodexErrorInfoKind",
    "CodexResponseHandoffMode",
    "CollabAgentState",
    "CollabAgentStatus",
    "CollabAgentTool",
    "CollabAgentToolCallStatus",
    "CollabAgentToolCallThreadItem",
    "CollaborationMode",
    "CollaborationModeListParams",
    "CollaborationModeListResponse",
    "CollaborationModeMask",
    "CommandAction",
    "CommandConfiguredHookHandler",
    "CommandExecOutputDeltaNotification",
    "CommandExecOutputStream",
    "CommandExecParams",
    "CommandExecResizeParams",
    "CommandExecResizeResponse",
    "CommandExecResponse",
    "CommandExecTerminalSize",
    "CommandExecTerminateParams",
    "CommandExecTerminateResponse",
    "CommandExecWriteParams",
    "CommandExecWriteResponse",
    "CommandExecutionApprovalDecision",
    "CommandExecutionApprovalDecisionKind",
    "CommandExecutionApprovalKind",
    "CommandExecutionOutputDeltaNotification",
    "CommandExecutionRequestApprovalParams",
    "CommandExecutionRequestApprovalResponse",
    "CommandExecutionSource",
    "CommandExecutionStatus",
    "CommandExecutionThreadItem",
    "CommandGuardianApprovalReviewAction",
    "CommandHookMetadata",
    "CommandMigration",
    "CommitReviewTarget",
    "CompactionResponseItem",
    "CompactionTriggerResponseItem",
    "CompletedThreadPredictionResult",
    "ComputerUseConfig",
    "ComputerUseMacosConfig",
    "ComputerUseMacosRequirements",
    "ComputerUseRequirements",
    "ComputerUseWindowsConfig",
    "ComputerUseWindowsExeConfig",
    "ComputerUseWindowsExeRequirement",
    "ComputerUseWindowsRequirements",
    "Config",
    "ConfigBatchWriteParams",
    "ConfigEdit",
    "ConfigLayer",
    "ConfigLayerMetadata",
    "ConfigLayerSource",
    "ConfigReadParams",
    "ConfigReadResponse",
    "ConfigRequirements",
    "ConfigRequirementsReadResponse",
    "ConfigValueWriteParams",
    "ConfigWarningNotification",
    "ConfigWriteResponse",
    "ConfigurationReasoning",
    "ConfigurationUpdateResponseItem",
    "ConfiguredHookHandler",
    "ConfiguredHookMatcherGroup",
    "ConnectorMetadata",
    "ConsumeAccountRateLimitResetCreditOutcome",
    "ConsumeAccountRateLimitResetCreditParams",
    "ConsumeAccountRateLimitResetCreditResponse",
    "ContentItem",
    "ContextCompactedNotification",
    "ContextCompactionResponseItem",
    "ContextCompactionThreadItem",
    "ConversationTextRole",
    "CreditsSnapshot",
    "CurrentTimeReadParams",
    "CurrentTimeReadResponse",
    "CustomMultiAgentMode",
    "CustomReviewTarget",
    "CustomSessionSource",
    "CustomToolCallOutputResponseItem",
    "CustomToolCallResponseItem",
    "CyberAccessProgram",
    "DailyScheduledTaskSchedule",
    "DangerFullAccessSandboxPolicy",
    "DeleteFileChange",
    "DeletePatchChangeKind",
    "DeniedReviewDecision",
    "DeniedReviewDecisionBody",
    "DeprecationNoticeNotification",
    "DesktopOnboardingEntrypoint",
    "DynamicToolCallOutputContentItem",
    "DynamicToolCallParams",
    "DynamicToolCallResponse",
    "DynamicToolCallStatus",
    "DynamicToolCallThreadItem",
    "DynamicToolNamespaceTool",
    "DynamicToolSpec",
    "EncryptedContentAgentMessageInputContent",
    "EncryptedContentFunctionCallOutputContentItem",
    "EnteredReviewModeThreadItem",
    "EnterpriseManagedConfigLayerSource",
    "EnvironmentAddParams",
    "EnvironmentAddResponse",
    "EnvironmentBedrockSetupParams",
    "EnvironmentCapabilityRootLocation",
    "EnvironmentConnectionNotification",
    "EnvironmentInfoParams",
    "EnvironmentInfoResponse",
    "EnvironmentShellInfo",
    "EnvironmentSkillsParams",
    "EnvironmentStatusKind",
    "EnvironmentStatusParams",
    "EnvironmentStatusResponse",
    "ErrorNotification",
    "ExecCommandApprovalParams",
    "ExecCommandApprovalResponse",
    "ExecLocalShellAction",
    "ExecveGuardianApprovalReviewAction",
    "ExistingCallThreadRealtimeStartTransport",
    "ExitedReviewModeThreadItem",
    "ExperimentalFeature",
    "ExperimentalFeatureEnablementSetParams",
    "ExperimentalFeatureEnablementSetResponse",
    "ExperimentalFeatureListParams",
    "ExperimentalFeatureListResponse",
    "ExperimentalFeatureStage",
    "ExternalAgentConfigDetectParams",
    "ExternalAgentConfigDetectResponse",
    "ExternalAgentConfigImportCompletedNotification",
    "ExternalAgentConfigImportHistoriesReadResponse",
    "ExternalAgentConfigImportHistory",
    "ExternalAgentConfigImportHistoryRecordParams",
    "ExternalAgentConfigImportHistoryRecordResponse",
    "ExternalAgentConfigImportHistoryRecordSuccessParams",
    "ExternalAgentConfigImportHistoryRecordTypeResultParams",
    "ExternalAgentConfigImportItemTypeFailure",
    "ExternalAgentConfigImportItemTypeSuccess",
    "ExternalAgentConfigImportParams",
    "ExternalAgentConfigImportProgressNotification",
    "ExternalAgentConfigImportResponse",
    "ExternalAgentConfigImportTypeResult",
    "ExternalAgentConfigMigrationItem",
    "ExternalAgentConfigMigrationItemType",
    "ExternalAgentDetectedConnectorCandidate",
    "ExternalAgentDetectedConnectorSource",
    "ExternalAgentImportedConnectorCandidate",
    "ExternalAgentImportedConnectorSource",
    "ExternalSandboxSandboxPolicy",
    "FailedThreadPredictionResult",
    "FailedUserVerificationErrorDetails",
    "FeedbackRequirements",
    "FeedbackUploadParams",
    "FeedbackUploadResponse",
    "FileChange",
    "FileChangeApprovalDecision",
    "FileChangeOutputDeltaNotification",
    "FileChangePatchUpdatedNotification",
    "FileChangeRequestApprovalParams",
    "FileChangeRequestApprovalResponse",
    "FileChangeThreadItem",
    "FileIdContentItem",
    "FileIdFunctionCallOutputContentItem",
    "FileIdUserInput",
    "FileSystemAccessMode",
    "FileSystemPath",
    "FileSystemSandboxEntry",
    "FileSystemSpecialPath",
    "FileUpdateChange",
    "FindInPageResponsesApiWebSearchAction",
    "FindInPageWebSearchAction",
    "ForcedChatgptWorkspaceIds",
    "ForcedLoginMethod",
    "FormMcpServerElicitationRequestParams",
    "FsChangedNotification",
    "FsCopyParams",
    "FsCopyResponse",
    "FsCreateDirectoryParams",
    "FsCreateDirectoryResponse",
    "FsGetMetadataParams",
    "FsGetMetadataResponse",
    "FsReadDirectoryEntry",
    "FsReadDirectoryParams",
    "FsReadDirectoryResponse",
    "FsReadFileParams",
    "FsReadFileResponse",
    "FsRemoveParams",
    "FsRemoveResponse",
    "FsUnwatchParams",
    "FsUnwatchResponse",
    "FsWatchParams",
    "FsWatchResponse",
    "FsWriteFileParams",
    "FsWriteFileResponse",
    "FunctionCallOutputBody",
    "FunctionCallOutputContentItem",
    "FunctionCallOutputResponseItem",
    "FunctionCallOutputThreadItem",
    "FunctionCallResponseItem",
    "FunctionDynamicToolNamespaceTool",
    "FunctionDynamicToolSpec",
    "FuzzyFileSearchMatchType",
    "FuzzyFileSearchParams",
    "FuzzyFileSearchResponse",
    "FuzzyFileSearchResult",
    "FuzzyFileSearchSessionCompletedNotification",
    "FuzzyFileSearchSessionStartParams",
    "FuzzyFileSearchSessionStartResponse",
    "FuzzyFileSearchSessionStopParams",
    "FuzzyFileSearchSessionStopResponse",
    "FuzzyFileSearchSessionUpdateParams",
    "FuzzyFileSearchSessionUpdateResponse",
    "FuzzyFileSearchSessionUpdatedNotification",
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
    "GitInfo",
    "GitPluginSource",
    "GlobPatternFileSystemPath",
    "GrantedPermissionProfile",
    "GranularAskForApproval",
    "GranularAskForApprovalBody",
    "GuardianApprovalReview",
    "GuardianApprovalReviewAction",
    "GuardianApprovalReviewStatus",
    "GuardianCommandSource",
    "GuardianRiskLevel",
    "GuardianUserAuthorization",
    "GuardianWarningNotification",
    "HookCompletedNotification",
    "HookErrorInfo",
    "HookEventName",
    "HookExecutionMode",
    "HookHandlerType",
    "HookMetadata",
    "HookMigration",
    "HookOutputEntry",
    "HookOutputEntryKind",
    "HookPromptFragment",
    "HookPromptThreadItem",
    "HookRunStatus",
    "HookRunSummary",
    "HookScope",
    "HookSource",
    "HookStartedNotification",
    "HookTrustStatus",
    "HooksListEntry",
    "HooksListParams",
    "HooksListResponse",
    "HourlyScheduledTaskSchedule",
    "HttpConnectionFailedCodexErrorInfo",
    "HttpConnectionFailedCodexErrorInfoBody",
    "IdleThreadStatus",
    "ImageDetail",
    "ImageGenerationCallResponseItem",
    "ImageGenerationFailure",
    "ImageGenerationThreadItem",
    "ImageUrlContentItem",
    "ImageUrlFunctionCallOutputContentItem",
    "ImageUserInput",
    "ImageViewThreadItem",
    "InAppBrowserRequirements",
    "InitializeCapabilities",
    "InitializeParams",
    "InitializeResponse",
    "InlineMarkdownThreadRealtimeBemItemPresentation",
    "InlineVisualizationThreadRealtimeBemItemPresentation",
    "InputAudioContentItem",
    "InputAudioDynamicToolCallOutputContentItem",
    "InputAudioFunctionCallOutputContentItem",
    "InputImageContentItem",
    "InputImageDynamicToolCallOutputContentItem",
    "InputImageFunctionCallOutputContentItem",
    "InputModality",
    "InputTextAgentMessageInputContent",
    "InputTextContentItem",
    "InputTextDynamicToolCallOutputContentItem",
    "InputTextFunctionCallOutputContentItem",
    "InstalledApp",
    "InternalChatMessageMetadataPassthrough",
    "InvalidRequestUserVerificationErrorDetails",
    "ItemCompletedNotification",
    "ItemGuardianApprovalReviewCompletedNotification",
    "ItemGuardianApprovalReviewStartedNotification",
    "ItemStartedNotification",
    "ItemThreadItemsListAnchor",
    "ItemThreadTimelineEntry",
    "JSONRPCError",
    "JSONRPCErrorError",
    "JSONRPCMessage",
    "JSONRPCNotification",
    "JSONRPCRequest",
    "JSONRPCResponse",
    "KindFileSystemSpecialPath",
    "LegacyAppPathString",
    "LegacyManagedConfigTomlFromFileConfigLayerSource",
    "LegacyManagedConfigTomlFromMdmConfigLayerSource",
    "ListFilesCommandAction",
    "ListFilesParsedCommand",
    "ListMcpServerStatusParams",
    "ListMcpServerStatusResponse",
    "LocalAudioUserInput",
    "LocalImageUserInput",
    "LocalPluginSource",
    "LocalShellAction",
    "LocalShellCallResponseItem",
    "LocalShellStatus",
    "LoginAccountParams",
    "LoginAccountResponse",
    "LoginAppBrand",
    "LogoutAccountResponse",
    "ManagedHooksRequirements",
    "MarketplaceAddParams",
    "MarketplaceAddResponse",
    "MarketplaceInterface",
    "MarketplaceLoadErrorInfo",
    "MarketplaceRemoveParams",
    "MarketplaceRemoveResponse",
    "MarketplaceUpgradeErrorInfo",
    "MarketplaceUpgradeParams",
    "MarketplaceUpgradeResponse",
    "McpAppDisplayMode",
    "McpAppUi",
    "McpAuthStatus",
    "McpElicitationArrayType",
    "McpElicitationBooleanSchema",
    "McpElicitationBooleanType",
    "McpElicitationConstOption",
    "McpElicitationEnumSchema",
    "McpElicitationLegacyTitledEnumSchema",
    "McpElicitationMultiSelectEnumSchema",
    "McpElicitationNumberSchema",
    "McpElicitationNumberType",
    "McpElicitationObjectType",
    "McpElicitationPrimitiveSchema",
    "McpElicitationSchema",
    "McpElicitationSingleSelectEnumSchema",
    "McpElicitationStringFormat",
    "McpElicitationStringSchema",
    "McpElicitationStringType",
    "McpElicitationTitledEnumItems",
    "McpElicitationTitledMultiSelectEnumSchema",
    "McpElicitationTitledSingleSelectEnumSchema",
    "McpElicitationUntitledEnumItems",
    "McpElicitationUntitledMultiSelectEnumSchema",
    "McpElicitationUntitledSingleSelectEnumSchema",
    "McpResourceReadParams",
    "McpResourceReadResponse",
    "McpResourceReadTarget",
    "McpServerConnectionStatus",
    "McpServerElicitationAction",
    "McpServerElicitationRequestParams",
    "McpServerElicitationRequestResponse",
    "McpServerEventNotification",
    "McpServerEventStreamNotification",
    "McpServerEventStreamStartParams",
    "McpServerEventStreamStartResponse",
    "McpServerEventStreamStopParams",
    "McpServerEventStreamStopResponse",
    "McpServerInfo",
    "McpServerMigration",
    "McpServerOauthClientRegistration",
    "McpServerOauthLoginCompletedNotification",
    "McpServerOauthLoginParams",
    "McpServerOauthLoginResponse",
    "McpServerRefreshResponse",
    "McpServerStartupFailureReason",
    "McpServerStartupState",
    "McpServerStatus",
    "McpServerStatusDetail",
    "McpServerStatusUpdatedNotification",
    "McpServerToolCallParams",
    "McpServerToolCallResponse",
    "McpToolCallAppContext",
    "McpToolCallError",
    "McpToolCallGuardianApprovalReviewAction",
    "McpToolCallProgressNotification",
    "McpToolCallResult",
    "McpToolCallStatus",
    "McpToolCallThreadItem",
    "McpToolConfiguredHookHandler",
    "McpToolHookMetadata",
    "MdmConfigLayerSource",
    "MemoryCitation",
    "MemoryCitationEntry",
    "MemoryResetResponse",
    "MemoryStatusParams",
    "MemoryStatusResponse",
    "MentionUserInput",
    "MergeStrategy",
    "MessagePhase",
    "MessageResponseItem",
    "MigrationDetails",
    "MinimalFileSystemSpecialPath",
    "MisalignmentErrorDetails",
    "MisalignmentSteer",
    "MockExperimentalMethodParams",
    "MockExperimentalMethodResponse",
    "ModeKind",
    "Model",
    "ModelAccessPrograms",
    "ModelAvailabilityNux",
    "ModelListParams",
    "ModelListResponse",
    "ModelProviderCapabilitiesReadParams",
    "ModelProviderCapabilitiesReadResponse",
    "ModelRerouteReason",
    "ModelReroutedNotification",
    "ModelSafetyBufferingUpdatedNotification",
    "ModelServiceTier",
    "ModelUpgradeInfo",
    "ModelVerification",
    "ModelVerificationNotification",
    "ModelsRequirements",
    "MultiAgentMode",
    "MultiAgentModeKind",
    "MultiAgentVersion",
    "NamespaceDynamicToolSpec",
    "NetworkAccess",
    "NetworkAccessGuardianApprovalReviewAction",
    "NetworkApprovalContext",
    "NetworkApprovalProtocol",
    "NetworkDomainPermission",
    "NetworkPolicyAmendment",
    "NetworkPolicyAmendmentReviewDecision",
    "NetworkPolicyAmendmentReviewDecisionBody",
    "NetworkPolicyRuleAction",
    "NetworkRequirements",
    "NetworkUnixSocketPermission",
    "NewThreadModelDefaults",
    "NonSteerableTurnKind",
    "NotLoadedThreadStatus",
    "NpmPluginSource",
    "NullableGetAccountRateLimitsParams",
    "NullableGetAccountTokenUsageParams",
    "NullableRemoteControlDisableParams",
    "NullableRemoteControlEnableParams",
    "OpenPageResponsesApiWebSearchAction",
    "OpenPageWebSearchAction",
    "OpenaiFormMcpServerElicitationRequestParams",
    "OpenaiUserVerificationMcpServerElicitationRequestParams",
    "OtherResponseItem",
    "OtherResponsesApiWebSearchAction",
    "OtherSubAgentSource",
    "OtherWebSearchAction",
    "OutputTextContentItem",
    "OverriddenMetadata",
    "PackagedDefaultsConfigLayerSource",
    "ParsedCommand",
    "PatchApplyStatus",
    "PatchChangeKind",
    "PathFileSystemPath",
    "PathUri",
    "PermissionGrantScope",
    "PermissionProfileListParams",
    "PermissionProfileListResponse",
    "PermissionProfileSummary",
    "PermissionsRequestApprovalParams",
    "PermissionsRequestApprovalResponse",
    "Personality",
    "PlanDeltaNotification",
    "PlanThreadItem",
    "PlanType",
    "PluginAuthPolicy",
    "PluginAvailability",
    "PluginDetail",
    "PluginDisabledReason",
    "PluginHookSummary",
    "PluginInstallParams",
    "PluginInstallPolicy",
    "PluginInstallPolicySource",
    "PluginInstallResponse",
    "PluginInstalledParams",
    "PluginInstalledResponse",
    "PluginInterface",
    "PluginListMarketplaceKind",
    "PluginListParams",
    "PluginListResponse",
    "PluginMarketplaceEntry",
    "PluginReadParams",
    "PluginReadResponse",
    "PluginReconcileChangedPlugin",
    "PluginReconcileParams",
    "PluginReconcileResponse",
    "PluginSearchParams",
    "PluginSearchResponse",
    "PluginSearchResult",
    "PluginSearchScope",
    "PluginShareCheckoutParams",
    "PluginShareCheckoutResponse",
    "PluginShareContext",
    "PluginShareDeleteParams",
    "PluginShareDeleteResponse",
    "PluginShareDiscoverability",
    "PluginShareListItem",
    "PluginShareListParams",
    "PluginShareListResponse",
    "PluginSharePrincipal",
    "PluginSharePrincipalRole",
    "PluginSharePrincipalType",
    "PluginShareSaveParams",
    "PluginShareSaveResponse",
    "PluginShareTarget",
    "PluginShareTargetRole",
    "PluginShareUpdateDiscoverability",
    "PluginShareUpdateTargetsParams",
    "PluginShareUpdateTargetsResponse",
    "PluginSkillReadParams",
    "PluginSkillReadResponse",
    "PluginSource",
    "PluginSummary",
    "PluginUninstallParams",
    "PluginUninstallResponse",
    "PluginsMigration",
    "ProcessExitedNotification",
    "ProcessKillParams",
    "ProcessKillResponse",
    "ProcessOutputDeltaNotification",
    "ProcessOutputStream",
    "ProcessResizePtyParams",
    "ProcessResizePtyResponse",
    "ProcessSpawnParams",
    "ProcessSpawnResponse",
    "ProcessTerminalSize",
    "ProcessWriteStdinParams",
    "ProcessWriteStdinResponse",
    "ProfileBedrockSetupParams",
    "Project",
    "ProjectChangeType",
    "ProjectChangedNotification",
    "ProjectConfigLayerSource",
    "ProjectCreateParams",
    "ProjectCreateResponse",
    "ProjectDeleteParams",
    "ProjectDeleteResponse",
    "ProjectImportParams",
    "ProjectImportResponse",
    "ProjectListParams",
    "ProjectListResponse",
    "ProjectMoveParams",
    "ProjectMoveResponse",
    "ProjectReadParams",
    "ProjectReadResponse",
    "ProjectRoot",
    "ProjectSortKey",
    "ProjectUpdateParams",
    "ProjectUpdateResponse",
    "PromptConfiguredHookHandler",
    "PromptHookMetadata",
    "QueuedSubmission",
    "RateLimitReachedType",
    "RateLimitResetCredit",
    "RateLimitResetCreditStatus",
    "RateLimitResetCreditsSummary",
    "RateLimitResetType",
    "RateLimitSnapshot",
    "RateLimitWindow",
    "RawResponseCompletedNotification",
    "RawResponseItemCompletedNotification",
    "ReadCommandAction",
    "ReadOnlySandboxPolicy",
    "ReadParsedCommand",
    "ReadThreadReadStateOperation",
    "RealtimeConversationVersion",
    "RealtimeOutputModality",
    "RealtimeSessionClosedThreadRealtimeItem",
    "RealtimeSessionStartedThreadRealtimeItem",
    "RealtimeThreadTimelineEntry",
    "RealtimeVoice",
    "RealtimeVoicesList",
    "ReasoningEffort",
    "ReasoningEffortOption",
    "ReasoningItemContent",
    "ReasoningItemReasoningSummary",
    "ReasoningResponseItem",
    "ReasoningSummary",
    "ReasoningSummaryPartAddedNotification",
    "ReasoningSummaryTextDeltaNotification",
    "ReasoningTextDeltaNotification",
    "ReasoningTextReasoningItemContent",
    "ReasoningThreadItem",
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
    "RemotePluginSource",
    "RequestHeader",
    "RequestId",
    "RequestPermissionProfile",
    "RequestPermissionsGuardianApprovalReviewAction",
    "ResidencyRequirement",
    "Resource",
    "ResourceContent",
    "ResourceTemplate",
    "ResponseItem",
    "ResponseStreamConnectionFailedCodexErrorInfo",
    "ResponseStreamConnectionFailedCodexErrorInfoBody",
    "ResponseStreamDisconnectedCodexErrorInfo",
    "ResponseStreamDisconnectedCodexErrorInfoBody",
    "ResponseTooManyFailedAttemptsCodexErrorInfo",
    "ResponseTooManyFailedAttemptsCodexErrorInfoBody",
    "ResponseUsageMetadata",
    "ResponsesApiWebSearchAction",
    "ReviewDecision",
    "ReviewDecisionKind",
    "ReviewDelivery",
    "ReviewStartParams",
    "ReviewStartResponse",
    "ReviewTarget",
    "RolloutCompressResponse",
    "RootFileSystemSpecialPath",
    "SandboxMode",
    "SandboxPolicy",
    "SandboxWorkspaceWrite",
    "ScheduledTaskSchedule",
    "ScheduledTaskSummary",
    "ScheduledTaskWeekday",
    "SearchCommandAction",
    "SearchParsedCommand",
    "SearchResponsesApiWebSearchAction",
    "SearchWebSearchAction",
    "SelectedCapabilityRoot",
    "SendAddCreditsNudgeEmailParams",
    "SendAddCreditsNudgeEmailResponse",
    "ServerDiagnosticsGauge",
    "ServerDiagnosticsParams",
    "ServerDiagnosticsProcess",
    "ServerDiagnosticsResponse",
    "ServerNotification",
    "ServerRequest",
    "ServerRequestResolvedNotification",
    "SessionFlagsConfigLayerSource",
    "SessionMigration",
    "SessionSource",
    "SessionSourceKind",
    "Settings",
    "SkillDependencies",
    "SkillErrorInfo",
    "SkillInterface",
    "SkillMetadata",
    "SkillMigration",
    "SkillScope",
    "SkillSummary",
    "SkillToolDependency",
    "SkillUserInput",
    "SkillsChangedNotification",
    "SkillsConfigWriteParams",
    "SkillsConfigWriteResponse",
    "SkillsExtraRootsSetParams",
    "SkillsExtraRootsSetResponse",
    "SkillsListEntry",
    "SkillsListParams",
    "SkillsListResponse",
    "SlashTmpFileSystemSpecialPath",
    "SleepThreadItem",
    "SortDirection",
    "SpecialFileSystemPath",
    "SpendControlLimitSnapshot",
    "StrictReviewRequiredNotification",
    "SubAgentActivityKind",
    "SubAgentActivityThreadItem",
    "SubAgentSessionSource",
    "SubAgentSource",
    "SubAgentSourceKind",
    "SubagentMigration",
    "SummaryTextReasoningItemReasoningSummary",
    "SystemConfigLayerSource",
    "SystemErrorThreadStatus",
    "TerminalInteractionNotification",
    "TextElement",
    "TextPosition",
    "TextRange",
    "TextReasoningItemContent",
    "TextResourceContent",
    "TextUserInput",
    "Thread",
    "ThreadActiveFlag",
    "ThreadApproveGuardianDeniedActionParams",
    "ThreadApproveGuardianDeniedActionResponse",
    "ThreadArchiveParams",
    "ThreadArchiveResponse",
    "ThreadArchivedNotification",
    "ThreadAttachment",
    "ThreadAttachmentAddOutcome",
    "ThreadAttachmentAddParams",
    "ThreadAttachmentAddResponse",
    "ThreadAttachmentListParams",
    "ThreadAttachmentListResponse",
    "ThreadAttachmentOperation",
    "ThreadAttachmentOwner",
    "ThreadAttachmentOwnerListParams",
    "ThreadAttachmentOwnerListResponse",
    "ThreadAttachmentRemoveParams",
    "ThreadAttachmentRemoveResponse",
    "ThreadAttachmentUpdatedNotification",
    "ThreadBackgroundTerminal",
    "ThreadBackgroundTerminalsCleanParams",
    "ThreadBackgroundTerminalsCleanResponse",
    "ThreadBackgroundTerminalsListParams",
    "ThreadBackgroundTerminalsListResponse",
    "ThreadBackgroundTerminalsTerminateParams",
    "ThreadBackgroundTerminalsTerminateResponse",
    "ThreadClosedNotification",
    "ThreadCompactStartParams",
    "ThreadCompactStartResponse",
    "ThreadDecrementElicitationParams",
    "ThreadDecrementElicitationResponse",
    "ThreadDeleteParams",
    "ThreadDeleteResponse",
    "ThreadDeletedNotification",
    "ThreadEnvironment",
    "ThreadExtra",
    "ThreadForkParams",
    "ThreadForkResponse",
    "ThreadGoal",
    "ThreadGoalClearParams",
    "ThreadGoalClearResponse",
    "ThreadGoalClearedNotification",
    "ThreadGoalGetParams",
    "ThreadGoalGetResponse",
    "ThreadGoalMutationOrigin",
    "ThreadGoalSetParams",
    "ThreadGoalSetResponse",
    "ThreadGoalStatus",
    "ThreadGoalUpdatedNotification",
    "ThreadHistoryMode",
    "ThreadId",
    "ThreadIncrementElicitationParams",
    "ThreadIncrementElicitationResponse",
    "ThreadInjectItemsParams",
    "ThreadInjectItemsResponse",
    "ThreadItem",
    "ThreadItemEntry",
    "ThreadItemsListAnchor",
    "ThreadItemsListCursor",
    "ThreadItemsListParams",
    "ThreadItemsListResponse",
    "ThreadItemsReadParams",
    "ThreadItemsReadResponse",
    "ThreadListCwdFilter",
    "ThreadListParams",
    "ThreadListResponse",
    "ThreadLoadedListParams",
    "ThreadLoadedListResponse",
    "ThreadMemoryMode",
    "ThreadMemoryModeSetParams",
    "ThreadMemoryModeSetResponse",
    "ThreadMetadataGitInfoUpdateParams",
    "ThreadMetadataUpdateParams",
    "ThreadMetadataUpdateResponse",
    "ThreadNameUpdatedNotification",
    "ThreadPredictionRequestParams",
    "ThreadPredictionRequestResponse",
    "ThreadPredictionResult",
    "ThreadPredictionUpdatedNotification",
    "ThreadProjectUpdatedNotification",
    "ThreadQueueAddParams",
    "ThreadQueueAddResponse",
    "ThreadQueueChangedNotification",
    "ThreadQueueDeleteParams",
    "ThreadQueueDeleteResponse",
    "ThreadQueueListParams",
    "ThreadQueueListResponse",
    "ThreadQueueReorderParams",
    "ThreadQueueReorderResponse",
    "ThreadQueueStartParams",
    "ThreadQueueStartResponse",
    "ThreadQueueUpdateParams",
    "ThreadQueueUpdateResponse",
    "ThreadReadParams",
    "ThreadReadResponse",
    "ThreadReadState",
    "ThreadReadStateChangedNotification",
    "ThreadReadStateOperation",
    "ThreadReadStateUpdateParams",
    "ThreadReadStateUpdateResponse",
    "ThreadRealtimeAppendAudioParams",
    "ThreadRealtimeAppendAudioResponse",
    "ThreadRealtimeAppendSpeechParams",
    "ThreadRealtimeAppendSpeechResponse",
    "ThreadRealtimeAppendTextParams",
    "ThreadRealtimeAppendTextResponse",
    "ThreadRealtimeAudioChunk",
    "ThreadRealtimeBemItemPresentation",
    "ThreadRealtimeClosedNotification",
    "ThreadRealtimeErrorNotification",
    "ThreadRealtimeInitialItem",
    "ThreadRealtimeItem",
    "ThreadRealtimeItemAddedNotification",
    "ThreadRealtimeItemCompletedNotification",
    "ThreadRealtimeItemStartedNotification",
    "ThreadRealtimeItemTranscriptDeltaNotification",
    "ThreadRealtimeListVoicesParams",
    "ThreadRealtimeListVoicesResponse",
    "ThreadRealtimeOutputAudioDeltaNotification",
    "ThreadRealtimeSdpNotification",
    "ThreadRealtimeSessionOutcome",
    "ThreadRealtimeStartParams",
    "ThreadRealtimeStartResponse",
    "ThreadRealtimeStartTransport",
    "ThreadRealtimeStartedNotification",
    "ThreadRealtimeStopParams",
    "ThreadRealtimeStopResponse",
    "ThreadRealtimeTranscriptDeltaNotification",
    "ThreadRealtimeTranscriptDoneNotification",
    "ThreadRealtimeTranscriptRole",
    "ThreadResumeInitialTurnsPageParams",
    "ThreadResumeParams",
    "ThreadResumeResponse",
    "ThreadRevertParams",
    "ThreadRevertResponse",
    "ThreadRevertedNotification",
    "ThreadSearchOccurrence",
    "ThreadSearchOccurrencesParams",
    "ThreadSearchOccurrencesResponse",
    "ThreadSearchParams",
    "ThreadSearchResponse",
    "ThreadSearchResult",
    "ThreadSearchSortKey",
    "ThreadSearchTextRange",
    "ThreadSection",
    "ThreadSectionAppearance",
    "ThreadSectionCreateParams",
    "ThreadSectionCreateResponse",
    "ThreadSectionDeleteParams",
    "ThreadSectionDeleteResponse",
    "ThreadSectionListParams",
    "ThreadSectionListResponse",
    "ThreadSectionMoveParams",
    "ThreadSectionMoveResponse",
    "ThreadSectionUpdateParams",
    "ThreadSectionUpdateResponse",
    "ThreadSetNameParams",
    "ThreadSetNameResponse",
    "ThreadSettings",
    "ThreadSettingsUpdateParams",
    "ThreadSettingsUpdateResponse",
    "ThreadSettingsUpdatedNotification",
    "ThreadShellCommandParams",
    "ThreadShellCommandResponse",
    "ThreadSortKey",
    "ThreadSource",
    "ThreadSourceKind",
    "ThreadSpawnSubAgentSource",
    "ThreadSpawnSubAgentSourceBody",
    "ThreadStartParams",
    "ThreadStartResponse",
    "ThreadStartSource",
    "ThreadStartThreadUnreadPosition",
    "ThreadStartedNotification",
    "ThreadStatus",
    "ThreadStatusChangedNotification",
    "ThreadTimelineEntry",
    "ThreadTimelineListParams",
    "ThreadTimelineListResponse",
    "ThreadTokenUsage",
    "ThreadTokenUsageUpdatedNotification",
    "ThreadTurnsListParams",
    "ThreadTurnsListResponse",
    "ThreadUnarchiveParams",
    "ThreadUnarchiveResponse",
    "ThreadUnarchivedNotification",
    "ThreadUnreadPosition",
    "ThreadUnsubscribeParams",
    "ThreadUnsubscribeResponse",
    "ThreadUnsubscribeStatus",
    "ThreadUsage",
    "ThreadUsageBreakdownGroup",
    "TmpdirFileSystemSpecialPath",
    "TokenUsageBreakdown",
    "Tool",
    "ToolExposureSurface",
    "ToolRequestUserInputAnswer",
    "ToolRequestUserInputOption",
    "ToolRequestUserInputParams",
    "ToolRequestUserInputQuestion",
    "ToolRequestUserInputResponse",
    "ToolSearchCallResponseItem",
    "ToolSearchOutputResponseItem",
    "ToolsV2",
    "TranscriptSegmentThreadRealtimeItem",
    "Turn",
    "TurnCompletedNotification",
    "TurnCompletedThreadTimelineEntry",
    "TurnDiffUpdatedNotification",
    "TurnEnvironmentParams",
    "TurnError",
    "TurnInterruptParams",
    "TurnInterruptResponse",
    "TurnItemsView",
    "TurnModerationMetadataNotification",
    "TurnPlanStep",
    "TurnPlanStepStatus",
    "TurnPlanUpdatedNotification",
    "TurnSettingsUpdateParams",
    "TurnSettingsUpdateResponse",
    "TurnSettingsUpdateStatus",
    "TurnStartParams",
    "TurnStartResponse",
    "TurnStartedNotification",
    "TurnStartedThreadTimelineEntry",
    "TurnStatus",
    "TurnSteerParams",
    "TurnSteerResponse",
    "TurnThreadUnreadPosition",
    "TurnToolOutput",
    "TurnsPage",
    "UnavailableUserVerificationErrorDetails",
    "UncommittedChangesReviewTarget",
    "UnknownCommandAction",
    "UnknownFileSystemSpecialPath",
    "UnknownParsedCommand",
    "UnreadThreadReadStateOperation",
    "UpdateFileChange",
    "UpdatePatchChangeKind",
    "UrlMcpServerElicitationRequestParams",
    "UrlUserInput",
    "UsageLimitExceededImageGenerationFailure",
    "UserConfigLayerSource",
    "UserInput",
    "UserMessageThreadItem",
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
    "Verbosity",
    "W3cTraceContext",
    "WarningNotification",
    "WebSearchAction",
    "WebSearchCallResponseItem",
    "WebSearchContextSize",
    "WebSearchLocation",
    "WebSearchMode",
    "WebSearchThreadItem",
    "WebSearchToolConfig",
    "WebrtcThreadRealtimeStartTransport",
    "WebsocketThreadRealtimeStartTransport",
    "WeekdaysScheduledTaskSchedule",
    "WeeklyScheduledTaskSchedule",
    "WholeItemThreadRealtimeBemItemPresentation",
    "WindowsSandboxImplementation",
    "WindowsSandboxReadiness",
    "WindowsSandboxReadinessResponse",
    "WindowsSandboxSetupCompletedNotification",
    "WindowsSandboxSetupMode",
    "WindowsSandboxSetupStartParams",
    "WindowsSandboxSetupStartResponse",
    "WindowsWorldWritableWarningNotification",
    "WorkspaceMessage",
    "WorkspaceMessageType",
    "WorkspaceRouting",
    "WorkspaceWriteSandboxPolicy",
    "WriteStatus",
    "WriteStdinGuardianApprovalReviewAction",
]

from .account import (
    Account as Account,
)
from .account import (
    AccountRateLimitsUpdatedNotification as AccountRateLimitsUpdatedNotification,
)
from .account import (
    AccountRoutingOverride as AccountRoutingOverride,
)
from .account import (
    AccountTokenUsageDailyBucket as AccountTokenUsageDailyBucket,
)
from .account import (
    AccountTokenUsageSummary as AccountTokenUsageSummary,
)
from .account import (
    AccountUpdatedNotification as AccountUpdatedNotification,
)
from .account import (
    AddCreditsNudgeCreditType as AddCreditsNudgeCreditType,
)
from .account import (
    AddCreditsNudgeEmailStatus as AddCreditsNudgeEmailStatus,
)
from .account import (
    AmazonBedrockAccount as AmazonBedrockAccount,
)
from .account import (
    ApiKeyAccount as ApiKeyAccount,
)
from .account import (
    AuthMode as AuthMode,
)
from .account import (
    AuthRecoveryNotification as AuthRecoveryNotification,
)
from .account import (
    AwsCredentialType as AwsCredentialType,
)
from .account import (
    BedrockAwsProfile as BedrockAwsProfile,
)
from .account import (
    BedrockCheckGovCloudRequirementsParams as BedrockCheckGovCloudRequirementsParams,
)
from .account import (
    BedrockCheckGovCloudRequirementsResponse as BedrockCheckGovCloudRequirementsResponse,
)
from .account import (
    BedrockDiscoverParams as BedrockDiscoverParams,
)
from .account import (
    BedrockDiscoverResponse as BedrockDiscoverResponse,
)
from .account import (
    BedrockEnvironmentCredential as BedrockEnvironmentCredential,
)
from .account import (
    BedrockSetupParams as BedrockSetupParams,
)
from .account import (
    BedrockSetupResponse as BedrockSetupResponse,
)
from .account import (
    ChatgptAccount as ChatgptAccount,
)
from .account import (
    ConsumeAccountRateLimitResetCreditOutcome as ConsumeAccountRateLimitResetCreditOutcome,
)
from .account import (
    ConsumeAccountRateLimitResetCreditParams as ConsumeAccountRateLimitResetCreditParams,
)
from .account import (
    ConsumeAccountRateLimitResetCreditResponse as ConsumeAccountRateLimitResetCreditResponse,
)
from .account import (
    CreditsSnapshot as CreditsSnapshot,
)
from .account import (
    CyberAccessProgram as CyberAccessProgram,
)
from .account import (
    EnvironmentBedrockSetupParams as EnvironmentBedrockSetupParams,
)
from .account import (
    GatewayOAuthCancelResponse as GatewayOAuthCancelResponse,
)
from .account import (
    GatewayOAuthChangedNotification as GatewayOAuthChangedNotification,
)
from .account import (
    GatewayOAuthLoginResponse as GatewayOAuthLoginResponse,
)
from .account import (
    GatewayOAuthReadResponse as GatewayOAuthReadResponse,
)
from .account import (
    GatewayOAuthStatus as GatewayOAuthStatus,
)
from .account import (
    GetAccountParams as GetAccountParams,
)
from .account import (
    GetAccountRateLimitsParams as GetAccountRateLimitsParams,
)
from .account import (
    GetAccountRateLimitsResponse as GetAccountRateLimitsResponse,
)
from .account import (
    GetAccountResponse as GetAccountResponse,
)
from .account import (
    GetAccountTokenUsageParams as GetAccountTokenUsageParams,
)
from .account import (
    GetAccountTokenUsageResponse as GetAccountTokenUsageResponse,
)
from .account import (
    GetWorkspaceMessagesResponse as GetWorkspaceMessagesResponse,
)
from .account import (
    LogoutAccountResponse as LogoutAccountResponse,
)
from .account import (
    NullableGetAccountRateLimitsParams as NullableGetAccountRateLimitsParams,
)
from .account import (
    NullableGetAccountTokenUsageParams as NullableGetAccountTokenUsageParams,
)
from .account import (
    PlanType as PlanType,
)
from .account import (
    ProfileBedrockSetupParams as ProfileBedrockSetupParams,
)
from .account import (
    RateLimitReachedType as RateLimitReachedType,
)
from .account import (
    RateLimitResetCredit as RateLimitResetCredit,
)
from .account import (
    RateLimitResetCreditsSummary as RateLimitResetCreditsSummary,
)
from .account import (
    RateLimitResetCreditStatus as RateLimitResetCreditStatus,
)
from .account import (
    RateLimitResetType as RateLimitResetType,
)
from .account import (
    RateLimitSnapshot as RateLimitSnapshot,
)
from .account import (
    RateLimitWindow as RateLimitWindow,
)
from .account import (
    SendAddCreditsNudgeEmailParams as SendAddCreditsNudgeEmailParams,
)
from .account import (
    SendAddCreditsNudgeEmailResponse as SendAddCreditsNudgeEmailResponse,
)
from .account import (
    SpendControlLimitSnapshot as SpendControlLimitSnapshot,
)
from .account import (
    WorkspaceMessage as WorkspaceMessage,
)
from .account import (
    WorkspaceMessageType as WorkspaceMessageType,
)
from .account import (
    WorkspaceRouting as WorkspaceRouting,
)
from .app import (
    AppBranding as AppBranding,
)
from .app import (
    AppInfo as AppInfo,
)
from .app import (
    AppListUpdatedNotification as AppListUpdatedNotification,
)
from .app import (
    AppMetadata as AppMetadata,
)
from .app import (
    AppReview as AppReview,
)
from .app import (
    AppScreenshot as AppScreenshot,
)
from .app import (
    AppsInstalledParams as AppsInstalledParams,
)
from .app import (
    AppsInstalledResponse as AppsInstalledResponse,
)
from .app import (
    AppsListParams as AppsListParams,
)
from .app import (
    AppsListResponse as AppsListResponse,
)
from .app import (
    AppsReadParams as AppsReadParams,
)
from .app import (
    AppsReadResponse as AppsReadResponse,
)
from .app import (
    AppSummary as AppSummary,
)
from .app import (
    AppTemplateSummary as AppTemplateSummary,
)
from .app import (
    AppTemplateUnavailableReason as AppTemplateUnavailableReason,
)
from .app import (
    AppToolSummary as AppToolSummary,
)
from .app import (
    ConnectorMetadata as ConnectorMetadata,
)
from .app import (
    InstalledApp as InstalledApp,
)
from .approval import (
    AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision as AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision,
)
from .approval import (
    AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody as AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody,
)
from .approval import (
    AddFileChange as AddFileChange,
)
from .approval import (
    ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision as ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision,
)
from .approval import (
    ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody as ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody,
)
from .approval import (
    ApplyPatchApprovalParams as ApplyPatchApprovalParams,
)
from .approval import (
    ApplyPatchApprovalResponse as ApplyPatchApprovalResponse,
)
from .approval import (
    ApplyPatchGuardianApprovalReviewAction as ApplyPatchGuardianApprovalReviewAction,
)
from .approval import (
    ApprovedExecpolicyAmendmentReviewDecision as ApprovedExecpolicyAmendmentReviewDecision,
)
from .approval import (
    ApprovedExecpolicyAmendmentReviewDecisionBody as ApprovedExecpolicyAmendmentReviewDecisionBody,
)
from .approval import (
    AutoReviewDecisionSource as AutoReviewDecisionSource,
)
from .approval import (
    CommandExecutionApprovalDecision as CommandExecutionApprovalDecision,
)
from .approval import (
    CommandExecutionApprovalDecisionKind as CommandExecutionApprovalDecisionKind,
)
from .approval import (
    CommandExecutionApprovalKind as CommandExecutionApprovalKind,
)
from .approval import (
    CommandExecutionRequestApprovalParams as CommandExecutionRequestApprovalParams,
)
from .approval import (
    CommandExecutionRequestApprovalResponse as CommandExecutionRequestApprovalResponse,
)
from .approval import (
    CommandGuardianApprovalReviewAction as CommandGuardianApprovalReviewAction,
)
from .approval import (
    DeleteFileChange as DeleteFileChange,
)
from .approval import (
    DeniedReviewDecision as DeniedReviewDecision,
)
from .approval import (
    DeniedReviewDecisionBody as DeniedReviewDecisionBody,
)
from .approval import (
    ExecCommandApprovalParams as ExecCommandApprovalParams,
)
from .approval import (
    ExecCommandApprovalResponse as ExecCommandApprovalResponse,
)
from .approval import (
    ExecveGuardianApprovalReviewAction as ExecveGuardianApprovalReviewAction,
)
from .approval import (
    FileChange as FileChange,
)
from .approval import (
    FileChangeApprovalDecision as FileChangeApprovalDecision,
)
from .approval import (
    FileChangeRequestApprovalParams as FileChangeRequestApprovalParams,
)
from .approval import (
    FileChangeRequestApprovalResponse as FileChangeRequestApprovalResponse,
)
from .approval import (
    GrantedPermissionProfile as GrantedPermissionProfile,
)
from .approval import (
    GuardianApprovalReview as GuardianApprovalReview,
)
from .approval import (
    GuardianApprovalReviewAction as GuardianApprovalReviewAction,
)
from .approval import (
    GuardianApprovalReviewStatus as GuardianApprovalReviewStatus,
)
from .approval import (
    GuardianCommandSource as GuardianCommandSource,
)
from .approval import (
    GuardianRiskLevel as GuardianRiskLevel,
)
from .approval import (
    GuardianUserAuthorization as GuardianUserAuthorization,
)
from .approval import (
    GuardianWarningNotification as GuardianWarningNotification,
)
from .approval import (
    ItemGuardianApprovalReviewCompletedNotification as ItemGuardianApprovalReviewCompletedNotification,
)
from .approval import (
    ItemGuardianApprovalReviewStartedNotification as ItemGuardianApprovalReviewStartedNotification,
)
from .approval import (
    ListFilesParsedCommand as ListFilesParsedCommand,
)
from .approval import (
    McpToolCallGuardianApprovalReviewAction as McpToolCallGuardianApprovalReviewAction,
)
from .approval import (
    NetworkAccessGuardianApprovalReviewAction as NetworkAccessGuardianApprovalReviewAction,
)
from .approval import (
    NetworkApprovalContext as NetworkApprovalContext,
)
from .approval import (
    NetworkApprovalProtocol as NetworkApprovalProtocol,
)
from .approval import (
    NetworkPolicyAmendment as NetworkPolicyAmendment,
)
from .approval import (
    NetworkPolicyAmendmentReviewDecision as NetworkPolicyAmendmentReviewDecision,
)
from .approval import (
    NetworkPolicyAmendmentReviewDecisionBody as NetworkPolicyAmendmentReviewDecisionBody,
)
from .approval import (
    NetworkPolicyRuleAction as NetworkPolicyRuleAction,
)
from .approval import (
    ParsedCommand as ParsedCommand,
)
from .approval import (
    PermissionGrantScope as PermissionGrantScope,
)
from .approval import (
    PermissionsRequestApprovalParams as PermissionsRequestApprovalParams,
)
from .approval import (
    PermissionsRequestApprovalResponse as PermissionsRequestApprovalResponse,
)
from .approval import (
    ReadParsedCommand as ReadParsedCommand,
)
from .approval import (
    RequestPermissionProfile as RequestPermissionProfile,
)
from .approval import (
    RequestPermissionsGuardianApprovalReviewAction as RequestPermissionsGuardianApprovalReviewAction,
)
from .approval import (
    ReviewDecision as ReviewDecision,
)
from .approval import (
    ReviewDecisionKind as ReviewDecisionKind,
)
from .approval import (
    SearchParsedCommand as SearchParsedCommand,
)
from .approval import (
    StrictReviewRequiredNotification as StrictReviewRequiredNotification,
)
from .approval import (
    UnknownParsedCommand as UnknownParsedCommand,
)
from .approval import (
    UpdateFileChange as UpdateFileChange,
)
from .approval import (
    WriteStdinGuardianApprovalReviewAction as WriteStdinGuardianApprovalReviewAction,
)
from .command import (
    CommandExecOutputDeltaNotification as CommandExecOutputDeltaNotification,
)
from .command import (
    CommandExecOutputStream as CommandExecOutputStream,
)
from .command import (
    CommandExecParams as CommandExecParams,
)
from .command import (
    CommandExecResizeParams as CommandExecResizeParams,
)
from .command import (
    CommandExecResizeResponse as CommandExecResizeResponse,
)
from .command import (
    CommandExecResponse as CommandExecResponse,
)
from .command import (
    CommandExecTerminalSize as CommandExecTerminalSize,
)
from .command import (
    CommandExecTerminateParams as CommandExecTerminateParams,
)
from .command import (
    CommandExecTerminateResponse as CommandExecTerminateResponse,
)
from .command import (
    CommandExecWriteParams as CommandExecWriteParams,
)
from .command import (
    CommandExecWriteResponse as CommandExecWriteResponse,
)
from .command import (
    ProcessExitedNotification as ProcessExitedNotification,
)
from .command import (
    ProcessKillParams as ProcessKillParams,
)
from .command import (
    ProcessKillResponse as ProcessKillResponse,
)
from .command import (
    ProcessOutputDeltaNotification as ProcessOutputDeltaNotification,
)
from .command import (
    ProcessOutputStream as ProcessOutputStream,
)
from .command import (
    ProcessResizePtyParams as ProcessResizePtyParams,
)
from .command import (
    ProcessResizePtyResponse as ProcessResizePtyResponse,
)
from .command import (
    ProcessSpawnParams as ProcessSpawnParams,
)
from .command import (
    ProcessSpawnResponse as ProcessSpawnResponse,
)
from .command import (
    ProcessTerminalSize as ProcessTerminalSize,
)
from .command import (
    ProcessWriteStdinParams as ProcessWriteStdinParams,
)
from .command import (
    ProcessWriteStdinResponse as ProcessWriteStdinResponse,
)
from .command import (
    TerminalInteractionNotification as TerminalInteractionNotification,
)
from .common import (
    AbsolutePathBuf as AbsolutePathBuf,
)
from .common import (
    ByteRange as ByteRange,
)
from .common import (
    ImageDetail as ImageDetail,
)
from .common import (
    LegacyAppPathString as LegacyAppPathString,
)
from .common import (
    PathUri as PathUri,
)
from .common import (
    Personality as Personality,
)
from .common import (
    ReasoningEffort as ReasoningEffort,
)
from .common import (
    ReasoningSummary as ReasoningSummary,
)
from .common import (
    RequestHeader as RequestHeader,
)
from .common import (
    SortDirection as SortDirection,
)
from .common import (
    TextPosition as TextPosition,
)
from .common import (
    TextRange as TextRange,
)
from .common import (
    Verbosity as Verbosity,
)
from .config import (
    AllowDenyRequirement as AllowDenyRequirement,
)
from .config import (
    AnalyticsConfig as AnalyticsConfig,
)
from .config import (
    AppConfig as AppConfig,
)
from .config import (
    ApplicationNetworkRequirements as ApplicationNetworkRequirements,
)
from .config import (
    ApplicationRequirements as ApplicationRequirements,
)
from .config import (
    AppLinkConfig as AppLinkConfig,
)
from .config import (
    AppLinksConfig as AppLinksConfig,
)
from .config import (
    AppsConfig as AppsConfig,
)
from .config import (
    AppsDefaultConfig as AppsDefaultConfig,
)
from .config import (
    AppToolApproval as AppToolApproval,
)
from .config import (
    AppToolConfig as AppToolConfig,
)
from .config import (
    AppToolsConfig as AppToolsConfig,
)
from .config import (
    AutoCompactTokenLimitScope as AutoCompactTokenLimitScope,
)
from .config import (
    AutoReviewRequirements as AutoReviewRequirements,
)
from .config import (
    BrowserUseAccessApprovalLifetime as BrowserUseAccessApprovalLifetime,
)
from .config import (
    BrowserUseConfig as BrowserUseConfig,
)
from .config import (
    BrowserUseExtensionRequirements as BrowserUseExtensionRequirements,
)
from .config import (
    BrowserUseOriginPolicy as BrowserUseOriginPolicy,
)
from .config import (
    BrowserUseOriginPolicyConfig as BrowserUseOriginPolicyConfig,
)
from .config import (
    BrowserUseRequirements as BrowserUseRequirements,
)
from .config import (
    CliAuthCredentialsStoreMode as CliAuthCredentialsStoreMode,
)
from .config import (
    ComputerUseConfig as ComputerUseConfig,
)
from .config import (
    ComputerUseMacosConfig as ComputerUseMacosConfig,
)
from .config import (
    ComputerUseMacosRequirements as ComputerUseMacosRequirements,
)
from .config import (
    ComputerUseRequirements as ComputerUseRequirements,
)
from .config import (
    ComputerUseWindowsConfig as ComputerUseWindowsConfig,
)
from .config import (
    ComputerUseWindowsExeConfig as ComputerUseWindowsExeConfig,
)
from .config import (
    ComputerUseWindowsExeRequirement as ComputerUseWindowsExeRequirement,
)
from .config import (
    ComputerUseWindowsRequirements as ComputerUseWindowsRequirements,
)
from .config import (
    Config as Config,
)
from .config import (
    ConfigBatchWriteParams as ConfigBatchWriteParams,
)
from .config import (
    ConfigEdit as ConfigEdit,
)
from .config import (
    ConfigLayer as ConfigLayer,
)
from .config import (
    ConfigLayerMetadata as ConfigLayerMetadata,
)
from .config import (
    ConfigLayerSource as ConfigLayerSource,
)
from .config import (
    ConfigReadParams as ConfigReadParams,
)
from .config import (
    ConfigReadResponse as ConfigReadResponse,
)
from .config import (
    ConfigRequirements as ConfigRequirements,
)
from .config import (
    ConfigRequirementsReadResponse as ConfigRequirementsReadResponse,
)
from .config import (
    ConfigurationReasoning as ConfigurationReasoning,
)
from .config import (
    ConfigValueWriteParams as ConfigValueWriteParams,
)
from .config import (
    ConfigWriteResponse as ConfigWriteResponse,
)
from .config import (
    EnterpriseManagedConfigLayerSource as EnterpriseManagedConfigLayerSource,
)
from .config import (
    ExperimentalFeature as ExperimentalFeature,
)
from .config import (
    ExperimentalFeatureEnablementSetParams as ExperimentalFeatureEnablementSetParams,
)
from .config import (
    ExperimentalFeatureEnablementSetResponse as ExperimentalFeatureEnablementSetResponse,
)
from .config import (
    ExperimentalFeatureListParams as ExperimentalFeatureListParams,
)
from .config import (
    ExperimentalFeatureListResponse as ExperimentalFeatureListResponse,
)
from .config import (
    ExperimentalFeatureStage as ExperimentalFeatureStage,
)
from .config import (
    FeedbackRequirements as FeedbackRequirements,
)
from .config import (
    ForcedChatgptWorkspaceIds as ForcedChatgptWorkspaceIds,
)
from .config import (
    ForcedLoginMethod as ForcedLoginMethod,
)
from .config import (
    InAppBrowserRequirements as InAppBrowserRequirements,
)
from .config import (
    LegacyManagedConfigTomlFromFileConfigLayerSource as LegacyManagedConfigTomlFromFileConfigLayerSource,
)
from .config import (
    LegacyManagedConfigTomlFromMdmConfigLayerSource as LegacyManagedConfigTomlFromMdmConfigLayerSource,
)
from .config import (
    ManagedHooksRequirements as ManagedHooksRequirements,
)
from .config import (
    MdmConfigLayerSource as MdmConfigLayerSource,
)
from .config import (
    MergeStrategy as MergeStrategy,
)
from .config import (
    ModelsRequirements as ModelsRequirements,
)
from .config import (
    NetworkDomainPermission as NetworkDomainPermission,
)
from .config import (
    NetworkRequirements as NetworkRequirements,
)
from .config import (
    NetworkUnixSocketPermission as NetworkUnixSocketPermission,
)
from .config import (
    NewThreadModelDefaults as NewThreadModelDefaults,
)
from .config import (
    OverriddenMetadata as OverriddenMetadata,
)
from .config import (
    PackagedDefaultsConfigLayerSource as PackagedDefaultsConfigLayerSource,
)
from .config import (
    ProjectConfigLayerSource as ProjectConfigLayerSource,
)
from .config import (
    ResidencyRequirement as ResidencyRequirement,
)
from .config import (
    SessionFlagsConfigLayerSource as SessionFlagsConfigLayerSource,
)
from .config import (
    Settings as Settings,
)
from .config import (
    SystemConfigLayerSource as SystemConfigLayerSource,
)
from .config import (
    ToolExposureSurface as ToolExposureSurface,
)
from .config import (
    ToolsV2 as ToolsV2,
)
from .config import (
    UserConfigLayerSource as UserConfigLayerSource,
)
from .config import (
    WebSearchContextSize as WebSearchContextSize,
)
from .config import (
    WebSearchLocation as WebSearchLocation,
)
from .config import (
    WebSearchMode as WebSearchMode,
)
from .config import (
    WebSearchToolConfig as WebSearchToolConfig,
)
from .config import (
    WriteStatus as WriteStatus,
)
from .delta import (
    AgentMessageDeltaNotification as AgentMessageDeltaNotification,
)
from .delta import (
    CommandExecutionOutputDeltaNotification as CommandExecutionOutputDeltaNotification,
)
from .delta import (
    FileChangeOutputDeltaNotification as FileChangeOutputDeltaNotification,
)
from .delta import (
    McpToolCallProgressNotification as McpToolCallProgressNotification,
)
from .delta import (
    PlanDeltaNotification as PlanDeltaNotification,
)
from .delta import (
    ReasoningSummaryPartAddedNotification as ReasoningSummaryPartAddedNotification,
)
from .delta import (
    ReasoningSummaryTextDeltaNotification as ReasoningSummaryTextDeltaNotification,
)
from .delta import (
    ReasoningTextDeltaNotification as ReasoningTextDeltaNotification,
)
from .elicitation import (
    FormMcpServerElicitationRequestParams as FormMcpServerElicitationRequestParams,
)
from .elicitation import (
    McpElicitationArrayType as McpElicitationArrayType,
)
from .elicitation import (
    McpElicitationBooleanSchema as McpElicitationBooleanSchema,
)
from .elicitation import (
    McpElicitationBooleanType as McpElicitationBooleanType,
)
from .elicitation import (
    McpElicitationConstOption as McpElicitationConstOption,
)
from .elicitation import (
    McpElicitationEnumSchema as McpElicitationEnumSchema,
)
from .elicitation import (
    McpElicitationLegacyTitledEnumSchema as McpElicitationLegacyTitledEnumSchema,
)
from .elicitation import (
    McpElicitationMultiSelectEnumSchema as McpElicitationMultiSelectEnumSchema,
)
from .elicitation import (
    McpElicitationNumberSchema as McpElicitationNumberSchema,
)
from .elicitation import (
    McpElicitationNumberType as McpElicitationNumberType,
)
from .elicitation import (
    McpElicitationObjectType as McpElicitationObjectType,
)
from .elicitation import (
    McpElicitationPrimitiveSchema as McpElicitationPrimitiveSchema,
)
from .elicitation import (
    McpElicitationSchema as McpElicitationSchema,
)
from .elicitation import (
    McpElicitationSingleSelectEnumSchema as McpElicitationSingleSelectEnumSchema,
)
from .elicitation import (
    McpElicitationStringFormat as McpElicitationStringFormat,
)
from .elicitation import (
    McpElicitationStringSchema as McpElicitationStringSchema,
)
from .elicitation import (
    McpElicitationStringType as McpElicitationStringType,
)
from .elicitation import (
    McpElicitationTitledEnumItems as McpElicitationTitledEnumItems,
)
from .elicitation import (
    McpElicitationTitledMultiSelectEnumSchema as McpElicitationTitledMultiSelectEnumSchema,
)
from .elicitation import (
    McpElicitationTitledSingleSelectEnumSchema as McpElicitationTitledSingleSelectEnumSchema,
)
from .elicitation import (
    McpElicitationUntitledEnumItems as McpElicitationUntitledEnumItems,
)
from .elicitation import (
    McpElicitationUntitledMultiSelectEnumSchema as McpElicitationUntitledMultiSelectEnumSchema,
)
from .elicitation import (
    McpElicitationUntitledSingleSelectEnumSchema as McpElicitationUntitledSingleSelectEnumSchema,
)
from .elicitation import (
    McpServerElicitationAction as McpServerElicitationAction,
)
from .elicitation import (
    McpServerElicitationRequestParams as McpServerElicitationRequestParams,
)
from .elicitation import (
    McpServerElicitationRequestResponse as McpServerElicitationRequestResponse,
)
from .elicitation import (
    OpenaiFormMcpServerElicitationRequestParams as OpenaiFormMcpServerElicitationRequestParams,
)
from .elicitation import (
    OpenaiUserVerificationMcpServerElicitationRequestParams as OpenaiUserVerificationMcpServerElicitationRequestParams,
)
from .elicitation import (
    UrlMcpServerElicitationRequestParams as UrlMcpServerElicitationRequestParams,
)
from .environment import (
    CapabilityRootLocation as CapabilityRootLocation,
)
from .environment import (
    EnvironmentAddParams as EnvironmentAddParams,
)
from .environment import (
    EnvironmentAddResponse as EnvironmentAddResponse,
)
from .environment import (
    EnvironmentCapabilityRootLocation as EnvironmentCapabilityRootLocation,
)
from .environment import (
    EnvironmentConnectionNotification as EnvironmentConnectionNotification,
)
from .environment import (
    EnvironmentInfoParams as EnvironmentInfoParams,
)
from .environment import (
    EnvironmentInfoResponse as EnvironmentInfoResponse,
)
from .environment import (
    EnvironmentShellInfo as EnvironmentShellInfo,
)
from .environment import (
    EnvironmentSkillsParams as EnvironmentSkillsParams,
)
from .environment import (
    EnvironmentStatusKind as EnvironmentStatusKind,
)
from .environment import (
    EnvironmentStatusParams as EnvironmentStatusParams,
)
from .environment import (
    EnvironmentStatusResponse as EnvironmentStatusResponse,
)
from .environment import (
    SelectedCapabilityRoot as SelectedCapabilityRoot,
)
from .external_agent import (
    CommandMigration as CommandMigration,
)
from .external_agent import (
    ExternalAgentConfigDetectParams as ExternalAgentConfigDetectParams,
)
from .external_agent import (
    ExternalAgentConfigDetectResponse as ExternalAgentConfigDetectResponse,
)
from .external_agent import (
    ExternalAgentConfigImportCompletedNotification as ExternalAgentConfigImportCompletedNotification,
)
from .external_agent import (
    ExternalAgentConfigImportHistoriesReadResponse as ExternalAgentConfigImportHistoriesReadResponse,
)
from .external_agent import (
    ExternalAgentConfigImportHistory as ExternalAgentConfigImportHistory,
)
from .external_agent import (
    ExternalAgentConfigImportHistoryRecordParams as ExternalAgentConfigImportHistoryRecordParams,
)
from .external_agent import (
    ExternalAgentConfigImportHistoryRecordResponse as ExternalAgentConfigImportHistoryRecordResponse,
)
from .external_agent import (
    ExternalAgentConfigImportHistoryRecordSuccessParams as ExternalAgentConfigImportHistoryRecordSuccessParams,
)
from .external_agent import (
    ExternalAgentConfigImportHistoryRecordTypeResultParams as ExternalAgentConfigImportHistoryRecordTypeResultParams,
)
from .external_agent import (
    ExternalAgentConfigImportItemTypeFailure as ExternalAgentConfigImportItemTypeFailure,
)
from .external_agent import (
    ExternalAgentConfigImportItemTypeSuccess as ExternalAgentConfigImportItemTypeSuccess,
)
from .external_agent import (
    ExternalAgentConfigImportParams as ExternalAgentConfigImportParams,
)
from .external_agent import (
    ExternalAgentConfigImportProgressNotification as ExternalAgentConfigImportProgressNotification,
)
from .external_agent import (
    ExternalAgentConfigImportResponse as ExternalAgentConfigImportResponse,
)
from .external_agent import (
    ExternalAgentConfigImportTypeResult as ExternalAgentConfigImportTypeResult,
)
from .external_agent import (
    ExternalAgentConfigMigrationItem as ExternalAgentConfigMigrationItem,
)
from .external_agent import (
    ExternalAgentConfigMigrationItemType as ExternalAgentConfigMigrationItemType,
)
from .external_agent import (
    ExternalAgentDetectedConnectorCandidate as ExternalAgentDetectedConnectorCandidate,
)
from .external_agent import (
    ExternalAgentDetectedConnectorSource as ExternalAgentDetectedConnectorSource,
)
from .external_agent import (
    ExternalAgentImportedConnectorCandidate as ExternalAgentImportedConnectorCandidate,
)
from .external_agent import (
    ExternalAgentImportedConnectorSource as ExternalAgentImportedConnectorSource,
)
from .external_agent import (
    HookMigration as HookMigration,
)
from .external_agent import (
    McpServerMigration as McpServerMigration,
)
from .external_agent import (
    MigrationDetails as MigrationDetails,
)
from .external_agent import (
    PluginsMigration as PluginsMigration,
)
from .external_agent import (
    SessionMigration as SessionMigration,
)
from .external_agent import (
    SkillMigration as SkillMigration,
)
from .external_agent import (
    SubagentMigration as SubagentMigration,
)
from .fs import (
    FsChangedNotification as FsChangedNotification,
)
from .fs import (
    FsCopyParams as FsCopyParams,
)
from .fs import (
    FsCopyResponse as FsCopyResponse,
)
from .fs import (
    FsCreateDirectoryParams as FsCreateDirectoryParams,
)
from .fs import (
    FsCreateDirectoryResponse as FsCreateDirectoryResponse,
)
from .fs import (
    FsGetMetadataParams as FsGetMetadataParams,
)
from .fs import (
    FsGetMetadataResponse as FsGetMetadataResponse,
)
from .fs import (
    FsReadDirectoryEntry as FsReadDirectoryEntry,
)
from .fs import (
    FsReadDirectoryParams as FsReadDirectoryParams,
)
from .fs import (
    FsReadDirectoryResponse as FsReadDirectoryResponse,
)
from .fs import (
    FsReadFileParams as FsReadFileParams,
)
from .fs import (
    FsReadFileResponse as FsReadFileResponse,
)
from .fs import (
    FsRemoveParams as FsRemoveParams,
)
from .fs import (
    FsRemoveResponse as FsRemoveResponse,
)
from .fs import (
    FsUnwatchParams as FsUnwatchParams,
)
from .fs import (
    FsUnwatchResponse as FsUnwatchResponse,
)
from .fs import (
    FsWatchParams as FsWatchParams,
)
from .fs import (
    FsWatchResponse as FsWatchResponse,
)
from .fs import (
    FsWriteFileParams as FsWriteFileParams,
)
from .fs import (
    FsWriteFileResponse as FsWriteFileResponse,
)
from .fs import (
    FuzzyFileSearchMatchType as FuzzyFileSearchMatchType,
)
from .fs import (
    FuzzyFileSearchParams as FuzzyFileSearchParams,
)
from .fs import (
    FuzzyFileSearchResponse as FuzzyFileSearchResponse,
)
from .fs import (
    FuzzyFileSearchResult as FuzzyFileSearchResult,
)
from .fs import (
    FuzzyFileSearchSessionCompletedNotification as FuzzyFileSearchSessionCompletedNotification,
)
from .fs import (
    FuzzyFileSearchSessionStartParams as FuzzyFileSearchSessionStartParams,
)
from .fs import (
    FuzzyFileSearchSessionStartResponse as FuzzyFileSearchSessionStartResponse,
)
from .fs import (
    FuzzyFileSearchSessionStopParams as FuzzyFileSearchSessionStopParams,
)
from .fs import (
    FuzzyFileSearchSessionStopResponse as FuzzyFileSearchSessionStopResponse,
)
from .fs import (
    FuzzyFileSearchSessionUpdatedNotification as FuzzyFileSearchSessionUpdatedNotification,
)
from .fs import (
    FuzzyFileSearchSessionUpdateParams as FuzzyFileSearchSessionUpdateParams,
)
from .fs import (
    FuzzyFileSearchSessionUpdateResponse as FuzzyFileSearchSessionUpdateResponse,
)
from .hook import (
    AgentConfiguredHookHandler as AgentConfiguredHookHandler,
)
from .hook import (
    AgentHookMetadata as AgentHookMetadata,
)
from .hook import (
    CommandConfiguredHookHandler as CommandConfiguredHookHandler,
)
from .hook import (
    CommandHookMetadata as CommandHookMetadata,
)
from .hook import (
    ConfiguredHookHandler as ConfiguredHookHandler,
)
from .hook import (
    ConfiguredHookMatcherGroup as ConfiguredHookMatcherGroup,
)
from .hook import (
    HookCompletedNotification as HookCompletedNotification,
)
from .hook import (
    HookErrorInfo as HookErrorInfo,
)
from .hook import (
    HookEventName as HookEventName,
)
from .hook import (
    HookExecutionMode as HookExecutionMode,
)
from .hook import (
    HookHandlerType as HookHandlerType,
)
from .hook import (
    HookMetadata as HookMetadata,
)
from .hook import (
    HookOutputEntry as HookOutputEntry,
)
from .hook import (
    HookOutputEntryKind as HookOutputEntryKind,
)
from .hook import (
    HookRunStatus as HookRunStatus,
)
from .hook import (
    HookRunSummary as HookRunSummary,
)
from .hook import (
    HookScope as HookScope,
)
from .hook import (
    HooksListEntry as HooksListEntry,
)
from .hook import (
    HooksListParams as HooksListParams,
)
from .hook import (
    HooksListResponse as HooksListResponse,
)
from .hook import (
    HookSource as HookSource,
)
from .hook import (
    HookStartedNotification as HookStartedNotification,
)
from .hook import (
    HookTrustStatus as HookTrustStatus,
)
from .hook import (
    McpToolConfiguredHookHandler as McpToolConfiguredHookHandler,
)
from .hook import (
    McpToolHookMetadata as McpToolHookMetadata,
)
from .hook import (
    PromptConfiguredHookHandler as PromptConfiguredHookHandler,
)
from .hook import (
    PromptHookMetadata as PromptHookMetadata,
)
from .item import (
    AddPatchChangeKind as AddPatchChangeKind,
)
from .item import (
    AgentMessageDelivery as AgentMessageDelivery,
)
from .item import (
    AgentMessageThreadItem as AgentMessageThreadItem,
)
from .item import (
    AudioUserInput as AudioUserInput,
)
from .item import (
    CollabAgentState as CollabAgentState,
)
from .item import (
    CollabAgentStatus as CollabAgentStatus,
)
from .item import (
    CollabAgentTool as CollabAgentTool,
)
from .item import (
    CollabAgentToolCallStatus as CollabAgentToolCallStatus,
)
from .item import (
    CollabAgentToolCallThreadItem as CollabAgentToolCallThreadItem,
)
from .item import (
    CommandAction as CommandAction,
)
from .item import (
    CommandExecutionSource as CommandExecutionSource,
)
from .item import (
    CommandExecutionStatus as CommandExecutionStatus,
)
from .item import (
    CommandExecutionThreadItem as CommandExecutionThreadItem,
)
from .item import (
    ContextCompactionThreadItem as ContextCompactionThreadItem,
)
from .item import (
    DeletePatchChangeKind as DeletePatchChangeKind,
)
from .item import (
    DynamicToolCallStatus as DynamicToolCallStatus,
)
from .item import (
    DynamicToolCallThreadItem as DynamicToolCallThreadItem,
)
from .item import (
    EnteredReviewModeThreadItem as EnteredReviewModeThreadItem,
)
from .item import (
    ExitedReviewModeThreadItem as ExitedReviewModeThreadItem,
)
from .item import (
    FileChangePatchUpdatedNotification as FileChangePatchUpdatedNotification,
)
from .item import (
    FileChangeThreadItem as FileChangeThreadItem,
)
from .item import (
    FileIdUserInput as FileIdUserInput,
)
from .item import (
    FileUpdateChange as FileUpdateChange,
)
from .item import (
    FindInPageWebSearchAction as FindInPageWebSearchAction,
)
from .item import (
    FunctionCallOutputThreadItem as FunctionCallOutputThreadItem,
)
from .item import (
    HookPromptFragment as HookPromptFragment,
)
from .item import (
    HookPromptThreadItem as HookPromptThreadItem,
)
from .item import (
    ImageGenerationFailure as ImageGenerationFailure,
)
from .item import (
    ImageGenerationThreadItem as ImageGenerationThreadItem,
)
from .item import (
    ImageUserInput as ImageUserInput,
)
from .item import (
    ImageViewThreadItem as ImageViewThreadItem,
)
from .item import (
    ItemCompletedNotification as ItemCompletedNotification,
)
from .item import (
    ItemStartedNotification as ItemStartedNotification,
)
from .item import (
    ListFilesCommandAction as ListFilesCommandAction,
)
from .item import (
    LocalAudioUserInput as LocalAudioUserInput,
)
from .item import (
    LocalImageUserInput as LocalImageUserInput,
)
from .item import (
    McpToolCallAppContext as McpToolCallAppContext,
)
from .item import (
    McpToolCallError as McpToolCallError,
)
from .item import (
    McpToolCallResult as McpToolCallResult,
)
from .item import (
    McpToolCallStatus as McpToolCallStatus,
)
from .item import (
    McpToolCallThreadItem as McpToolCallThreadItem,
)
from .item import (
    MemoryCitation as MemoryCitation,
)
from .item import (
    MemoryCitationEntry as MemoryCitationEntry,
)
from .item import (
    MentionUserInput as MentionUserInput,
)
from .item import (
    MessagePhase as MessagePhase,
)
from .item import (
    OpenPageWebSearchAction as OpenPageWebSearchAction,
)
from .item import (
    OtherWebSearchAction as OtherWebSearchAction,
)
from .item import (
    PatchApplyStatus as PatchApplyStatus,
)
from .item import (
    PatchChangeKind as PatchChangeKind,
)
from .item import (
    PlanThreadItem as PlanThreadItem,
)
from .item import (
    ReadCommandAction as ReadCommandAction,
)
from .item import (
    ReasoningThreadItem as ReasoningThreadItem,
)
from .item import (
    SearchCommandAction as SearchCommandAction,
)
from .item import (
    SearchWebSearchAction as SearchWebSearchAction,
)
from .item import (
    SkillUserInput as SkillUserInput,
)
from .item import (
    SleepThreadItem as SleepThreadItem,
)
from .item import (
    SubAgentActivityKind as SubAgentActivityKind,
)
from .item import (
    SubAgentActivityThreadItem as SubAgentActivityThreadItem,
)
from .item import (
    TextElement as TextElement,
)
from .item import (
    TextUserInput as TextUserInput,
)
from .item import (
    ThreadItem as ThreadItem,
)
from .item import (
    UnknownCommandAction as UnknownCommandAction,
)
from .item import (
    UpdatePatchChangeKind as UpdatePatchChangeKind,
)
from .item import (
    UrlUserInput as UrlUserInput,
)
from .item import (
    UsageLimitExceededImageGenerationFailure as UsageLimitExceededImageGenerationFailure,
)
from .item import (
    UserInput as UserInput,
)
from .item import (
    UserMessageThreadItem as UserMessageThreadItem,
)
from .item import (
    WebSearchAction as WebSearchAction,
)
from .item import (
    WebSearchThreadItem as WebSearchThreadItem,
)
from .login import (
    AccountLoginCompletedNotification as AccountLoginCompletedNotification,
)
from .login import (
    AmazonBedrockAccessKeysLoginAccountParams as AmazonBedrockAccessKeysLoginAccountParams,
)
from .login import (
    AmazonBedrockLoginAccountParams as AmazonBedrockLoginAccountParams,
)
from .login import (
    AmazonBedrockLoginAccountResponse as AmazonBedrockLoginAccountResponse,
)
from .login import (
    ApiKeyLoginAccountParams as ApiKeyLoginAccountParams,
)
from .login import (
    ApiKeyLoginAccountResponse as ApiKeyLoginAccountResponse,
)
from .login import (
    AttestationGenerateParams as AttestationGenerateParams,
)
from .login import (
    AttestationGenerateResponse as AttestationGenerateResponse,
)
from .login import (
    CancelledUserVerificationErrorDetails as CancelledUserVerificationErrorDetails,
)
from .login import (
    CancelLoginAccountParams as CancelLoginAccountParams,
)
from .login import (
    CancelLoginAccountResponse as CancelLoginAccountResponse,
)
from .login import (
    CancelLoginAccountStatus as CancelLoginAccountStatus,
)
from .login import (
    ChatgptAuthTokensLoginAccountParams as ChatgptAuthTokensLoginAccountParams,
)
from .login import (
    ChatgptAuthTokensLoginAccountResponse as ChatgptAuthTokensLoginAccountResponse,
)
from .login import (
    ChatgptAuthTokensRefreshParams as ChatgptAuthTokensRefreshParams,
)
from .login import (
    ChatgptAuthTokensRefreshReason as ChatgptAuthTokensRefreshReason,
)
from .login import (
    ChatgptAuthTokensRefreshResponse as ChatgptAuthTokensRefreshResponse,
)
from .login import (
    ChatgptDeviceCodeLoginAccountParams as ChatgptDeviceCodeLoginAccountParams,
)
from .login import (
    ChatgptDeviceCodeLoginAccountResponse as ChatgptDeviceCodeLoginAccountResponse,
)
from .login import (
    ChatgptLoginAccountParams as ChatgptLoginAccountParams,
)
from .login import (
    ChatgptLoginAccountResponse as ChatgptLoginAccountResponse,
)
from .login import (
    DesktopOnboardingEntrypoint as DesktopOnboardingEntrypoint,
)
from .login import (
    FailedUserVerificationErrorDetails as FailedUserVerificationErrorDetails,
)
from .login import (
    InvalidRequestUserVerificationErrorDetails as InvalidRequestUserVerificationErrorDetails,
)
from .login import (
    LoginAccountParams as LoginAccountParams,
)
from .login import (
    LoginAccountResponse as LoginAccountResponse,
)
from .login import (
    LoginAppBrand as LoginAppBrand,
)
from .login import (
    UnavailableUserVerificationErrorDetails as UnavailableUserVerificationErrorDetails,
)
from .login import (
    UserVerificationCancellationReason as UserVerificationCancellationReason,
)
from .login import (
    UserVerificationCancelParams as UserVerificationCancelParams,
)
from .login import (
    UserVerificationCancelResponse as UserVerificationCancelResponse,
)
from .login import (
    UserVerificationDeleteParams as UserVerificationDeleteParams,
)
from .login import (
    UserVerificationDeleteResponse as UserVerificationDeleteResponse,
)
from .login import (
    UserVerificationEnrollParams as UserVerificationEnrollParams,
)
from .login import (
    UserVerificationEnrollResponse as UserVerificationEnrollResponse,
)
from .login import (
    UserVerificationErrorDetails as UserVerificationErrorDetails,
)
from .login import (
    UserVerificationFailureReason as UserVerificationFailureReason,
)
from .login import (
    UserVerificationInvalidRequestReason as UserVerificationInvalidRequestReason,
)
from .login import (
    UserVerificationProof as UserVerificationProof,
)
from .login import (
    UserVerificationRpcError as UserVerificationRpcError,
)
from .login import (
    UserVerificationStatusParams as UserVerificationStatusParams,
)
from .login import (
    UserVerificationStatusResponse as UserVerificationStatusResponse,
)
from .login import (
    UserVerificationUnavailableReason as UserVerificationUnavailableReason,
)
from .login import (
    UserVerificationVerifyParams as UserVerificationVerifyParams,
)
from .login import (
    UserVerificationVerifyResponse as UserVerificationVerifyResponse,
)
from .marketplace import (
    MarketplaceAddParams as MarketplaceAddParams,
)
from .marketplace import (
    MarketplaceAddResponse as MarketplaceAddResponse,
)
from .marketplace import (
    MarketplaceInterface as MarketplaceInterface,
)
from .marketplace import (
    MarketplaceLoadErrorInfo as MarketplaceLoadErrorInfo,
)
from .marketplace import (
    MarketplaceRemoveParams as MarketplaceRemoveParams,
)
from .marketplace import (
    MarketplaceRemoveResponse as MarketplaceRemoveResponse,
)
from .marketplace import (
    MarketplaceUpgradeErrorInfo as MarketplaceUpgradeErrorInfo,
)
from .marketplace import (
    MarketplaceUpgradeParams as MarketplaceUpgradeParams,
)
from .marketplace import (
    MarketplaceUpgradeResponse as MarketplaceUpgradeResponse,
)
from .mcp import (
    BlobResourceContent as BlobResourceContent,
)
from .mcp import (
    ListMcpServerStatusParams as ListMcpServerStatusParams,
)
from .mcp import (
    ListMcpServerStatusResponse as ListMcpServerStatusResponse,
)
from .mcp import (
    McpAppDisplayMode as McpAppDisplayMode,
)
from .mcp import (
    McpAppUi as McpAppUi,
)
from .mcp import (
    McpAuthStatus as McpAuthStatus,
)
from .mcp import (
    McpResourceReadParams as McpResourceReadParams,
)
from .mcp import (
    McpResourceReadResponse as McpResourceReadResponse,
)
from .mcp import (
    McpResourceReadTarget as McpResourceReadTarget,
)
from .mcp import (
    McpServerConnectionStatus as McpServerConnectionStatus,
)
from .mcp import (
    McpServerEventNotification as McpServerEventNotification,
)
from .mcp import (
    McpServerEventStreamNotification as McpServerEventStreamNotification,
)
from .mcp import (
    McpServerEventStreamStartParams as McpServerEventStreamStartParams,
)
from .mcp import (
    McpServerEventStreamStartResponse as McpServerEventStreamStartResponse,
)
from .mcp import (
    McpServerEventStreamStopParams as McpServerEventStreamStopParams,
)
from .mcp import (
    McpServerEventStreamStopResponse as McpServerEventStreamStopResponse,
)
from .mcp import (
    McpServerInfo as McpServerInfo,
)
from .mcp import (
    McpServerOauthClientRegistration as McpServerOauthClientRegistration,
)
from .mcp import (
    McpServerOauthLoginCompletedNotification as McpServerOauthLoginCompletedNotification,
)
from .mcp import (
    McpServerOauthLoginParams as McpServerOauthLoginParams,
)
from .mcp import (
    McpServerOauthLoginResponse as McpServerOauthLoginResponse,
)
from .mcp import (
    McpServerRefreshResponse as McpServerRefreshResponse,
)
from .mcp import (
    McpServerStartupFailureReason as McpServerStartupFailureReason,
)
from .mcp import (
    McpServerStartupState as McpServerStartupState,
)
from .mcp import (
    McpServerStatus as McpServerStatus,
)
from .mcp import (
    McpServerStatusDetail as McpServerStatusDetail,
)
from .mcp import (
    McpServerStatusUpdatedNotification as McpServerStatusUpdatedNotification,
)
from .mcp import (
    McpServerToolCallParams as McpServerToolCallParams,
)
from .mcp import (
    McpServerToolCallResponse as McpServerToolCallResponse,
)
from .mcp import (
    Resource as Resource,
)
from .mcp import (
    ResourceContent as ResourceContent,
)
from .mcp import (
    ResourceTemplate as ResourceTemplate,
)
from .mcp import (
    TextResourceContent as TextResourceContent,
)
from .mcp import (
    Tool as Tool,
)
from .memory import (
    MemoryResetResponse as MemoryResetResponse,
)
from .memory import (
    MemoryStatusParams as MemoryStatusParams,
)
from .memory import (
    MemoryStatusResponse as MemoryStatusResponse,
)
from .memory import (
    RolloutCompressResponse as RolloutCompressResponse,
)
from .model import (
    InputModality as InputModality,
)
from .model import (
    Model as Model,
)
from .model import (
    ModelAccessPrograms as ModelAccessPrograms,
)
from .model import (
    ModelAvailabilityNux as ModelAvailabilityNux,
)
from .model import (
    ModelListParams as ModelListParams,
)
from .model import (
    ModelListResponse as ModelListResponse,
)
from .model import (
    ModelProviderCapabilitiesReadParams as ModelProviderCapabilitiesReadParams,
)
from .model import (
    ModelProviderCapabilitiesReadResponse as ModelProviderCapabilitiesReadResponse,
)
from .model import (
    ModelReroutedNotification as ModelReroutedNotification,
)
from .model import (
    ModelRerouteReason as ModelRerouteReason,
)
from .model import (
    ModelSafetyBufferingUpdatedNotification as ModelSafetyBufferingUpdatedNotification,
)
from .model import (
    ModelServiceTier as ModelServiceTier,
)
from .model import (
    ModelUpgradeInfo as ModelUpgradeInfo,
)
from .model import (
    ModelVerification as ModelVerification,
)
from .model import (
    ModelVerificationNotification as ModelVerificationNotification,
)
from .model import (
    ReasoningEffortOption as ReasoningEffortOption,
)
from .permission import (
    ActivePermissionProfile as ActivePermissionProfile,
)
from .permission import (
    AdditionalContextEntry as AdditionalContextEntry,
)
from .permission import (
    AdditionalContextKind as AdditionalContextKind,
)
from .permission import (
    AdditionalFileSystemPermissions as AdditionalFileSystemPermissions,
)
from .permission import (
    AdditionalNetworkPermissions as AdditionalNetworkPermissions,
)
from .permission import (
    AdditionalPermissionProfile as AdditionalPermissionProfile,
)
from .permission import (
    ApprovalsReviewer as ApprovalsReviewer,
)
from .permission import (
    AskForApproval as AskForApproval,
)
from .permission import (
    AskForApprovalKind as AskForApprovalKind,
)
from .permission import (
    DangerFullAccessSandboxPolicy as DangerFullAccessSandboxPolicy,
)
from .permission import (
    ExternalSandboxSandboxPolicy as ExternalSandboxSandboxPolicy,
)
from .permission import (
    FileSystemAccessMode as FileSystemAccessMode,
)
from .permission import (
    FileSystemPath as FileSystemPath,
)
from .permission import (
    FileSystemSandboxEntry as FileSystemSandboxEntry,
)
from .permission import (
    FileSystemSpecialPath as FileSystemSpecialPath,
)
from .permission import (
    GlobPatternFileSystemPath as GlobPatternFileSystemPath,
)
from .permission import (
    GranularAskForApproval as GranularAskForApproval,
)
from .permission import (
    GranularAskForApprovalBody as GranularAskForApprovalBody,
)
from .permission import (
    KindFileSystemSpecialPath as KindFileSystemSpecialPath,
)
from .permission import (
    MinimalFileSystemSpecialPath as MinimalFileSystemSpecialPath,
)
from .permission import (
    NetworkAccess as NetworkAccess,
)
from .permission import (
    PathFileSystemPath as PathFileSystemPath,
)
from .permission import (
    PermissionProfileListParams as PermissionProfileListParams,
)
from .permission import (
    PermissionProfileListResponse as PermissionProfileListResponse,
)
from .permission import (
    PermissionProfileSummary as PermissionProfileSummary,
)
from .permission import (
    ReadOnlySandboxPolicy as ReadOnlySandboxPolicy,
)
from .permission import (
    RootFileSystemSpecialPath as RootFileSystemSpecialPath,
)
from .permission import (
    SandboxMode as SandboxMode,
)
from .permission import (
    SandboxPolicy as SandboxPolicy,
)
from .permission import (
    SandboxWorkspaceWrite as SandboxWorkspaceWrite,
)
from .permission import (
    SlashTmpFileSystemSpecialPath as SlashTmpFileSystemSpecialPath,
)
from .permission import (
    SpecialFileSystemPath as SpecialFileSystemPath,
)
from .permission import (
    TmpdirFileSystemSpecialPath as TmpdirFileSystemSpecialPath,
)
from .permission import (
    UnknownFileSystemSpecialPath as UnknownFileSystemSpecialPath,
)
from .permission import (
    WorkspaceWriteSandboxPolicy as WorkspaceWriteSandboxPolicy,
)
from .plugin import (
    DailyScheduledTaskSchedule as DailyScheduledTaskSchedule,
)
from .plugin import (
    GitPluginSource as GitPluginSource,
)
from .plugin import (
    HourlyScheduledTaskSchedule as HourlyScheduledTaskSchedule,
)
from .plugin import (
    LocalPluginSource as LocalPluginSource,
)
from .plugin import (
    NpmPluginSource as NpmPluginSource,
)
from .plugin import (
    PluginAuthPolicy as PluginAuthPolicy,
)
from .plugin import (
    PluginAvailability as PluginAvailability,
)
from .plugin import (
    PluginDetail as PluginDetail,
)
from .plugin import (
    PluginDisabledReason as PluginDisabledReason,
)
from .plugin import (
    PluginHookSummary as PluginHookSummary,
)
from .plugin import (
    PluginInstalledParams as PluginInstalledParams,
)
from .plugin import (
    PluginInstalledResponse as PluginInstalledResponse,
)
from .plugin import (
    PluginInstallParams as PluginInstallParams,
)
from .plugin import (
    PluginInstallPolicy as PluginInstallPolicy,
)
from .plugin import (
    PluginInstallPolicySource as PluginInstallPolicySource,
)
from .plugin import (
    PluginInstallResponse as PluginInstallResponse,
)
from .plugin import (
    PluginInterface as PluginInterface,
)
from .plugin import (
    PluginListMarketplaceKind as PluginListMarketplaceKind,
)
from .plugin import (
    PluginListParams as PluginListParams,
)
from .plugin import (
    PluginListResponse as PluginListResponse,
)
from .plugin import (
    PluginMarketplaceEntry as PluginMarketplaceEntry,
)
from .plugin import (
    PluginReadParams as PluginReadParams,
)
from .plugin import (
    PluginReadResponse as PluginReadResponse,
)
from .plugin import (
    PluginReconcileChangedPlugin as PluginReconcileChangedPlugin,
)
from .plugin import (
    PluginReconcileParams as PluginReconcileParams,
)
from .plugin import (
    PluginReconcileResponse as PluginReconcileResponse,
)
from .plugin import (
    PluginSearchParams as PluginSearchParams,
)
from .plugin import (
    PluginSearchResponse as PluginSearchResponse,
)
from .plugin import (
    PluginSearchResult as PluginSearchResult,
)
from .plugin import (
    PluginSearchScope as PluginSearchScope,
)
from .plugin import (
    PluginShareCheckoutParams as PluginShareCheckoutParams,
)
from .plugin import (
    PluginShareCheckoutResponse as PluginShareCheckoutResponse,
)
from .plugin import (
    PluginShareContext as PluginShareContext,
)
from .plugin import (
    PluginShareDeleteParams as PluginShareDeleteParams,
)
from .plugin import (
    PluginShareDeleteResponse as PluginShareDeleteResponse,
)
from .plugin import (
    PluginShareDiscoverability as PluginShareDiscoverability,
)
from .plugin import (
    PluginShareListItem as PluginShareListItem,
)
from .plugin import (
    PluginShareListParams as PluginShareListParams,
)
from .plugin import (
    PluginShareListResponse as PluginShareListResponse,
)
from .plugin import (
    PluginSharePrincipal as PluginSharePrincipal,
)
from .plugin import (
    PluginSharePrincipalRole as PluginSharePrincipalRole,
)
from .plugin import (
    PluginSharePrincipalType as PluginSharePrincipalType,
)
from .plugin import (
    PluginShareSaveParams as PluginShareSaveParams,
)
from .plugin import (
    PluginShareSaveResponse as PluginShareSaveResponse,
)
from .plugin import (
    PluginShareTarget as PluginShareTarget,
)
from .plugin import (
    PluginShareTargetRole as PluginShareTargetRole,
)
from .plugin import (
    PluginShareUpdateDiscoverability as PluginShareUpdateDiscoverability,
)
from .plugin import (
    PluginShareUpdateTargetsParams as PluginShareUpdateTargetsParams,
)
from .plugin import (
    PluginShareUpdateTargetsResponse as PluginShareUpdateTargetsResponse,
)
from .plugin import (
    PluginSkillReadParams as PluginSkillReadParams,
)
from .plugin import (
    PluginSkillReadResponse as PluginSkillReadResponse,
)
from .plugin import (
    PluginSource as PluginSource,
)
from .plugin import (
    PluginSummary as PluginSummary,
)
from .plugin import (
    PluginUninstallParams as PluginUninstallParams,
)
from .plugin import (
    PluginUninstallResponse as PluginUninstallResponse,
)
from .plugin import (
    RemotePluginSource as RemotePluginSource,
)
from .plugin import (
    ScheduledTaskSchedule as ScheduledTaskSchedule,
)
from .plugin import (
    ScheduledTaskSummary as ScheduledTaskSummary,
)
from .plugin import (
    ScheduledTaskWeekday as ScheduledTaskWeekday,
)
from .plugin import (
    WeekdaysScheduledTaskSchedule as WeekdaysScheduledTaskSchedule,
)
from .plugin import (
    WeeklyScheduledTaskSchedule as WeeklyScheduledTaskSchedule,
)
from .project import (
    Project as Project,
)
from .project import (
    ProjectChangedNotification as ProjectChangedNotification,
)
from .project import (
    ProjectChangeType as ProjectChangeType,
)
from .project import (
    ProjectCreateParams as ProjectCreateParams,
)
from .project import (
    ProjectCreateResponse as ProjectCreateResponse,
)
from .project import (
    ProjectDeleteParams as ProjectDeleteParams,
)
from .project import (
    ProjectDeleteResponse as ProjectDeleteResponse,
)
from .project import (
    ProjectImportParams as ProjectImportParams,
)
from .project import (
    ProjectImportResponse as ProjectImportResponse,
)
from .project import (
    ProjectListParams as ProjectListParams,
)
from .project import (
    ProjectListResponse as ProjectListResponse,
)
from .project import (
    ProjectMoveParams as ProjectMoveParams,
)
from .project import (
    ProjectMoveResponse as ProjectMoveResponse,
)
from .project import (
    ProjectReadParams as ProjectReadParams,
)
from .project import (
    ProjectReadResponse as ProjectReadResponse,
)
from .project import (
    ProjectRoot as ProjectRoot,
)
from .project import (
    ProjectSortKey as ProjectSortKey,
)
from .project import (
    ProjectUpdateParams as ProjectUpdateParams,
)
from .project import (
    ProjectUpdateResponse as ProjectUpdateResponse,
)
from .realtime import (
    BemItemPromotedThreadRealtimeItem as BemItemPromotedThreadRealtimeItem,
)
from .realtime import (
    CodexResponseHandoffMode as CodexResponseHandoffMode,
)
from .realtime import (
    ConversationTextRole as ConversationTextRole,
)
from .realtime import (
    ExistingCallThreadRealtimeStartTransport as ExistingCallThreadRealtimeStartTransport,
)
from .realtime import (
    InlineMarkdownThreadRealtimeBemItemPresentation as InlineMarkdownThreadRealtimeBemItemPresentation,
)
from .realtime import (
    InlineVisualizationThreadRealtimeBemItemPresentation as InlineVisualizationThreadRealtimeBemItemPresentation,
)
from .realtime import (
    RealtimeConversationVersion as RealtimeConversationVersion,
)
from .realtime import (
    RealtimeOutputModality as RealtimeOutputModality,
)
from .realtime import (
    RealtimeSessionClosedThreadRealtimeItem as RealtimeSessionClosedThreadRealtimeItem,
)
from .realtime import (
    RealtimeSessionStartedThreadRealtimeItem as RealtimeSessionStartedThreadRealtimeItem,
)
from .realtime import (
    RealtimeVoice as RealtimeVoice,
)
from .realtime import (
    RealtimeVoicesList as RealtimeVoicesList,
)
from .realtime import (
    ThreadRealtimeAppendAudioParams as ThreadRealtimeAppendAudioParams,
)
from .realtime import (
    ThreadRealtimeAppendAudioResponse as ThreadRealtimeAppendAudioResponse,
)
from .realtime import (
    ThreadRealtimeAppendSpeechParams as ThreadRealtimeAppendSpeechParams,
)
from .realtime import (
    ThreadRealtimeAppendSpeechResponse as ThreadRealtimeAppendSpeechResponse,
)
from .realtime import (
    ThreadRealtimeAppendTextParams as ThreadRealtimeAppendTextParams,
)
from .realtime import (
    ThreadRealtimeAppendTextResponse as ThreadRealtimeAppendTextResponse,
)
from .realtime import (
    ThreadRealtimeAudioChunk as ThreadRealtimeAudioChunk,
)
from .realtime import (
    ThreadRealtimeBemItemPresentation as ThreadRealtimeBemItemPresentation,
)
from .realtime import (
    ThreadRealtimeClosedNotification as ThreadRealtimeClosedNotification,
)
from .realtime import (
    ThreadRealtimeErrorNotification as ThreadRealtimeErrorNotification,
)
from .realtime import (
    ThreadRealtimeInitialItem as ThreadRealtimeInitialItem,
)
from .realtime import (
    ThreadRealtimeItem as ThreadRealtimeItem,
)
from .realtime import (
    ThreadRealtimeItemAddedNotification as ThreadRealtimeItemAddedNotification,
)
from .realtime import (
    ThreadRealtimeItemCompletedNotification as ThreadRealtimeItemCompletedNotification,
)
from .realtime import (
    ThreadRealtimeItemStartedNotification as ThreadRealtimeItemStartedNotification,
)
from .realtime import (
    ThreadRealtimeItemTranscriptDeltaNotification as ThreadRealtimeItemTranscriptDeltaNotification,
)
from .realtime import (
    ThreadRealtimeListVoicesParams as ThreadRealtimeListVoicesParams,
)
from .realtime import (
    ThreadRealtimeListVoicesResponse as ThreadRealtimeListVoicesResponse,
)
from .realtime import (
    ThreadRealtimeOutputAudioDeltaNotification as ThreadRealtimeOutputAudioDeltaNotification,
)
from .realtime import (
    ThreadRealtimeSdpNotification as ThreadRealtimeSdpNotification,
)
from .realtime import (
    ThreadRealtimeSessionOutcome as ThreadRealtimeSessionOutcome,
)
from .realtime import (
    ThreadRealtimeStartedNotification as ThreadRealtimeStartedNotification,
)
from .realtime import (
    ThreadRealtimeStartParams as ThreadRealtimeStartParams,
)
from .realtime import (
    ThreadRealtimeStartResponse as ThreadRealtimeStartResponse,
)
from .realtime import (
    ThreadRealtimeStartTransport as ThreadRealtimeStartTransport,
)
from .realtime import (
    ThreadRealtimeStopParams as ThreadRealtimeStopParams,
)
from .realtime import (
    ThreadRealtimeStopResponse as ThreadRealtimeStopResponse,
)
from .realtime import (
    ThreadRealtimeTranscriptDeltaNotification as ThreadRealtimeTranscriptDeltaNotification,
)
from .realtime import (
    ThreadRealtimeTranscriptDoneNotification as ThreadRealtimeTranscriptDoneNotification,
)
from .realtime import (
    ThreadRealtimeTranscriptRole as ThreadRealtimeTranscriptRole,
)
from .realtime import (
    TranscriptSegmentThreadRealtimeItem as TranscriptSegmentThreadRealtimeItem,
)
from .realtime import (
    WebrtcThreadRealtimeStartTransport as WebrtcThreadRealtimeStartTransport,
)
from .realtime import (
    WebsocketThreadRealtimeStartTransport as WebsocketThreadRealtimeStartTransport,
)
from .realtime import (
    WholeItemThreadRealtimeBemItemPresentation as WholeItemThreadRealtimeBemItemPresentation,
)
from .remote_control import (
    NullableRemoteControlDisableParams as NullableRemoteControlDisableParams,
)
from .remote_control import (
    NullableRemoteControlEnableParams as NullableRemoteControlEnableParams,
)
from .remote_control import (
    RemoteControlClient as RemoteControlClient,
)
from .remote_control import (
    RemoteControlClientsListOrder as RemoteControlClientsListOrder,
)
from .remote_control import (
    RemoteControlClientsListParams as RemoteControlClientsListParams,
)
from .remote_control import (
    RemoteControlClientsListResponse as RemoteControlClientsListResponse,
)
from .remote_control import (
    RemoteControlClientsRevokeParams as RemoteControlClientsRevokeParams,
)
from .remote_control import (
    RemoteControlClientsRevokeResponse as RemoteControlClientsRevokeResponse,
)
from .remote_control import (
    RemoteControlConnectionStatus as RemoteControlConnectionStatus,
)
from .remote_control import (
    RemoteControlDisableParams as RemoteControlDisableParams,
)
from .remote_control import (
    RemoteControlDisableResponse as RemoteControlDisableResponse,
)
from .remote_control import (
    RemoteControlEnableParams as RemoteControlEnableParams,
)
from .remote_control import (
    RemoteControlEnableResponse as RemoteControlEnableResponse,
)
from .remote_control import (
    RemoteControlPairingStartParams as RemoteControlPairingStartParams,
)
from .remote_control import (
    RemoteControlPairingStartResponse as RemoteControlPairingStartResponse,
)
from .remote_control import (
    RemoteControlPairingStatusParams as RemoteControlPairingStatusParams,
)
from .remote_control import (
    RemoteControlPairingStatusResponse as RemoteControlPairingStatusResponse,
)
from .remote_control import (
    RemoteControlStatusChangedNotification as RemoteControlStatusChangedNotification,
)
from .remote_control import (
    RemoteControlStatusReadResponse as RemoteControlStatusReadResponse,
)
from .response_item import (
    AdditionalToolsResponseItem as AdditionalToolsResponseItem,
)
from .response_item import (
    AgentMessageInputContent as AgentMessageInputContent,
)
from .response_item import (
    AgentMessageResponseItem as AgentMessageResponseItem,
)
from .response_item import (
    CompactionResponseItem as CompactionResponseItem,
)
from .response_item import (
    CompactionTriggerResponseItem as CompactionTriggerResponseItem,
)
from .response_item import (
    ConfigurationUpdateResponseItem as ConfigurationUpdateResponseItem,
)
from .response_item import (
    ContentItem as ContentItem,
)
from .response_item import (
    ContextCompactionResponseItem as ContextCompactionResponseItem,
)
from .response_item import (
    CustomToolCallOutputResponseItem as CustomToolCallOutputResponseItem,
)
from .response_item import (
    CustomToolCallResponseItem as CustomToolCallResponseItem,
)
from .response_item import (
    EncryptedContentAgentMessageInputContent as EncryptedContentAgentMessageInputContent,
)
from .response_item import (
    EncryptedContentFunctionCallOutputContentItem as EncryptedContentFunctionCallOutputContentItem,
)
from .response_item import (
    ExecLocalShellAction as ExecLocalShellAction,
)
from .response_item import (
    FileIdContentItem as FileIdContentItem,
)
from .response_item import (
    FileIdFunctionCallOutputContentItem as FileIdFunctionCallOutputContentItem,
)
from .response_item import (
    FindInPageResponsesApiWebSearchAction as FindInPageResponsesApiWebSearchAction,
)
from .response_item import (
    FunctionCallOutputBody as FunctionCallOutputBody,
)
from .response_item import (
    FunctionCallOutputContentItem as FunctionCallOutputContentItem,
)
from .response_item import (
    FunctionCallOutputResponseItem as FunctionCallOutputResponseItem,
)
from .response_item import (
    FunctionCallResponseItem as FunctionCallResponseItem,
)
from .response_item import (
    ImageGenerationCallResponseItem as ImageGenerationCallResponseItem,
)
from .response_item import (
    ImageUrlContentItem as ImageUrlContentItem,
)
from .response_item import (
    ImageUrlFunctionCallOutputContentItem as ImageUrlFunctionCallOutputContentItem,
)
from .response_item import (
    InputAudioContentItem as InputAudioContentItem,
)
from .response_item import (
    InputAudioFunctionCallOutputContentItem as InputAudioFunctionCallOutputContentItem,
)
from .response_item import (
    InputImageContentItem as InputImageContentItem,
)
from .response_item import (
    InputImageFunctionCallOutputContentItem as InputImageFunctionCallOutputContentItem,
)
from .response_item import (
    InputTextAgentMessageInputContent as InputTextAgentMessageInputContent,
)
from .response_item import (
    InputTextContentItem as InputTextContentItem,
)
from .response_item import (
    InputTextFunctionCallOutputContentItem as InputTextFunctionCallOutputContentItem,
)
from .response_item import (
    InternalChatMessageMetadataPassthrough as InternalChatMessageMetadataPassthrough,
)
from .response_item import (
    LocalShellAction as LocalShellAction,
)
from .response_item import (
    LocalShellCallResponseItem as LocalShellCallResponseItem,
)
from .response_item import (
    LocalShellStatus as LocalShellStatus,
)
from .response_item import (
    MessageResponseItem as MessageResponseItem,
)
from .response_item import (
    OpenPageResponsesApiWebSearchAction as OpenPageResponsesApiWebSearchAction,
)
from .response_item import (
    OtherResponseItem as OtherResponseItem,
)
from .response_item import (
    OtherResponsesApiWebSearchAction as OtherResponsesApiWebSearchAction,
)
from .response_item import (
    OutputTextContentItem as OutputTextContentItem,
)
from .response_item import (
    RawResponseCompletedNotification as RawResponseCompletedNotification,
)
from .response_item import (
    RawResponseItemCompletedNotification as RawResponseItemCompletedNotification,
)
from .response_item import (
    ReasoningItemContent as ReasoningItemContent,
)
from .response_item import (
    ReasoningItemReasoningSummary as ReasoningItemReasoningSummary,
)
from .response_item import (
    ReasoningResponseItem as ReasoningResponseItem,
)
from .response_item import (
    ReasoningTextReasoningItemContent as ReasoningTextReasoningItemContent,
)
from .response_item import (
    ResponseItem as ResponseItem,
)
from .response_item import (
    ResponsesApiWebSearchAction as ResponsesApiWebSearchAction,
)
from .response_item import (
    ResponseUsageMetadata as ResponseUsageMetadata,
)
from .response_item import (
    SearchResponsesApiWebSearchAction as SearchResponsesApiWebSearchAction,
)
from .response_item import (
    SummaryTextReasoningItemReasoningSummary as SummaryTextReasoningItemReasoningSummary,
)
from .response_item import (
    TextReasoningItemContent as TextReasoningItemContent,
)
from .response_item import (
    ToolSearchCallResponseItem as ToolSearchCallResponseItem,
)
from .response_item import (
    ToolSearchOutputResponseItem as ToolSearchOutputResponseItem,
)
from .response_item import (
    WebSearchCallResponseItem as WebSearchCallResponseItem,
)
from .review import (
    BaseBranchReviewTarget as BaseBranchReviewTarget,
)
from .review import (
    CommitReviewTarget as CommitReviewTarget,
)
from .review import (
    CustomReviewTarget as CustomReviewTarget,
)
from .review import (
    ReviewDelivery as ReviewDelivery,
)
from .review import (
    ReviewStartParams as ReviewStartParams,
)
from .review import (
    ReviewStartResponse as ReviewStartResponse,
)
from .review import (
    ReviewTarget as ReviewTarget,
)
from .review import (
    UncommittedChangesReviewTarget as UncommittedChangesReviewTarget,
)
from .rpc import (
    ClientNotification as ClientNotification,
)
from .rpc import (
    ClientRequest as ClientRequest,
)
from .rpc import (
    JSONRPCError as JSONRPCError,
)
from .rpc import (
    JSONRPCErrorError as JSONRPCErrorError,
)
from .rpc import (
    JSONRPCMessage as JSONRPCMessage,
)
from .rpc import (
    JSONRPCNotification as JSONRPCNotification,
)
from .rpc import (
    JSONRPCRequest as JSONRPCRequest,
)
from .rpc import (
    JSONRPCResponse as JSONRPCResponse,
)
from .rpc import (
    RequestId as RequestId,
)
from .rpc import (
    ServerNotification as ServerNotification,
)
from .rpc import (
    ServerRequest as ServerRequest,
)
from .rpc import (
    ServerRequestResolvedNotification as ServerRequestResolvedNotification,
)
from .rpc import (
    W3cTraceContext as W3cTraceContext,
)
from .server import (
    ClientInfo as ClientInfo,
)
from .server import (
    ConfigWarningNotification as ConfigWarningNotification,
)
from .server import (
    CurrentTimeReadParams as CurrentTimeReadParams,
)
from .server import (
    CurrentTimeReadResponse as CurrentTimeReadResponse,
)
from .server import (
    DeprecationNoticeNotification as DeprecationNoticeNotification,
)
from .server import (
    FeedbackUploadParams as FeedbackUploadParams,
)
from .server import (
    FeedbackUploadResponse as FeedbackUploadResponse,
)
from .server import (
    InitializeCapabilities as InitializeCapabilities,
)
from .server import (
    InitializeParams as InitializeParams,
)
from .server import (
    InitializeResponse as InitializeResponse,
)
from .server import (
    MockExperimentalMethodParams as MockExperimentalMethodParams,
)
from .server import (
    MockExperimentalMethodResponse as MockExperimentalMethodResponse,
)
from .server import (
    ServerDiagnosticsGauge as ServerDiagnosticsGauge,
)
from .server import (
    ServerDiagnosticsParams as ServerDiagnosticsParams,
)
from .server import (
    ServerDiagnosticsProcess as ServerDiagnosticsProcess,
)
from .server import (
    ServerDiagnosticsResponse as ServerDiagnosticsResponse,
)
from .server import (
    WarningNotification as WarningNotification,
)
from .server import (
    WindowsSandboxImplementation as WindowsSandboxImplementation,
)
from .server import (
    WindowsSandboxReadiness as WindowsSandboxReadiness,
)
from .server import (
    WindowsSandboxReadinessResponse as WindowsSandboxReadinessResponse,
)
from .server import (
    WindowsSandboxSetupCompletedNotification as WindowsSandboxSetupCompletedNotification,
)
from .server import (
    WindowsSandboxSetupMode as WindowsSandboxSetupMode,
)
from .server import (
    WindowsSandboxSetupStartParams as WindowsSandboxSetupStartParams,
)
from .server import (
    WindowsSandboxSetupStartResponse as WindowsSandboxSetupStartResponse,
)
from .server import (
    WindowsWorldWritableWarningNotification as WindowsWorldWritableWarningNotification,
)
from .skill import (
    SkillDependencies as SkillDependencies,
)
from .skill import (
    SkillErrorInfo as SkillErrorInfo,
)
from .skill import (
    SkillInterface as SkillInterface,
)
from .skill import (
    SkillMetadata as SkillMetadata,
)
from .skill import (
    SkillsChangedNotification as SkillsChangedNotification,
)
from .skill import (
    SkillsConfigWriteParams as SkillsConfigWriteParams,
)
from .skill import (
    SkillsConfigWriteResponse as SkillsConfigWriteResponse,
)
from .skill import (
    SkillScope as SkillScope,
)
from .skill import (
    SkillsExtraRootsSetParams as SkillsExtraRootsSetParams,
)
from .skill import (
    SkillsExtraRootsSetResponse as SkillsExtraRootsSetResponse,
)
from .skill import (
    SkillsListEntry as SkillsListEntry,
)
from .skill import (
    SkillsListParams as SkillsListParams,
)
from .skill import (
    SkillsListResponse as SkillsListResponse,
)
from .skill import (
    SkillSummary as SkillSummary,
)
from .skill import (
    SkillToolDependency as SkillToolDependency,
)
from .thread import (
    ActiveThreadStatus as ActiveThreadStatus,
)
from .thread import (
    AgentPath as AgentPath,
)
from .thread import (
    ContextCompactedNotification as ContextCompactedNotification,
)
from .thread import (
    CustomSessionSource as CustomSessionSource,
)
from .thread import (
    GitInfo as GitInfo,
)
from .thread import (
    IdleThreadStatus as IdleThreadStatus,
)
from .thread import (
    NotLoadedThreadStatus as NotLoadedThreadStatus,
)
from .thread import (
    OtherSubAgentSource as OtherSubAgentSource,
)
from .thread import (
    SessionSource as SessionSource,
)
from .thread import (
    SessionSourceKind as SessionSourceKind,
)
from .thread import (
    SubAgentSessionSource as SubAgentSessionSource,
)
from .thread import (
    SubAgentSource as SubAgentSource,
)
from .thread import (
    SubAgentSourceKind as SubAgentSourceKind,
)
from .thread import (
    SystemErrorThreadStatus as SystemErrorThreadStatus,
)
from .thread import (
    Thread as Thread,
)
from .thread import (
    ThreadActiveFlag as ThreadActiveFlag,
)
from .thread import (
    ThreadApproveGuardianDeniedActionParams as ThreadApproveGuardianDeniedActionParams,
)
from .thread import (
    ThreadApproveGuardianDeniedActionResponse as ThreadApproveGuardianDeniedActionResponse,
)
from .thread import (
    ThreadArchivedNotification as ThreadArchivedNotification,
)
from .thread import (
    ThreadArchiveParams as ThreadArchiveParams,
)
from .thread import (
    ThreadArchiveResponse as ThreadArchiveResponse,
)
from .thread import (
    ThreadClosedNotification as ThreadClosedNotification,
)
from .thread import (
    ThreadCompactStartParams as ThreadCompactStartParams,
)
from .thread import (
    ThreadCompactStartResponse as ThreadCompactStartResponse,
)
from .thread import (
    ThreadDecrementElicitationParams as ThreadDecrementElicitationParams,
)
from .thread import (
    ThreadDecrementElicitationResponse as ThreadDecrementElicitationResponse,
)
from .thread import (
    ThreadDeletedNotification as ThreadDeletedNotification,
)
from .thread import (
    ThreadDeleteParams as ThreadDeleteParams,
)
from .thread import (
    ThreadDeleteResponse as ThreadDeleteResponse,
)
from .thread import (
    ThreadEnvironment as ThreadEnvironment,
)
from .thread import (
    ThreadExtra as ThreadExtra,
)
from .thread import (
    ThreadForkParams as ThreadForkParams,
)
from .thread import (
    ThreadForkResponse as ThreadForkResponse,
)
from .thread import (
    ThreadHistoryMode as ThreadHistoryMode,
)
from .thread import (
    ThreadId as ThreadId,
)
from .thread import (
    ThreadIncrementElicitationParams as ThreadIncrementElicitationParams,
)
from .thread import (
    ThreadIncrementElicitationResponse as ThreadIncrementElicitationResponse,
)
from .thread import (
    ThreadListCwdFilter as ThreadListCwdFilter,
)
from .thread import (
    ThreadListParams as ThreadListParams,
)
from .thread import (
    ThreadListResponse as ThreadListResponse,
)
from .thread import (
    ThreadLoadedListParams as ThreadLoadedListParams,
)
from .thread import (
    ThreadLoadedListResponse as ThreadLoadedListResponse,
)
from .thread import (
    ThreadReadParams as ThreadReadParams,
)
from .thread import (
    ThreadReadResponse as ThreadReadResponse,
)
from .thread import (
    ThreadResumeInitialTurnsPageParams as ThreadResumeInitialTurnsPageParams,
)
from .thread import (
    ThreadResumeParams as ThreadResumeParams,
)
from .thread import (
    ThreadResumeResponse as ThreadResumeResponse,
)
from .thread import (
    ThreadShellCommandParams as ThreadShellCommandParams,
)
from .thread import (
    ThreadShellCommandResponse as ThreadShellCommandResponse,
)
from .thread import (
    ThreadSortKey as ThreadSortKey,
)
from .thread import (
    ThreadSource as ThreadSource,
)
from .thread import (
    ThreadSourceKind as ThreadSourceKind,
)
from .thread import (
    ThreadSpawnSubAgentSource as ThreadSpawnSubAgentSource,
)
from .thread import (
    ThreadSpawnSubAgentSourceBody as ThreadSpawnSubAgentSourceBody,
)
from .thread import (
    ThreadStartedNotification as ThreadStartedNotification,
)
from .thread import (
    ThreadStartParams as ThreadStartParams,
)
from .thread import (
    ThreadStartResponse as ThreadStartResponse,
)
from .thread import (
    ThreadStartSource as ThreadStartSource,
)
from .thread import (
    ThreadStatus as ThreadStatus,
)
from .thread import (
    ThreadStatusChangedNotification as ThreadStatusChangedNotification,
)
from .thread import (
    ThreadUnarchivedNotification as ThreadUnarchivedNotification,
)
from .thread import (
    ThreadUnarchiveParams as ThreadUnarchiveParams,
)
from .thread import (
    ThreadUnarchiveResponse as ThreadUnarchiveResponse,
)
from .thread import (
    ThreadUnsubscribeParams as ThreadUnsubscribeParams,
)
from .thread import (
    ThreadUnsubscribeResponse as ThreadUnsubscribeResponse,
)
from .thread import (
    ThreadUnsubscribeStatus as ThreadUnsubscribeStatus,
)
from .thread_history import (
    ItemThreadItemsListAnchor as ItemThreadItemsListAnchor,
)
from .thread_history import (
    ItemThreadTimelineEntry as ItemThreadTimelineEntry,
)
from .thread_history import (
    RealtimeThreadTimelineEntry as RealtimeThreadTimelineEntry,
)
from .thread_history import (
    ThreadInjectItemsParams as ThreadInjectItemsParams,
)
from .thread_history import (
    ThreadInjectItemsResponse as ThreadInjectItemsResponse,
)
from .thread_history import (
    ThreadItemEntry as ThreadItemEntry,
)
from .thread_history import (
    ThreadItemsListAnchor as ThreadItemsListAnchor,
)
from .thread_history import (
    ThreadItemsListCursor as ThreadItemsListCursor,
)
from .thread_history import (
    ThreadItemsListParams as ThreadItemsListParams,
)
from .thread_history import (
    ThreadItemsListResponse as ThreadItemsListResponse,
)
from .thread_history import (
    ThreadItemsReadParams as ThreadItemsReadParams,
)
from .thread_history import (
    ThreadItemsReadResponse as ThreadItemsReadResponse,
)
from .thread_history import (
    ThreadRevertedNotification as ThreadRevertedNotification,
)
from .thread_history import (
    ThreadRevertParams as ThreadRevertParams,
)
from .thread_history import (
    ThreadRevertResponse as ThreadRevertResponse,
)
from .thread_history import (
    ThreadSearchOccurrence as ThreadSearchOccurrence,
)
from .thread_history import (
    ThreadSearchOccurrencesParams as ThreadSearchOccurrencesParams,
)
from .thread_history import (
    ThreadSearchOccurrencesResponse as ThreadSearchOccurrencesResponse,
)
from .thread_history import (
    ThreadSearchParams as ThreadSearchParams,
)
from .thread_history import (
    ThreadSearchResponse as ThreadSearchResponse,
)
from .thread_history import (
    ThreadSearchResult as ThreadSearchResult,
)
from .thread_history import (
    ThreadSearchSortKey as ThreadSearchSortKey,
)
from .thread_history import (
    ThreadSearchTextRange as ThreadSearchTextRange,
)
from .thread_history import (
    ThreadTimelineEntry as ThreadTimelineEntry,
)
from .thread_history import (
    ThreadTimelineListParams as ThreadTimelineListParams,
)
from .thread_history import (
    ThreadTimelineListResponse as ThreadTimelineListResponse,
)
from .thread_history import (
    ThreadTurnsListParams as ThreadTurnsListParams,
)
from .thread_history import (
    ThreadTurnsListResponse as ThreadTurnsListResponse,
)
from .thread_history import (
    TurnCompletedThreadTimelineEntry as TurnCompletedThreadTimelineEntry,
)
from .thread_history import (
    TurnsPage as TurnsPage,
)
from .thread_history import (
    TurnStartedThreadTimelineEntry as TurnStartedThreadTimelineEntry,
)
from .thread_state import (
    CompletedThreadPredictionResult as CompletedThreadPredictionResult,
)
from .thread_state import (
    FailedThreadPredictionResult as FailedThreadPredictionResult,
)
from .thread_state import (
    QueuedSubmission as QueuedSubmission,
)
from .thread_state import (
    ReadThreadReadStateOperation as ReadThreadReadStateOperation,
)
from .thread_state import (
    ThreadAttachment as ThreadAttachment,
)
from .thread_state import (
    ThreadAttachmentAddOutcome as ThreadAttachmentAddOutcome,
)
from .thread_state import (
    ThreadAttachmentAddParams as ThreadAttachmentAddParams,
)
from .thread_state import (
    ThreadAttachmentAddResponse as ThreadAttachmentAddResponse,
)
from .thread_state import (
    ThreadAttachmentListParams as ThreadAttachmentListParams,
)
from .thread_state import (
    ThreadAttachmentListResponse as ThreadAttachmentListResponse,
)
from .thread_state import (
    ThreadAttachmentOperation as ThreadAttachmentOperation,
)
from .thread_state import (
    ThreadAttachmentOwner as ThreadAttachmentOwner,
)
from .thread_state import (
    ThreadAttachmentOwnerListParams as ThreadAttachmentOwnerListParams,
)
from .thread_state import (
    ThreadAttachmentOwnerListResponse as ThreadAttachmentOwnerListResponse,
)
from .thread_state import (
    ThreadAttachmentRemoveParams as ThreadAttachmentRemoveParams,
)
from .thread_state import (
    ThreadAttachmentRemoveResponse as ThreadAttachmentRemoveResponse,
)
from .thread_state import (
    ThreadAttachmentUpdatedNotification as ThreadAttachmentUpdatedNotification,
)
from .thread_state import (
    ThreadBackgroundTerminal as ThreadBackgroundTerminal,
)
from .thread_state import (
    ThreadBackgroundTerminalsCleanParams as ThreadBackgroundTerminalsCleanParams,
)
from .thread_state import (
    ThreadBackgroundTerminalsCleanResponse as ThreadBackgroundTerminalsCleanResponse,
)
from .thread_state import (
    ThreadBackgroundTerminalsListParams as ThreadBackgroundTerminalsListParams,
)
from .thread_state import (
    ThreadBackgroundTerminalsListResponse as ThreadBackgroundTerminalsListResponse,
)
from .thread_state import (
    ThreadBackgroundTerminalsTerminateParams as ThreadBackgroundTerminalsTerminateParams,
)
from .thread_state import (
    ThreadBackgroundTerminalsTerminateResponse as ThreadBackgroundTerminalsTerminateResponse,
)
from .thread_state import (
    ThreadGoal as ThreadGoal,
)
from .thread_state import (
    ThreadGoalClearedNotification as ThreadGoalClearedNotification,
)
from .thread_state import (
    ThreadGoalClearParams as ThreadGoalClearParams,
)
from .thread_state import (
    ThreadGoalClearResponse as ThreadGoalClearResponse,
)
from .thread_state import (
    ThreadGoalGetParams as ThreadGoalGetParams,
)
from .thread_state import (
    ThreadGoalGetResponse as ThreadGoalGetResponse,
)
from .thread_state import (
    ThreadGoalMutationOrigin as ThreadGoalMutationOrigin,
)
from .thread_state import (
    ThreadGoalSetParams as ThreadGoalSetParams,
)
from .thread_state import (
    ThreadGoalSetResponse as ThreadGoalSetResponse,
)
from .thread_state import (
    ThreadGoalStatus as ThreadGoalStatus,
)
from .thread_state import (
    ThreadGoalUpdatedNotification as ThreadGoalUpdatedNotification,
)
from .thread_state import (
    ThreadMemoryMode as ThreadMemoryMode,
)
from .thread_state import (
    ThreadMemoryModeSetParams as ThreadMemoryModeSetParams,
)
from .thread_state import (
    ThreadMemoryModeSetResponse as ThreadMemoryModeSetResponse,
)
from .thread_state import (
    ThreadMetadataGitInfoUpdateParams as ThreadMetadataGitInfoUpdateParams,
)
from .thread_state import (
    ThreadMetadataUpdateParams as ThreadMetadataUpdateParams,
)
from .thread_state import (
    ThreadMetadataUpdateResponse as ThreadMetadataUpdateResponse,
)
from .thread_state import (
    ThreadNameUpdatedNotification as ThreadNameUpdatedNotification,
)
from .thread_state import (
    ThreadPredictionRequestParams as ThreadPredictionRequestParams,
)
from .thread_state import (
    ThreadPredictionRequestResponse as ThreadPredictionRequestResponse,
)
from .thread_state import (
    ThreadPredictionResult as ThreadPredictionResult,
)
from .thread_state import (
    ThreadPredictionUpdatedNotification as ThreadPredictionUpdatedNotification,
)
from .thread_state import (
    ThreadProjectUpdatedNotification as ThreadProjectUpdatedNotification,
)
from .thread_state import (
    ThreadQueueAddParams as ThreadQueueAddParams,
)
from .thread_state import (
    ThreadQueueAddResponse as ThreadQueueAddResponse,
)
from .thread_state import (
    ThreadQueueChangedNotification as ThreadQueueChangedNotification,
)
from .thread_state import (
    ThreadQueueDeleteParams as ThreadQueueDeleteParams,
)
from .thread_state import (
    ThreadQueueDeleteResponse as ThreadQueueDeleteResponse,
)
from .thread_state import (
    ThreadQueueListParams as ThreadQueueListParams,
)
from .thread_state import (
    ThreadQueueListResponse as ThreadQueueListResponse,
)
from .thread_state import (
    ThreadQueueReorderParams as ThreadQueueReorderParams,
)
from .thread_state import (
    ThreadQueueReorderResponse as ThreadQueueReorderResponse,
)
from .thread_state import (
    ThreadQueueStartParams as ThreadQueueStartParams,
)
from .thread_state import (
    ThreadQueueStartResponse as ThreadQueueStartResponse,
)
from .thread_state import (
    ThreadQueueUpdateParams as ThreadQueueUpdateParams,
)
from .thread_state import (
    ThreadQueueUpdateResponse as ThreadQueueUpdateResponse,
)
from .thread_state import (
    ThreadReadState as ThreadReadState,
)
from .thread_state import (
    ThreadReadStateChangedNotification as ThreadReadStateChangedNotification,
)
from .thread_state import (
    ThreadReadStateOperation as ThreadReadStateOperation,
)
from .thread_state import (
    ThreadReadStateUpdateParams as ThreadReadStateUpdateParams,
)
from .thread_state import (
    ThreadReadStateUpdateResponse as ThreadReadStateUpdateResponse,
)
from .thread_state import (
    ThreadSection as ThreadSection,
)
from .thread_state import (
    ThreadSectionAppearance as ThreadSectionAppearance,
)
from .thread_state import (
    ThreadSectionCreateParams as ThreadSectionCreateParams,
)
from .thread_state import (
    ThreadSectionCreateResponse as ThreadSectionCreateResponse,
)
from .thread_state import (
    ThreadSectionDeleteParams as ThreadSectionDeleteParams,
)
from .thread_state import (
    ThreadSectionDeleteResponse as ThreadSectionDeleteResponse,
)
from .thread_state import (
    ThreadSectionListParams as ThreadSectionListParams,
)
from .thread_state import (
    ThreadSectionListResponse as ThreadSectionListResponse,
)
from .thread_state import (
    ThreadSectionMoveParams as ThreadSectionMoveParams,
)
from .thread_state import (
    ThreadSectionMoveResponse as ThreadSectionMoveResponse,
)
from .thread_state import (
    ThreadSectionUpdateParams as ThreadSectionUpdateParams,
)
from .thread_state import (
    ThreadSectionUpdateResponse as ThreadSectionUpdateResponse,
)
from .thread_state import (
    ThreadSetNameParams as ThreadSetNameParams,
)
from .thread_state import (
    ThreadSetNameResponse as ThreadSetNameResponse,
)
from .thread_state import (
    ThreadSettings as ThreadSettings,
)
from .thread_state import (
    ThreadSettingsUpdatedNotification as ThreadSettingsUpdatedNotification,
)
from .thread_state import (
    ThreadSettingsUpdateParams as ThreadSettingsUpdateParams,
)
from .thread_state import (
    ThreadSettingsUpdateResponse as ThreadSettingsUpdateResponse,
)
from .thread_state import (
    ThreadStartThreadUnreadPosition as ThreadStartThreadUnreadPosition,
)
from .thread_state import (
    ThreadTokenUsage as ThreadTokenUsage,
)
from .thread_state import (
    ThreadTokenUsageUpdatedNotification as ThreadTokenUsageUpdatedNotification,
)
from .thread_state import (
    ThreadUnreadPosition as ThreadUnreadPosition,
)
from .thread_state import (
    ThreadUsage as ThreadUsage,
)
from .thread_state import (
    ThreadUsageBreakdownGroup as ThreadUsageBreakdownGroup,
)
from .thread_state import (
    TokenUsageBreakdown as TokenUsageBreakdown,
)
from .thread_state import (
    TurnThreadUnreadPosition as TurnThreadUnreadPosition,
)
from .thread_state import (
    UnreadThreadReadStateOperation as UnreadThreadReadStateOperation,
)
from .tool import (
    AsyncUserInputQuestion as AsyncUserInputQuestion,
)
from .tool import (
    DynamicToolCallOutputContentItem as DynamicToolCallOutputContentItem,
)
from .tool import (
    DynamicToolCallParams as DynamicToolCallParams,
)
from .tool import (
    DynamicToolCallResponse as DynamicToolCallResponse,
)
from .tool import (
    DynamicToolNamespaceTool as DynamicToolNamespaceTool,
)
from .tool import (
    DynamicToolSpec as DynamicToolSpec,
)
from .tool import (
    FunctionDynamicToolNamespaceTool as FunctionDynamicToolNamespaceTool,
)
from .tool import (
    FunctionDynamicToolSpec as FunctionDynamicToolSpec,
)
from .tool import (
    InputAudioDynamicToolCallOutputContentItem as InputAudioDynamicToolCallOutputContentItem,
)
from .tool import (
    InputImageDynamicToolCallOutputContentItem as InputImageDynamicToolCallOutputContentItem,
)
from .tool import (
    InputTextDynamicToolCallOutputContentItem as InputTextDynamicToolCallOutputContentItem,
)
from .tool import (
    NamespaceDynamicToolSpec as NamespaceDynamicToolSpec,
)
from .tool import (
    ToolRequestUserInputAnswer as ToolRequestUserInputAnswer,
)
from .tool import (
    ToolRequestUserInputOption as ToolRequestUserInputOption,
)
from .tool import (
    ToolRequestUserInputParams as ToolRequestUserInputParams,
)
from .tool import (
    ToolRequestUserInputQuestion as ToolRequestUserInputQuestion,
)
from .tool import (
    ToolRequestUserInputResponse as ToolRequestUserInputResponse,
)
from .turn import (
    ActiveTurnNotSteerableCodexErrorInfo as ActiveTurnNotSteerableCodexErrorInfo,
)
from .turn import (
    ActiveTurnNotSteerableCodexErrorInfoBody as ActiveTurnNotSteerableCodexErrorInfoBody,
)
from .turn import (
    CodexErrorInfo as CodexErrorInfo,
)
from .turn import (
    CodexErrorInfoKind as CodexErrorInfoKind,
)
from .turn import (
    CollaborationMode as CollaborationMode,
)
from .turn import (
    CollaborationModeListParams as CollaborationModeListParams,
)
from .turn import (
    CollaborationModeListResponse as CollaborationModeListResponse,
)
from .turn import (
    CollaborationModeMask as CollaborationModeMask,
)
from .turn import (
    CustomMultiAgentMode as CustomMultiAgentMode,
)
from .turn import (
    ErrorNotification as ErrorNotification,
)
from .turn import (
    HttpConnectionFailedCodexErrorInfo as HttpConnectionFailedCodexErrorInfo,
)
from .turn import (
    HttpConnectionFailedCodexErrorInfoBody as HttpConnectionFailedCodexErrorInfoBody,
)
from .turn import (
    MisalignmentErrorDetails as MisalignmentErrorDetails,
)
from .turn import (
    MisalignmentSteer as MisalignmentSteer,
)
from .turn import (
    ModeKind as ModeKind,
)
from .turn import (
    MultiAgentMode as MultiAgentMode,
)
from .turn import (
    MultiAgentModeKind as MultiAgentModeKind,
)
from .turn import (
    MultiAgentVersion as MultiAgentVersion,
)
from .turn import (
    NonSteerableTurnKind as NonSteerableTurnKind,
)
from .turn import (
    ResponseStreamConnectionFailedCodexErrorInfo as ResponseStreamConnectionFailedCodexErrorInfo,
)
from .turn import (
    ResponseStreamConnectionFailedCodexErrorInfoBody as ResponseStreamConnectionFailedCodexErrorInfoBody,
)
from .turn import (
    ResponseStreamDisconnectedCodexErrorInfo as ResponseStreamDisconnectedCodexErrorInfo,
)
from .turn import (
    ResponseStreamDisconnectedCodexErrorInfoBody as ResponseStreamDisconnectedCodexErrorInfoBody,
)
from .turn import (
    ResponseTooManyFailedAttemptsCodexErrorInfo as ResponseTooManyFailedAttemptsCodexErrorInfo,
)
from .turn import (
    ResponseTooManyFailedAttemptsCodexErrorInfoBody as ResponseTooManyFailedAttemptsCodexErrorInfoBody,
)
from .turn import (
    Turn as Turn,
)
from .turn import (
    TurnCompletedNotification as TurnCompletedNotification,
)
from .turn import (
    TurnDiffUpdatedNotification as TurnDiffUpdatedNotification,
)
from .turn import (
    TurnEnvironmentParams as TurnEnvironmentParams,
)
from .turn import (
    TurnError as TurnError,
)
from .turn import (
    TurnInterruptParams as TurnInterruptParams,
)
from .turn import (
    TurnInterruptResponse as TurnInterruptResponse,
)
from .turn import (
    TurnItemsView as TurnItemsView,
)
from .turn import (
    TurnModerationMetadataNotification as TurnModerationMetadataNotification,
)
from .turn import (
    TurnPlanStep as TurnPlanStep,
)
from .turn import (
    TurnPlanStepStatus as TurnPlanStepStatus,
)
from .turn import (
    TurnPlanUpdatedNotification as TurnPlanUpdatedNotification,
)
from .turn import (
    TurnSettingsUpdateParams as TurnSettingsUpdateParams,
)
from .turn import (
    TurnSettingsUpdateResponse as TurnSettingsUpdateResponse,
)
from .turn import (
    TurnSettingsUpdateStatus as TurnSettingsUpdateStatus,
)
from .turn import (
    TurnStartedNotification as TurnStartedNotification,
)
from .turn import (
    TurnStartParams as TurnStartParams,
)
from .turn import (
    TurnStartResponse as TurnStartResponse,
)
from .turn import (
    TurnStatus as TurnStatus,
)
from .turn import (
    TurnSteerParams as TurnSteerParams,
)
from .turn import (
    TurnSteerResponse as TurnSteerResponse,
)
from .turn import (
    TurnToolOutput as TurnToolOutput,
)
