// Ways out of an instrument: a sheet for paper, and a text file. Both hold what was asked and what
// was answered; what was left empty reads so.
const said = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

const made = (name, text, className = "") => {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
};

// The parts of an instrument as {title, answers: [{label, lines}]}.
trellis.summary = (tool, { sensitive = false } = {}) => {
  const parts = new Map();
  for (const entry of tool.entries) {
    const { element } = entry;
    const section = element.closest("section");
    const lines = trellis.lines(entry);
    if (!entry.controls.length || section?.hidden || (entry.sensitive && !sensitive) || tool.leaves?.(entry)) continue;
    if (!lines.length && element.closest(".tr-tool__more:not([open])")) continue;
    if (!parts.has(section)) {
      parts.set(section, { title: section?.getAttribute("aria-label") || said(section?.querySelector("h2, h3")), answers: [] });
    }
    parts.get(section).answers.push({ label: said(element.querySelector(".tr-entry__label")), lines });
  }
  return [...parts.values()];
};

const limits = (tool) => [...tool.querySelectorAll(".tr-limits li")].map(said);

const inLine = ({ name, words }) => (name ? `${name}: ${words}` : words);

trellis.asMarkdown = (tool, parts) => {
  const open = `_${said(tool.words("left-open"))}_`;
  const blocks = [`# ${said(tool.querySelector("h1"))}`, trellis.day(new Date())];
  for (const { title, answers } of parts) {
    if (title) blocks.push(`## ${title}`);
    for (const { label, lines } of answers) {
      if (label) blocks.push(`**${label}**`);
      if (!lines.length) blocks.push(open);
      else if (lines.length === 1 && !lines[0].name) blocks.push(lines[0].words);
      else blocks.push(lines.map((line) => `- ${inLine(line).replace(/\n/g, "\n  ")}`).join("\n"));
    }
  }
  blocks.push("---", limits(tool).map((limit) => `- ${limit}`).join("\n"));
  return `${blocks.join("\n\n")}\n`;
};

trellis.asSheet = (tool, parts) => {
  const sheet = made("div", "", "tr-summary md-typeset");
  sheet.append(made("h1", said(tool.querySelector("h1"))), made("p", trellis.day(new Date()), "tr-meta"));
  for (const { title, answers } of parts) {
    if (title) sheet.append(made("h2", title));
    for (const { label, lines } of answers) {
      const answer = made("div", "", "tr-summary__answer");
      if (label) answer.append(made("h3", label));
      if (!lines.length) answer.append(made("p", said(tool.words("left-open")), "tr-meta"));
      for (const line of lines) answer.append(made("p", inLine(line)));
      sheet.append(answer);
    }
  }
  const box = tool.querySelector(".tr-limits");
  if (box) sheet.append(box.cloneNode(true));
  return sheet;
};
