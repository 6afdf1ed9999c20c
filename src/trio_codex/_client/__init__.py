"""The public async client; the blocking one is generated from it."""

from __future__ import annotations

import logging

# Where no logging is configured, Python would print warnings to stderr itself.
logging.getLogger("trio_codex").addHandler(logging.NullHandler())
