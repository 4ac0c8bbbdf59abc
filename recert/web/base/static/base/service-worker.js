/* Keeps the looks and the last standing for days without network; keeps nothing private after sign-out. */
const LOOKS = "recert-looks-1";
const PRIVATE = "recert-private";
const OFFLINE = "/offline/";
const HOME = "/";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(LOOKS).then((cache) => cache.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldLooks().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (address.origin !== self.location.origin) return;
  if (address.pathname.startsWith("/accounts/logout")) event.waitUntil(caches.delete(PRIVATE));
  if (event.request.method !== "GET") return;
  if (address.pathname.startsWith("/static/")) event.respondWith(looks(event.request));
  else if (event.request.mode === "navigate") event.respondWith(page(event.request, address));
});

async function dropOldLooks() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== LOOKS && name !== PRIVATE).map((name) => caches.delete(name)));
}

/* The network first, so that a new look is never held back; the kept copy when there is none. */
async function looks(request) {
  const cache = await caches.open(LOOKS);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    return fresh;
  } catch {
    return (await cache.match(request)) || Response.error();
  }
}

async function page(request, address) {
  try {
    const fresh = await fetch(request);
    if (address.pathname === HOME && !address.search) await keepStanding(fresh);
    return fresh;
  } catch {
    const kept = address.pathname === HOME ? await keptStanding() : undefined;
    return kept || (await caches.match(OFFLINE)) || Response.error();
  }
}

/* Only the page that says so is kept; anything else in its place means nobody is signed in. */
async function keepStanding(response) {
  if (!response.ok || response.headers.get("Recert-Keep") !== "offline") return caches.delete(PRIVATE);
  const cache = await caches.open(PRIVATE);
  return cache.put(HOME, response.clone());
}

/* The page holds a hidden line that says when it was made; offline that line is shown. */
async function keptStanding() {
  const cache = await caches.open(PRIVATE);
  const kept = await cache.match(HOME);
  if (!kept) return undefined;
  const text = (await kept.text()).replace(/ hidden(?:="")? data-kept/, " data-kept");
  return new Response(text, { headers: kept.headers });
}
