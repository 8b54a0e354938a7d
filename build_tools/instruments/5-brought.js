// What an earlier instrument holds is shown where it is needed, and can be put into the box there;
// without it everything works all the same.
const offer = (entry, text) => {
  const shown = entry.tool.words("brought");
  shown.querySelector("q").textContent = text;
  const button = shown.querySelector("button");
  const [area] = entry.texts;
  if (!area || entry.texts.length > 1) button.remove();
  else {
    button.addEventListener("click", () => {
      area.value = [area.value.trim(), text].filter(Boolean).join("\n");
      entry.tool.changed(area, 0);
      area.focus();
    });
  }
  return shown;
};

trellis.bring = (entry) => {
  for (const line of entry.element.querySelectorAll(":scope > [data-source]")) {
    const kept = Object.values(trellis.keptOf(line.dataset.source.split(" ")));
    const texts = kept.flatMap((text) => trellis.worded(text, entry.tool, line.dataset));
    const shape = JSON.stringify(texts);
    if (line.dataset.shape === shape) continue;
    line.dataset.shape = shape;
    line.hidden = texts.length > 0;
    while (line.nextElementSibling?.matches(".tr-entry__brought")) line.nextElementSibling.remove();
    line.after(...texts.map((text) => offer(entry, text)));
  }
};

// Modules that fit what was found: those of the lowest areas, and those of what was put first. What
// each leads to stands in the page; `data-for` is a field and what was chosen in it.
const LOWEST = 2;
const SOME = 3;

const lowest = (rows, points) =>
  Object.entries(rows)
    .map(([row, point]) => [row, points.indexOf(point)])
    .filter(([, place]) => place >= 0 && place < points.length - 1)
    .sort(([, a], [, b]) => a - b)
    .slice(0, LOWEST)
    .map(([row]) => row);

trellis.suggest = (tool) => {
  const box = tool.part("suggestions");
  if (!box) return;
  const entryOf = (name) => tool.entries.find((entry) => entry.name === name);
  const level = box.dataset.level && entryOf(box.dataset.level)?.text;
  const wanted = new Set();
  for (const { name, type, value, element } of tool.entries) {
    const points = [...new Set([...element.querySelectorAll("input[type=radio]")].map((input) => input.value))];
    const chosen = type === "grid" ? lowest(value, points) : type === "rank" ? Object.keys(value) : [];
    for (const one of chosen) wanted.add(`${name}/${one}`);
  }
  const seen = new Set();
  for (const list of box.querySelectorAll("[data-for]")) {
    const links = [...list.querySelectorAll("li")];
    const fits = wanted.has(list.dataset.for) ? links.filter(({ dataset: { module, levels } }) => !seen.has(module) && (!level || levels.split(" ").includes(level))) : [];
    const shown = fits.slice(0, SOME);
    for (const link of links) link.hidden = !shown.includes(link);
    for (const { dataset } of shown) seen.add(dataset.module);
    list.hidden = !shown.length;
  }
  box.hidden = !seen.size;
};
