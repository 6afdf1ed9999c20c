"""Names the SDK's version, which is the version of the runtime it is pinned to."""

from __future__ import annotations

__all__ = ["RUNTIME_VERSION", "__version__"]

__version__ = "0.163.0"

# A fix of the SDK alone is released as `<runtime>.postN`.
RUNTIME_VERSION = __version__.partition(".post")[0]
