"""Turns replayed bytes into a table: this library, the official SDK and the floor, side by side."""
