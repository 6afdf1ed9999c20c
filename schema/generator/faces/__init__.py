"""The faces of the public layer: blocking classes written from the source of the async ones."""
