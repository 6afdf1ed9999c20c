"""Requests: base classes that give each request method its types, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._overloads import AsyncRequests, BlockingRequests
else:
    # Base classes without members, which `help()` would show.
    AsyncRequests = BlockingRequests = object

__all__ = ["AsyncRequests", "BlockingRequests"]
