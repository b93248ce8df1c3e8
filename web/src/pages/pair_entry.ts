/** Script of the page that sets any two claims beside each other. Both, with their revisions, stand in the address. */
import { pairWord } from "../messages/pair";
import { html } from "./html";
import { pageLang } from "./page_lang";
import { common, nameOf, pairBody, type PairClaim } from "./pair";

const root = document.body.dataset.root ?? "../../";
const lang = pageLang();
const choice = document.getElementById("pair-choice") as HTMLElement;
const place = document.getElementById("pair") as HTMLElement;

function select(key: "a" | "b", claims: PairClaim[], chosen: PairClaim): string {
  const topics = [...new Set(claims.map(({ topic }) => topic))];
  return html`<label class="choice"
    ><span>${pairWord(lang, key === "a" ? "first" : "second")}</span>
    <select name="${key}">
      ${topics.map(
        (topic) =>
          html`<optgroup label="${topic}">
            ${claims
              .filter((claim) => claim.topic === topic)
              .map(
                (claim) =>
                  html`<option value="${nameOf(claim)}" ${claim === chosen ? html` selected` : ""}>${claim.title}${claim.newest ? "" : ` (r${claim.revision})`}</option>`,
              )}
          </optgroup>`,
      )}
    </select></label
  >`.text;
}

function start(all: PairClaim[]): void {
  const asked = new URLSearchParams(location.search);
  const unknown: string[] = [];
  const named = (key: string): PairClaim | undefined => {
    const text = asked.get(key);
    if (text === null) return undefined;
    // A name without a revision means the newest.
    const found = all.find((claim) => nameOf(claim) === text) ?? all.find((claim) => claim.newest && claim.id === text);
    if (!found) unknown.push(text);
    return found;
  };
  const fits = (claim: PairClaim): PairClaim[] =>
    all.filter((other) => other !== claim && common(claim, other) !== null);
  const able = all.filter((claim) => fits(claim).length > 0);
  const [wantedA, wantedB] = [named("a"), named("b")];
  let a = wantedA ?? able.find(({ newest }) => newest) ?? able[0];
  let b = wantedB ?? (a && firstFor(a));
  if (!a || !b) return;

  function firstFor(claim: PairClaim): PairClaim | undefined {
    const others = fits(claim).filter(({ newest }) => newest);
    return others.find(({ id }) => claim.apart.includes(id)) ?? others[0];
  }

  const draw = (): void => {
    if (!a || !b) return;
    const offered = fits(a);
    const active = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : "";
    const shown = (claims: PairClaim[], chosen: PairClaim): PairClaim[] =>
      claims.filter((claim) => claim.newest || claim === chosen);
    choice.innerHTML =
      select("a", shown(able.includes(a) ? able : [a, ...able], a), a) +
      select("b", shown(offered.includes(b) ? offered : [b, ...offered], b), b);
    choice.querySelector<HTMLElement>(`select[name="${active}"]`)?.focus();
    const notes = unknown.map((id) => html`<p class="notice">${pairWord(lang, "unknown", { id })}</p>`);
    place.innerHTML = html`${notes}${pairBody(lang, root, a, b)}`.text;
    const query = `?a=${nameOf(a)}&b=${nameOf(b)}`;
    if (query !== location.search) history.replaceState(history.state, "", location.pathname + query);
    for (const anchor of document.querySelectorAll<HTMLAnchorElement>("a[data-language]"))
      anchor.setAttribute("href", (anchor.getAttribute("href") ?? "").replace(/\?.*$/, "") + query);
  };
  choice.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const found = all.find((claim) => nameOf(claim) === target.value);
    if (!found) return;
    unknown.length = 0;
    if (target.name === "a") {
      a = found;
      if (!b || b === a || !common(a, b)) b = firstFor(a);
    } else b = found;
    draw();
  });
  draw();
}

fetch("claims.json")
  .then(async (response) => start((await response.json()) as PairClaim[]))
  .catch(() => {
    place.innerHTML = html`<p class="notice">${choice.dataset.failed ?? ""}</p>`.text;
  })
  .finally(() => (document.documentElement.dataset.footing = "ready"));
