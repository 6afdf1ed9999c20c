"""Server requests: handlers, decisions, and the dispatch of each request to its handler."""
