"""Hearing what was spoken: the card with the wave, and the player behind it."""
