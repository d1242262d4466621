"""The engine for sound: speech and transcription over the API of OpenAI."""
