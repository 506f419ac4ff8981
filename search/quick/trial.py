"""One printed line through the network: does the conversion read?"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from search.quick.decode import signs
from search.quick.model import Model

LETTERS, AIR, HEIGHT = 40, 9, 36


def read_trial(model: Model, text: str) -> str:
    """*text* drawn in Pillow's own letters, as the network reads it."""
    font = ImageFont.load_default(LETTERS)
    left, top, right, bottom = font.getbbox(text)
    size = (round(right - left) + 2 * AIR, round(bottom - top) + 2 * AIR)
    drawn = Image.new("L", size, 255)
    ImageDraw.Draw(drawn).text((AIR - left, AIR - top), text, font=font, fill=0)
    strip = drawn.resize((round(size[0] * HEIGHT / size[1] / 3) * 3, HEIGHT), Image.Resampling.BOX)
    steps = model.steps(np.asarray(strip, np.float32) / 127.5 - 1)
    answers = model.signs(steps[:, None], np.array([len(steps)], np.int32))
    return "".join(sign.text for sign in signs(answers[:, 0], model.letters, model.null))
