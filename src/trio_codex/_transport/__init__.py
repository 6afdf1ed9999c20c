"""Transports: byte streams to a child process, or in memory for tests."""

from __future__ import annotations

from .base import ExitInfo, Transport

__all__ = ["ExitInfo", "Transport"]
