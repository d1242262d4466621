"""Pages of the tutorial and the FAQ as they are read, for both tabs."""
