"""Turns bytes nobody chose into messages and values, or into errors of ours."""
