"""With the keyboard alone, from the first Tab to the placed order."""

from selenium.webdriver.common.keys import Keys

from forms import needs, value
from keyboard import Keyboard
from visitor import CHECKOUT, STEPS, Visitor


def test_the_first_tab_skips_to_the_content(window, visitor: Visitor):
    browser, keyboard = visitor.browser, Keyboard(visitor.browser)
    visitor.open("p/" + window.product)
    link = keyboard.tab()
    assert link.get_attribute("href").endswith("#content")
    browser.wait(lambda: browser.run("""
      const box = document.activeElement.getBoundingClientRect();
      return box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.height >= 24;"""))
    keyboard.press(Keys.ENTER)
    next_one = keyboard.tab()
    assert browser.run("return document.querySelector('main').contains(arguments[0])", next_one)


def test_the_keyboard_alone_gets_from_the_first_page_to_an_order(some_window, visitor: Visitor):
    browser, keyboard = visitor.browser, Keyboard(visitor.browser)
    visitor.open()
    keyboard.tab_to("form[role=search] input[type=search]")
    keyboard.leave(some_window.word, Keys.ENTER)
    keyboard.tab_to(f"main a[href*='/p/{some_window.product}']")
    keyboard.leave()
    keyboard.tab_to("main form[action*='/cart'] button")
    keyboard.leave()
    while not browser.has(CHECKOUT) and "/orders/" not in browser.path:
        ways = next(ways for end, ways in STEPS.items() if browser.path.endswith(end))
        keyboard.tab_to(next(way for way in ways if browser.has(way)))
        keyboard.leave()
    if browser.has(CHECKOUT):
        fill_in(keyboard, visitor)
        keyboard.leave()
    assert "/orders/" in browser.path, browser.text[:800]
    assert keyboard.lost == [], "the focus could not be seen:\n" + "\n".join(keyboard.lost)


def fill_in(keyboard: Keyboard, visitor: Visitor):
    """Field by field, in the order that Tab gives them; stops at the button that orders."""
    browser = visitor.browser
    for _ in range(160):
        control = keyboard.tab()
        if not browser.run("return !!arguments[0].closest(arguments[1])", control, CHECKOUT):
            continue
        match needs(control):
            case "button" | "submit" if not control.get_attribute("name"):
                return
            case "checkbox":
                keyboard.press(Keys.SPACE)
            case "radio" if not visitor.chosen(control):
                keyboard.press(Keys.SPACE)
            case "text" if (typed := value(control, visitor.person)) is not None:
                keyboard.press(typed)
    raise AssertionError("no button that orders")
