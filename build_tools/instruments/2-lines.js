// A field in words, for paper and for a text file: lines of {name, words}. Of what is kept by
// another instrument the words come from this page too, beside the link to where it was written.
const { private: notes } = trellis;

const said = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const labelOf = (control) => said(control.labels?.[0]);

const NAMES = {
  "if-then": (control) => [said(control.closest(".tr-step").querySelector(".tr-step__number")), labelOf(control)].filter(Boolean).join(" · "),
  "grid-text": labelOf,
  grid: (control) => said(control.closest("[data-row]").querySelector("th")),
  choice: (control) => {
    const each = control.closest(".tr-each");
    return each ? [said(each.querySelector("legend > span")), said(each.querySelector("[data-part=what]"))].filter(Boolean).join(": ") : "";
  },
};

const WORDS = {
  cell: (control) => `${said(control.closest("[data-row]").querySelector("th"))} · ${labelOf(control)}`,
  date: (control) => trellis.day(trellis.date(control.value)),
  rank: (control) => `${control.value}. ${labelOf(control)}`,
};

trellis.lines = (entry) => {
  const chosen = entry.controls.filter((control) => (/^(radio|checkbox)$/.test(control.type) ? control.checked : control.value.trim()));
  const lines = chosen.map((control) => ({
    name: NAMES[entry.type]?.(control) ?? "",
    words: WORDS[entry.type]?.(control) ?? (/^(radio|checkbox)$/.test(control.type) ? labelOf(control) : control.value.trim()),
  }));
  return entry.type === "rank" ? lines.sort((a, b) => parseInt(a.words, 10) - parseInt(b.words, 10)) : lines;
};

// What is kept of a field of another instrument, by the number of its goal: {1: text, 2: text}.
trellis.keptOf = (names) => {
  const found = {};
  for (const [key, { text }] of Object.entries(notes.all())) {
    const [, tool, goal = "1", field] = /^tool:([^/]+)\/(?:goal-(\d+)\/)?([^/]+)$/.exec(key) || [];
    if (field && text.trim() && names.includes(`${tool}/${field}`)) found[goal] ??= text;
  }
  return found;
};

const byNumber = (value) => Object.entries(value).sort(([a], [b]) => parseInt(a, 10) - parseInt(b, 10));

// A text of another instrument in words: one for each thing in it.
const SHAPES = {
  list: (value) => byNumber(value).map(([, text]) => text),
  checklist: (value, words) => Object.keys(value).map((id) => words[id] ?? id),
  rank: (value, words) => Object.entries(value).sort(([, a], [, b]) => a - b).map(([id]) => words[id] ?? id),
  grid: (value, words) => Object.entries(value).map(([row, point]) => `${words[row] ?? row}: ${words[point] ?? point}`),
  "grid-text": (value, words) => Object.entries(value).map(([row, text]) => `${words[row] ?? row}: ${text}`),
  "if-then": (value, words, { tool }) => trellis.steps(value).map((step) => said(trellis.ifThen(tool, step))),
  // One answer for each step of a plan, whose words are beside it where the plan is here.
  choice(value, words, { tool, each }) {
    const plan = trellis.keptOf(each.split(" "));
    return Object.entries(value).map(([slot, answer]) => {
      const [, goal, number] = /^goal-(\d+)-step-(\d+)$/.exec(slot) || [];
      const step = trellis.steps(trellis.parsed(plan[goal])).find((one) => one.number === Number(number));
      return [step && said(trellis.ifThen(tool, step)), words[answer] ?? answer].filter(Boolean).join(": ");
    });
  },
};

trellis.ifThen = (tool, { line, if: when, then }) => {
  if (line) return new Text(line);
  const words = tool.words("if-then");
  words.querySelector("[data-when]").textContent = when ?? "…";
  words.querySelector("[data-then]").textContent = then ?? "…";
  return words;
};

trellis.worded = (text, tool, { drawn, each = "", words = "{}" }) => {
  const names = JSON.parse(words);
  const shape = drawn === "choice" && !each ? null : SHAPES[drawn];
  return shape?.(trellis.parsed(text), names, { tool, each }) ?? [names[text] ?? text];
};

// The steps of a goal, {number, if, then}, or the lines of a list, {number, line}: those that say
// something.
trellis.steps = (value) => {
  const steps = {};
  for (const [slot, text] of Object.entries(value)) {
    const [, number, part = "line"] = /^(\d+)(?:-(if|then))?$/.exec(slot) || [];
    if (number && String(text).trim()) (steps[number] ||= { number: Number(number) })[part] = String(text).trim();
  }
  return Object.values(steps);
};
