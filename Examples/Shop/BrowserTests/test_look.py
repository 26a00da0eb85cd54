"""How it looks: dark where the visitor wants it dark, and from right to left where people read so."""

from browser import DESKTOP
from visitor import Visitor

LUMINANCE = """
const light = colour => {
  const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const style = getComputedStyle(document.body);
return [light(style.backgroundColor), light(style.color)];
"""

CENTRES = """
const middle = css => {
  const box = document.querySelector(css)?.getBoundingClientRect();
  return box ? box.left + box.width / 2 : null;
};
return ["header .brand, header a[href$='/']", "header form[role=search], header [role=search]", "header a[href$='/cart']"]
  .map(middle);
"""


def test_it_is_dark_where_the_visitor_wants_it_dark(some_window, visitor: Visitor):
    for rest in ("", "p/" + some_window.product, "cart"):
        visitor.open(rest)
        visitor.browser.scheme("light")
        paper, ink = visitor.browser.run(LUMINANCE)
        assert paper > 0.7 and ink < 0.1, f"light: paper {paper:.2f}, ink {ink:.2f}"
        visitor.browser.scheme("dark")
        paper, ink = visitor.browser.run(LUMINANCE)
        assert paper < 0.1 and ink > 0.5, f"dark: paper {paper:.2f}, ink {ink:.2f}"


def test_the_header_runs_as_the_letters_do(window, visitor: Visitor):
    visitor.browser.resize(DESKTOP)
    visitor.open()
    brand, search, cart = visitor.browser.run(CENTRES)
    assert None not in (brand, search, cart), "the header has no brand, search or cart"
    order = [brand, search, cart]
    assert order == sorted(order, reverse=window.is_right_to_left), order


def test_numbers_and_prices_keep_their_direction_in_arabic_letters(window, visitor: Visitor):
    """A price of ¥1,280 must not come out as 1,280¥ or ¥082,1."""
    if not window.is_right_to_left:
        return
    visitor.open("p/" + window.product)
    wrong = visitor.browser.run("""
      return [...document.querySelectorAll("main *")].filter(element => !element.children.length && /[\\d]/.test(element.textContent))
        .map(element => {
          const text = element.firstChild, digits = [...text.data.matchAll(/\\d[\\d,. \\u00a0]*\\d/g)];
          return digits.some(found => {
            const at = index => { const range = document.createRange(); range.setStart(text, index);
              range.setEnd(text, index + 1); return range.getBoundingClientRect(); };
            const first = at(found.index), last = at(found.index + found[0].length - 1);
            return first.top === last.top && first.left > last.left;
          }) ? text.data.trim() : null;
        }).filter(Boolean);""")
    assert wrong == []
