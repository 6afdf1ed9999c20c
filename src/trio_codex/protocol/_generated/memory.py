"""Memory and rollout types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from .._model import OMITTED, Omitted, WireModel, wire

__all__ = [
    "MemoryResetResponse",
    "MemoryStatusParams",
    "MemoryStatusResponse",
    "RolloutCompressResponse",
]


class MemoryResetResponse(WireModel):
    """Result of `memory/reset`."""


class MemoryStatusParams(WireModel):
    """Params of `memory/status`."""

    min_consolidated_threads: int | None | Omitted = wire(
        "minConsolidatedThreads", default=OMITTED, format="uint32"
    )


class MemoryStatusResponse(WireModel):
    """Result of `memory/status`."""

    v2_consolidated_threads: int = wire("v2ConsolidatedThreads", format="uint32")
    v2_ready: bool = wire("v2Ready")


class RolloutCompressResponse(WireModel):
    """Result of `rollout/compress`."""
