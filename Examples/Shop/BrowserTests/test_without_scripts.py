"""Where the browser runs no scripts: slower to use, and nothing missing."""

from visitor import Visitor


def test_everything_can_be_bought_without_scripts(some_window, plain_visitor: Visitor):
    visitor, browser = plain_visitor, plain_visitor.browser
    visitor.open()
    visitor.search(some_window.word)
    visitor.choose(some_window.product)
    visitor.add()
    order = visitor.order()
    assert "/orders/" in order
    assert browser.complaints() == []
