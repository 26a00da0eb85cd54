// What a page gains with scripts: suggestions under the search box, and a menu that closes by itself. Without them all works too.
"use strict";

for (const form of document.querySelectorAll("form[data-suggest]")) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  form.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  let chosen = 0, typed = "", timer, pending;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  // One place past the last suggestion stands for what was typed.
  const move = (step) => {
    const options = [...list.children];
    chosen = (chosen + step + options.length + 1) % (options.length + 1);
    for (const [index, option] of options.entries()) option.setAttribute("aria-selected", String(index === chosen));
    input.value = options[chosen]?.textContent ?? typed;
    if (options[chosen]) input.setAttribute("aria-activedescendant", options[chosen].id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (texts) => {
    list.replaceChildren(...texts.map((text, index) => {
      const option = document.createElement("li");
      option.id = "suggestion-" + index;
      option.textContent = text;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        input.value = text;
        form.requestSubmit();
      });
      return option;
    }));
    list.hidden = !texts.length;
    chosen = texts.length;
    input.setAttribute("aria-expanded", String(!!texts.length));
    input.removeAttribute("aria-activedescendant");
  };
  const ask = async () => {
    pending?.abort();
    typed = input.value;
    if (!typed.trim()) return close();
    pending = new AbortController();
    try {
      const answer = await fetch(form.dataset.suggest + "?q=" + encodeURIComponent(typed), { signal: pending.signal });
      if (answer.ok && input.value === typed) show((await answer.json()).suggestions);
    } catch { /* Another letter was typed, or the line is down: the box works without. */ }
  };

  input.setAttribute("aria-expanded", "false");
  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    // A half-written character of an input method is no query yet.
    if (!event.isComposing) timer = setTimeout(ask, 150);
  });
  input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      input.value = typed;
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return void ask();
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  input.addEventListener("blur", close);
}

for (const menu of document.querySelectorAll("details.switch")) {
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
// On a narrow screen the filters come before the goods: shut, they let the goods be seen. The style sheet opens them where there is
// room, in browsers that let it.
const room = matchMedia("(min-width: 56.01rem)");
for (const filters of document.querySelectorAll(".facets > details")) {
  const fit = () => { filters.open = room.matches; };
  room.addEventListener("change", fit);
  fit();
}
// In a row that is wider than the screen one sees where one is.
for (const here of document.querySelectorAll(":is(.kin, .sort, .shelves ul) [aria-current]")) {
  const row = here.closest(".kin, .sort, ul"), [place, all] = [here.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += place.left + place.width / 2 - all.left - all.width / 2;
}

// A payment that is awaited comes into the page, and nothing that somebody reads or types goes for it.
const awaited = document.querySelector("[data-awaited]");
if (awaited) {
  const look = async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const main = document.querySelector("main"), found = page.querySelector("main");
      if (answer.ok && !page.querySelector("[data-awaited]") && !main.querySelector(":focus")) {
        main.replaceWith(found);
        document.getElementById("news").textContent = found.querySelector(".payment, [aria-current=step]")?.textContent ?? "";
        return;
      }
    } catch { /* The line is down for a moment. */ }
    setTimeout(look, 5000);
  };
  setTimeout(look, 5000);
}
