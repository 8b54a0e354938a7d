// “Use it without internet”: the copy is made, and removed, when the learner says so.
const { offline } = trellis;

customElements.define(
  "tr-offline",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", ({ target }) => {
        if ("offlineMake" in target.dataset) this.make();
        if ("offlineRemove" in target.dataset) this.remove();
      });
      document.addEventListener("tr-offline", () => this.update());
      this.update();
    }

    async update() {
      if (!offline.able || this.dataset.offers !== "yes") return this.show("unable");
      const one = await offline.found().catch(() => null);
      if (one?.active) return this.show("ready");
      if (one?.installing) return this.follow(one.installing);
      return this.show("none");
    }

    show(name) {
      for (const part of this.querySelectorAll("[data-offline]")) part.hidden = part.dataset.offline !== name;
    }

    say(name) {
      const said = this.querySelector("[role=status]");
      said.replaceChildren(this.querySelector(`template[data-words="${name}"]`).content.cloneNode(true));
      said.tabIndex = -1;
      said.focus();
    }

    follow(worker) {
      this.show("working");
      return new Promise((resolve) => {
        const heard = () => {
          if (!["activated", "redundant"].includes(worker.state)) return;
          this.show(worker.state === "activated" ? "ready" : "none");
          resolve(worker.state === "activated");
        };
        worker.addEventListener("statechange", heard);
        heard();
      });
    }

    async make() {
      this.say("working");
      const done = await offline.make().then((worker) => this.follow(worker), () => false);
      this.say(done ? "done" : "failed");
    }

    async remove() {
      await offline.remove();
      this.say("removed");
    }
  },
);
