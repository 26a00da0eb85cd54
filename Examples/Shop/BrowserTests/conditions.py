"""What has to hold on every page: its head, its room, and what those hear and see who don't look at it."""

import importlib.util
from functools import cache
from pathlib import Path

from browser import Browser
from windows import Window, all_windows, origin

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@cache
def axe() -> str:
    """Axe as its Python package brings it; the package itself wants Playwright and is not loaded."""
    spec = importlib.util.find_spec("axe_playwright_python")
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


@cache
def layout() -> str:
    return (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")


def violations(browser: Browser, rules: list[str] | None = None) -> list[str]:
    """What axe finds on the page as it is shown now.

    - rules: these alone; all of the levels when left out.

    It comes in by the browser's debugging protocol, which the page's Content-Security-Policy does not bind: nothing of the
    policy has to be lifted for it.
    """
    browser.run("if (!window.axe) { " + axe() + " }")
    found = browser.driver.execute_async_script(
        """const [levels, rules, done] = arguments;
        axe.run(document, {runOnly: rules ? {type: "rule", values: rules} : levels, resultTypes: ["violations"]}).then(
          result => done(result.violations.flatMap(fault => fault.nodes.map(
            node => fault.id + ": " + node.target.join(" ") + " " + node.html.slice(0, 120) + " " +
              (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? "")))),
          error => done(["axe: " + error]))""", LEVELS, rules)
    return found[:12]


def misfits(browser: Browser, width: int) -> list[str]:
    browser.resize(width)
    return [f"{width} px: {finding}" for finding in browser.run(layout())]


HEAD = """
// Names of colours and sizes that a style asks for and none declares: what asks for them is simply not drawn.
const undeclared = () => {
  const sheets = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join(" ");
  const declared = new Set([...sheets.matchAll(/(--[\\w-]+)\\s*:/g)].map(found => found[1]));
  return [...new Set([...sheets.matchAll(/var\\((--[\\w-]+)\\)/g)].map(found => found[1]))].filter(name => !declared.has(name));
};
// A row of English words where none is spoken; closed details are read as well, names of firms and codes are shorter.
const foreign = () => {
  const words = document.documentElement.lang.endsWith("Latn") ?
    /(?:\\b(?:the|and|of|with|from|is|are|this|that|for)\\b[^.]{0,40}){2,}/gi : /(?:[A-Za-z’']{2,}[ ,:;-]+){3,}[A-Za-z’']{2,}/g;
  const found = [];
  for (const element of document.querySelectorAll("body :is(p, li, h1, h2, h3, dt, dd, td, th, small, label, legend, summary, button, a, b, span, option)")) {
    if (element.closest("[lang=en], code, pre")) continue;
    const text = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(" ");
    found.push(...(text.match(words) ?? []).filter(found => /[a-z]{2}/.test(found)));
  }
  return [...new Set(found)];
};
const attribute = (css, name) => document.querySelector(css)?.getAttribute(name) ?? null;
return {
  lang: document.documentElement.lang, dir: document.documentElement.dir, title: document.title,
  headings: [...document.querySelectorAll("h1")].map(heading => heading.innerText.trim()),
  description: attribute("meta[name=description]", "content"), robots: attribute("meta[name=robots]", "content"),
  viewport: attribute("meta[name=viewport]", "content"), canonical: attribute("link[rel=canonical]", "href"),
  alternates: [...document.querySelectorAll("link[rel=alternate][hreflang]")].map(link => [link.hreflang, link.getAttribute("href")]),
  icon: attribute("link[rel~=icon]", "href"), images: [...document.images].filter(image => !image.complete || !image.naturalWidth)
    .filter(image => image.loading !== "lazy").map(image => image.src),
  english: foreign(), undeclared: undeclared(),
  raw: [...new Set(document.body.innerText.match(/\\{[\\w$. ]+\\}|\\b(?:shop|checkout|board|api)\\.[a-z]+\\.[a-zA-Z]+|\\bundefined\\b|\\bnull\\b|\\bnil\\b|Optional\\(|&(?:amp|lt|gt|quot|#\\d+);/g) ?? [])],
};
"""


def head_faults(browser: Browser, window: Window, is_public: bool, is_error: bool = False) -> list[str]:
    """What is wrong in what search engines and screen readers read first.

    - is_public: a page that search engines may show; others say that they are not for them, and need no alternates.
    """
    head = browser.run(HEAD)
    faults = []

    def want(condition: bool, sentence: str):
        if not condition:
            faults.append(sentence)

    want(head["lang"] == window.language, f"lang is {head['lang']!r}")
    want(head["dir"] == ("rtl" if window.is_right_to_left else "ltr"), f"dir is {head['dir']!r}")
    want(len(head["headings"]) == 1 and head["headings"][0] != "", f"not one h1: {head['headings']}")
    want(" · " in head["title"] or len(head["title"]) > 4, f"title is {head['title']!r}")
    want(bool(head["viewport"]), "no viewport")
    want(not head["images"], f"pictures that don't come: {head['images'][:3]}")
    want(not head["undeclared"], f"styles ask for what none declares: {head['undeclared']}")
    want(not head["english"], f"not translated: {head['english'][:4]}")
    want(not head["raw"], f"raw text on the page: {head['raw'][:5]}")
    if not is_public:
        want("noindex" in (head["robots"] or "") or is_error, "a page that is for nobody else, without robots noindex")
        return faults
    want(bool(head["description"]), "no description")
    canonical = head["canonical"] or ""
    want(canonical.startswith(origin() + window.home), f"canonical is {canonical!r}")
    tags = [tag for tag, _ in head["alternates"]]
    missing = [other for other in all_windows()
               if not any(f"/{other.market}/{other.language}/" in (href or "") for _, href in head["alternates"])]
    want("x-default" in tags, "no hreflang x-default")
    want(len(missing) == 0, f"no hreflang for {[str(other) for other in missing]}")
    want(len(tags) == len(set(tags)), f"a hreflang twice: {tags}")
    return faults
