// What an event of the record looks like. Anything else, from a damaged segment or a file changed
// by hand, is not taken; build_tools/learning/events.py says the same.
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// The year 2100: a clock may be wrong, but not so wrong that no later event could follow.
const LATEST = 4102444800000;

const text = (value) => typeof value === "string" && value.length <= 2000;
const id = (value) => text(value) && value.length <= 64 && ID.test(value);
const whole = (value) => Number.isSafeInteger(value) && value >= 0;
const count = (value) => whole(value) && value >= 1;
const list = (part) => (value) => Array.isArray(value) && value.length <= 500 && value.every(part);

const SHAPES = {
  answer: {
    quiz: id, item: id, rev: count, attempt: count, response: list(text), order: list(id), score: whole, max: whole,
  },
  draw: { quiz: id, items: list(id) },
  story: { scenario: id, rev: count, step: id, response: id },
  section: { module: id, page: text, heading: text, done: (value) => value === 0 || value === 1 },
  rating: { tool: id, wave: id, item: id, rev: count, value: (value) => whole(value) || text(value) },
  plan: { tool: id, step: id, status: id },
  phase: { phase: id, state: id },
};

// As lists, since a long record is looked through at every page.
const FIELDS = new Map(Object.entries(SHAPES).map(([kind, shape]) => [kind, Object.entries(shape)]));

trellis.latest = LATEST;
trellis.isEvent = (event) => {
  if (typeof event !== "object" || event === null || Array.isArray(event)) return false;
  const { id: uuid, at, kind } = event;
  const fields = FIELDS.get(kind);
  return (
    fields !== undefined &&
    typeof uuid === "string" &&
    UUID.test(uuid) &&
    whole(at) &&
    at <= LATEST &&
    Object.keys(event).length === fields.length + 3 &&
    fields.every(([name, fits]) => Object.hasOwn(event, name) && fits(event[name])) &&
    !(event.score > event.max)
  );
};
