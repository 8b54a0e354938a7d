// Where the course was opened from a folder, browsers differ in what they keep and for how long: a
// file can be saved, and loaded again, on every page.
const { file } = trellis;

customElements.define(
  "tr-copy",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      const input = this.querySelector("input");
      input.addEventListener("change", () => this.load(input));
      this.querySelector("[data-save]").addEventListener("click", () => this.say("saved"));
    }

    say(name) {
      const words = this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true);
      this.querySelector("[role=status]").replaceChildren(words);
    }

    async load(input) {
      const [chosen] = input.files;
      if (!chosen) return;
      const { refused } = await file.take(chosen);
      input.value = "";
      this.say(refused ? "refused" : "loaded");
    }
  },
);
