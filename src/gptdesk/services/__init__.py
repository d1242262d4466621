"""What a user can do, one module for each field; the outside world comes in through ports."""
