customElements.define(
  "tr-order",
  class extends trellis.Question {
    prepare() {
      this.list = this.querySelector(".tr-order");
      this.position = this.querySelector(".tr-order__status");
      for (const moves of this.list.querySelectorAll(".tr-order__moves")) moves.hidden = false;
      this.list.addEventListener("click", ({ target }) => {
        const button = target.closest("[data-move]");
        if (button) this.move(button);
      });
      this.arrange([]);
    }

    get first() {
      return this.form.querySelector("[data-move]:not([aria-disabled])") || this.form.querySelector("[type=submit]");
    }

    // The items as they stand now are the answer, also where nothing was moved; the order of the
    // event is the one in which they were met.
    get response() {
      return super.order;
    }

    get order() {
      return this.start;
    }

    arrange(order) {
      this.show(order);
      this.start = this.response;
    }

    shuffle() {
      this.arrange(this.start);
    }

    show(response) {
      super.arrange(response);
      this.mark();
    }

    // What an earlier edition knew and this one does not is left out; what is new comes last.
    translated(response) {
      const known = super.translated(response).filter((id) => this.start.includes(id));
      return [...new Set([...known, ...this.start])];
    }

    clear() {
      this.position.replaceChildren();
      super.clear();
    }

    // Buttons at the ends stay in the order of Tab, so that the focus is never lost.
    mark() {
      const buttons = [...this.list.querySelectorAll("[data-move]")];
      for (const button of buttons) button.removeAttribute("aria-disabled");
      for (const end of [buttons[0], buttons[buttons.length - 1]]) end?.setAttribute("aria-disabled", "true");
    }

    move(button) {
      const item = button.closest("[data-id]");
      const up = button.dataset.move === "up";
      const other = up ? item.previousElementSibling : item.nextElementSibling;
      // The neighbour moves, since an element that is moved loses the focus.
      if (other && up) item.after(other);
      else if (other) item.before(other);
      this.mark();
      button.scrollIntoView({ block: "nearest" });
      const words = this.words("position");
      const text = item.querySelector(".tr-order__text").textContent;
      // A full stop would come before the colon.
      words.querySelector("[data-item]").textContent = text.replace(/[.。।۔]$/u, "");
      words.querySelector("[data-place]").textContent = [...this.list.children].indexOf(item) + 1;
      this.position.replaceChildren(words);
    }

    score(response) {
      const { key } = this;
      const right = response.length === key.length && response.every((id, place) => id === key[place]);
      return { points: Number(right), maximum: 1 };
    }

    explain(response, verdict) {
      const { key } = this;
      const following = response.filter((id, place) => place && key.indexOf(id) === key.indexOf(response[place - 1]) + 1);
      const follow = this.words("follow");
      follow.querySelector("[data-found]").textContent = following.length;
      follow.querySelector("p").prepend(this.words(verdict), " ");
      if (verdict === "best") {
        const why = this.words("why");
        why.querySelector("details").append(this.querySelector(".tr-order__right").cloneNode(true));
        return [follow, why];
      }
      const stray = response.find((id, place) => id !== key[place]);
      const look = this.words("look");
      const part = this.querySelector(`[data-option="${CSS.escape(stray)}"]`);
      const text = part.querySelector(".tr-question__option").cloneNode(true);
      look.querySelector(".tr-question__option").replaceWith(text);
      return [follow, look, this.reason(stray)];
    }
  },
);
