"""A model in a thread of its own, and the configuration of a runtime that talks to it."""

from __future__ import annotations

from tests.sync.conftest import config, model

__all__ = ["config", "model"]
