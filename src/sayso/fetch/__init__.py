"""From what a user names to bytes."""
