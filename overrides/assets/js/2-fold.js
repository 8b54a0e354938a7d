// What a list of events comes to. A pure function: the same events in any order, and some of them
// twice, give the same state; build_tools/learning/fold.py reads a record in the same way.
const DAY = 86400000;
// A question comes back on a day, whatever the hour: an answer in the 24 hours before `due` counts.
const LADDER = [2, 7, 21];

const fold = {
  answer(state, event) {
    const key = `${event.quiz}/${event.item}`;
    const before = state.items[key];
    const fresh = !before || before.rev !== event.rev;
    const missed = event.score < event.max;
    let { step, due } = fresh ? { step: 0, due: event.at + LADDER[0] * DAY } : before;
    if (!fresh && missed) {
      step = 0;
      due = event.at + LADDER[0] * DAY;
    } else if (!fresh && due && event.at > due - DAY) {
      step += 1;
      due = step < LADDER.length ? event.at + LADDER[step] * DAY : 0;
    }
    state.items[key] = {
      at: event.at,
      attempts: before ? before.attempts + 1 : 1,
      due: event.max ? due : 0,
      max: event.max,
      missed: missed ? 1 : 0,
      order: event.order,
      response: event.response,
      rev: event.rev,
      score: event.score,
      step,
    };
  },
  draw(state, event) {
    state.draws[event.quiz] = event.items;
  },
  story(state, event) {
    const before = state.stories[event.scenario];
    const story = before && before.rev === event.rev ? before : { rev: event.rev, steps: {} };
    state.stories[event.scenario] = {
      at: event.at,
      last: event.step,
      rev: event.rev,
      steps: { ...story.steps, [event.step]: event.response },
    };
  },
  section(state, event) {
    state.sections[`${event.module}/${event.page}#${event.heading}`] = { at: event.at, done: event.done };
  },
  rating(state, event) {
    state.ratings[`${event.tool}/${event.wave}/${event.item}`] = {
      at: event.at,
      rev: event.rev,
      value: event.value,
    };
  },
  plan(state, event) {
    state.plans[`${event.tool}/${event.step}`] = { at: event.at, status: event.status };
  },
  phase(state, event) {
    state.phases[event.phase] = { at: event.at, state: event.state };
  },
};

// One spelling for one event, the same as Python's json.dumps with sorted keys.
const canonical = (event) =>
  JSON.stringify(event, Object.keys(event).sort()).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

// Oldest first; what happened in the same millisecond is put in order by id, so that every reader
// has the same order.
trellis.union = (...lists) => {
  const byId = new Map();
  for (const event of lists.flat()) {
    const known = byId.get(event.id);
    // Two events of one id can only come from a file that was changed by hand. Which of them is
    // taken must not depend on the order of loading.
    if (!known || (known !== event && canonical(event) < canonical(known))) byId.set(event.id, event);
  }
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
};

trellis.fold = (events) => {
  const state = { draws: {}, items: {}, phases: {}, plans: {}, ratings: {}, sections: {}, stories: {} };
  for (const event of trellis.union(events)) fold[event.kind](state, event);
  return state;
};
