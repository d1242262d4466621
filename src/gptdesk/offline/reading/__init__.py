"""From written text to phonemes: sentences, numbers, and the two languages."""
