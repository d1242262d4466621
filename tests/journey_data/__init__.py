"""What several journeys know."""

KEY = "sk-test-0123456789-abcdefgh-SECRET"
