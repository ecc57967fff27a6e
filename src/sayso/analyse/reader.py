"""The reader: an article in, its reading out."""

from dataclasses import dataclass

from sayso.analyse.confidence import Confidence
from sayso.analyse.model import TAGGER, Model
from sayso.analyse.tagger import Tagger
from sayso.records import Article, Reading


@dataclass(frozen=True)
class Reader:
    """Reads articles with one loaded model; may be called from several threads."""

    model: Model
    tagger: Tagger
    confidence: Confidence

    @classmethod
    def load(cls, threads: int = 1, *, name: str = TAGGER, remember: bool = False) -> "Reader":
        """Load a model of the package, to run on `threads` cores. Raises `ModelError` when it is missing.

        With `remember` it does not look again at stretches of a text that have not changed since it was last read.
        """
        model = Model.load(name)
        model = model.remembering() if remember else model
        fitted = model.config["confidence"]
        return cls(model, Tagger(model, threads), Confidence(tuple(fitted["weights"]), fitted["bias"], fitted["floor"]))

    @property
    def name(self) -> str:
        """The name of the model, with its version."""
        return self.model.name

    def __call__(self, article: Article) -> Reading:
        """The statements of `article`, in the order of its text."""
        tokens = self.tagger.tokenize(article.text)
        seen = self.tagger.look(tokens)
        # Here, because the rules are loaded while the model is, and while it looks at its first window.
        from sayso.analyse.reading import reading

        return reading(self.model, self.confidence, article, tokens, self.tagger.tag(tokens, seen))
