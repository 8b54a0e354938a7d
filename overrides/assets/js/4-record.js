// The learner's record: a list of events that only grows, in segments of which each belongs to one
// writer, so that two tabs never overwrite each other. Nothing is written before the learner acts.
const { store } = trellis;
const SEGMENT = 200;
const START = "record:";

const random = (bytes) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");

// crypto.randomUUID is missing where a page is neither secure nor local, as in a staff network.
const uuid = () => {
  const hex = random(16);
  const variant = "89ab"[parseInt(hex[16], 16) & 3];
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join("-");
};

const OPEN = " open";
const PID = /^[0-9a-f]{32}$/;

// What storage did not take; it is in memory alone until a later save takes it along.
let unsaved = [];
let known = null;
let broken = 0;
let pid = null;

const segment = (place, key) => {
  let events = null;
  try {
    events = JSON.parse(store.read(place, key));
  } catch {
    // A damaged segment stays where it is, so that nothing of it is lost; see `broken`.
  }
  return Array.isArray(events) ? events : null;
};

const read = () => {
  broken = 0;
  const lists = [];
  for (const place of ["device", "tab"]) {
    for (const key of store.keys(place, START)) {
      const events = segment(place, key);
      const sound = events?.filter(trellis.isEvent);
      if (sound) lists.push(sound);
      if (!events || sound.length < events.length) broken += 1;
    }
  }
  const events = trellis.union(...lists, unsaved);
  known = { events, state: trellis.fold(events) };
};

const place = () => (store.read("tab", "keep") || !store.has("device") ? "tab" : "device");

// A tab goes on with the segments it began, page after page. What it stores says while one of its
// pages is open, since a tab that is duplicated gets a copy: two writers of one segment would lose
// each other's events, as browsers show one tab late what another wrote.
let writer = null;
const claim = () => {
  const kept = store.read("tab", "writer");
  if (!writer && /^[0-9a-f]{16}$/.test(kept)) writer = kept;
  if (writer && kept) store.write("tab", "writer", writer + OPEN);
};
claim();
addEventListener("pagehide", () => {
  if (writer && store.read("tab", "writer") === writer + OPEN) store.write("tab", "writer", writer);
});

const append = (events) => {
  const where = place();
  writer ||= random(8);
  if (events.length && store.read("tab", "writer") !== writer + OPEN) store.write("tab", "writer", writer + OPEN);
  const mine = `${START}${writer}:`;
  let number = store
    .keys(where, mine)
    .map((key) => key.slice(mine.length))
    .filter((end) => /^\d{1,9}$/.test(end))
    .reduce((most, end) => Math.max(most, Number(end)), 0);
  let rest = [...unsaved, ...events];
  while (rest.length) {
    const key = mine + number;
    const kept = store.read(where, key) === null ? [] : segment(where, key);
    // What is damaged stays as it is, and a new segment begins.
    const room = kept?.every(trellis.isEvent) ? SEGMENT - kept.length : 0;
    const taken = rest.slice(0, Math.max(room, 0));
    if (taken.length) {
      if (!store.write(where, key, JSON.stringify([...kept, ...taken]))) break;
      rest = rest.slice(taken.length);
    }
    number += 1;
  }
  unsaved = rest;
};

const changed = (origin) => document.dispatchEvent(new CustomEvent("tr-record", { detail: { origin } }));

trellis.record = {
  get events() {
    if (!known) read();
    return known.events;
  },
  get state() {
    if (!known) read();
    return known.state;
  },
  // How many segments could not be read whole; they are left alone.
  get broken() {
    if (!known) read();
    return broken;
  },
  // Where the record is kept: "device", "tab", or "nowhere" when the browser takes nothing.
  get place() {
    if (unsaved.length || !store.has(place())) return "nowhere";
    return place();
  },
  // Whether the learner has said where it should be kept.
  get decided() {
    return Boolean(store.read("tab", "keep") || store.read("device", "keep"));
  },
  // The names under which a question may be known, "quiz/item", with its earlier ones: these are
  // written as "old-id" or "old-quiz/old-id".
  names: (quiz, item, was = "") =>
    [item, ...was.split(" ").filter(Boolean)].map((id) => (id.includes("/") ? id : `${quiz}/${id}`)),
  // What is known of a question, under any of its names.
  item(quiz, item, was) {
    const { items } = trellis.record.state;
    return items[trellis.record.names(quiz, item, was).find((name) => items[name])] || null;
  },
  // Note what the learner did; `origin` is the element where it was done.
  add(event, origin = null) {
    const { events } = trellis.record;
    const last = events.length ? events[events.length - 1].at : 0;
    // A later act is later, even where a clock was set back between the two.
    const at = Math.min(Math.max(Date.now(), last + 1), trellis.latest);
    const whole = { id: uuid(), at, ...event };
    append([whole]);
    known = { events: [...events, whole] };
    known.state = trellis.fold(known.events);
    changed(origin);
  },
  // Combine with events from elsewhere; gives how many of them were new.
  combine(events, origin = null) {
    const here = new Set(trellis.record.events);
    // Of two events with one id the same is taken whichever came first; see `union`.
    const fresh = trellis.union(trellis.record.events, events).filter((event) => !here.has(event));
    append(fresh);
    read();
    changed(origin);
    return fresh.length;
  },
  // Read everything anew, after the storage was changed by other means.
  reload() {
    unsaved = [];
    pid = null;
    known = null;
    changed(null);
  },
  // Keep it in this tab alone, or on this device: what there is moves along. Where a tab can keep
  // nothing, all stays where it is; `place` tells.
  keep(where) {
    if (where === "device") {
      store.remove("tab", "keep");
      store.write("device", "keep", "device");
    } else if (store.write("tab", "keep", "tab")) {
      store.remove("device", "keep");
    }
    const to = place();
    const from = to === "tab" ? "device" : "tab";
    const keys = store.keys(from, START);
    const sound = keys.filter((key) => segment(from, key));
    append(sound.flatMap((key) => segment(from, key)));
    // Removed only once it is safe in its new place.
    if (!unsaved.length) for (const key of sound) store.remove(from, key);
    // What cannot be read goes along as it is.
    for (const key of keys.filter((key) => !sound.includes(key))) {
      if (store.read(to, key) === null && store.write(to, key, store.read(from, key))) store.remove(from, key);
    }
    const name = store.read(from, "pid");
    if (name && (store.read(to, "pid") || store.write(to, "pid", name))) store.remove(from, "pid");
    read();
    changed(null);
  },
  // Name the person's records alike without naming the person; made when it is first needed.
  get pid() {
    const kept = store.read(place(), "pid");
    if (PID.test(kept)) return kept;
    pid ||= random(16);
    store.write(place(), "pid", pid);
    return pid;
  },
  // Somebody who brings a file to a browser where none was saved goes on under the file's name.
  adopt(name) {
    if (PID.test(store.read(place(), "pid"))) return;
    pid = name;
    store.write(place(), "pid", name);
  },
};

const anew = () => {
  known = null;
  changed(null);
};
document.addEventListener("tr-elsewhere", ({ detail: key }) => {
  if (!key || key.startsWith(START)) anew();
});
// A page that comes back from the browser's memory heard of nothing in the meantime.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  claim();
  anew();
});
document.addEventListener("tr-forget", () => trellis.record.reload());
