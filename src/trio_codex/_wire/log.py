"""Log of the lines on the wire, redacted; off until the level of its logger is set to DEBUG."""

from __future__ import annotations

import logging
from typing import Final

from .._redaction import redacted_line

__all__ = ["log_lines"]

logger: Final = logging.getLogger("trio_codex.wire")
# The lines hold prompts and answers: DEBUG for all loggers of a program does not show them.
logger.setLevel(logging.INFO)


def log_lines(direction: str, *lines: bytes) -> None:
    """Logs whole lines, `sent` or `received`, without the values of keys that name secrets."""
    if logger.isEnabledFor(logging.DEBUG):
        for line in lines:
            text = redacted_line(line.strip()).decode("utf-8", "replace")
            logger.debug("%s %s", direction, text)
