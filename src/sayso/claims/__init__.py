"""Claims: which statements are about one proposition, who is for and against it, and where it comes from."""
