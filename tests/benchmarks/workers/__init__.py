"""Turns one measurement's description into its figures, in an interpreter of its own."""
