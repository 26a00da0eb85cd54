"""Every kind of page, in every written form: what it says of itself, whether it fits, and who can use it."""

import pytest

from browser import DESKTOP, PHONE, TABLET
from conditions import head_faults, misfits, violations
from visitor import Visitor, query

# The kind of page, and whether search engines may show it.
KINDS = {
    "home": True, "category": True, "search": False, "nothing found": False, "product": True, "tour": True,
    "empty cart": False, "cart": False, "not found": False,
}


def go(visitor: Visitor, kind: str):
    window = visitor.window
    match kind:
        case "home":
            visitor.open()
        case "category":
            visitor.open("c/silk")
        case "search":
            visitor.open("?q=" + query(window.word))
        case "nothing found":
            visitor.open("?q=" + query("ъыъыъ"))
        case "product":
            visitor.open("p/" + window.product)
        case "tour":
            visitor.open("p/" + window.tour)
        case "empty cart":
            visitor.open("cart")
        case "cart":
            visitor.open("p/" + window.product)
            visitor.add()
        case "not found":
            visitor.open("p/nothing")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_what_it_is_fits_its_window_and_can_be_used_by_everybody(window, kind, visitor: Visitor, pictures):
    browser = visitor.browser
    go(visitor, kind)
    is_error = kind == "not found"
    faults = head_faults(browser, window, KINDS[kind], is_error)
    faults += browser.complaints(expected=404 if is_error else 0)
    for width in (PHONE, TABLET, DESKTOP):
        faults += misfits(browser, width)
        if pictures and width != TABLET:
            name = f"{window.market}-{window.language}-{kind.replace(' ', '-')}-{width}.png"
            browser.picture(pictures / name)
    for scheme in ("light", "dark"):
        browser.scheme(scheme)
        faults += [f"{scheme}: {violation}" for violation in violations(browser)]
    if faults:
        pytest.fail("\n  ".join([browser.path, *faults]), pytrace=False)
