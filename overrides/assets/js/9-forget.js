// Everything of this course in this browser goes, whatever its key; also what other open tabs keep
// for themselves alone, since the next person may sit down in front of them.
const { store } = trellis;
const clear = (places) => {
  // Notes that no storage took are in memory alone.
  for (const key of Object.keys(trellis.private.all())) trellis.private.remove(key);
  for (const place of places) for (const key of store.keys(place)) store.remove(place, key);
  document.dispatchEvent(new CustomEvent("tr-forget"));
};

let others = null;
try {
  others = new BroadcastChannel(`trellis:${document.querySelector(".tr-frame, script[data-course]").dataset.course}:forget`);
  others.addEventListener("message", () => clear(["tab"]));
} catch {
  // Then only what is kept on the device goes from other tabs.
}

trellis.forget = () => {
  clear(["device", "tab"]);
  others?.postMessage("");
};
