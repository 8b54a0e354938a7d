// What a learner writes for nobody else: reflections, notes, the free words of a plan. One document
// of `key: {text, at}` in this tab alone, or on this device once the learner has said so; never on
// the device where the course was opened as a file, since all local files share one storage. Every
// change reads the document again first, so that tabs do not overwrite each other's notes.
const { store } = trellis;
const KEY = "private";
const places = location.protocol === "file:" ? ["tab"] : ["device", "tab"];

// What storage did not take: in memory alone, until a later save takes it along.
const unsaved = new Map();

const isNote = (note) =>
  typeof note === "object" &&
  note !== null &&
  typeof note.text === "string" &&
  Number.isSafeInteger(note.at) &&
  note.at >= 0;

// A document as a map. One that cannot be read is not thrown away: it becomes a note by itself.
const parsed = (text) => {
  try {
    const data = JSON.parse(text ?? "{}");
    if (typeof data === "object" && data !== null && !Array.isArray(data)) return new Map(Object.entries(data));
  } catch {
    // Falls through to the note that holds what stands there.
  }
  return new Map([["unreadable", { text, at: 0 }]]);
};

const kept = (place) => parsed(store.read(place, KEY));

const written = (notes) => JSON.stringify(Object.fromEntries(notes));

// That the document is on the device is how the choice to keep it there is remembered.
const chosen = () => (places.includes("device") && store.read("device", KEY) !== null ? "device" : "tab");

// The newest of each note, wherever it is.
const newest = (...documents) => {
  const notes = new Map();
  for (const [key, note] of documents.flatMap((notes) => [...notes])) {
    if (isNote(note) && !(notes.get(key)?.at >= note.at)) notes.set(key, note);
  }
  return notes;
};

const notes = () => newest(unsaved, ...places.map(kept));

// The same, with whatever else stands in the documents: this version may be older than what wrote it.
const everything = (...documents) => new Map([...documents.flatMap((notes) => [...notes]), ...newest(...documents)]);

// Bring notes into the document of a place as it is now; what is newer there stays.
const put = (place, changes) => {
  const there = kept(place);
  for (const [key, note] of changes) {
    if (!isNote(there.get(key)) || there.get(key).at <= note.at) there.set(key, note);
  }
  return store.write(place, KEY, written(there));
};

const save = () => {
  const place = chosen();
  const changes = place === "device" ? everything(unsaved, kept("tab")) : unsaved;
  if (!changes.size || !put(place, changes)) return;
  unsaved.clear();
  if (place === "device") store.remove("tab", KEY);
};

const changed = () => document.dispatchEvent(new CustomEvent("tr-private"));

trellis.private = {
  // One note as {text, at}, or null.
  read: (key) => notes().get(key) || null,
  // All notes by their keys.
  all: () => Object.fromEntries(notes()),
  // Where notes are kept: "tab", "device", or "nowhere" when the browser did not take one.
  get place() {
    return unsaved.size || !store.has(chosen()) ? "nowhere" : chosen();
  },
  // Whether notes can be kept on this device at all.
  get lasting() {
    return places.includes("device") && store.has("device");
  },
  // Keep a note; says whether it is safe. What a learner types last is newest, even where a clock
  // was set back.
  write(key, text) {
    const at = Math.max(Date.now(), (trellis.private.read(key)?.at ?? 0) + 1);
    unsaved.set(key, { text, at: Math.min(at, Number.MAX_SAFE_INTEGER) });
    save();
    changed();
    return !unsaved.size;
  },
  // Take a note from a file, unless a newer one is here; says whether it was taken.
  take(key, note) {
    if (!isNote(note) || trellis.private.read(key)?.at >= note.at) return false;
    unsaved.set(key, { text: note.text, at: note.at });
    save();
    changed();
    return true;
  },
  remove(key) {
    unsaved.delete(key);
    for (const place of places) {
      const there = kept(place);
      if (!there.delete(key)) continue;
      if (there.size || place === "device") store.write(place, KEY, written(there));
      else store.remove(place, KEY);
    }
    changed();
  },
  // Keep all notes on this device, or in this tab alone; says whether it could be done.
  keep(place) {
    const done = places.includes(place) && put(place, everything(unsaved, ...places.map(kept)));
    if (done) {
      unsaved.clear();
      for (const other of places) if (other !== place) store.remove(other, KEY);
    }
    changed();
    return done;
  },
};

document.addEventListener("tr-elsewhere", ({ detail: key }) => {
  if (key && key !== KEY) return;
  // The choice is one for all notes: when another tab makes it, this tab's notes go along.
  if (chosen() === "device") save();
  changed();
});
