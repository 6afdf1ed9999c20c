"""Options that have another name than their field.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import Final

__all__ = ["OPTION_NAMES"]

OPTION_NAMES: Final[dict[str, dict[str, str]]] = {
    "turn/start": {
        "sandboxPolicy": "sandbox",
        "serviceTierForTurn": "turn_service_tier",
        "turnTrigger": "source",
    }
}
"""The option of each field that no option is named after, by method."""
