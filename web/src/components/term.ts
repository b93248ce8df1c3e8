/** The explanation of a word, beside the word: opened by its link, closed by Escape, a press elsewhere or its button. */
import type { Lang } from "../engine/types";
import { messages } from "../messages";
import { allWords, glossary } from "../messages/glossary";
import type { ClaimData } from "../pages/data";
import { foreign, html, markup } from "../pages/html";

const kGap = 6;
/** Comes with the explanation: a first visit has no use for it. */
const kStyle = `
  .term-box { position: fixed; inset: auto; width: min(22rem, 100vw - 1rem); margin: 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--ink); }
  .term-box p + p { margin-top: 0.4rem; }
  .term-foot { display: flex; align-items: center; justify-content: space-between; }
`;

/** False where there is nothing to show: the link then leads to the glossary. */
export function showTerm(link: HTMLAnchorElement, lang: Lang, files: ClaimData["files"]): boolean {
  const id = link.hash.replace("#term-", "");
  const entry = glossary(files).find((candidate) => candidate.id === id);
  if (!entry) return false;
  document.getElementById("term")?.remove();
  document.body.insertAdjacentHTML(
    "beforeend",
    html`<div id="term" class="term-box" popover role="dialog" aria-labelledby="term-word" tabindex="-1" autofocus>
      <style>
        ${markup(kStyle)}
      </style>
      <p><strong id="term-word">${entry.word[lang]}</strong> <span class="quiet">${entry.plain[lang]}</span></p>
      <p>${foreign(entry.text[lang], lang)}</p>
      <p class="term-foot">
        <a href="${link.href}">${allWords[lang]}</a>
        <button type="button" popovertarget="term" popovertargetaction="hide">${messages[lang].a11y.close}</button>
      </p>
    </div>`.text,
  );
  const box = document.getElementById("term") as HTMLElement;
  box.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "closed") box.remove();
  });
  link.focus(); // where closing goes back to
  box.showPopover();
  // Beside the word, inside the window; above it where there is no room below.
  const at = link.getBoundingClientRect();
  const { offsetWidth: wide, offsetHeight: tall } = box;
  const below = at.bottom + kGap + tall <= window.innerHeight || at.top < tall + kGap;
  box.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - wide - 8))}px`;
  box.style.top = `${below ? at.bottom + kGap : at.top - tall - kGap}px`;
  box.focus();
  return true;
}
