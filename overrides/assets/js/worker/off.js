// Put in place of sw.js, this ends every offline copy that was made from this address: browsers look
// for a newer sw.js whenever somebody opens a page. The build puts COURSE, the course's id, before it.
const PREFIX = `trellis:${COURSE}:${new URL(registration.scope).pathname}:`;
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const end = async () => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(end());
});
