"""Turns the low-level client into a public name: typed requests and notifications, no more."""

from __future__ import annotations

from ._client.app_server import AppServerClient

__all__ = ["AppServerClient"]
