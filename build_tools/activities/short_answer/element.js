customElements.define(
  "tr-short-answer",
  class extends trellis.Typed {
    fits(parts, typed) {
      return parts.some((part) => trellis.comparable(part) === trellis.comparable(typed));
    }
  },
);
