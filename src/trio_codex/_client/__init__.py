"""Turns a connection into what a person asks of Codex: the public async floor."""

from __future__ import annotations

import logging

# Where no logging is configured, Python would print warnings to stderr itself.
logging.getLogger("trio_codex").addHandler(logging.NullHandler())
