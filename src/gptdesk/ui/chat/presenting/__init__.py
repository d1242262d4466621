"""The parts of the Chat presenter; each connects one piece of the page with the services."""
