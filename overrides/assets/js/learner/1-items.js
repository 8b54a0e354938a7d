// The course's questions with what the record knows of each, and which of them are due.
const { record, skip } = trellis;

// A browser's plain English is American; the order of day, month and year is read everywhere.
trellis.day = (date) => {
  const { lang } = document.documentElement;
  const shape = { day: "numeric", month: "long", year: "numeric" };
  return date.toLocaleDateString(lang === "en" ? "en-GB" : lang || undefined, shape);
};

trellis.items = () =>
  [...document.querySelectorAll(".tr-items > li")].map((entry) => {
    const { item, rev, was, about, max } = entry.dataset;
    const [quiz, id] = item.split("/");
    const kept = record.item(quiz, id, was);
    return {
      name: item,
      quiz,
      rev: Number(rev),
      most: Number(max),
      about,
      entry,
      critical: "critical" in entry.dataset,
      // An answer to another edition of a question says nothing about this one.
      kept: kept && kept.rev === Number(rev) ? kept : null,
    };
  });

// One from each quiz in turn, so that neighbours come from different modules.
const mixed = (items) => {
  const byQuiz = new Map();
  for (const item of items) byQuiz.set(item.quiz, [...(byQuiz.get(item.quiz) || []), item]);
  const rows = [...byQuiz.values()];
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, place) => rows.map((row) => row[place]).filter(Boolean)).flat();
};

// A question is ready from the first minute of its day, as a calendar would have it.
trellis.ready = (due, now = Date.now()) => new Date(due).setHours(0, 0, 0, 0) <= now;

// What is ready to be seen again: what was missed first, what matters most before the rest.
trellis.due = (now = Date.now()) => {
  const ready = trellis
    .items()
    .filter(({ kept, about }) => kept && kept.due && trellis.ready(kept.due, now) && !skip.has(about))
    .sort((a, b) => a.kept.due - b.kept.due);
  const missed = ready.filter(({ kept }) => kept.missed);
  return [
    ...mixed(missed.filter(({ critical }) => critical)),
    ...mixed(missed.filter(({ critical }) => !critical)),
    ...mixed(ready.filter(({ kept }) => !kept.missed)),
  ];
};

// So many of those met before: what is ready first, then others, which were seen longest ago.
trellis.few = (number) => {
  const ready = trellis.due();
  const names = new Set(ready.map(({ name }) => name));
  const others = trellis
    .items()
    .filter(({ name, kept, about }) => kept?.max && !skip.has(about) && !names.has(name))
    .sort((a, b) => a.kept.at - b.kept.at);
  return [...ready, ...mixed(others)].slice(0, number);
};

// A walk goes from question to question; the address says which are still to come.
trellis.walk = (items) => {
  const address = new URL(items[0].entry.querySelector("a").href);
  address.hash = "";
  address.searchParams.set("walk", items.map(({ name }) => name).join(","));
  return address.href;
};

trellis.listed = (list, items) => {
  list.replaceChildren(
    ...items.map(({ entry }) => {
      const copy = document.createElement("li");
      copy.append(...entry.cloneNode(true).childNodes);
      return copy;
    }),
  );
};
