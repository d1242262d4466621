"""The window around the tabs: rail, status line, command palette, notices."""
