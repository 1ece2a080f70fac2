// Small comforts. Every page works without them.
(() => {
  "use strict";
  // Ctrl + / leads to the search box: with Ctrl, so that it never takes a key from somebody typing.
  document.addEventListener("keydown", (event) => {
    const search = document.querySelector("[data-search]");
    if (event.key !== "/" || !event.ctrlKey || !search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // Only one menu is open; Escape or a press elsewhere closes it.
  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== except) menu.open = false;
    }
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    const menu = event.target.closest("details.menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // What a menu lies over is not to be pressed by mistake: the page waits until it is closed.
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches("details.menu")) return;
    const main = document.querySelector("main");
    if (main) main.inert = Boolean(document.querySelector("details.menu[open]"));
  }, true);
  document.addEventListener("focusout", (event) => {
    const menu = event.target.closest("details.menu[open]");
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });

  // A form is sent once: its button says so, and a second press is ignored.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-stay")) return;
    if (form.hasAttribute("aria-busy")) {
      event.preventDefault();
      return;
    }
    form.setAttribute("aria-busy", "true");
    const button = event.submitter;
    if (!button) return;
    // Later, because a disabled button would not send its own name and value.
    setTimeout(() => {
      button.dataset.pressed = button.textContent;
      button.textContent = document.body.dataset.busy;
      button.disabled = true;
    });
  });
  // The page came back from the browser's memory: the buttons work again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[aria-busy]")) {
      form.removeAttribute("aria-busy");
      for (const button of form.querySelectorAll("[data-pressed]")) {
        button.textContent = button.dataset.pressed;
        button.disabled = false;
        delete button.dataset.pressed;
      }
    }
  });

  // <button hidden data-copy="#id" data-copied="Copied">: copies the value of that field.
  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.querySelector(button.dataset.copy);
    if (!field) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        return; // Refused, or not a secure address: the text stays selected for Ctrl+C.
      }
      button.textContent = button.dataset.copied;
    });
  }

  document.querySelector("[data-error-summary]")?.focus();
})();
