"""Make the lists of first names: `python -m training.first_names --out src/sayso/text/first_names`.

From the names that Faker (MIT licence, 40.63.0) lists for men and for women in each of its languages. A name is kept where
one sex has it four times as often as the other; an English list counts five times, since English news is what is read.
"""

import argparse
import importlib
import pkgutil
from collections import Counter
from pathlib import Path

import faker.providers.person as person

from sayso.analyse.speakers.names import fold

ENGLISH, MARGIN = 5, 4


def listed(attribute: str) -> Counter[str]:
    """How often each name is listed under `attribute`, without case and accents; only names of Latin letters."""
    count: Counter[str] = Counter()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        names = {fold(name) for name in provider.__dict__.get(attribute) or () if name[:1].isupper()}
        weight = ENGLISH if module.name.startswith("en") else 1
        count.update({name: weight for name in names if name.isascii() and name.isalpha() and len(name) > 1})
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    out = parser.parse_args().out
    men, women = listed("first_names_male"), listed("first_names_female")
    for path, ours, theirs in (("male.txt", men, women), ("female.txt", women, men)):
        kept = sorted(name for name, count in ours.items() if count >= MARGIN * theirs[name])
        (out / path).write_text("\n".join(kept) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
