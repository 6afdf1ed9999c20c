"""A loopback account backend for a runtime that is logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .steps import Do, World

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

__all__ = ["backend"]

PAGE: JsonValue = {"limit": 200, "next_page_token": None}
PLUGIN: JsonValue = {
    "id": "plugins~p",
    "name": "tidy",
    "scope": "WORKSPACE",
    "installation_policy": "AVAILABLE",
    "authentication_policy": "ON_INSTALL",
    "status": "ENABLED",
    "discoverability": "PRIVATE",
    "share_principals": [],
    "creator_account_user_id": "user-1",
    "creator_name": "dev",
    "release": {
        "version": "1",
        "display_name": "Tidy",
        "description": "Tidies up.",
        "app_ids": [],
        "interface": {},
        "skills": [],
        "bundle_download_url": "{upload}",
    },
}
ENROLLED: dict[str, JsonValue] = {"server_id": "server-1", "environment_id": "env-1"}
LATER = "2100-01-01T00:00:00Z"

ANSWERS: dict[str, JsonValue] = {
    "/wham/rate-limit-reset-credits/consume": {"code": "reset", "windows_reset": 1},
    "/wham/rate-limit-reset-credits": {"available_count": 1, "credits": []},
    "/wham/accounts/send_add_credits_nudge_email": {},
    "/wham/profiles/me": {
        "stats": {
            "lifetime_tokens": 12,
            "daily_usage_buckets": [{"start_date": "2026-01-01", "tokens": 3}],
        }
    },
    "/wham/workspace-messages": {
        "messages": [
            {
                "message_id": "m1",
                "message_type": "headline",
                "message_body": "News",
                "created_at": "2026-01-01T00:00:00Z",
            }
        ]
    },
    "/connectors/directory/list": {"apps": [{"id": "a1", "name": "App"}]},
    "/ps/apps/batch": {"apps": [{"id": "a1", "name": "App"}]},
    "/ps/plugins/search": {"plugins": [PLUGIN], "pagination": PAGE},
    "/ps/plugins/installed": {"plugins": [], "pagination": PAGE},
    "/ps/plugins/workspace/created": {"plugins": [PLUGIN], "pagination": PAGE},
    "/ps/plugins/plugins~p/shares": {"principals": [], "discoverability": "PRIVATE"},
    "/ps/plugins/plugins~p": PLUGIN,
    "/ps/plugins/plugins~p/skills/sweep": {
        "plugin_id": "plugins~p",
        "name": "sweep",
        "skill_name": "sweep",
        "description": "Sweeps the floor.",
        "skill_md_contents": "Sweep.",
    },
    "/public/plugins/workspace/upload-url": {
        "file_id": "file-1",
        "upload_url": "{upload}",
        "etag": "e1",
    },
    "/public/plugins/workspace": {
        "plugin_id": "plugins~p",
        "share_url": "https://127.0.0.1:1/tidy",
    },
    "/wham/remote/control/environments/env-1/clients": {
        "items": [{"client_id": "phone", "display_name": "Phone"}]
    },
    "/wham/remote/control/environments/env-1/clients/phone": {},
    "/wham/remote/control/server/enroll": {
        **ENROLLED,
        "remote_control_token": "token",
        "expires_at": LATER,
    },
    "/wham/remote/control/server/pair": {
        **ENROLLED,
        "pairing_code": "abc",
        "manual_pairing_code": "1234",
        "expires_at": LATER,
    },
    "/wham/remote/control/server/pair/status": {"claimed": False},
}


def backend(*paths: str, status: int = 200) -> Do:
    """Have the backend answer the next request of each path."""

    def script(world: World) -> None:
        assert world.issuer is not None
        for path in paths:
            answer = "" if status == 204 else world.filled(ANSWERS[path])
            world.issuer.fail_path(f"/backend-api{path}", status, answer)

    return Do(script)
