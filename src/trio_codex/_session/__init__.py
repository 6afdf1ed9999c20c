"""The Trio engine: connection, routing, turns, and server requests over one transport."""
