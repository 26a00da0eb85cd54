// The import's page: how far the upload is, and how far the check; and what a page waits for. Without it pages work as they are.
"use strict";

const form = document.getElementById("import");
if (form) {
  const progress = document.getElementById("import-progress");
  const fault = document.getElementById("import-fault");
  const bar = progress.querySelector("progress");
  const say = (text) => {
    fault.textContent = text;
    fault.hidden = !text;
    progress.hidden = true;
    form.querySelector("button:not([type])").disabled = false;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = form.elements.file.files[0];
    if (file && file.size > Number(form.dataset.limit)) return say(form.dataset.large);
    say("");
    progress.hidden = false;
    form.querySelector("button:not([type])").disabled = true;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    request.addEventListener("load", () => {
      if (request.responseURL.includes("/board/imports/")) return location.assign(request.responseURL);
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const reason = page.querySelector("[role=alert]:not([hidden])");
      say(reason ? reason.textContent : form.dataset.broken);
    });
    request.addEventListener("error", () => say(form.dataset.broken));
    request.addEventListener("abort", () => say(""));
    progress.querySelector("button").onclick = () => request.abort();
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}

const job = document.getElementById("import-job");
if (job && job.dataset.running) {
  const bar = job.querySelector("progress");
  const ask = async () => {
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "application/json" } });
      const status = await answer.json();
      if (status.isOver) return location.reload();
      if (status.all > 0) {
        bar.max = status.all;
        bar.value = status.done;
      }
    } catch {
      // The shop is away for a moment, or the session is over: the next question tells.
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
}

// What the catalogue's check finds comes into the page when it is there. A page that loads itself anew would take a reader's place away.
const waiting = document.querySelector("main[aria-busy]");
if (waiting) {
  const look = async () => {
    try {
      const answer = await fetch(location.href);
      // The session is over: its page says so.
      if (answer.redirected) return location.reload();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("main:not([aria-busy])");
      if (answer.ok && found && !waiting.querySelector(":focus")) {
        // What somebody has chosen meanwhile stays chosen.
        for (const control of waiting.querySelectorAll("form [name]")) {
          const same = found.querySelector(`form [name="${control.name}"]`);
          if (same) same.value = control.value;
        }
        waiting.replaceWith(found);
        document.getElementById("news").textContent = found.querySelector(".board-soft")?.textContent ?? "";
        return;
      }
    } catch {
      // The shop is away for a moment.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 500);
}
