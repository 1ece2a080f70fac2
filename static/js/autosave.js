// Sections of a report are saved while they are typed. Without this each has its own button.
(() => {
  "use strict";
  const PAUSE = 1500;

  const start = (form) => {
    const status = form.querySelector("[data-status]");
    const stored = form.querySelector("[data-stored]");
    const words = () => JSON.stringify([form.elements.heading.value, form.elements.body.value]);
    let saved = words();
    let timer = 0;
    let queue = Promise.resolve();
    let stopped = !stored.hidden;

    const say = (text, state) => {
      status.hidden = false;
      status.className = `notice ${state}`;
      status.textContent = text;
    };

    // Two people wrote: both texts stay on the page, and only the button saves from now on.
    const showStored = (other) => {
      stopped = true;
      form.elements.version.value = other.version;
      stored.querySelector("[data-stored-heading]").textContent = other.heading;
      stored.querySelector("[data-stored-body]").textContent = other.body;
      stored.hidden = false;
    };

    const save = async () => {
      const typed = words();
      if (stopped || typed === saved) return;
      say(form.dataset.saving, "now");
      let answer;
      try {
        const response = await fetch(form.action, {
          method: "POST",
          body: new FormData(form),
          headers: { Accept: "application/json" },
          redirect: "error",
        });
        answer = await response.json();
      } catch {
        say(form.dataset.failed, "stop");
        return;
      }
      if (answer.problem !== undefined) {
        say(answer.problem, "stop");
        if (answer.stored) showStored(answer.stored);
        return;
      }
      saved = typed;
      form.elements.version.value = answer.version;
      say(answer.text, "done");
    };

    // One after the other: a section never races itself.
    const soon = (pause) => {
      clearTimeout(timer);
      timer = setTimeout(() => { queue = queue.then(save); }, pause);
    };
    form.addEventListener("input", () => soon(PAUSE));
    form.addEventListener("change", () => soon(0));
    form.addEventListener("submit", () => { clearTimeout(timer); stopped = true; });
    addEventListener("beforeunload", (event) => {
      if (!stopped && words() !== saved) event.preventDefault();
    });
  };

  document.querySelectorAll("form[data-autosave]").forEach(start);
})();
