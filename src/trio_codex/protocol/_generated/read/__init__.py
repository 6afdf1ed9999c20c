"""Generated readers of what a client receives, one module per domain.

Do not edit: `python -m schema.generator` writes this directory.
"""
