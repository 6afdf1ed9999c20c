"""The low-level client: typed requests on one connection."""

from __future__ import annotations

from ._client.app_server import AppServerClient
from ._hints import resolvable
from ._serving import ListeningServer
from ._transport.base import ExitInfo, Transport

__all__ = ["AppServerClient", "ExitInfo", "ListeningServer", "Transport"]

resolvable(AppServerClient, ExitInfo, ListeningServer, Transport)
