// What does not fit on the page as it is now: [what, which element, its text].
const findings = [];
const page = document.documentElement;
const width = page.clientWidth;
const name = element => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") +
  [...element.classList].map(name => "." + name).join("");
const told = element => name(element) + (element.parentElement ? " in " + name(element.parentElement) : "");
const say = (what, element, text) => findings.push(what + ": " + told(element) + " “" + text.trim().replace(/\s+/g, " ").slice(0, 60) + "”");

// Hidden on purpose: skip links, text for screen readers alone, what scrolls by itself, closed details.
const isAside = element => {
  if (element.closest(".skip, .visually-hidden, .sr-only, [hidden], [popover]:not(:popover-open)")) return true;
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (/auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth) return true;
    if (style.clipPath === "inset(50%)" || style.clip.startsWith("rect(0")) return true;
  }
  return false;
};

const over = page.scrollWidth - width;
if (over > 0) findings.push(`the page is ${over} px wider than its window`);

for (const element of document.body.querySelectorAll("*")) {
  if (!element.checkVisibility({visibilityProperty: true}) || isAside(element)) continue;
  // Of what lies in each other the innermost is the cause.
  const isOutside = element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1);
  };
  if (isOutside(element) && ![...element.children].some(isOutside))
    say("outside of the window", element, element.textContent);
  // A box that cuts what it holds.
  const style = getComputedStyle(element);
  if (/hidden|clip/.test(style.overflowX + style.overflowY) && element.textContent.trim() && element.clientWidth > 2 &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2))
    say("cut", element, element.textContent);
  if (element.tagName === "INPUT" && /^(text|search|tel|email|number)$/.test(element.type) && !element.value && element.placeholder) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (pen.measureText(element.placeholder).width > room + 1) say("cut placeholder", element, element.placeholder);
  }
  if (element.tagName === "SELECT") {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const shown = element.selectedOptions[0]?.textContent.trim() ?? "";
    if (pen.measureText(shown).width > element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) + 1)
      say("cut choice", element, shown);
  }
}

// Text that leaves the box it stands in, without widening the page.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  const element = text.parentElement;
  if (!text.data.trim() || !element.checkVisibility({visibilityProperty: true}) || isAside(element) ||
      element.closest("script, style, option, svg, textarea")) continue;
  let block = element;
  while (getComputedStyle(block).display === "inline" || getComputedStyle(block).display === "contents") block = block.parentElement;
  const box = block.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(text);
  for (const line of range.getClientRects()) {
    if (line.width > 1 && (line.right > box.right + 1.5 || line.left < box.left - 1.5)) {
      say("text leaves its box", block, text.data);
      break;
    }
  }
}
return [...new Set(findings)].slice(0, 12);
