"""Points are whole hundredths, so that no sum ever rounds and no comparison ever slips."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

ONE = 100
"""One point, in hundredths."""


def hundredths(amount: Decimal | int | str) -> int:
    """Turn an amount of points into hundredths; a half hundredth rounds up.

    >>> hundredths("59.5"), hundredths(Decimal("0.125"))
    (5950, 13)
    """
    return int((Decimal(amount) * ONE).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def as_text(points: int) -> str:
    """Write hundredths as the shortest exact decimal.

    >>> as_text(5950), as_text(6000), as_text(5), as_text(0)
    ('59.5', '60', '0.05', '0')
    """
    whole, rest = divmod(abs(points), ONE)
    fraction = f".{rest:02d}".rstrip("0").rstrip(".")
    return f"{'-' if points < 0 else ''}{whole}{fraction}"


def share_out(points: int, parts: tuple[int, ...]) -> tuple[int, ...]:
    """Divide hundredths in proportion to parts, by largest remainder, so that they always add up.

    Ties go to the part named first.

    >>> share_out(100, (1, 1, 1))
    (34, 33, 33)
    """
    whole = sum(parts)
    if not whole:
        return tuple(0 for _ in parts)
    shares = [points * part // whole for part in parts]
    left = points - sum(shares)
    if left:
        by_remainder = sorted(range(len(parts)), key=lambda i: -(points * parts[i] % whole))
        for i in by_remainder[:left]:
            shares[i] += 1
    return tuple(shares)
