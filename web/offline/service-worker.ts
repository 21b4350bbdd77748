/**
 * Keeps one version of the page for when there is no network. A version is taken as a whole or not at all, and an open page keeps
 * the version that it began with: it may ask for a part at any time, which the server no longer has.
 *
 * Workbox keeps all versions in one cache and throws away what the latest one does not name; an open page of an earlier one would
 * then find its parts nowhere.
 */

/** Path and integrity of the page and its parts; the build writes them in front of this script. */
declare const FILES: readonly (readonly [path: string, integrity: string])[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
/** Other pages of the same origin have caches too, perhaps even this page in another folder. */
const OURS = `sanhao ${scope} `;
/** The page names all of its parts by their content, so that its own integrity tells versions apart. */
const VERSION = OURS + FILES.find(([path]) => path === "./")?.[1];
/** A teacher edits lessons on the server, without a new version of the page. */
const LESSONS = `${OURS}lessons`;

worker.addEventListener("install", (event) => event.waitUntil(Promise.all([keepVersion(), keepLessons()])));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", ({ data }) => {
  if (data === "activate") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  const path = address.slice(scope.length);
  if (request.mode === "navigate") {
    if (path !== "" && path !== "index.html") return;
    event.waitUntil(forgetEarlier());
    event.respondWith(kept(scope, VERSION).then((page) => page ?? fetch(request)));
  } else if (path.startsWith("assets/")) {
    event.respondWith(kept(address).then((part) => part ?? fetch(request)));
  } else if (path.startsWith("lessons/")) {
    event.respondWith(lesson(request));
  }
});

/** What is kept under an address, in one cache or in any. */
function kept(address: string, cacheName?: string): Promise<Response | undefined> {
  return caches.match(address, { ignoreVary: true, ...(cacheName === undefined ? {} : { cacheName }) });
}

async function keepVersion(): Promise<void> {
  const cache = await caches.open(VERSION);
  // Between two versions a server may have files of both: one that is not of this version fails, and all with it.
  // Parts may come from the browser's own cache: the page has just fetched the largest ones.
  const fresh = { cache: "no-cache" } as const;
  await cache.addAll(FILES.map(([path, integrity]) => new Request(path, { integrity, ...(path === "./" && fresh) })));
}

async function keepLessons(): Promise<void> {
  const cache = await caches.open(LESSONS);
  const keep = async (file: string): Promise<Response> => {
    const path = `lessons/${file}`;
    const response = await fetch(path, { cache: "no-cache" });
    if (response.ok) await cache.put(path, response.clone());
    return response;
  };
  const index = await keep("index.json");
  // What is wrong in a lesson's file is said where lessons are shown; the page is kept all the same.
  const files: unknown = await index.json().catch(() => null);
  if (Array.isArray(files)) await Promise.all(files.map(keep));
}

/** A lesson as it is on the server now; without network as it was last. */
async function lesson(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(LESSONS)).put(request, response.clone());
    return response;
  } catch (error) {
    const last = await kept(request.url, LESSONS);
    if (last === undefined) throw error;
    return last;
  }
}

/** Deletes earlier versions when no page of theirs can be open, unless the cache of a later one may be among the rest. */
async function forgetEarlier(): Promise<void> {
  if (worker.registration.installing !== null || worker.registration.waiting !== null) return;
  if ((await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).length > 0) return;
  const earlier = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== VERSION && name !== LESSONS);
  await Promise.all(earlier.map((name) => caches.delete(name)));
}
