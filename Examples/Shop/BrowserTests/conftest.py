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
    """`window` is each market × language, or each market's first language where a test asks for `market_window`."""
    every = windows.all_windows()
    if "market_window" in metafunc.fixturenames:
        full = metafunc.config.getoption("--full")
        every = every if full else list({window.market: window for window in reversed(every)}.values())
        name = "market_window"
    elif "window" in metafunc.fixturenames:
        name = "window"
    else:
        return
    # Tests of one window run in one process, so that they share its browser.
    metafunc.parametrize(
        name, [pytest.param(window, marks=pytest.mark.xdist_group(str(window)), id=str(window)) for window in every])


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
    window = request.node.callspec.params.get("window") or request.node.callspec.params["market_window"]
    yield visit(browsers, window)


@pytest.fixture
def plain_visitor(browsers, request):
    """A visitor whose browser runs no scripts."""
    window = request.node.callspec.params.get("window") or request.node.callspec.params["market_window"]
    yield visit(browsers, window, scripts=False)


@pytest.fixture(scope="session")
def pictures():
    """Where pictures of pages go; nowhere without it."""
    folder = os.environ.get("KERUEN_PICTURES")
    return windows.ROOT / folder if folder else None
