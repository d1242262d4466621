"""What stays on this computer: conversations, settings, connections, keys and backups."""
