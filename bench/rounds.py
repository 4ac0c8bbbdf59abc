"""Time evaluators side by side: every one over the same inputs in each round, in an order that turns."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter
from typing import Any

Timed = tuple[Callable[[Any], object], Sequence[Any]]
"""An evaluator and its inputs, one to a transcript."""


def medians(evaluators: Mapping[str, Timed], *, rounds: int) -> dict[str, float]:
    """Microseconds by evaluator: of each input its best over the rounds, of those the median."""
    best = {name: [float("inf")] * len(inputs) for name, (_, inputs) in evaluators.items()}
    names = list(evaluators)
    gc.collect()
    gc.disable()
    try:
        for turn in range(rounds):
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                _round(*evaluators[name], best[name])
    finally:
        gc.enable()
    return {name: round(median(times) * 1e6, 1) for name, times in best.items()}


def _round(evaluator: Callable[[Any], object], inputs: Sequence[Any], best: list[float]) -> None:
    for i, given in enumerate(inputs):
        # Twice in a row: the second call finds its data near, as a loop over what-ifs does, for everyone alike.
        for _ in range(2):
            begun = perf_counter()
            evaluator(given)
            best[i] = min(best[i], perf_counter() - begun)
