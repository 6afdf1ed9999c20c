"""A scripted app-server: in memory, and as a child process."""
