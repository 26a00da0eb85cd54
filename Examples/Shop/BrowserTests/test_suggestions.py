"""What the search field offers while somebody types, and the keys that choose from it."""

import pytest
from selenium.webdriver.common.keys import Keys

from visitor import Visitor

OPTIONS = "[role=listbox] [role=option]"


def begin(visitor: Visitor):
    """The first letters, one key after the other."""
    browser = visitor.browser
    visitor.open()
    field = browser.find("form[role=search] input[type=search]")
    field.send_keys(visitor.window.word[:3])
    browser.wait(lambda: [option for option in browser.all(OPTIONS) if option.is_displayed()])
    return field


def test_suggestions_come_while_one_types_and_arrow_keys_choose(window, visitor: Visitor):
    browser = visitor.browser
    field = begin(visitor)
    assert field.get_attribute("role") == "combobox" and field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-controls") == browser.find("[role=listbox]").get_attribute("id")
    shown = browser.all(OPTIONS)
    assert 1 <= len(shown) <= 10
    for at, key in [(0, Keys.ARROW_DOWN), (min(1, len(shown) - 1), Keys.ARROW_DOWN)]:
        field.send_keys(key)
        chosen = field.get_attribute("aria-activedescendant")
        assert chosen == browser.all(OPTIONS)[at].get_attribute("id")
        assert browser.all(OPTIONS)[at].get_attribute("aria-selected") == "true"
    field.send_keys(Keys.ARROW_UP)
    assert field.get_attribute("aria-activedescendant") == browser.all(OPTIONS)[0].get_attribute("id")
    browser.leaving(lambda: field.send_keys(Keys.ENTER))
    assert visitor.shown() or "/p/" in browser.path, f"{browser.path} has nothing"
    assert browser.complaints() == []


def test_escape_puts_suggestions_away_and_keeps_what_was_typed(some_window, visitor: Visitor):
    browser = visitor.browser
    field = begin(visitor)
    field.send_keys(Keys.ESCAPE)
    browser.wait(lambda: not [option for option in browser.all(OPTIONS) if option.is_displayed()])
    assert field.get_attribute("aria-expanded") == "false"
    assert field.get_attribute("value") == some_window.word[:3]
