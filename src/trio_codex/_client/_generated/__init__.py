"""Generated types of notifications.

Do not edit: `python -m schema.generator` writes this directory.
"""
