// Kinds are joined in the order of their names, so the class for one answer is there already.
customElements.define("tr-true-false", class extends trellis.Choice {});
