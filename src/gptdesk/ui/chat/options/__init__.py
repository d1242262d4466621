"""Settings of the answers of a conversation."""
