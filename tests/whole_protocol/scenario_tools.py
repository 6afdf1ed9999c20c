"""Scenarios: an MCP server, a marketplace and its plugin, all local."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from trio_codex.errors import InvalidRequestError
from trio_codex.testing.model_server import items as model_items

from .scenario_config import write_skill
from .scenario_turns import replies, start, turn
from .steps import Await, Call, Do, Refusal, Scenario, World

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex.protocol import JsonValue

__all__ = ["SCENARIOS"]

MARKETPLACE = {"pluginName": "tidy", "marketplacePath": "{home}/.agents/plugins/marketplace.json"}


def _prepare_marketplace(home: Path) -> None:
    plugin = home / "plugins" / "tidy"
    write_skill(plugin / "skills" / "sweep")
    listed: JsonValue = {
        "name": "tidy",
        "source": {"source": "local", "path": "./plugins/tidy"},
        "policy": {"installation": "AVAILABLE", "authentication": "ON_INSTALL"},
        "category": "Productivity",
    }
    files: dict[Path, JsonValue] = {
        home / ".agents/plugins/marketplace.json": {"name": "local", "plugins": [listed]},
        plugin / ".codex-plugin/plugin.json": {"name": "tidy", "version": "1.0.0"},
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")


def _describe_oauth(world: World) -> None:
    assert world.issuer is not None
    origin = world.issuer.origin
    resource: JsonValue = {"resource": f"{origin}/mcp", "authorization_servers": [origin]}
    server: JsonValue = {
        "issuer": origin,
        "authorization_endpoint": f"{origin}/oauth/authorize",
        "token_endpoint": f"{origin}/oauth/token",
        "registration_endpoint": f"{origin}/register",
        "response_types_supported": ["code"],
        "code_challenge_methods_supported": ["S256"],
    }
    client: JsonValue = {"client_id": "client-1", "redirect_uris": ["http://127.0.0.1/callback"]}
    for _ in range(6):
        for path in ("", "/mcp"):
            world.issuer.fail_path(f"/.well-known/oauth-protected-resource{path}", 200, resource)
            world.issuer.fail_path(f"/.well-known/oauth-authorization-server{path}", 200, server)
        world.issuer.fail_path("/register", 201, client)


MCP = Scenario(
    name="mcp",
    about="uses an MCP server on stdio, from the client and from a turn",
    config={"mcp_servers": {"tiny": {"command": "{python}", "args": ["{here}/mcp_server.py"]}}},
    server_requests=("mcpServer/elicitation/request",),
    answers={"mcpServer/elicitation/request": {"action": "accept", "content": None}},
    notifications=("mcpServer/startupStatus/updated",),
    steps=(
        Call("mcpServerStatus/list", {"detail": "full"}),
        Call("mcpServer/resource/read", {"server": "tiny", "uri": "memo://one"}),
        start(),
        Await("mcpServer/startupStatus/updated", {"status": "ready"}),
        Call("mcpServer/tool/call", {"threadId": "{thread}", "server": "tiny", "tool": "look"}),
        replies(model_items.tool_call("look", {}, namespace="mcp__tiny")),
        *turn("look"),
        replies(model_items.tool_call("write", {}, namespace="mcp__tiny")),
        *turn("write"),
        Call("config/mcpServer/reload"),
        Call(
            "mcpServer/event/stream/start",
            {
                "threadId": "{thread}",
                "server": "tiny",
                "name": "news",
                "subscriptionId": "one",
                "arguments": {},
            },
            refused=Refusal(
                InvalidRequestError,
                "only supported for hosted apps",
                "needs an app that ChatGPT hosts",
            ),
        ),
        Call("mcpServer/event/stream/stop", {"subscriptionId": "one"}),
    ),
)

MCP_LOGIN = Scenario(
    name="mcp login",
    about="starts the login of an MCP server at a login service on this machine, and lets it lapse",
    login=True,
    config={"mcp_servers": {"web": {"url": "{issuer}/mcp"}}},
    notifications=("mcpServer/oauthLogin/completed",),
    steps=(
        Do(_describe_oauth),
        Call("mcpServer/oauth/login", {"name": "web", "timeoutSecs": 1}),
        Await("mcpServer/oauthLogin/completed", {"name": "web", "success": False}),
    ),
)

PLUGINS = Scenario(
    name="plugins",
    about="adds a marketplace in a directory and installs its plugin",
    features={"plugins": True},
    prepare=_prepare_marketplace,
    steps=(
        Call("marketplace/add", {"source": "{home}"}),
        Call("marketplace/upgrade", {}),
        Call("plugin/list", {}),
        Call("plugin/read", MARKETPLACE),
        Call("plugin/install", MARKETPLACE),
        Call("plugin/installed", {}),
        Call("plugin/reconcile", {}),
        Call("plugin/search", {"searchTerm": "tidy"}),
        Call("skills/list", {"cwds": ["{cwd}"]}),
        Call("plugin/uninstall", {"pluginId": "tidy@local"}),
        Call("marketplace/remove", {"marketplaceName": "local"}),
    ),
)

SCENARIOS = (MCP, MCP_LOGIN, PLUGINS)
