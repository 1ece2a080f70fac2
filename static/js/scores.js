// Scores typed into the table are saved cell by cell. Without this the page has one button for all.
(() => {
  "use strict";
  const form = document.querySelector("form[data-scores]");
  if (!form) return;
  const was = form.elements.was;
  const status = form.querySelector("[data-status]");
  const shown = JSON.parse(was.value || "{}");

  const say = (text, state) => {
    status.hidden = false;
    status.className = `notice ${state}`;
    status.textContent = text;
  };

  const refuse = (cell, text) => {
    cell.classList.add("is-invalid");
    cell.setAttribute("aria-invalid", "true");
    say(`${cell.getAttribute("aria-label")}: ${text}`, "stop");
  };

  const save = async (cell) => {
    const key = cell.name.slice(2);
    const old = shown[key] ?? "";
    if (cell.value.trim() === old) {
      cell.classList.remove("is-invalid");
      cell.removeAttribute("aria-invalid");
      return;
    }
    const data = new FormData();
    for (const name of ["csrfmiddlewaretoken", "reason", "why"]) {
      if (form.elements[name]) data.set(name, form.elements[name].value);
    }
    data.set("was", JSON.stringify({ [key]: old }));
    data.set(cell.name, cell.value);
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
      refuse(cell, form.dataset.failed);
      return;
    }
    if (answer.problem !== undefined) {
      refuse(cell, answer.problem);
      return;
    }
    cell.classList.remove("is-invalid");
    cell.removeAttribute("aria-invalid");
    Object.assign(shown, answer.cells);
    if (key in answer.cells) cell.value = answer.cells[key];
    was.value = JSON.stringify(shown);
    for (const [member, total] of Object.entries(answer.totals)) {
      const place = form.querySelector(`[data-total="${member}"]`);
      if (place) place.textContent = total;
    }
    // Written by the server, as the page itself: a sum, where it is capped also what of it counts.
    for (const [section, points] of Object.entries(answer.sections)) {
      const place = form.querySelector(`[data-section="${section}"]`);
      if (place) place.innerHTML = points;
    }
    say(`${cell.getAttribute("aria-label")}: ${answer.text}`, "done");
  };

  // One after the other, in the order they were typed: two cells never race each other.
  let queue = Promise.resolve();
  form.addEventListener("change", (event) => {
    const cell = event.target;
    if (cell.name?.startsWith("d-")) queue = queue.then(() => save(cell));
  });
})();
