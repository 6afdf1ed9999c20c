"""Python types as strict JSON Schema, and JSON as values of those types."""
