"""What a reading can be turned into: a report, a page, JSON."""
