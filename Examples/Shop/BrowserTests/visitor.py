"""What visitors do: they look for something, choose it, order it, and see where it is."""

from urllib.parse import quote

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from browser import Browser
from forms import is_required, needs, value
from people import BUYERS, Person
from windows import Window

# The ways on from the cart, the next one first.
STEPS = {
    "/cart": ["main a[href$='/quote']", "main a[href$='/checkout']", "main form[action$='/orders'] button"],
    "/quote": ["main a[href$='/checkout']"],
}
CHECKOUT = "main form[method=post][action$='/checkout']"


class Visitor:
    def __init__(self, browser: Browser, window: Window):
        self.browser = browser
        self.window = window

    @property
    def person(self) -> Person:
        return BUYERS[self.window.market]

    def open(self, rest: str = ""):
        self.browser.open(self.window.home + rest)

    # The window

    def search(self, word: str):
        """From whatever page, as somebody types it."""
        browser = self.browser
        field = browser.find("form[role=search] input[type=search]")
        field.clear()
        browser.leaving(lambda: field.send_keys(word, Keys.ENTER))

    def search_for(self, word: str):
        self.open("search?q=" + query(word))

    def shown(self) -> list[str]:
        """Ids of the products that the page links to, once each and in its order."""
        found = [link.get_attribute("href").split("/p/")[1].split("/")[0]
                 for link in self.browser.all("main a[href*='/p/']")]
        return list(dict.fromkeys(found))

    def choose(self, product: str):
        self.browser.leave_by(self.browser.find(f"main a[href*='/p/{product}']"))

    def submit(self, form: str, **fields: str):
        """A form whose fields are named here."""
        found = self.browser.find(form)
        for name, text in fields.items():
            control = self.browser.find(f"[name={name}]", found)
            control.clear()
            control.send_keys(text)
        self.browser.leave_by(self.browser.find("button:not([name])", found))

    # The cart

    def add(self):
        """The first thing on the product's page that can be had."""
        self.browser.leave_by(self.browser.find("main form[action*='/cart'] button"))

    def cart_lines(self) -> int:
        return len(self.browser.all("main form[action*='/cart'] [name=remove]"))

    # The order

    def go_on(self):
        """From the cart to what it costs, from there to the form."""
        ways = next(ways for end, ways in STEPS.items() if self.browser.path.endswith(end))
        self.browser.leave_by(next(self.browser.find(way) for way in ways if self.browser.has(way)))

    def to_checkout(self):
        while not self.browser.has(CHECKOUT) and "/orders/" not in self.browser.path:
            self.go_on()

    def fill_in(self):
        for control in self.controls():
            match needs(control):
                case "checkbox":
                    assert not control.is_selected(), "a consent is given by nobody but the buyer"
                    control.click()
                case "radio" if not self.chosen(control):
                    control.click()
                case "select" if is_required(control) and not control.get_attribute("value"):
                    self.browser.all("option[value]:not([value=''])", control)[0].click()
                case "text" | "date" as kind:
                    self.type_into(control, kind)

    def type_into(self, control: WebElement, kind: str):
        typed = value(control, self.person)
        if typed is None:
            assert not is_required(control), f"what to type into {control.get_attribute('outerHTML')}?"
        elif kind == "date":
            # Which of day, month and year comes first is the browser's business.
            self.browser.run("arguments[0].value = arguments[1]", control, typed)
        else:
            control.clear()
            control.send_keys(typed)

    def controls(self) -> list[WebElement]:
        form = self.browser.find(CHECKOUT)
        return [control for control in self.browser.all("input:not([type=hidden]), select, textarea", form)
                if control.is_displayed()]

    def chosen(self, radio: WebElement) -> bool:
        return self.browser.has(f"{CHECKOUT} input[name='{radio.get_attribute('name')}']:checked")

    def press_order(self):
        self.browser.leave_by(self.browser.all(f"{CHECKOUT} button:not([name])")[-1])

    def order(self) -> str:
        """From the cart to the placed order; gives its address."""
        self.to_checkout()
        if "/orders/" not in self.browser.path:
            self.fill_in()
            self.press_order()
        assert "/orders/" in self.browser.path, f"{self.browser.path}: {self.browser.text[:800]}"
        return self.browser.path


def query(word: str) -> str:
    return quote(word, safe="")
