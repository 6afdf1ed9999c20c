"""Classes of `trio_codex.aio`, generated from the source of `_client`.

Do not edit: `python -m schema.generator` writes this directory.
"""
