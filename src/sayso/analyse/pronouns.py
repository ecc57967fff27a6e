"""The pronouns, by what they stand for."""

MALE = frozenset({"he", "his", "him", "himself"})
PERSON = MALE | {"she", "her", "hers", "herself"}
THING = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "theirs", "both", "neither"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
OWN = frozenset({"we", "our", "us"})
PRONOUNS = PERSON | THING | PLURAL | RELATIVE
