"""Where threads meet Qt; nobody else crosses them."""
