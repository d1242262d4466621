"""The Chat tab: conversations, what is said in them, and the composer."""
