"""Every kind of page, in every written form: what it says of itself, whether it fits, and who can use it."""

from pathlib import Path

import pytest

from browser import DESKTOP, PHONE, TABLET, Browser
from conditions import head_faults, misfits, violations
from visitor import Visitor

# The kind of page, and whether search engines may show it.
KINDS = {
    "home": True, "category": True, "tours": True, "search": False, "nothing found": False, "product": True, "tour": True,
    "not found": False, "empty cart": False, "cart": False, "quote": False, "quote from abroad": False, "checkout": False,
    "checkout for a tour": False, "checkout with mistakes": False, "order": False, "find an order": False,
}
STATUS = {"not found": 404, "checkout with mistakes": 422}
# One order for each window is enough to look at.
orders: dict[str, str] = {}


def go(visitor: Visitor, kind: str):
    window = visitor.window
    match kind:
        case "home":
            visitor.open()
        case "category":
            visitor.open("c/silk")
        case "tours":
            visitor.open("c/tours")
        case "search":
            visitor.search_for(window.word)
        case "nothing found":
            visitor.search_for("жщжщжщ")
        case "product":
            visitor.open("p/" + window.product)
        case "tour":
            visitor.open("p/" + window.tour)
        case "not found":
            visitor.open("p/nothing")
        case "empty cart":
            visitor.open("cart")
        case "find an order":
            visitor.open("orders")
        case "order" if str(window) in orders:
            visitor.browser.open(orders[str(window)])
        case _:
            product = {"quote from abroad": window.abroad, "checkout for a tour": window.tour}.get(kind, window.product)
            visitor.open("p/" + product)
            visitor.add()
            if kind.startswith("quote"):
                visitor.go_on()
            if kind.startswith("checkout"):
                visitor.to_checkout()
            if kind == "checkout with mistakes":
                visitor.press_order()
            if kind == "order":
                orders[str(window)] = visitor.order()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_what_it_is_fits_its_window_and_can_be_used_by_everybody(window, kind, visitor: Visitor, pictures):
    browser = visitor.browser
    go(visitor, kind)
    status = STATUS.get(kind, 0)
    faults = head_faults(browser, window, KINDS[kind], is_error=status == 404)
    faults += browser.complaints(expected=status)
    if pictures:
        take(browser, pictures, f"{window.market}-{window.language}-{kind.replace(' ', '-')}")
    # What is folded away has to fit and to be read as well.
    browser.run("document.querySelectorAll('details').forEach(part => part.open = true)")
    for width in (PHONE, TABLET, DESKTOP):
        faults += misfits(browser, width)
    faults += violations(browser)
    # Only colours are others in the dark.
    browser.scheme("dark")
    faults += [f"dark: {violation}" for violation in violations(browser, ["color-contrast", "link-in-text-block"])]
    if faults:
        pytest.fail("\n  ".join([browser.path, *faults]), pytrace=False)


def take(browser: Browser, folder: Path, name: str):
    for width in (PHONE, DESKTOP):
        browser.resize(width)
        browser.picture(folder / f"{name}-{width}.png")
    browser.scheme("dark")
    browser.picture(folder / f"{name}-dark.png")
    browser.scheme("light")
