"""Compiles the pinned schema bundles into the generated package of trio-codex."""
