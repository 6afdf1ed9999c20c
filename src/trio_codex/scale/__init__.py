"""Batches of prompts on several machines: `trio_codex.scale.dask`, `trio_codex.scale.ray`."""

from __future__ import annotations

from ._records import TurnRecord, WorkerLostError

__all__ = ["TurnRecord", "WorkerLostError"]
