"""Turns the low-level client into public names: typed requests, and the bytes below them."""

from __future__ import annotations

from ._client.app_server import AppServerClient
from ._transport.base import ExitInfo, Transport

__all__ = ["AppServerClient", "ExitInfo", "Transport"]
