"""The conversation as it is read: a model, and a view that keeps widgets only for what is seen."""
