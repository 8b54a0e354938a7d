// The copy of the course for reading without the internet. Nothing is made before the learner asks
// for it on “Use it without internet”; what was made is looked after from here, on every page.
const { frame } = trellis;
const workers = frame && location.protocol.startsWith("http") ? navigator.serviceWorker : undefined;
const root = frame && new URL(frame.dataset.root, document.baseURI).href;
const start = frame && `trellis:${frame.dataset.course}:${new URL(root).pathname}:`;

const found = async () => {
  const one = await workers?.getRegistration(root);
  return one?.scope === root ? one : null;
};

let line = null;
let wanted = false;
const tell = (worker) => {
  line?.remove();
  line = trellis.words("newer");
  line.querySelector("button").addEventListener("click", () => {
    wanted = true;
    worker.postMessage("now");
  });
  const place = document.createElement("div");
  place.setAttribute("role", "status");
  document.querySelector("main article").prepend(place);
  // A screen reader speaks of what changes in a place that was there before.
  setTimeout(() => place.append(line));
  worker.addEventListener("statechange", () => worker.state !== "installed" && place.remove());
};

const watch = (one) => {
  if (one.waiting) tell(one.waiting);
  one.addEventListener("updatefound", () => {
    const worker = one.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && one.active) tell(worker);
    });
  });
};

trellis.offline = {
  able: Boolean(workers),
  found,
  // Gives the worker that fetches everything; its states tell how it goes.
  async make() {
    const one = await workers.register(`${root}sw.js`, { scope: root, updateViaCache: "none" });
    return one.installing || one.waiting || one.active;
  },
  async remove() {
    if (!workers) return;
    for (const name of await caches.keys()) if (name.startsWith(start)) await caches.delete(name);
    await (await found())?.unregister();
    document.dispatchEvent(new CustomEvent("tr-offline"));
  },
};

found().then((one) => one && watch(one), () => {});
workers?.addEventListener("controllerchange", () => {
  // Only where the learner pressed the button; other tabs stay as they are.
  if (wanted) location.reload();
});
document.addEventListener("tr-forget", () => trellis.offline.remove().catch(() => {}));
