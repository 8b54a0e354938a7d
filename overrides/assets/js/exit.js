// “Exit this page”: the page is blank at once, then another takes its place. The Shift key pressed
// alone three times within five seconds does the same.
const box = document.querySelector(".tr-exit");
if (box) {
  const root = document.documentElement;
  const count = box.querySelector("[role=status]");
  const { title } = document;
  let presses = 0;
  let alone = false;
  let timer = 0;

  const tell = (number) => {
    presses = number;
    count.textContent = number ? box.querySelector(`[data-count="${number}"]`).content.textContent : "";
  };
  const forget = () => {
    clearTimeout(timer);
    alone = false;
    if (presses) tell(0);
  };
  const leave = () => {
    root.hidden = true;
    document.title = "";
    location.replace(navigator.onLine ? box.querySelector("[data-exit]").href : new URL(box.dataset.local, document.baseURI));
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-exit]")) return;
    event.preventDefault();
    leave();
  });
  // Shift counts when it goes down and up with nothing else in between; anything else begins anew,
  // so that capital letters, shortcuts and selecting with the mouse never leave.
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) forget();
    else if (!event.repeat) alone = true;
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (!presses) timer = setTimeout(forget, 5000);
    tell(presses + 1);
    if (presses === 3) leave();
  }, true);
  for (const kind of ["pointerdown", "wheel", "blur"]) addEventListener(kind, forget, { capture: true, passive: true });
  // A page that comes back from the browser's memory is as it was when it was left: blank.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    root.hidden = false;
    document.title = title;
    forget();
  });
}
