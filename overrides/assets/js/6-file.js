// The file in which a learner saves the record: written, and read with care or refused with a
// reason; build_tools/learning/file.py reads it in the same way.
const FORMAT = /^trellis-record\/([1-9][0-9]{0,5})$/;
const LARGEST = 20 * 1024 * 1024;
// The frame knows more than the script in the header, which stands before it; the page for addresses
// that lead nowhere has the script alone.
const about = (document.querySelector(".tr-frame") || document.querySelector("script[data-course]")).dataset;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const isNote = ([key, note]) =>
  key.length <= 200 && isObject(note) && typeof note.text === "string" && Number.isSafeInteger(note.at) && note.at >= 0;

trellis.file = {
  // The whole record as text; private notes are in it only if the learner asks for them.
  write({ notes = false } = {}) {
    const { events, pid } = trellis.record;
    const file = {
      format: "trellis-record/1",
      course: { id: about.course, version: about.version },
      organisation: about.organisation,
      pid,
      events,
    };
    if (notes) file.private = trellis.private.all();
    return JSON.stringify(file, null, 1);
  },
  // Take a file's text: {refused: reason}, or {added, notes}, which says how much of it was new.
  read(text, origin = null) {
    if (new Blob([text]).size > LARGEST) return { refused: "too-big" };
    let data = null;
    try {
      data = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      return { refused: "cut-off" };
    }
    const format = isObject(data) && typeof data.format === "string" && FORMAT.exec(data.format);
    if (!format) return { refused: "no-record" };
    if (format[1] !== "1") return { refused: "newer" };
    const { course } = data;
    if (!isObject(course) || typeof course.id !== "string") return { refused: "changed" };
    if (course.id !== about.course) return { refused: "other-course" };
    const notes = data.private === undefined ? {} : data.private;
    if (
      typeof course.version !== "string" ||
      typeof data.organisation !== "string" ||
      typeof data.pid !== "string" ||
      !/^[0-9a-f]{32}$/.test(data.pid) ||
      !Array.isArray(data.events) ||
      !data.events.every(trellis.isEvent) ||
      !isObject(notes) ||
      !Object.entries(notes).every(isNote)
    ) {
      return { refused: "changed" };
    }
    const added = trellis.record.combine(data.events, origin);
    trellis.record.adopt(data.pid);
    let taken = 0;
    // Of two notes in one place the newer is kept, here as between tabs; each keeps its time, so that
    // loading a file again changes nothing.
    for (const [key, note] of Object.entries(notes)) taken += trellis.private.take(key, note) ? 1 : 0;
    return { added, notes: taken };
  },
  // Take a file that a learner chose; the whole of a film is not read to find that it is no record.
  async take(chosen, origin = null) {
    if (chosen.size > LARGEST) return { refused: "too-big" };
    let text = null;
    try {
      text = await chosen.text();
    } catch {
      return { refused: "unreadable" };
    }
    return trellis.file.read(text, origin);
  },
  // Hand a text over as a file; the names of files say nothing about what the course is about.
  save(text, name, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },
};
