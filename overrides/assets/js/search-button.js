// The search opens below the header. What it needs is loaded when it is opened for the first time.
const box = document.querySelector(".tr-search");
if (box) {
  const button = box.querySelector(".tr-search__button");
  const panel = box.querySelector(".tr-search__panel");
  const field = box.querySelector("input");
  let asked = false;
  const load = () => {
    asked = true;
    const script = document.createElement("script");
    script.src = box.dataset.script;
    script.onerror = () => {
      asked = false;
      panel.querySelector("[role=status]").textContent = panel.querySelector('[data-words="failed"]').content.textContent;
    };
    document.head.append(script);
  };
  const show = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    field.focus();
    if (!asked) load();
  };
  button.hidden = false;
  button.addEventListener("click", () => show(panel.hidden));
  panel.querySelector("[data-close]").addEventListener("click", () => {
    show(false);
    button.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    button.focus();
  });
  // It closes when the reader goes on elsewhere, by keyboard or by pointer, so that it covers nothing.
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) show(false);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!panel.hidden && !box.contains(target)) show(false);
  });
  // A link to another place of the same page loads nothing.
  panel.addEventListener("click", ({ target }) => {
    if (target.closest("a")) setTimeout(() => show(false));
  });
}
