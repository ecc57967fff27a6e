"""Who each source stands for."""
