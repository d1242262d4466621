"""The offline pack: which models there are, how they get here, and the engine that runs them."""
