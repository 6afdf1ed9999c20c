"""The low-level client: typed requests on one connection."""

from __future__ import annotations

from ._client.app_server import AppServerClient
from ._hints import resolvable
from ._transport.base import ExitInfo, Transport

__all__ = ["AppServerClient", "ExitInfo", "Transport"]

resolvable(AppServerClient, ExitInfo, Transport)
