"""Handlers that ask on the terminal."""
