// A page of long work shows how far it is: it asks itself again until nothing is under way.
(() => {
  "use strict";
  const EVERY = 2000;
  const SLOWEST = 30000;
  let wait = EVERY;

  // Only what has changed is put in, so that nobody loses the place where they read.
  const show = (fresh) => {
    for (const part of document.querySelectorAll("[data-live]")) {
      const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (other && other.innerHTML !== part.innerHTML) part.innerHTML = other.innerHTML;
    }
  };

  const ask = async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error("no page");
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
      wait = EVERY;
    } catch {
      wait = Math.min(2 * wait, SLOWEST); // The server is away for a moment: asked less often.
    }
    if (document.querySelector("[data-going]")) setTimeout(ask, wait);
  };

  if (document.querySelector("[data-going]")) setTimeout(ask, EVERY);
})();
