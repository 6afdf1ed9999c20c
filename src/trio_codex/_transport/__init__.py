"""Carries bytes between this process and a runtime: a child process, or memory in tests."""

from __future__ import annotations

from .base import ExitInfo, Transport

__all__ = ["ExitInfo", "Transport"]
