"""The model of matters: what each statement is among all others of its matter.

Each statement has a state, and so have each two of them. Statements hear of each other by attention, with the states of
pairs as biases; pairs hear of their statements, and of the pairs that either makes with every third statement
(triangle multiplication; Jumper et al., 2021): who is of one claim with a third is of one claim with the other.
"""

import torch
from torch import Tensor, nn

from sayso.claims.among import PAIRS, TRAITS

STATE, PAIR, HEADS, LAYERS = 96, 32, 6, 3
BETWEEN = 16
"""The width of what statements tell pairs, and pairs each other."""
SIDES = 3


class Further(nn.Module):
    """A residual step of one state by itself."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.LayerNorm(width),
            nn.Linear(width, 2 * width),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(2 * width, width),
        )

    def forward(self, x: Tensor) -> Tensor:
        return x + self.net(x)


class Thirds(nn.Module):
    """A residual step of pairs (N, N, C), by the pairs that both make with every third statement."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.before, self.after = nn.LayerNorm(width), nn.LayerNorm(BETWEEN)
        self.told, self.heard = nn.Linear(width, 2 * BETWEEN), nn.Linear(width, 2 * BETWEEN)
        self.out, self.taken = nn.Linear(BETWEEN, width), nn.Linear(width, width)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, z: Tensor) -> Tensor:
        x = self.before(z)
        one, other = (self.told(x) * self.heard(x).sigmoid()).permute(2, 0, 1).chunk(2)
        both = (one @ other.transpose(-1, -2)).permute(1, 2, 0) * z.shape[0] ** -0.5
        return z + self.taken(x).sigmoid() * self.out(self.after(both))


class Layer(nn.Module):
    """Statements (N, D) and pairs (N, N, C) a step further."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.alone, self.qkv, self.mix = nn.LayerNorm(STATE), nn.Linear(STATE, 3 * STATE), nn.Linear(STATE, STATE)
        self.biased, self.bias = nn.LayerNorm(PAIR), nn.Linear(PAIR, HEADS)
        self.left, self.right = nn.Linear(STATE, BETWEEN), nn.Linear(STATE, BETWEEN)
        self.joined, self.thirds = nn.Linear(BETWEEN, PAIR), Thirds(PAIR)
        self.statement, self.pair = Further(STATE, dropout), Further(PAIR, dropout)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, z: Tensor) -> tuple[Tensor, Tensor]:
        y = self.alone(x)
        q, k, v = self.qkv(y).view(-1, 3, HEADS, STATE // HEADS).permute(1, 2, 0, 3)
        weights = q @ k.transpose(-1, -2) * (STATE // HEADS) ** -0.5 + self.bias(self.biased(z)).permute(2, 0, 1)
        heard = (self.dropout(weights.softmax(-1)) @ v).permute(1, 0, 2).flatten(1)
        x = self.statement(x + self.dropout(self.mix(heard)))
        z = z + self.joined(self.left(y)[:, None] * self.right(y)[None])
        return x, self.pair(self.thirds(z))


class Matters(nn.Module):
    """What is seen in the N statements of a matter among each other."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.traits, self.pairs, self.near = nn.Linear(TRAITS, STATE), nn.Linear(PAIRS, PAIR), nn.Linear(PAIRS, 1)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.seen, self.both = nn.LayerNorm(STATE), nn.LayerNorm(PAIR)
        self.one, self.takes, self.side = nn.Linear(PAIR, 1), nn.Linear(STATE, 1), nn.Linear(STATE, SIDES)
        for name, width in (("pairs", PAIRS), ("traits", TRAITS)):
            self.register_buffer(f"{name}_mean", torch.zeros(width))
            self.register_buffer(f"{name}_spread", torch.ones(width))

    def forward(self, pairs: Tensor, traits: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Log odds that two are of one claim (N, N) and that each takes a position (N), scores of its sides (N, 3).

        `pairs` (N, N, PAIRS) and `traits` (N, TRAITS) are what `sayso.claims.among.given` gives.
        """
        pairs = (pairs - self.pairs_mean) / self.pairs_spread
        x, z = self.traits((traits - self.traits_mean) / self.traits_spread), self.pairs(pairs)
        for layer in self.layers:
            x, z = layer(x, z)
        near = self.near(pairs)[..., 0] + self.one(self.both(z))[..., 0]
        x = self.seen(x)
        return (near + near.T) / 2, self.takes(x)[:, 0], self.side(x)
