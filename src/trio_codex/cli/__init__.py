"""The `trio-codex` command and the live view of turns; needs the extra `cli`."""
