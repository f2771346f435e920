// The little that the pages do by themselves: keys, lighting words up, sending actions. No library.
"use strict";

const token = document.querySelector("meta[name=token]").content;
const byId = id => document.getElementById(id);

function say(text) {
  const line = byId("say");
  if (line) {
    line.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (line.textContent = ""), 6000);
  }
}

/** Whether the person said yes. */
function ask(dialog) {
  return new Promise(done => {
    dialog.returnValue = "no";
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
}

const isField = element => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);

// The documents page: files dropped or chosen.
const drop = byId("drop");
if (drop) {
  const send = async files => {
    for (const file of files) {
      const query = new URLSearchParams({ name: file.name, replace: byId("replace").checked });
      const answer = await fetch("/api/v1/documents?" + query, {
        method: "POST",
        headers: { "X-Token": token, "Content-Type": "application/octet-stream" },
        body: file,
      });
      const said = await answer.json().catch(() => ({}));
      if (!answer.ok) {
        say(file.name + ": " + (said.problem ?? answer.status));
        continue;
      }
      say(file.name);
      await listed(file.name);
    }
  };
  const listed = async name => {
    for (let turn = 0; turn < 60; turn++) {
      await new Promise(done => setTimeout(done, 500));
      const found = await (await fetch("/api/v1/documents?search=" + encodeURIComponent(name))).json();
      if (found.documents.some(one => one.path === name)) {
        location.href = "/?search=" + encodeURIComponent(name);
        return;
      }
    }
  };
  byId("file").addEventListener("change", event => send([...event.target.files]));
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, event => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragover");
      if (kind === "drop") {
        send([...event.dataTransfer.files]);
      }
    });
  }
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !isField(event.target)) {
      event.preventDefault();
      byId("search").focus();
    }
  });
}
