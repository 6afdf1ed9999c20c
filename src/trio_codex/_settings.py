"""Settings of the runtime: the top-level keys of its configuration, and a check of their spelling.

The runtime ignores unknown settings unless it runs with `--strict-config`. A newer runtime may have
more settings than the pinned one, so only a key that is similar to a known one is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ._near import nearest
from .errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SETTINGS", "check_settings"]

# The keys that `codex app-server --strict-config -c KEY=...` of runtime 0.163.0 accepts.
_NAMES: Final = """
    agents allow_login_shell allow_symlinked_codex_home analytics approval_policy
    approvals_reviewer apps apps_mcp_product_sku audio auto_review
    background_terminal_max_timeout browser_use chatgpt_base_url check_for_update_on_startup
    cli_auth_credentials_store cloud compact_prompt computer_use default_permissions desktop
    developer_instructions disable_paste_burst experimental_compact_prompt_file
    experimental_realtime_start_instructions experimental_realtime_webrtc_call_base_url
    experimental_realtime_ws_backend_prompt experimental_realtime_ws_base_url
    experimental_realtime_ws_model experimental_realtime_ws_startup_context
    experimental_thread_store experimental_thread_store_endpoint
    experimental_use_unified_exec_tool features feedback file_opener forced_chatgpt_workspace_id
    forced_login_method ghost_snapshot goals hide_agent_reasoning history hooks
    include_apps_instructions include_collaboration_mode_instructions
    include_environment_context include_permissions_instructions instructions
    js_repl_node_module_dirs js_repl_node_path log_dir marketplaces mcp_enterprise_managed_auth
    mcp_oauth_callback_port mcp_oauth_callback_url mcp_oauth_credentials_store
    mcp_optional_startup_grace_ms mcp_servers memories model model_auto_compact_token_limit
    model_auto_compact_token_limit_scope model_catalog_json model_context_window
    model_instructions_file model_post_turn_compact_threshold_percent model_provider
    model_providers model_reasoning_effort model_reasoning_summary model_verbosity notice notify
    openai_base_url orchestrator oss_provider otel permissions personality
    plan_mode_reasoning_effort plugins profile profiles project_doc_fallback_filenames
    project_doc_max_bytes project_root_markers projects realtime responses_api_metadata
    review_model sandbox_mode sandbox_workspace_write service_tier shell_environment_policy
    show_raw_agent_reasoning skills sqlite_home suppress_unstable_features_warning
    thread_unload_delay_secs tool_output_token_limit tool_suggest tools tui web_search windows
"""
SETTINGS: Final = frozenset(_NAMES.split())
_MISSPELLED: Final = 0.8


def check_settings(argument: str, keys: Iterable[object]) -> None:
    """Refuses keys that are similar to known settings, but unknown.

    Args:
        argument: the argument that holds the settings, for the message.
        keys: dotted keys; only the part up to the first dot is checked.

    Raises:
        InvalidArgumentError: a key is not a string, or is similar to a known one.
    """
    for key in keys:
        if not isinstance(key, str) or not key:
            raise InvalidArgumentError(
                f"{argument}: a key must be a string such as 'model', not {key!r}"
            )
        first = key.partition(".")[0].strip().strip("\"'")
        if first in SETTINGS:
            continue
        known = nearest(first, SETTINGS, similarity=_MISSPELLED)
        if known is not None:
            raise InvalidArgumentError(
                f"{argument}: the runtime has no setting {first!r}; did you mean {known!r}? "
                "(Put a setting that only a newer runtime knows into its config.toml.)"
            )
