"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, blank
from .. import marketplace as t

new_MarketplaceAddResponse = blank(globals(), "MarketplaceAddResponse")


def read_MarketplaceAddResponse(v):
    o = new_MarketplaceAddResponse()
    if type(x := v["alreadyAdded"]) is not bool:
        raise Unfit
    o.already_added = x
    if type(x := v["installedRoot"]) is not str:
        raise Unfit
    o.installed_root = x
    if type(x := v["marketplaceName"]) is not str:
        raise Unfit
    o.marketplace_name = x
    o.__class__ = t.MarketplaceAddResponse
    return o


new_MarketplaceInterface = blank(globals(), "MarketplaceInterface")


def read_MarketplaceInterface(v):
    if type(v) is not dict:
        raise Unfit
    o = new_MarketplaceInterface()
    if (x := v.get("displayName")) is not None and type(x) is not str:
        raise Unfit
    o.display_name = x
    o.__class__ = t.MarketplaceInterface
    return o


new_MarketplaceLoadErrorInfo = blank(globals(), "MarketplaceLoadErrorInfo")


def read_MarketplaceLoadErrorInfo(v):
    o = new_MarketplaceLoadErrorInfo()
    if type(x := v["marketplacePath"]) is not str:
        raise Unfit
    o.marketplace_path = x
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.__class__ = t.MarketplaceLoadErrorInfo
    return o


new_MarketplaceRemoveResponse = blank(globals(), "MarketplaceRemoveResponse")


def read_MarketplaceRemoveResponse(v):
    o = new_MarketplaceRemoveResponse()
    if type(x := v["marketplaceName"]) is not str:
        raise Unfit
    o.marketplace_name = x
    if (x := v.get("installedRoot")) is not None and type(x) is not str:
        raise Unfit
    o.installed_root = x
    o.__class__ = t.MarketplaceRemoveResponse
    return o


new_MarketplaceUpgradeErrorInfo = blank(globals(), "MarketplaceUpgradeErrorInfo")


def read_MarketplaceUpgradeErrorInfo(v):
    o = new_MarketplaceUpgradeErrorInfo()
    if type(x := v["marketplaceName"]) is not str:
        raise Unfit
    o.marketplace_name = x
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.__class__ = t.MarketplaceUpgradeErrorInfo
    return o


new_MarketplaceUpgradeResponse = blank(globals(), "MarketplaceUpgradeResponse")


def read_MarketplaceUpgradeResponse(v):
    o = new_MarketplaceUpgradeResponse()
    if type(x := v["errors"]) is not list:
        raise Unfit
    o.errors = [read_MarketplaceUpgradeErrorInfo(y) for y in x]
    if type(x := v["selectedMarketplaces"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.selected_marketplaces = x
    if type(x := v["upgradedRoots"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.upgraded_roots = x
    o.__class__ = t.MarketplaceUpgradeResponse
    return o
