/** What a reader can have in front of them: every kind of page, and every state of those that move. */
import { kinds } from "./kinds";
import { claimPage, claims, kClaim } from "./site";

export interface View {
  /** The page, without the language; by the number of the step where pages take turns. */
  address: string | ((i: number) => string);
  /** True where the page has a sentence; false for lists and texts. */
  speaks: boolean;
  /** Runs in the page when it is ready. */
  act?: () => void;
  /** Says, in the page, whether what was done is seen. */
  seen?: () => boolean;
  scripts?: false;
  storage?: false;
  print?: true;
  offline?: true;
}

const own = claimPage("", kClaim).slice(1);

/** Claims of every sort take their turn. */
const turn = (i: number): string => claimPage("", claims[(i * 11) % claims.length] ?? kClaim).slice(1);

/** Acts of a reader, run in the page. */
export const move = (): void => {
  const slider = document.querySelector<HTMLInputElement>("footing-input[compact] input[type=range]");
  if (!slider) return;
  slider.value = Number(slider.value) > Number(slider.min) ? slider.min : slider.max;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  slider.dispatchEvent(new Event("change", { bubbles: true }));
};
const marked = (): boolean => document.querySelector<HTMLElement>("#mine")?.hidden === false;
export const unfold = (): void => document.querySelectorAll("details").forEach((one) => (one.open = true));
/** What is opened pushes the panel away again: it is looked for until it has come. */
const shares = (): boolean => {
  document.querySelector("#share")?.scrollIntoView();
  return document.querySelector("#share-link") !== null;
};
const notices = (): boolean => document.querySelectorAll("#notices li, #notices .notice").length > 0;

/** Pages of text take turns too: each is looked at by itself elsewhere. */
const texts = ["model", "method", "sources", "policy", "about"] as const;
export const views: Readonly<Record<string, View>> = {
  home: { address: kinds.home ?? "", speaks: false },
  "an article": { address: kinds.article ?? "", speaks: false },
  "a comparison": { address: kinds.comparison ?? "", speaks: false },
  "a text": { address: (i) => kinds[texts[i % texts.length] ?? "about"] ?? "", speaks: false },
  "a page that is not there": { address: "nowhere/", speaks: false },
  "a claim": { address: (i) => turn(i), speaks: true },
  "a claim, moved": { address: (i) => turn(i + 1), speaks: true, act: move, seen: marked },
  "a claim in detail, with an interval": {
    address: `${own}?servers=2000..6000&home=cn`,
    speaks: true,
    act: unfold,
    seen: shares,
  },
  "a claim with its author's inputs": { address: `${own}?_scenario=as_published`, speaks: true },
  "a claim with notices": { address: `${own}?servers=2000&load=nonsense#pue=1.2`, speaks: true, seen: notices },
  "a claim from before its release": { address: own.replace(/r\d+\/$/, "r0/"), speaks: true },
  "a claim on paper": { address: (i) => turn(i + 2), speaks: true, print: true },
  "a claim without the network": { address: `${own}?servers=2500`, speaks: true, seen: marked, offline: true },
  "a claim without scripts": { address: (i) => `${turn(i + 3)}?servers=2500`, speaks: true, scripts: false },
  "a claim where nothing is kept": { address: `${own}?servers=2500`, speaks: true, seen: marked, storage: false },
  "an embed": { address: (i) => `${turn(i + 4)}embed/`, speaks: true },
  "an embed with notices, in detail": {
    address: `${own}embed/?servers=2000..3000&load=nonsense`,
    speaks: true,
    act: unfold,
    seen: notices,
  },
  "an embed without scripts": { address: (i) => `${turn(i + 5)}embed/`, speaks: true, scripts: false },
};

/** The page of a view, without the language; `i` is the number of the step, for those that take turns. */
export const addressOf = ({ address }: View, i: number): string => (typeof address === "string" ? address : address(i));
