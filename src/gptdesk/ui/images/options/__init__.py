"""The choices for a picture: model, size, quality and all the rest."""
