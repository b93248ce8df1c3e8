/** Asks for the service worker, which keeps the files of visited pages, and hands it those of this visit: it was not there
 * when they came. Where there is none (a frame, a disk, a private window) nothing is lost. */
export async function keepForOffline(root: string): Promise<void> {
  if (window.parent !== window || !("serviceWorker" in navigator) || !window.isSecureContext) return;
  try {
    await navigator.serviceWorker.register(`${root}sw.js`);
    const { active } = await navigator.serviceWorker.ready;
    const files = performance.getEntriesByType("resource").map((entry) => entry.name);
    active?.postMessage([location.href, ...files]);
  } catch {
    // refused: the site works as before
  }
}
