import { AppFiles, type Asked } from './appFiles.ts';

/** As much of a service worker's surroundings as is used: one program cannot know both a page's types and a worker's. */
interface WorkerSurroundings {
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <Event>(kind: string, listener: (event: Event) => void) => void;
}

declare const self: WorkerSurroundings;
/** Set by the build (client/listFiles.ts). */
declare const dukenFiles: { readonly version: string; readonly files: readonly string[] };

const appFiles = new AppFiles({
  ...dukenFiles,
  origin: self.location.origin,
  caches: caches,
  fetch: (asked, how) => fetch(asked, how),
});

interface WaitedFor {
  readonly waitUntil: (done: Promise<void>) => void;
}

self.addEventListener<WaitedFor>('install', (event) => event.waitUntil(appFiles.install()));
self.addEventListener<WaitedFor>('activate', (event) => event.waitUntil(appFiles.deleteOldVersions()));
self.addEventListener<{
  readonly request: Asked & Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}>('fetch', (event) => {
  const answer = appFiles.answer(event.request);
  if (answer) event.respondWith(answer);
});
// A page says when the moment is good (client/device/appOnDevice.ts).
self.addEventListener<MessageEvent>('message', ({ data }) => {
  if (data === 'takeOver') void self.skipWaiting();
});
