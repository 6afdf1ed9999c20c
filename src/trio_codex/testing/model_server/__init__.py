"""A scripted model behind a Responses API on loopback."""
