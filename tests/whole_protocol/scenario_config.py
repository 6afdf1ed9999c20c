"""Scenarios: settings, skills, hooks, environments and migrations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

from .steps import Await, Call, Do, Scenario, World

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

__all__ = ["SCENARIOS"]

HOOK: JsonValue = [{"hooks": [{"type": "command", "command": "true"}]}]
USER = {"threadId": "{thread}", "input": [{"type": "text", "text": "hello"}]}


def write_skill(folder: Path) -> None:
    """Write a skill into a folder."""
    folder.mkdir(parents=True)
    text = "---\nname: sweep\ndescription: Sweeps the floor\n---\nSweep.\n"
    (folder / "SKILL.md").write_text(text, encoding="utf-8")


def _prepare_skills(home: Path) -> None:
    write_skill(home / "skills" / "sweep")


def _write_other_agent(world: World) -> None:
    folder = Path(str(world.names["user_home"])) / ".claude"
    folder.mkdir()
    (folder / "CLAUDE.md").write_text("Be brief.\n", encoding="utf-8")
    settings: JsonValue = {"env": {"COLOUR": "red"}}
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")


def _trust_hooks(world: World) -> None:
    listed = cast("list[dict[str, JsonValue]]", world.names["hooks"])
    world.names["trusted"] = {
        str(hook["key"]): {"trusted_hash": hook["currentHash"]} for hook in listed
    }


CONFIG = Scenario(
    name="config",
    about="reads and writes settings, features and skills",
    prepare=_prepare_skills,
    notifications=("skills/changed",),
    steps=(
        Call("config/read", {"includeLayers": True, "cwd": "{cwd}"}),
        Call(
            "config/value/write",
            {"keyPath": "model_verbosity", "mergeStrategy": "replace", "value": "low"},
        ),
        Call(
            "config/batchWrite",
            {
                "edits": [
                    {"keyPath": "hide_agent_reasoning", "mergeStrategy": "upsert", "value": False}
                ],
                "reloadUserConfig": True,
            },
        ),
        Call("configRequirements/read"),
        Call("experimentalFeature/list", {"limit": 500}),
        Call("experimentalFeature/enablement/set", {"enablement": {"apps": False}}),
        Call("skills/extraRoots/set", {"extraRoots": ["{home}/skills"]}),
        Await("skills/changed"),
        Call("skills/list", {"cwds": ["{cwd}"], "forceReload": True}),
        Call("skills/config/write", {"name": "sweep", "enabled": False}),
        Call("app/installed", {}),
        Call("app/list", {}),
        Call("app/read", {"appIds": ["none"]}),
    ),
)

HOOKS = Scenario(
    name="hooks",
    about="trusts hooks of config.toml and has them run in a turn",
    config={"hooks": {"UserPromptSubmit": HOOK, "SessionStart": HOOK, "Stop": HOOK}},
    notifications=("hook/started", "hook/completed"),
    steps=(
        Call("hooks/list", {"cwds": ["{cwd}"]}, keep={"hooks": "data.0.hooks"}),
        Do(_trust_hooks),
        Call(
            "config/batchWrite",
            {
                "edits": [
                    {"keyPath": "hooks.state", "mergeStrategy": "upsert", "value": "{trusted}"}
                ],
                "reloadUserConfig": True,
            },
        ),
        Call("thread/start", {"cwd": "{cwd}"}, keep={"thread": "thread.id"}),
        Call("turn/start", USER),
        Await("hook/completed", {"threadId": "{thread}", "run": {"eventName": "stop"}}),
        Await("turn/completed", {"threadId": "{thread}"}),
    ),
)

MIGRATION = Scenario(
    name="migration",
    about="finds the settings of another agent in the home directory and imports them",
    notifications=(
        "externalAgentConfig/import/progress",
        "externalAgentConfig/import/completed",
    ),
    steps=(
        Do(_write_other_agent),
        Call(
            "externalAgentConfig/detect",
            {"includeHome": True, "migrationSource": "claude"},
            keep={"items": "items", "first": "items.0"},
        ),
        Call("externalAgentConfig/import", {"migrationItems": "{items}"}),
        Await("externalAgentConfig/import/completed"),
        Call(
            "externalAgentConfig/import/recordHistory", {"providerId": "p", "itemTypeResults": []}
        ),
        Call("externalAgentConfig/import/readHistories"),
    ),
)

SCENARIOS = (CONFIG, HOOKS, MIGRATION)
