"""Marketplace types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import OMITTED, Omitted, WireModel, wire

if TYPE_CHECKING:
    from .common import AbsolutePathBuf

__all__ = [
    "MarketplaceAddParams",
    "MarketplaceAddResponse",
    "MarketplaceInterface",
    "MarketplaceLoadErrorInfo",
    "MarketplaceRemoveParams",
    "MarketplaceRemoveResponse",
    "MarketplaceUpgradeErrorInfo",
    "MarketplaceUpgradeParams",
    "MarketplaceUpgradeResponse",
]


class MarketplaceAddParams(WireModel):
    """Params of `marketplace/add`."""

    source: str = wire("source")
    ref_name: str | None | Omitted = wire("refName", default=OMITTED)
    sparse_paths: list[str] | None | Omitted = wire("sparsePaths", default=OMITTED)


class MarketplaceAddResponse(WireModel):
    """Result of `marketplace/add`."""

    already_added: bool = wire("alreadyAdded")
    installed_root: AbsolutePathBuf = wire("installedRoot")
    marketplace_name: str = wire("marketplaceName")


class MarketplaceInterface(WireModel):
    """An object, used by `PluginMarketplaceEntry`."""

    display_name: str | None = wire("displayName", default=None)


class MarketplaceLoadErrorInfo(WireModel):
    """An object, used by `PluginInstalledResponse` and `PluginListResponse`."""

    marketplace_path: AbsolutePathBuf = wire("marketplacePath")
    message: str = wire("message")


class MarketplaceRemoveParams(WireModel):
    """Params of `marketplace/remove`."""

    marketplace_name: str = wire("marketplaceName")


class MarketplaceRemoveResponse(WireModel):
    """Result of `marketplace/remove`."""

    marketplace_name: str = wire("marketplaceName")
    installed_root: AbsolutePathBuf | None = wire("installedRoot", default=None)


class MarketplaceUpgradeErrorInfo(WireModel):
    """An object, used by `MarketplaceUpgradeResponse`."""

    marketplace_name: str = wire("marketplaceName")
    message: str = wire("message")


class MarketplaceUpgradeParams(WireModel):
    """Params of `marketplace/upgrade`."""

    marketplace_name: str | None | Omitted = wire("marketplaceName", default=OMITTED)


class MarketplaceUpgradeResponse(WireModel):
    """Result of `marketplace/upgrade`."""

    errors: list[MarketplaceUpgradeErrorInfo] = wire("errors")
    selected_marketplaces: list[str] = wire("selectedMarketplaces")
    upgraded_roots: list[AbsolutePathBuf] = wire("upgradedRoots")
