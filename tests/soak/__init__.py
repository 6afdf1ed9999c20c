"""Soak: real turns for minutes, with everything that goes wrong, and nothing that may grow."""
