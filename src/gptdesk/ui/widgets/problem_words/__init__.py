"""What each kind of failure is called, why it happened, and what helps: one module a region."""
