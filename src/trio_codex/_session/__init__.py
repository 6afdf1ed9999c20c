"""Turns a transport into a running conversation: the Trio engine under the public client."""
