"""Recording from the microphone, with the text as it comes."""
