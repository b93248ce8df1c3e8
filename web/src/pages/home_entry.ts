/** Script of the first page: narrows the list of claims. What is chosen stands in the address. */
const kKeys = ["q", "topic", "article", "year"] as const;

const form = document.querySelector<HTMLFormElement>("[data-filters]");
const items = [...document.querySelectorAll<HTMLElement>(".claims > li")].map((element) => ({
  element,
  words: plain(`${element.textContent ?? ""} ${element.dataset.words ?? ""}`),
}));

/** Letters alike whatever their case or width; spaces in Chinese text count for nothing. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s,]+/g, "");
}

function control(name: string): HTMLInputElement | HTMLSelectElement | null {
  return form?.querySelector(`[name="${name}"]`) ?? null;
}

function narrow(): void {
  const chosen = Object.fromEntries(kKeys.map((key) => [key, control(key)?.value.trim() ?? ""]));
  const wanted = (chosen.q ?? "").split(/\s+/).map(plain).filter(Boolean);
  let shown = 0;
  for (const { element, words } of items) {
    const { topic, articles = "", years = "" } = element.dataset;
    const fits =
      (!chosen.topic || topic === chosen.topic) &&
      (!chosen.article || articles.split(" ").includes(chosen.article)) &&
      (!chosen.year || years.split(" ").includes(chosen.year)) &&
      wanted.every((word) => words.includes(word));
    element.hidden = !fits;
    if (fits) ++shown;
  }
  for (const topic of document.querySelectorAll<HTMLElement>(".topic"))
    topic.hidden = !topic.querySelector("li:not([hidden])");
  const nothing = document.getElementById("nothing");
  if (nothing) nothing.hidden = shown > 0;
  const output = form?.querySelector("output");
  if (output && form)
    output.textContent = (form.dataset.of ?? "")
      .replace("{shown}", String(shown))
      .replace("{count}", String(items.length));
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ""));
  const reset = form?.querySelector<HTMLButtonElement>("button[type=reset]");
  if (reset) reset.disabled = query.size === 0;
  const search = query.size > 0 ? `?${query.toString()}` : "";
  if (search !== location.search) history.replaceState(history.state, "", location.pathname + search + location.hash);
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>("a[data-language]"))
    anchor.setAttribute("href", (anchor.getAttribute("href") ?? "").replace(/\?.*$/, "") + search);
}

if (form) {
  const asked = new URLSearchParams(location.search);
  for (const key of kKeys) {
    const field = control(key);
    const value = asked.get(key) ?? "";
    if (field instanceof HTMLSelectElement) {
      if ([...field.options].some((option) => option.value === value)) field.value = value;
    } else if (field) field.value = value;
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(narrow, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  if (asked.size > 0) narrow();
}
