"""The contract with the runtime: the pinned schema bundles and their compiler."""
