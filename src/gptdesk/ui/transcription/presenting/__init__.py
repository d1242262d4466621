"""What decides on the Transcription page; each part knows one thing."""
