customElements.define("tr-match", class extends trellis.Rows {});
