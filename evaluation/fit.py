"""Fit the weights of what speaks for and against a text being the value, and try them on layouts they were not fitted to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from recert.capture.certificates.ranking import Found

LAYOUTS = 4
"""What was found in fewer layouts weighs nothing: it may be one layout's own way."""
LEAST = 0.15
SAY = 2.0
"""The say of a layout's only paper against weights being small; papers of one layout share a larger one."""
FOLDS = 10


@dataclass(frozen=True)
class Example:
    """A page: every text on it that may be the value, and which of them are right."""

    layout: str
    found: tuple[Found, ...]
    right: tuple[bool, ...]


def fitted(examples: Sequence[Example]) -> dict[str, float]:
    """The weights under which what is right is likeliest, a text or none of them; the heaviest first."""
    names = _names(examples)
    best = minimize(_Pages(examples, names).unlikely, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    heavy = {name: round(float(one), 1) for name, one in zip(names, best, strict=True) if abs(one) >= LEAST}
    return dict(sorted(heavy.items(), key=lambda one: (-one[1], one[0])))


def left_out(examples: Sequence[Example]) -> Iterator[tuple[Example, Mapping[str, float]]]:
    """Every page with weights that were fitted without its layout."""
    layouts = list(dict.fromkeys(one.layout for one in examples))
    for place in range(min(FOLDS, len(layouts))):
        out = set(layouts[place::FOLDS])
        weights = fitted([one for one in examples if one.layout not in out])
        yield from ((one, weights) for one in examples if one.layout in out)


def _names(examples: Sequence[Example]) -> list[str]:
    layouts = defaultdict(set)
    for one in examples:
        for name in frozenset().union(*(found.evidence for found in one.found)):
            layouts[name].add(one.layout)
    return sorted(name for name, there in layouts.items() if len(there) >= LAYOUTS)


class _Pages:
    """The pages as arrays: a row to "none of them" and to each text, a column to each thing that may speak for it."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str]) -> None:
        texts = [[frozenset(), *(found.evidence for found in one.found)] for one in examples]
        right = [[not any(one.right), *one.right] for one in examples]
        alike = Counter(one.layout for one in examples)
        self.rows = np.array([[name in evidence for name in names] for page in texts for evidence in page], float)
        self.right = np.array([one for page in right for one in page], float)
        self.starts = np.cumsum([0, *(len(page) for page in texts[:-1])])
        self.page = np.repeat(np.arange(len(texts)), [len(page) for page in texts])
        self.say = SAY * np.array([alike[one.layout] ** -0.5 for one in examples])

    def unlikely(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely these weights make what is right, more so for heavy weights, and how that changes with each."""
        score = self.rows @ weights
        share = np.exp(score - np.maximum.reduceat(score, self.starts)[self.page])
        share /= np.add.reduceat(share, self.starts)[self.page]
        hit = np.add.reduceat(share * self.right, self.starts)
        slope = self.rows.T @ ((share - share * self.right / hit[self.page]) * self.say[self.page])
        return float(-(self.say * np.log(hit)).sum() + weights @ weights / 2), slope + weights
