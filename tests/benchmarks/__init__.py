"""Benchmarks on replayed bytes: this library, the official SDK and the bare loop."""
