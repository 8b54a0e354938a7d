// The one line at the first save: where should it be kept? And the line when nothing can be kept.
// It stands in the page after what the learner just did; nothing is laid over the page.
const { record, store, file, words } = trellis;
const NAME = "progress.json";

trellis.saveCopy = (options) => file.save(file.write(options), NAME, "application/json");

const answer = (line, where) => {
  if (where === "file") trellis.saveCopy();
  record.keep(where === "device" ? "device" : "tab");
  // Where a tab can keep nothing, it stays where it was, and that is said.
  const said = words(where === "file" && record.place === "tab" ? "kept-file" : record.place === "nowhere" ? "nowhere" : `kept-${record.place}`);
  said.setAttribute("role", "status");
  said.tabIndex = -1;
  line.replaceChildren(said);
  // The button that had the focus is gone.
  said.focus();
};

let line = null;
document.addEventListener("tr-record", ({ detail: { origin } }) => {
  if (!origin || !trellis.frame) return;
  const lost = record.place === "nowhere";
  if (line?.isConnected && line.dataset.lost === String(lost)) return;
  // A warning goes when it is no longer true.
  if (!lost && line?.dataset.lost === "true") line.remove();
  if (!lost && (record.decided || store.read("tab", "asked"))) return;
  line?.remove();
  line = words(lost ? "nowhere" : "keep");
  line.dataset.lost = lost;
  line.addEventListener("click", ({ target }) => {
    if (target.dataset.keep) answer(line, target.dataset.keep);
  });
  if (!lost) store.write("tab", "asked", "1");
  origin.after(line);
});

// Someone who came for a few minutes is told where it is good to stop, once they did what they
// came for; see “How long have you got?”.
const stop = new URLSearchParams(location.search).get("stop");
document.addEventListener("tr-record", ({ detail: { origin } }) => {
  const last = record.events[record.events.length - 1];
  if (!origin || !trellis.frame || last?.kind !== stop || document.querySelector("main .tr-stop")) return;
  const said = words("stop");
  said.setAttribute("role", "status");
  origin.after(said);
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-save]")) trellis.saveCopy();
});
