// The service worker of a course that a learner keeps for reading without the internet. It is made
// known to the browser only when the learner asks for it. The build puts three things before this:
// COURSE, its id; HASH, which changes with any file; FILES, each address with a hash of its own.
const { scope } = registration;
// Courses may share an origin, and one course may lie there twice: only what begins so is ours.
const PREFIX = `trellis:${COURSE}:${new URL(scope).pathname}:`;
const NAME = PREFIX + HASH;
const LIST = "sw.js?files";
const PATIENCE = 3000;
const AT_ONCE = 6;

const address = (path) => new URL(path, scope).href;
const own = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

const fetched = async (path) => {
  const answer = await fetch(address(path), { cache: "no-cache" });
  if (!answer.ok || answer.type !== "basic") throw new Error(path);
  if (!answer.redirected) return answer;
  // Browsers refuse a page that came by way of another address.
  return new Response(await answer.blob(), { headers: answer.headers });
};

// What did not change since the last time is taken from there, to spare a small data allowance.
const fill = async () => {
  const before = [];
  for (const name of await own()) {
    const list = await caches.match(address(LIST), { cacheName: name });
    if (list) before.push({ name, files: await list.json() });
  }
  const unchanged = async (path) => {
    const one = before.find(({ files }) => files[path] === FILES[path]);
    return one && caches.match(address(path), { cacheName: one.name });
  };
  const cache = await caches.open(NAME);
  const paths = Object.keys(FILES);
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    await Promise.all(
      paths.slice(start, start + AT_ONCE).map(async (path) => {
        await cache.put(address(path), (await unchanged(path)) || (await fetched(path)));
      }),
    );
  }
  await cache.put(address(LIST), new Response(JSON.stringify(FILES)));
};

const kept = async (href) => {
  const url = new URL(href);
  url.search = "";
  url.hash = "";
  url.pathname = url.pathname.replace(/\/index\.html$/, "/");
  const names = [NAME, ...(await own())];
  for (const cacheName of names) {
    const answer = await caches.match(url.href, { cacheName });
    if (answer) return answer;
  }
  return null;
};

// Somebody who reloads the only open page gets what is new: nothing else of theirs is open that the
// change could disturb.
const renew = async (request) => {
  const { waiting } = registration;
  if (!waiting) return;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const [here, there] = [open[0]?.url, request.url].map((url) => url?.split("#")[0]);
  if (open.length === 1 && here === there) waiting.postMessage("now");
};

const page = async (request) => {
  const coming = fetch(request);
  // Whoever waits for it last says what went wrong.
  coming.catch(() => {});
  const late = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  const answer = await Promise.race([coming, late]).catch(() => null);
  if (answer && answer.status < 500) {
    await renew(request);
    return answer;
  }
  const here = await kept(request.url);
  if (here) return here;
  try {
    return await coming;
  } catch {
    const folder = `${request.url.split(/[?#]/)[0]}/`;
    return Response.redirect((await kept(folder)) ? folder : address(MISSING));
  }
};

addEventListener("install", (event) => {
  event.waitUntil(
    fill().catch(async (problem) => {
      await caches.delete(NAME);
      throw problem;
    }),
  );
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await own()) if (name !== NAME) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("message", ({ data }) => {
  if (data === "now") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else event.respondWith(kept(request.url).then((answer) => answer || fetch(request)));
});
