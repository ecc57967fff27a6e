"""Articles by the hundred thousand: read in parts, side by side, into Parquet."""
