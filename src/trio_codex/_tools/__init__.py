"""Tools: typed functions that the model can call."""
