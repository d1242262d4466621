"""Finding pictures: search, filters and collections above the wall."""
