"""Fuzzing of framing, messages and the converter."""
