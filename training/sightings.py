"""Keep what the models see in stories: `python -m training.sightings --data DATA --out DIR`.

Each story is kept with its statements as they are told, and as the reader finds them in its text, since a model that is to
work on what is read has to learn from that. What is there already is not seen again. Two processes share the work with
`--part 1 2` and `--part 2 2`.
"""

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.claims.build import Seen
from sayso.claims.look import Look
from sayso.claims.models import Models
from sayso.claims.order import in_time
from sayso.core import Sayso
from training.as_read import as_read
from training.gold_stories import TEST, Story, stories
from training.marked_stories import HELD, MARKED, marked_stories

Sighting = tuple[Story, Seen]
"""A story, its statements in order of time, and what the models see in them."""

TOLD, READ = "told", "read"


def part(sighting: Sighting, rows: Sequence[int]) -> Sighting:
    """What is seen in some of the statements of a story."""
    story, seen = sighting
    some = list(rows)
    looks = (Look(look.vectors[some], look.positions[some]) for look in (seen.alone, seen.within))
    entries, labels = (tuple(every[i] for i in some) for every in (story.entries, story.labels))
    return replace(story, entries=entries, labels=labels), Seen(*looks)


def sighted(story: Story, models: Models) -> Sighting:
    """What the models see in a story."""
    place = {entry.statement.id: i for i, entry in enumerate(story.entries)}
    return part((story, models.see(story.entries)), [place[entry.statement.id] for entry in in_time(story.entries)])


def kept(folder: Path, name: str, how: str) -> list[Sighting]:
    """All sightings of the set `name`, as told or as read, by the names of the stories."""
    # Written by this script alone.
    return [pickle.loads(path.read_bytes()) for path in sorted((folder / name / how).glob("*.pkl"))]


def sets(data: Path, fold: int) -> dict[str, list[Story]]:
    """The stories by set; of the train stories those that the model of articles was not trained on."""
    return {
        "train": stories(data / "stories/train")[2 - fold :: 2],
        "dev": stories(data / "stories/dev"),
        "test": stories(TEST),
        "held": marked_stories(HELD),
        "marked": marked_stories(MARKED),
    }


def _wanted(every: dict[str, list[Story]], out: Path) -> Iterator[tuple[Story, str, Path]]:
    for name, told in every.items():
        for how in (TOLD, READ):
            for story in told:
                yield story, how, out / name / how / f"{story.name}.pkl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=1, help="what the model of articles was trained on")
    parser.add_argument(
        "--part", type=int, nargs=2, default=(1, 1), metavar=("K", "N"), help="see every Nth story only"
    )
    args = parser.parse_args()
    models = Models()
    sayso = Sayso(models=models, threads=1)
    number, count = args.part
    for story, how, path in list(_wanted(sets(args.data, args.fold), args.out))[number - 1 :: count]:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            found = sighted(story if how == TOLD else as_read(story, sayso), models)
            path.write_bytes(pickle.dumps(found))
            print(path, flush=True)


if __name__ == "__main__":
    main()
