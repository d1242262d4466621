"""Pictures on their way into a message: chosen, shown, taken away again."""
