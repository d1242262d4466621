"""The list of what was transcribed."""
