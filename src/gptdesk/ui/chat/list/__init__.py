"""The list of conversations and of what a search found."""
