// One field of an instrument: what stands in it as a text that can be kept, and the way back. A
// field with one control is kept as it is; one with several as JSON, by what each is called in it.
const { private: notes } = trellis;
const CONTROLS = "input:not([type=file]), textarea, select";

const was = (element) => (element?.dataset.was || "").split(" ").filter(Boolean);

trellis.Entry = class {
  // `name` is the field's place in its instrument: “goal”, or “goal-2/goal”. A kind may change it.
  constructor(element, tool, name) {
    Object.assign(this, { element, tool, name, at: 0, dirty: false, proposed: false });
    this.sensitive = "sensitive" in element.dataset;
    this.type = element.dataset.type;
  }

  // The keys under which it may be kept: today's first, then those of earlier editions.
  get keys() {
    const [id, ...goal] = this.name.split("/").reverse();
    const names = [id, ...was(this.element)].map((one) => [one, ...goal].reverse().join("/"));
    return [this.tool.dataset.tool, ...was(this.tool)].flatMap((tool) => names.map((name) => `tool:${tool}/${name}`));
  }

  get controls() {
    return [...this.element.querySelectorAll(CONTROLS)];
  }

  get texts() {
    return this.controls.filter((control) => control.matches("textarea, [type=text]"));
  }

  part(name) {
    return this.element.querySelector(`[data-part="${name}"]`);
  }

  // What a control is called within its field; it is empty where there is only one.
  slot(control) {
    return control.dataset.slot ?? control.name.replace(this.element.id, "").replace(/^-+/, "");
  }

  get single() {
    return this.controls.every((control) => control.type !== "checkbox" && !this.slot(control));
  }

  get value() {
    const value = {};
    for (const control of this.controls) {
      if (control.type === "checkbox") {
        if (control.checked) value[control.value] = "1";
      } else if (control.type === "radio" ? control.checked : control.value.trim()) {
        value[this.slot(control)] = control.value;
      }
    }
    return value;
  }

  get text() {
    const { value } = this;
    if (this.single) return value[""] ?? "";
    return Object.keys(value).length ? JSON.stringify(value) : "";
  }

  // Put a kept text into the controls; ids may be those of an earlier edition.
  set text(text) {
    const value = this.single ? { "": text } : trellis.parsed(text);
    for (const control of this.controls) {
      const ids = [control.value, ...was(control)];
      if (control.type === "checkbox") {
        control.checked = ids.some((id) => Object.hasOwn(value, id));
        continue;
      }
      const slots = [this.slot(control), ...was(control.closest("select[data-was], [data-row], [data-option]"))];
      const kept = String(value[slots.find((slot) => Object.hasOwn(value, slot))] ?? "");
      if (control.type === "radio") control.checked = ids.includes(kept);
      else control.value = [...(control.options ?? [])].find((option) => was(option).includes(kept))?.value ?? kept;
    }
    trellis.fields[this.type]?.shown?.(this);
    this.tool.outcomes(this);
  }

  get kept() {
    const found = this.sensitive ? [] : this.keys.map((key) => notes.read(key)).filter(Boolean);
    return found.sort((one, other) => other.at - one.at)[0] || null;
  }

  get busy() {
    return this.dirty || (document.hasFocus() && document.activeElement !== document.body && this.texts.includes(document.activeElement));
  }

  // What is kept, also when another tab changed it; never under the hands of somebody who writes.
  show() {
    const { kept } = this;
    if (this.sensitive || this.busy || (this.proposed && !kept)) return;
    this.proposed = false;
    if (this.text !== (kept?.text ?? "")) this.text = kept?.text ?? "";
    this.at = kept?.at ?? 0;
  }

  // Offer something that is kept only together with the first thing the learner does.
  propose(text) {
    if (this.kept || this.text) return false;
    this.text = text;
    this.proposed = true;
    return true;
  }

  save() {
    if (this.sensitive) return;
    this.join();
    const [key, ...earlier] = this.keys;
    const { kept, text } = this;
    this.dirty = this.proposed = false;
    if (text) notes.write(key, text);
    else if (kept) notes.remove(key);
    for (const old of earlier) if (notes.read(old)) notes.remove(old);
    this.at = this.kept?.at ?? 0;
  }

  // Another tab wrote here while it was being written here too: what it says goes below.
  join() {
    const { kept } = this;
    const [area] = this.texts;
    if (!kept || !this.at || kept.at <= this.at || !this.single || area?.localName !== "textarea" || area.value.includes(kept.text)) return;
    area.value += `\n\n${kept.text}`;
  }

  empty() {
    this.dirty = this.proposed = false;
    this.at = 0;
    this.text = "";
  }

  clear() {
    for (const key of this.keys) if (notes.read(key)) notes.remove(key);
    this.empty();
  }
};

// What is kept of a field with several controls, by their names; anything else counts as nothing.
trellis.parsed = (text) => {
  try {
    const value = JSON.parse(text || "{}");
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Falls through to nothing.
  }
  return {};
};
