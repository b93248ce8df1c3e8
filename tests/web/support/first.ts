/** Scripts that run before anything else of a page does. */

/** Keeps what goes wrong: a browser that is driven by WebDriver does not tell what its console says. */
export const kListen = `(() => {
  const found = (window.footingErrors = []);
  const say = console.error;
  console.error = (...words) => { found.push(words.join(" ")); say.apply(console, words); };
  addEventListener("error", (event) => found.push(event.message || "not loaded: " + (event.target.src || event.target.href)), true);
  addEventListener("unhandledrejection", (event) => found.push("unhandled: " + event.reason));
  addEventListener("securitypolicyviolation", (event) => found.push("refused: " + event.violatedDirective + " " + event.blockedURI));
})();`;

/** Instead of every way to keep something: what a browser says that was told to keep nothing. */
export const kNoStorage = `${kListen}
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(window, name, { get() { throw new DOMException("kept from", "SecurityError"); } });
Object.defineProperty(Navigator.prototype, "serviceWorker", { get() { throw new DOMException("kept from", "SecurityError"); } });`;
