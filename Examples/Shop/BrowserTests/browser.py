"""A Chromium of one visitor, that remembers what went wrong on the pages it was at."""

import base64
import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

import windows

PHONE, TABLET, DESKTOP = 360, 768, 1280
HEIGHTS = {PHONE: 740, TABLET: 1024, DESKTOP: 900}


class Browser:
    """One visitor's browser.

    - scripts: without them the browser runs none of the page's, as some visitors' don't.
    """

    def __init__(self, languages: str, scripts: bool = True):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                         "--disable-background-networking", "--hide-scrollbars", "--font-render-hinting=none"]:
            options.add_argument(argument)
        preferences = {"intl.accept_languages": languages, "credentials_enable_service": False}
        if not scripts:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", preferences)
        options.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": False})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(60)
        self.resize(DESKTOP)

    def quit(self):
        self.driver.quit()

    # Where it is

    def open(self, path: str):
        self.driver.get(path if path.startswith("http") else windows.origin() + path)

    @property
    def path(self) -> str:
        """Today's address without the origin, in letters: `/kz/kk/search?q=домбыра`."""
        parts = urlsplit(self.driver.current_url)
        return unquote(parts.path) + ("?" + unquote(parts.query) if parts.query else "")

    def resize(self, width: int):
        # A window of Chromium can't be as narrow as a phone, its page can.
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=HEIGHTS[width], deviceScaleFactor=1,
                 mobile=width == PHONE)

    def scheme(self, scheme: str):
        """`light` or `dark`, as the visitor's system has it."""
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def cdp(self, command: str, **parameters):
        return self.driver.execute_cdp_cmd(command, parameters)

    # What is there

    def all(self, css: str, within: WebElement | None = None) -> list[WebElement]:
        return (within or self.driver).find_elements(By.CSS_SELECTOR, css)

    def find(self, css: str, within: WebElement | None = None) -> WebElement:
        found = self.all(css, within)
        assert found, f"{self.path} has no {css}: {self.all('body')[0].text[:600]!r}"
        return found[0]

    def has(self, css: str) -> bool:
        return bool(self.all(css))

    @property
    def text(self) -> str:
        return self.find("main").text

    def run(self, script: str, *arguments):
        """What a function's body gives back, run beside the page's scripts, and where those may not run."""
        return self.driver.execute_script(script, *arguments)

    def once_more(self, script: str):
        """Runs a script of the page's again, as a module: so it has names of its own beside those of the first time."""
        self.run("""document.head.append(
            Object.assign(document.createElement("script"), {type: "module", src: arguments[0]}))""", script)

    # What is done

    def leave_by(self, element: WebElement):
        """Presses what leads to another page, and waits until that is there."""
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        self.leaving(element.click)

    def leaving(self, act):
        """Does what leads to another page, and waits until that is there, whole."""
        # Each document counts its time from its own beginning.
        began = self.run("return performance.timeOrigin")

        def is_there() -> bool:
            try:
                return self.run("return performance.timeOrigin !== arguments[0] && document.readyState === 'complete'", began)
            except WebDriverException:
                # Between two pages there is none to ask.
                return False

        act()
        self.wait(is_there, 15)

    def wait(self, condition, seconds: float = 10):
        return WebDriverWait(self.driver, seconds, poll_frequency=0.02).until(lambda _: condition())

    def picture(self, file: Path):
        """The whole page, however long, with the pictures that wait until somebody comes near."""
        self.driver.execute_async_script("""
          const [done] = arguments;
          for (const image of document.images) image.loading = "eager";
          Promise.allSettled([...document.images].map(image => image.decode())).then(() => done());""")
        size = self.run("return [document.documentElement.clientWidth, document.documentElement.scrollHeight]")
        shot = self.cdp("Page.captureScreenshot", captureBeyondViewport=True,
                        clip={"x": 0, "y": 0, "width": size[0], "height": min(size[1], 12000), "scale": 1})
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(shot["data"]))

    # What went wrong

    def complaints(self, expected: int = 0) -> list[str]:
        """Errors in the console and requests that failed since it was asked last.

        - expected: a page's own status that is no fault here, as 404 is of a page that isn't there.
        """
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            parameters = message.get("params", {})
            if message["method"] == "Network.responseReceived":
                answer = parameters["response"]
                is_page = parameters.get("type") == "Document"
                if answer["status"] >= 400 and not (is_page and answer["status"] == expected):
                    found.append(f"{answer['status']} {unquote(answer['url'])}")
            elif message["method"] == "Network.loadingFailed" and not parameters.get("canceled"):
                found.append(f"{parameters.get('errorText')} {parameters.get('blockedReason', '')}")
        for entry in self.driver.get_log("browser"):
            if entry["level"] in ("SEVERE", "WARNING") and not (expected and f"status of {expected} " in entry["message"]):
                found.append(f"{entry['level']} {entry['message']}")
        return found
