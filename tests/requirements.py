"""Turns the promises of the project into one list: what, where, and which test would notice."""

from __future__ import annotations

from tests.promises import api, engine, experience, harness
from tests.promises.requirement import Requirement

__all__ = ["REQUIREMENTS", "Requirement"]

REQUIREMENTS: tuple[Requirement, ...] = (
    *engine.IDEAS,
    *api.CLIENT,
    *api.TURNS_AND_LOGINS,
    *api.REQUESTS_OF_THE_SERVER,
    *api.TOOLS_AND_OUTPUT,
    *api.ERRORS_AND_CONFIG,
    *engine.WIRE,
    *engine.SPEED,
    *harness.TESTING,
    *harness.PROOF,
    *harness.PACKAGE,
    *experience.LESSONS,
)
"""Every promise, in the order of the pages that make them."""
