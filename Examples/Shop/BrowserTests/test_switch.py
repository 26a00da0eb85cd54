"""From one market and language to another, without losing the place."""

import windows
from visitor import Visitor


def links(visitor: Visitor) -> dict[str, str]:
    """Where the page's own switch leads, by market and language."""
    found = {}
    for link in visitor.browser.all("a[hreflang]"):
        path = link.get_attribute("href").removeprefix(windows.origin())
        found["/".join(path.split("/")[1:3])] = path
    return found


def test_another_language_shows_the_same_product(window, visitor: Visitor):
    visitor.open("p/" + window.product)
    switch = links(visitor)
    assert set(switch) >= {str(other) for other in windows.all_windows()}
    for other in windows.all_windows():
        assert f"/p/{window.product}" in switch[str(other)], f"{other}: {switch[str(other)]}"
    # Within the market the very product is there, in the other language's own words.
    for other in windows.all_windows():
        if other.market != window.market:
            continue
        visitor.browser.open(switch[str(other)])
        assert visitor.browser.run("return document.documentElement.lang") == other.language
        assert f"/p/{window.product}" in visitor.browser.path


def test_the_cart_is_the_markets_whatever_the_language(some_window, visitor: Visitor):
    visitor.open("p/" + some_window.product)
    visitor.add()
    for other in windows.all_windows():
        if other.market == some_window.market:
            visitor.browser.open(other.home + "cart")
            assert visitor.cart_lines() == 1
