"""Portal: the private Trio thread of the blocking and the asyncio client, and calls into it."""
