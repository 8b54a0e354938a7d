// The file of an instrument: what was written in it, and in those that it draws on. Nothing of it
// names anybody. It is read with care, or refused with a reason.
const FORMAT = /^trellis-tool\/([1-9][0-9]{0,5})$/;
const LARGEST = 5 * 1024 * 1024;
const KEY = /^tool:([a-z0-9-]{1,64})\/(?:(goal-\d{1,3})\/)?([a-z0-9-]{1,80}(?:\/[a-z0-9-]{1,80})?)$/;
const KINDS = ["rating", "plan"];
const { private: notes, record } = trellis;
const about = trellis.frame?.dataset;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isNote = (note) => isObject(note) && typeof note.text === "string" && Number.isSafeInteger(note.at) && note.at >= 0;

trellis.toolFile = {
  name: "form.json",
  // `tools` are the ids of the instruments whose answers go into it, but for those under the keys
  // that are `left` out.
  write(tools, rev, left = []) {
    const mine = ([key]) => tools.includes(KEY.exec(key)?.[1]) && !left.includes(key);
    return JSON.stringify(
      {
        format: "trellis-tool/1",
        course: { id: about.course, version: about.version },
        tool: { id: tools[0], rev },
        answers: Object.fromEntries(Object.entries(notes.all()).filter(mine)),
        events: record.events.filter(({ kind, tool }) => KINDS.includes(kind) && tools.includes(tool)),
      },
      null,
      1,
    );
  },
  // Gives {refused: reason}, or {answers, events}; nothing is taken yet. What `never` names is not
  // given: it may be in no file.
  read(text, never = []) {
    if (new Blob([text]).size > LARGEST) return { refused: "too-big" };
    let data = null;
    try {
      data = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      return { refused: "cut-off" };
    }
    const format = isObject(data) && typeof data.format === "string" && FORMAT.exec(data.format);
    if (!format) return { refused: isObject(data) && String(data.format).startsWith("trellis-record/") ? "a-record" : "no-form" };
    if (format[1] !== "1") return { refused: "newer" };
    const { course, tool, answers, events } = data;
    if (!isObject(course) || typeof course.id !== "string") return { refused: "changed" };
    if (course.id !== about.course) return { refused: "other-course" };
    if (
      typeof course.version !== "string" ||
      !isObject(tool) ||
      typeof tool.id !== "string" ||
      !Number.isSafeInteger(tool.rev) ||
      !isObject(answers) ||
      !Object.entries(answers).every(([key, note]) => KEY.test(key) && isNote(note)) ||
      !Array.isArray(events) ||
      !events.every((event) => trellis.isEvent(event) && KINDS.includes(event.kind))
    ) {
      return { refused: "changed" };
    }
    const kept = Object.entries(answers).filter(([key, note]) => {
      const [, id, , field] = KEY.exec(key);
      return note.text.trim() && !never.includes(`${id}/${field}`);
    });
    return { answers: new Map(kept), events };
  },
  async take(chosen, never) {
    if (chosen.size > LARGEST) return { refused: "too-big" };
    let text = null;
    try {
      text = await chosen.text();
    } catch {
      return { refused: "unreadable" };
    }
    return trellis.toolFile.read(text, never);
  },
};
