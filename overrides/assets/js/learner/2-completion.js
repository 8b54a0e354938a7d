// When a module is complete, by the rule in course.yml: all its parts are marked as done, and its
// quiz was tried, or earned enough of its points. Questions that nobody scores, and those on the
// theme of a content note, are never needed, so that what is complete cannot show who went round one.
const { record } = trellis;

const names = ({ name, quiz, entry }) => record.names(quiz, name, entry.dataset.was);

// The most that a question earned at any time: looking again later takes nothing away.
const best = (item) => {
  const mine = names(item);
  return record.events
    .filter(({ kind, quiz, item: id, rev }) => kind === "answer" && mine.includes(`${quiz}/${id}`) && rev === item.rev)
    .reduce((most, { score }) => Math.max(most, score), 0);
};

const enough = (items, mark) => {
  const needed = items.filter(({ about, most }) => !about && most);
  if (!mark) return needed.every(({ kept }) => kept);
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  return sum(needed.map(best)) * 100 >= mark * sum(needed.map(({ most }) => most));
};

// Where a quiz shows only some of its questions, those of one draw are enough.
const draws = (modules, items) =>
  record.events
    .filter(({ kind, quiz }) => kind === "draw" && modules.includes(quiz))
    .map((event) => items.filter((item) => names(item).some((name) => event.items.includes(name.split("/")[1]))))
    .filter((drawn) => drawn.length);

// Those of some <tr-progress> whose modules are complete.
trellis.complete = (modules) => {
  const mark = Number(document.querySelector(".tr-items").dataset.passMark || 0);
  const byQuiz = new Map();
  for (const item of trellis.items()) byQuiz.set(item.quiz, [...(byQuiz.get(item.quiz) || []), item]);
  return new Set(
    modules.filter(({ dataset: { module, was = "", state } }) => {
      const items = byQuiz.get(module) || [];
      return state === "done" && [items, ...draws([module, ...was.split(" ")], items)].some((some) => enough(some, mark));
    }),
  );
};
