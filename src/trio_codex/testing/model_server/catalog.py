"""The model catalog of the isolated runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from ...protocol import JsonValue

__all__ = ["MODELS", "REVIEW_MODEL", "catalog_document"]

# The runtime sends reviews of escalations to this model, for threads of every model.
REVIEW_MODEL = "codex-auto-review"
# The first one is the default.
MODELS = ("mock-model", "mock-model-mini", REVIEW_MODEL)


def catalog_document() -> bytes:
    """Returns the catalog as JSON.

    A model that is not in it has fallback settings: no `apply_patch` tool, and a warning in every
    thread.
    """
    models: list[JsonValue] = [_entry(slug, number) for number, slug in enumerate(MODELS)]
    return orjson.dumps({"models": models})


def _entry(slug: str, number: int) -> dict[str, JsonValue]:
    efforts: list[JsonValue] = [
        {"effort": effort, "description": f"{effort} effort"}
        for effort in ("low", "medium", "high")
    ]
    return {
        "slug": slug,
        "display_name": slug.replace("-", " ").capitalize(),
        "description": "Replies with the script of the test.",
        "base_instructions": "You reply with the script of the test.",
        "visibility": "hide" if slug == REVIEW_MODEL else "list",
        "priority": number,
        "supported_in_api": True,
        "default_reasoning_level": "medium",
        "supported_reasoning_levels": efforts,
        "supports_reasoning_summaries": True,
        "support_verbosity": True,
        "default_verbosity": "low",
        "shell_type": "unified_exec",
        "apply_patch_tool_type": "freeform",
        "supports_parallel_tool_calls": True,
        "experimental_supported_tools": [],
        "truncation_policy": {"mode": "tokens", "limit": 10000},
        "context_window": 272000,
        "input_modalities": ["text", "image"],
        "availability_nux": None,
        "upgrade": None,
    }
