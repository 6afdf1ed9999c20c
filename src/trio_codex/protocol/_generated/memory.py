"""Memory and rollout types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from .._model import OMITTED, Omitted, WireModel, model, wire

__all__ = [
    "MemoryResetResponse",
    "MemoryStatusParams",
    "MemoryStatusResponse",
    "RolloutCompressResponse",
]


@model
class MemoryResetResponse(WireModel):
    """Result of `memory/reset`."""


@model
class MemoryStatusParams(WireModel):
    """Params of `memory/status`."""

    min_consolidated_threads: int | None | Omitted = wire(
        "minConsolidatedThreads", default=OMITTED, format="uint32"
    )


@model
class MemoryStatusResponse(WireModel):
    """Result of `memory/status`."""

    v2_consolidated_threads: int = wire("v2ConsolidatedThreads", format="uint32")
    v2_ready: bool = wire("v2Ready")


@model
class RolloutCompressResponse(WireModel):
    """Result of `rollout/compress`."""
