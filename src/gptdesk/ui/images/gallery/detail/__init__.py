"""One picture with its whole story beside the wall."""
