"""The checks themselves: a page that is spoilt on purpose is found out."""

from browser import PHONE
from conditions import head_faults, misfits, violations
from visitor import Visitor

SPOIL = """
document.querySelector("h1").remove();
document.querySelector("meta[name=description]").remove();
document.documentElement.lang = "de";
const main = document.querySelector("main");
const faint = document.createElement("p");
faint.id = "faint";
faint.textContent = "бұл мәтін оқылмайды, себебі өте солғын";
const wide = document.createElement("p");
wide.id = "wide";
wide.textContent = "Ұзынсөз".repeat(30);
const cut = document.createElement("p");
cut.id = "cut";
cut.textContent = "The rest of this can not be read";
main.prepend(faint, wide, cut);
const sheet = new CSSStyleSheet();
sheet.replaceSync("#faint { color: #ddd; background: #fff } #wide { white-space: nowrap } #cut { width: 5rem; height: 1rem; overflow: hidden }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const nameless = document.createElement("input");
main.prepend(nameless);
"""


def test_a_spoilt_page_is_found_out(first_window, visitor: Visitor):
    browser = visitor.browser
    visitor.open()
    browser.run(SPOIL)
    head = "\n".join(head_faults(browser, first_window, is_public=True))
    for fault in ("lang is", "not one h1", "no description", "not translated"):
        assert fault in head, head
    room = "\n".join(misfits(browser, PHONE))
    assert "wider than its window" in room and "cut: p#cut" in room, room
    heard = "\n".join(violations(browser))
    assert "color-contrast" in heard and "label" in heard, heard


def test_a_page_that_asks_for_what_is_not_there_is_found_out(first_window, visitor: Visitor):
    visitor.open("p/nothing")
    assert any(complaint.startswith("404 ") for complaint in visitor.browser.complaints())
    assert visitor.browser.complaints() == []
