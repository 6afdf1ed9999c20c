"""Generated checkers of what a client sends, one module per domain.

Do not edit: `python -m schema.generator` writes this directory.
"""
