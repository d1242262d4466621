"""A small OpenAI-style service on this computer that can fail in every way the real ones do."""
