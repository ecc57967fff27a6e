"""Scores of who said what and of claims, against gold stories such as those in `corpus/`."""
