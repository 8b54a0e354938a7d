// Themes that the learner skips: kept in this tab alone, and never in the record, so that nobody who
// sees a record can tell a skip from a reading.
const { store } = trellis;

const read = () => {
  try {
    const themes = JSON.parse(store.read("tab", "skip"));
    return Array.isArray(themes) ? themes : [];
  } catch {
    return [];
  }
};
let themes = read();
document.addEventListener("tr-forget", () => change([]));

const change = (next) => {
  themes = next;
  if (themes.length) store.write("tab", "skip", JSON.stringify(themes));
  else store.remove("tab", "skip");
  document.dispatchEvent(new CustomEvent("tr-skip"));
};

trellis.skip = {
  has: (theme) => Boolean(theme) && themes.includes(theme),
  add: (theme) => change([...new Set([...themes, theme])]),
  remove: (theme) => change(themes.filter((other) => other !== theme)),
};

for (const line of document.querySelectorAll("[data-skipped]")) {
  const all = line.dataset.skipped.split(" ").filter(Boolean);
  const show = () => {
    line.hidden = !all.some(trellis.skip.has);
  };
  line.querySelector("button").addEventListener("click", () => {
    for (const theme of all) trellis.skip.remove(theme);
  });
  document.addEventListener("tr-skip", show);
  show();
}

// A way round a sensitive part: its theme is skipped, and the part counts as done like one that was
// read.
document.addEventListener("click", ({ target }) => {
  const way = target.closest("[data-skip]");
  if (!way) return;
  for (const theme of way.dataset.skip.split(" ")) trellis.skip.add(theme);
  // Where the learner goes on is also where the question about keeping is seen.
  const origin = way.pathname === location.pathname ? document.getElementById(decodeURIComponent(way.hash.slice(1))) : null;
  const module = document.querySelector("tr-part")?.dataset.module;
  for (const place of (way.dataset.parts || "").split(" ").filter((part) => part && module)) {
    const [page, heading] = place.split("#");
    if (trellis.record.state.sections[`${module}/${place}`]?.done !== 1) {
      trellis.record.add({ kind: "section", module, page, heading, done: 1 }, origin);
    }
  }
});
