// The form of a criterion: shows what the chosen method needs, adds up, adds and empties rows.
// Without this everything is shown, and the server keeps only what the method needs.
(() => {
  "use strict";
  const form = document.querySelector("form[data-criterion]");
  if (!form) return;

  const method = form.elements.method;
  const examples = form.querySelector("[data-examples]");
  const show = () => {
    // What is judged, and a bonus that rests on other criteria, have no examples.
    examples.hidden = ["judged", "over"].includes(method.value) && !examples.querySelector(".invalid-feedback");
    for (const part of form.querySelectorAll("[data-needed-by]")) {
      part.hidden = !part.dataset.neededBy.split(" ").includes(method.value);
    }
  };
  if (method) {
    method.addEventListener("change", show);
    show();
  }

  const balance = form.querySelector("[data-balance]");
  const number = (text) => Number(text.trim().replace(",", "."));
  const add = () => {
    const maximum = number(form.elements.maximum.value);
    const sum = number(balance.dataset.others) + maximum;
    const live = balance.querySelector("[data-live]");
    live.hidden = !Number.isFinite(sum) || !maximum;
    const shown = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
    live.querySelector("[data-sum]").textContent = live.hidden ? "" : shown.format(sum);
  };
  if (balance) {
    form.elements.maximum.addEventListener("input", add);
    add();
  }
})();
(() => {
  "use strict";
  for (const table of document.querySelectorAll("table[data-rows]")) {
    for (const hidden of table.querySelectorAll("[data-row-actions]")) hidden.hidden = false;
    const more = table.parentElement.querySelector("[data-row-more]");
    const body = table.tBodies[0];
    more.hidden = false;
    more.querySelector("[data-row-add]").addEventListener("click", () => {
      const last = body.rows[body.rows.length - 1];
      const row = last.cloneNode(true);
      for (const field of row.querySelectorAll("input")) {
        field.value = "";
        field.setAttribute(
          "aria-label",
          field.getAttribute("aria-label").replace(/\d+$/, body.rows.length + 1),
        );
      }
      body.append(row);
      row.querySelector("input").focus();
    });
    body.addEventListener("click", (event) => {
      const button = event.target.closest("[data-row-remove]");
      if (!button) return;
      for (const field of button.closest("tr").querySelectorAll("input")) field.value = "";
      button.closest("tr").querySelector("input").focus();
    });
  }
})();
