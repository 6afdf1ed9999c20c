"""Turns a connection into what a person asks of Codex: the public async floor."""
