customElements.define("tr-sort", class extends trellis.Rows {});
