"""Markdown as a page that can be read: in answers now, and wherever else text is shown."""
