"""The merchant's board, in the languages that merchants read."""

import os

import pytest

from browser import DESKTOP, PHONE, TABLET, Browser
from conditions import HEAD, misfits, violations

PAGES = ["", "/orders", "/stock", "/tours", "/findings", "/coverage", "/quota", "/imports"]
LANGUAGES = ["zh-Hans", "ru", "kk", "en"]


@pytest.fixture(scope="module")
def board():
    """A browser that the merchant has logged in with."""
    token = os.environ.get("SHOP_BOARD_TOKEN")
    if not token:
        pytest.skip("SHOP_BOARD_TOKEN is not set")
    browser = Browser("ru-RU")
    browser.open("/board")
    assert browser.path.startswith("/board/login"), "the board is open to everybody"
    browser.find("#board-token").send_keys(token)
    browser.leave_by(browser.find("main form button"))
    yield browser
    browser.quit()


@pytest.mark.xdist_group("board")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_board_fits_can_be_used_and_is_written_in_one_language(board, language, pictures):
    faults = []
    board.complaints()
    for page in PAGES + ["an order"]:
        if page == "an order":
            board.open(f"/board/orders?lang={language}")
            link = board.all("main a[href*='/board/orders/KR-']")
            if not link:
                continue
            board.leave_by(link[0])
        else:
            board.open(f"/board{page}?lang={language}")
        # The check of a catalogue takes a while, and comes into the page when it is over.
        board.wait(lambda: not board.has("main[aria-busy]"), 60)
        found = board.complaints()
        head = board.run(HEAD)
        if head["lang"] != language or len(head["headings"]) != 1 or head["raw"]:
            found.append(f"lang {head['lang']}, h1 {head['headings']}, raw {head['raw']}")
        if head["undeclared"]:
            found.append(f"styles ask for what none declares: {head['undeclared']}")
        if language != "en" and head["english"]:
            found.append(f"not translated: {head['english'][:4]}")
        if pictures:
            board.picture(pictures / f"board-{language}{page.replace('/', '-').replace(' ', '-')}.png")
        for width in (PHONE, TABLET, DESKTOP):
            found += misfits(board, width)
        found += violations(board)
        board.scheme("dark")
        found += [f"dark: {violation}" for violation in violations(board, ["color-contrast"])]
        board.scheme("light")
        faults += [f"{board.path}: {fault}" for fault in found]
    if faults:
        pytest.fail("\n  ".join(["the board", *faults]), pytrace=False)


@pytest.mark.xdist_group("board")
def test_a_page_that_waits_for_the_check_takes_in_what_is_found_and_stays_where_it_is(board):
    board.open("/board/findings?lang=kk")
    heading = "return document.querySelector('h1').textContent"
    there = board.run(heading)
    board.run("""
        const main = document.querySelector("main");
        main.innerHTML = "<h1>…</h1><form><input name=q value=дутар></form>";
        main.setAttribute("aria-busy", "true");
        window.stays = true;
    """)
    board.once_more("/board/board.js")
    board.wait(lambda: board.run(heading) == there)
    assert board.run("return window.stays && !document.querySelector('[aria-busy]')"), "the page was loaded anew"
    assert board.run("return document.querySelector('[name=q]').value") == "дутар", "what was typed is gone"
    assert board.run("return document.querySelector('#news[role=status]').textContent"), "who listens hears nothing"
