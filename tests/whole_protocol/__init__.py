"""Every method of the protocol, called against the real runtime, and the coverage page."""

from __future__ import annotations
