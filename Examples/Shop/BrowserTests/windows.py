"""The shop's windows: a market in one of its written forms, and what somebody who reads it types."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# What is looked for in each written form, and the product that has to be among what is found: something that lies in the
# market's own warehouse.
WORDS = {
    ("cn", "zh-Hans"): ("丝巾", "atlas-silk-scarf"),
    ("cn", "zh-Hant"): ("絲巾", "atlas-silk-scarf"),
    ("cn", "kk-Arab"): ("دۋتار", "dutar"),
    ("kz", "kk"): ("домбыра", "staved-dombra"),
    ("kz", "ru"): ("домбра", "staved-dombra"),
    ("kz", "kk-Latn"): ("dombyra", "staved-dombra"),
    ("ru", "ru"): ("хохлома", "khokhloma-bowl"),
}

# What a market sells and has to bring over a border; and of that something that may be ordered without asking a person first.
ABROAD = {"cn": "tula-pryanik", "kz": "xinjiang-felt-rug", "ru": "xinjiang-felt-rug"}
CLEARED = {"kz": "hotan-wool-carpet", "ru": "xinjiang-felt-rug"}
TOURS = {"cn": "kanas-lake", "kz": "almaty-medeu", "ru": "almaty-medeu"}


@dataclass(frozen=True)
class Window:
    market: str
    language: str

    @property
    def home(self) -> str:
        return f"/{self.market}/{self.language}/"

    @property
    def is_right_to_left(self) -> bool:
        return self.language.endswith("-Arab")

    @property
    def word(self) -> str:
        return WORDS[self.market, self.language][0]

    @property
    def product(self) -> str:
        return WORDS[self.market, self.language][1]

    @property
    def abroad(self) -> str:
        return ABROAD[self.market]

    @property
    def cleared(self) -> str | None:
        return CLEARED.get(self.market)

    @property
    def tour(self) -> str:
        return TOURS[self.market]

    def __str__(self) -> str:
        return f"{self.market}/{self.language}"


def all_windows() -> list[Window]:
    """Every market × language that the catalogue has, so that a new one can't be forgotten here."""
    found = []
    for file in sorted((ROOT / "Catalog/markets").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        market = re.search(r"^id: (\S+)", text, re.M).group(1)
        languages = re.search(r"^languages: \[(.*)\]", text, re.M).group(1)
        found += [Window(market, language.strip()) for language in languages.split(",")]
    return found


def origin() -> str:
    """Where the shop is: `http://127.0.0.1:8123`."""
    return os.environ["KERUEN_SHOP"].rstrip("/")
