"""The model of articles: MPNet over whole windows, and what it tells of each statement in them."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from sayso.claims.windows import Window
from training.gold_stories import POSITIONS
from training.mpnet import HIDDEN, MPNet

AT_ONCE = 8


class Articles(nn.Module):
    """A vector of length 1 for what each statement of a window is about, and scores for the position that it takes."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = MPNet(dropout)
        self.inside = nn.Embedding(2, HIDDEN)
        self.of_content = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.of_sentence = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.position = nn.Sequential(
            nn.Linear(2 * HIDDEN, 128), nn.ReLU(), nn.Dropout(dropout), nn.Linear(128, len(POSITIONS))
        )
        nn.init.zeros_(self.inside.weight)
        nn.init.eye_(self.of_content.weight)
        nn.init.zeros_(self.of_sentence.weight)

    def pooled(
        self, ids: Tensor, inside: Tensor, mask: Tensor, contents: Tensor, sentences: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The mean states (B, S, 768) of contents and sentences, which are given as shares of pieces (B, S, T)."""
        states = self.encoder(ids, mask, self.inside(inside))
        return contents.to(states.dtype) @ states, sentences.to(states.dtype) @ states

    def forward(self, *window: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors (B, S, 768) and scores (B, S, 4)."""
        content, sentence = self.pooled(*window)
        vectors = self.of_content(content) + self.of_sentence(sentence)
        return F.normalize(vectors.float(), dim=-1), self.position(torch.cat([content, sentence], -1))


def collate(rows: Sequence[Window]) -> tuple[tuple[Tensor, ...], Tensor]:
    """What `Articles` takes for windows, and which statements (B, S) are ones and not padding."""
    pieces, most = max(len(row.ids) for row in rows), max(len(row.numbers) for row in rows)
    ids, inside = (torch.zeros(len(rows), pieces, dtype=torch.long) for _ in range(2))
    mask, real = torch.zeros(len(rows), pieces), torch.zeros(len(rows), most, dtype=torch.bool)
    contents, sentences = (torch.zeros(len(rows), most, pieces) for _ in range(2))
    for b, row in enumerate(rows):
        n = len(row.ids)
        ids[b, :n], inside[b, :n], mask[b, :n] = torch.tensor(row.ids), torch.tensor(row.inside), 1
        real[b, : len(row.numbers)] = True
        for shares, places in ((contents, row.contents), (sentences, row.sentences)):
            for s, own in enumerate(places):
                shares[b, s, own] = 1 / len(own)
    return (ids, inside, mask, contents, sentences), real


def seen(model: Articles, rows: Sequence[Window]) -> tuple[Tensor, Tensor, list[tuple[int, int]]]:
    """Vectors and scores of all statements in windows, and of each the places of its window and of it in that.

    They are run in batches of like length, so that little is padding.
    """
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    vectors, scores, places = [], [], []
    for at in range(0, len(order), AT_ONCE):
        chunk = order[at : at + AT_ONCE]
        given, real = collate([rows[i] for i in chunk])
        found, told = model(*given)
        vectors.append(found[real])
        scores.append(told[real].float())
        places += [(i, k) for i in chunk for k in range(len(rows[i].numbers))]
    return torch.cat(vectors), torch.cat(scores), places
