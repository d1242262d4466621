"""The transcript as a list: each segment with its time, its speaker and its text."""
