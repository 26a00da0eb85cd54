"""From the first page to the order and back, in every market and every written form."""

from visitor import Visitor


def test_somebody_finds_what_they_look_for_and_orders_it(window, visitor: Visitor):
    browser = visitor.browser
    visitor.open()
    assert visitor.shown(), "the first page shows nothing"
    visitor.search(window.word)
    assert window.product in visitor.shown(), f"{window.word} finds {visitor.shown()}"
    visitor.choose(window.product)
    assert f"/p/{window.product}" in browser.path
    visitor.add()
    assert browser.path.endswith("/cart") and visitor.cart_lines() == 1
    order = visitor.order()
    visitor.open()
    browser.open(order)
    assert order.rsplit("/", 1)[1] in browser.text
    assert browser.complaints() == []
