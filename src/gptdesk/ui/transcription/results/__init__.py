"""What becomes of a transcript: files, speakers, corrections everywhere, summaries."""
