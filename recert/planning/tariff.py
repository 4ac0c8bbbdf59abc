"""What offers cost: at once, for members, within a bundle; and the purchases that make them cheaper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recert.planning.catalog import Catalog, Flags, Whole
from recert.planning.offer import Offer
from recert.planning.wishes import Wishes


@dataclass(frozen=True, slots=True)
class Price:
    """What one offer costs now (None: not sold alone), and what it would where something is open."""

    now: int | None
    opened: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Tariff:
    """Prices row by row, for someone who belongs where the wishes say."""

    best: Whole
    """The least each row can cost, whatever is bought besides."""
    varies: Whole
    """0 where a row costs the same whatever is bought; else a number that rows which always vary alike share."""
    sold: Flags
    """Whether it can be had at all."""
    prices: Mapping[int, Price]
    """The prices of the rows that vary."""
    openers: Mapping[str, tuple[Offer, ...]]
    """The purchases that open each bundle or association."""

    def price(self, row: int) -> Price:
        return self.prices.get(row) or Price(int(self.best[row]), {})


def tariff_of(catalog: Catalog, wishes: Wishes) -> Tariff:
    """Work out the prices; where every offer has one, they are the catalogue's own."""
    if catalog.simple:
        return Tariff(catalog.price, *catalog.unvaried, {}, {})
    openers: dict[str, list[Offer]] = defaultdict(list)
    for purchase in catalog.purchases:
        if purchase.id not in wishes.forbidden:
            for name in purchase.opens - wishes.belongs_to:
                openers[name].append(purchase)
    varies, sold = catalog.unvaried
    best, varies, sold = catalog.price.copy(), varies.copy(), sold.copy()
    alike, prices = dict[object, int](), dict[int, Price]()
    for row in catalog.tied:
        price = _price(catalog.offers[row], wishes.belongs_to, openers)
        known = [one for one in (price.now, *price.opened.values()) if one is not None]
        sold[row] = bool(known)
        best[row] = min(known, default=0)
        if price.opened:
            saving = None if price.now is None else price.now - int(best[row])
            key = saving, tuple(sorted((name, cost - int(best[row])) for name, cost in price.opened.items()))
            varies[row], prices[row] = alike.setdefault(key, len(alike) + 1), price
    return Tariff(best, varies, sold, prices, {name: tuple(known) for name, known in openers.items()})


def _price(offer: Offer, belongs_to: frozenset[str], openers: Iterable[str]) -> Price:
    now = offer.price if offer.sold_alone else None
    ways: dict[str, int] = {}
    if offer.bundle:
        ways[offer.bundle] = 0
    if offer.member_of and offer.member_price is not None:
        ways[offer.member_of] = offer.member_price
    held = [cost for name, cost in ways.items() if name in belongs_to]
    now = min([*held, *([] if now is None else [now])], default=None)
    cheaper = {name: cost for name, cost in ways.items() if name in openers and (now is None or cost < now)}
    return Price(now, cheaper)
