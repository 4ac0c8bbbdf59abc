"""Make a photo look like a scan: the paper cut out of its table, evenly lit, its lines running across."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]
SMALL = 700
QUARTERS = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
LEAST_PAPER, MOST_PAPER = 0.2, 0.93


def straightened(photo: Image.Image) -> Image.Image:
    """The paper alone, seen from above; the photo as it is where no paper can be made out."""
    picture = np.asarray(photo)
    corners = _corners_of_paper(picture)
    if corners is None:
        return photo
    return Image.fromarray(_from_above(picture, corners))


def _corners_of_paper(picture: Picture) -> NDArray[np.float32] | None:
    """The four corners of the largest bright shape with four corners, if it is most of the photo and not all of it."""
    scale = SMALL / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    gray = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (5, 5), 0)
    _, bright = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    shapes, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(shapes, key=cv2.contourArea, default=None)
    if largest is None:
        return None
    hull = cv2.convexHull(largest)
    part = cv2.contourArea(hull) / gray.size
    corners = _four(hull)
    if not LEAST_PAPER < part < MOST_PAPER or corners is None:
        return None
    if cv2.contourArea(corners) < 0.9 * cv2.contourArea(hull):
        return None
    return _in_order(corners.reshape(4, 2).astype(np.float32) / scale)


def _four(hull: Any) -> Any:
    length = cv2.arcLength(hull, closed=True)
    for slack in (0.02, 0.03, 0.05, 0.08):
        corners = cv2.approxPolyDP(hull, slack * length, closed=True)
        if len(corners) == 4:
            return corners
    return None


def _in_order(corners: NDArray[np.float32]) -> NDArray[np.float32]:
    """Upper left, upper right, lower right, lower left."""
    sums, differences = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    return corners[[sums.argmin(), differences.argmin(), sums.argmax(), differences.argmax()]]


def _from_above(picture: Picture, corners: NDArray[np.float32]) -> Picture:
    width = int(max(np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[3])))
    height = int(max(np.linalg.norm(corners[3] - corners[0]), np.linalg.norm(corners[2] - corners[1])))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    turned = cv2.warpPerspective(
        picture, cv2.getPerspectiveTransform(corners, flat), (width, height), flags=cv2.INTER_CUBIC
    )
    return turned.astype(np.uint8)


def turned(page: Image.Image, turns: int) -> Image.Image:
    """The page turned by so many quarter turns to the left."""
    quarter = QUARTERS[turns % 4]
    return page if quarter is None else page.transpose(quarter)


def evenly_lit(picture: Image.Image) -> Image.Image:
    """Gray, with shadows and coloured paper turned white."""
    gray = np.asarray(picture.convert("L"))
    scale = 400 / max(gray.shape)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    ground = cv2.resize(ground, gray.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return Image.fromarray(cv2.divide(gray, np.maximum(ground, 1), scale=255).astype(np.uint8))


def lies_on_its_side(picture: Image.Image) -> bool:
    """Whether the lines of writing run up and down: letters join more easily with those above than with those beside."""
    gray = np.asarray(picture.convert("L"))
    scale = 1200 / max(gray.shape)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else gray
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15).astype(np.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink)
    sizes = found[1:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(axis=1)
    letters = sizes[(sizes >= 5) & (sizes <= 60)]
    if len(letters) < 30:
        return False
    reach = max(3, round(float(np.median(letters)) * 0.6))
    return _groups(ink, (1, reach)) < 0.9 * _groups(ink, (reach, 1))


def _groups(ink: Picture, reach: tuple[int, int]) -> int:
    """How many separate shapes are left when gaps up to `reach` (across, down) are closed."""
    return int(cv2.connectedComponents(cv2.dilate(ink, np.ones(reach[::-1], np.uint8)))[0])
