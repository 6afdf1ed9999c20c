"""Turns tables of calls into runs of the real runtime, and the tables into a page about them."""

from __future__ import annotations
