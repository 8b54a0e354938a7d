trellis.Choice = class extends trellis.Question {
  score([id]) {
    return { points: this.key.includes(id) ? 1 : 0, maximum: 1 };
  }

  explain([id]) {
    return [this.reason(id)];
  }
};
customElements.define("tr-choice", trellis.Choice);
