"""Somebody who uses no mouse: Tab, Enter, Space, arrows and letters."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from browser import Browser

# What somebody sees of where the focus is.
FOCUS = """
const element = document.activeElement;
if (!element || element === document.body) return null;
const style = getComputedStyle(element), box = element.getBoundingClientRect();
const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none";
const x = box.left + box.width / 2, y = box.top + Math.min(box.height, 20) / 2;
const top = document.elementFromPoint(x, y);
const label = element.labels?.[0];
const isSeen = !!top && (element.contains(top) || top.contains(element) || !!label?.contains(top));
return [ring, isSeen, element.outerHTML.slice(0, 160)];
"""


class Keyboard:
    def __init__(self, browser: Browser):
        self.browser = browser
        # Where the focus could not be seen.
        self.lost: list[str] = []

    def press(self, *keys: str):
        ActionChains(self.browser.driver, duration=0).send_keys(*keys).perform()

    @property
    def focused(self) -> WebElement:
        return self.browser.driver.switch_to.active_element

    def tab(self) -> WebElement:
        self.press(Keys.TAB)
        seen = self.browser.run(FOCUS)
        if seen and not (seen[0] and seen[1]):
            self.lost.append(f"{self.browser.path}: {'no ring' if not seen[0] else 'hidden'}: {seen[2]}")
        return self.focused

    def tab_to(self, css: str, most: int = 160) -> WebElement:
        """Goes on until what has the focus is the one that is meant."""
        for _ in range(most):
            element = self.tab()
            if self.browser.run("return arguments[0].matches(arguments[1])", element, css):
                return element
        raise AssertionError(f"{self.browser.path}: {most} times Tab, and no {css}")

    def leave(self, *keys: str):
        self.browser.leaving(lambda: self.press(*(keys or (Keys.ENTER,))))
