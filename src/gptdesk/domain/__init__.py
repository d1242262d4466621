"""Values and rules of gptdesk; nothing here knows a screen, a disk or a network."""
