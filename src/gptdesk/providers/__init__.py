"""The services that answer: everything goes through the openai package."""
