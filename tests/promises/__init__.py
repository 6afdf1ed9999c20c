"""Turns the pages that promise something into requirements with tests, a module for each part."""
