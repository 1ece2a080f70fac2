// A sheet is saved row by row as it is filled in. Without this the page has one button for all.
(() => {
  "use strict";
  const form = document.querySelector("form[data-rows]");
  if (!form) return;
  const was = form.elements.was;
  const status = form.querySelector("[data-status]");
  const shown = JSON.parse(was.value || "{}");
  const PARTS = ["v", "t", "n", "r"];

  const say = (text, state) => {
    status.hidden = false;
    status.className = `notice ${state}`;
    status.textContent = text;
  };

  const field = (pk, part) => form.elements[`${part}-${pk}`];
  const value = (pk, part) => {
    const found = field(pk, part);
    if (!found) return "";
    if (found.type === "checkbox") return found.checked ? "on" : "";
    return found.value.trim();
  };

  const mark = (pk, isWrong) => {
    const found = field(pk, "v");
    if (!found) return;
    found.classList.toggle("is-invalid", isWrong);
    if (isWrong) found.setAttribute("aria-invalid", "true");
    else found.removeAttribute("aria-invalid");
  };

  const refuse = (pk, text) => {
    mark(pk, true);
    say(text, "stop");
  };

  const save = async (pk) => {
    const old = shown[pk] ?? ["", "", "", ""];
    const row = PARTS.map((part) => value(pk, part));
    if (JSON.stringify(row) === JSON.stringify(old)) {
      mark(pk, false);
      return;
    }
    const data = new FormData();
    for (const name of ["csrfmiddlewaretoken", "reason"]) {
      if (form.elements[name]) data.set(name, form.elements[name].value);
    }
    data.set("was", JSON.stringify({ [pk]: old }));
    PARTS.forEach((part, place) => {
      if (part !== "n" || row[place]) data.set(`${part}-${pk}`, row[place]);
    });
    say(form.dataset.saving, "now");
    let answer;
    try {
      const response = await fetch(location.href, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      answer = await response.json();
    } catch {
      refuse(pk, form.dataset.failed);
      return;
    }
    if (answer.problem !== undefined) {
      refuse(pk, answer.problem);
      return;
    }
    mark(pk, false);
    shown[pk] = answer.stored[pk] ?? row;
    was.value = JSON.stringify(shown);
    // Written by the server, as the page itself; what compares may change other rows too.
    for (const [key, points] of Object.entries(answer.rows)) {
      const place = form.querySelector(`[data-row="${key}"] [data-points]`);
      if (place) place.innerHTML = points;
    }
    for (const [name, html] of Object.entries(answer.parts)) {
      const place = document.querySelector(`[data-part="${name}"]`);
      if (place) place.innerHTML = html;
    }
    const total = document.querySelector("[data-total]");
    if (total) total.textContent = answer.total || "–";
    say(answer.text, "done");
  };

  // One after the other, in the order they were typed: two rows never race each other. A row is
  // saved as its fields are left, so that a figure is not refused while its target is being typed.
  let queue = Promise.resolve();
  form.addEventListener("focusout", (event) => {
    const fields = event.target.closest(".row-fields");
    if (!fields || fields.contains(event.relatedTarget)) return;
    const pk = fields.closest("[data-row]").dataset.row;
    queue = queue.then(() => save(pk));
  });
})();
