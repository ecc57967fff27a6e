"""The pages: each takes a request and gives an answer."""
