"""Shelves and searches, narrowed down by forms and links that want no script."""

from visitor import Visitor


def test_a_filter_narrows_a_shelf_down_and_can_be_taken_off(window, visitor: Visitor):
    browser = visitor.browser
    visitor.open("c/crafts")
    everything = visitor.shown()
    link = browser.find(".facets a[href*='material=']")
    promised = int("".join(sign for sign in link.text if sign.isdigit()))
    browser.leave_by(link)
    chosen = visitor.shown()
    assert "material=" in browser.path and len(chosen) == min(promised, 24) < len(everything)
    browser.leave_by(browser.find(".chosen a"))
    assert "material=" not in browser.path and visitor.shown() == everything


def test_prices_are_typed_into_a_form_and_nonsense_is_told_kindly(window, visitor: Visitor):
    browser = visitor.browser
    visitor.open("c/crafts")
    visitor.submit(".facets form", **{"from": "100", "to": "1000000"})
    assert "from=100" in browser.path and visitor.shown()
    visitor.submit(".facets form", **{"from": "abc", "to": ""})
    assert "abc" in browser.find("main [role=alert]").text
    assert browser.complaints() == []


def test_a_long_shelf_goes_on_and_back_without_losing_or_repeating_anything(some_window, visitor: Visitor):
    browser = visitor.browser
    visitor.open("c/crafts")
    pages = [visitor.shown()]
    while browser.has("a[rel=next]") and len(pages) < 9:
        browser.leave_by(browser.find("main a[rel=next]"))
        pages.append(visitor.shown())
    every = [product for page in pages for product in page]
    assert len(pages) > 1 and len(every) == len(set(every)) and all(len(page) <= 24 for page in pages)
    browser.leave_by(browser.find("main a[rel=prev]"))
    assert visitor.shown() == pages[-2]


def test_a_slip_of_the_finger_is_put_right(some_window, visitor: Visitor):
    """Two letters change places; two characters of Chinese stay what they are."""
    word = some_window.word
    if len(word) < 5:
        return
    visitor.search_for(word[:2] + word[3] + word[2] + word[4:])
    browser = visitor.browser
    assert some_window.product in visitor.shown() or browser.has(".meant a")
    if browser.has(".meant a"):
        browser.leave_by(browser.find(".meant a"))
        assert some_window.product in visitor.shown()
