/** How a result is computed: every step with its formula in words and with its numbers. */
import type { EvaluateAnswer, InputState, Lang } from "../engine/types";
import { formatQuantity, isChinese } from "../format";
import { fill, messages } from "../messages";
import { authorScenarios, claimOf, inputLabel, isAuthors, stepLabel, type View } from "./data";
import { readFormula, soleName, tokens, widened } from "./formula";
import { html, type Markup } from "./html";
import { unitWords } from "./parts";
import { type Amount, amountOf, sumLine } from "./sum_line";
import { word } from "./words";

export function sumOf(view: View, answer: EvaluateAnswer, digits: number): Markup {
  const { lang, data } = view;
  // Digits to multiply again; in Chinese those of the large words are read more easily than a row of them.
  const amount = (value: number, of: string, exact = false): string => {
    // A date is known to the month; what is set to one value is printed as it was set.
    const most = of === "date" ? 7 : exact ? Math.max(6, digits) : digits;
    return formatQuantity(value, of, lang, { digits: most, style: isChinese(lang) ? "prose" : "plain" });
  };
  const inputAmount = ({ value, unit }: InputState): string => amount(value.median, unit, value.p05 === value.p95);
  const authors = authorScenarios(claimOf(data)).includes(answer.scenario);
  const inputs = new Map(answer.inputs.map((input) => [input.id, input]));
  const steps = new Map(answer.steps.map((step) => [step.id, step]));
  // A step that hands a value on under another name says nothing new, unless it is the result: its readers are shown what
  // it stands for.
  const aliases = new Map<string, string>();
  for (const step of answer.steps) {
    const only = soleName(step.formula);
    if (only === null || step.id === answer.outputs[0]?.id) continue;
    const [input, before] = [inputs.get(only), steps.get(only)];
    const handed = input ? inputAmount(input) : before && amount(before.central, before.unit);
    if (handed === amount(step.central, step.unit)) aliases.set(step.id, aliases.get(only) ?? only);
  }
  const valueOf = (id: string): string => {
    const input = inputs.get(id);
    if (input) {
      const value = inputAmount(input);
      if (input.changed || !authors) return value;
      if (!isAuthors(input)) return `${value} [${word(lang, "put_in")}]`;
      if (input.state !== "omitted") return value;
      // What leaves the product as it is need not be said; anything else is in the numbers that follow.
      const mark = `[${messages[lang].state.omitted}]`;
      return input.value.median === 1 ? mark : `${value} ${mark}`;
    }
    const step = steps.get(id);
    return step ? amount(step.central, step.unit) : id;
  };
  const termOf = (id: string): Amount => {
    const [input, before] = [inputs.get(id), steps.get(id)];
    if (input) return amountOf(input.value.median, input.unit, lang, valueOf(id));
    return before ? amountOf(before.central, before.unit, lang, valueOf(id)) : { text: id, scale: 1 };
  };
  const nameOf = (alias: string): string => {
    const id = aliases.get(alias) ?? alias;
    return inputs.has(id) ? inputLabel(data, id, lang) : stepLabel(data, id, lang);
  };
  const unit = (text: string, one: boolean): string => unitWords(text, lang, one);
  const unproven = answer.inputs.filter((input) => input.evidence === "unverified" && !input.changed);
  const names = unproven.map(({ id }) => inputLabel(data, id, lang)).join(messages[lang].a11y.list);
  return html`${names ? html`<p class="quiet"><span class="evidence">${messages[lang].evidence.unverified_mark}</span> ${names}</p>` : ""}<ol class="sum">
    ${answer.steps
      .filter((step) => !aliases.has(step.id))
      .map(
        (step) =>
          html`<li>
            <p class="step-name">
              ${stepLabel(data, step.id, lang)}
              <span class="step-formula">= ${readFormula(step.formula, nameOf, unit)}</span>
            </p>
            <p class="step-numbers">
              <span class="terms">${sumLine(step.formula, termOf, amountOf(step.central, step.unit, lang, ""), lang)}</span>
              <span class="result">=\u00a0${amount(step.central, step.unit)}</span>
            </p>
            ${widenNote(step.formula, lang)}
          </li>`,
      )}
  </ol>`;
}

/** Where a formula adds kinds up (on-site and off-site water), it says so; to drop a kind in a product joins nothing. */
function widenNote(formula: string, lang: Lang): Markup | null {
  const joined = widened(formula);
  if (joined.length === 0 || !tokens(formula).some(({ kind, text }) => kind === "sign" && /[-+]/.test(text)))
    return null;
  const text = [...new Set(joined.map((unit) => unitWords(unit, lang) || unit))].join(messages[lang].a11y.list);
  return html`<p class="quiet">${fill(messages[lang].derivation.widened, { text })}</p>`;
}

export function derivation(view: View): Markup {
  return sumOf(view, view.answer, 4);
}
