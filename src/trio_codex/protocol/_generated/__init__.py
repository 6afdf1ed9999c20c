"""Types of the app-server protocol, generated from runtime 0.163.0.

Do not edit: `python -m schema.generator` writes this directory.
"""
