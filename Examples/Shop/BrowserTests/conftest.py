"""One browser for each written form, kept for all of its tests; pages are numbered by what a visitor calls them."""

import os
from dataclasses import dataclass, field

import pytest

import windows
from browser import DESKTOP, Browser
from visitor import Visitor

ACCEPT = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "kk": "kk-KZ", "kk-Latn": "kk-KZ", "kk-Arab": "kk-CN", "ru": "ru-RU"}


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="every page in every form at every width, and pictures of all")


def pytest_configure(config):
    config.addinivalue_line("markers", "xdist_group: which process a test runs in")


def pytest_generate_tests(metafunc):
    """`window` is each market × language; `some_window` each market's first language, and every one with `--full`;
    `first_window` the first language always, for what a market has one piece of."""
    every = windows.all_windows()
    first = list({window.market: window for window in reversed(every)}.values())
    known = {
        "window": every, "some_window": every if metafunc.config.getoption("--full") else first, "first_window": first}
    for name in known.keys() & set(metafunc.fixturenames):
        # Tests of one window run in one process, so that they share its browser.
        metafunc.parametrize(name, [
            pytest.param(window, marks=pytest.mark.xdist_group(str(window)), id=str(window)) for window in known[name]])


def window_of(request) -> windows.Window:
    return next(value for value in request.node.callspec.params.values() if isinstance(value, windows.Window))


@dataclass
class Browsers:
    """Browsers by who uses them, opened when first asked for."""

    opened: dict = field(default_factory=dict)

    def of(self, window: windows.Window, scripts: bool = True) -> Browser:
        key = (window.language, scripts)
        if key not in self.opened:
            self.opened[key] = Browser(ACCEPT[window.language], scripts)
        return self.opened[key]


@pytest.fixture(scope="session")
def browsers():
    browsers = Browsers()
    yield browsers
    for browser in browsers.opened.values():
        browser.quit()


def visit(browsers: Browsers, window: windows.Window, scripts: bool = True) -> Visitor:
    """A visitor who was never here before."""
    browser = browsers.of(window, scripts)
    browser.driver.get("about:blank")
    browser.cdp("Network.clearBrowserCookies")
    browser.complaints()
    browser.resize(DESKTOP)
    browser.scheme("light")
    return Visitor(browser, window)


@pytest.fixture
def visitor(browsers, request):
    return visit(browsers, window_of(request))


@pytest.fixture
def plain_visitor(browsers, request):
    """A visitor whose browser runs no scripts."""
    return visit(browsers, window_of(request), scripts=False)


@pytest.fixture(scope="session")
def pictures():
    """Where pictures of pages go; nowhere without it."""
    folder = os.environ.get("KERUEN_PICTURES")
    return windows.ROOT / folder if folder else None
