/** Unit texts as the datasets write them ("kWh_facility/day", "gCO2e/kWh", "kWh/(household*year)"), taken
 * apart for printing and for showing a figure in another unit of the same kind. The engine is the judge of
 * units; this reader knows words and sizes, so it is lenient: an unknown name prints as it is written. */
import { type Atom, kAtoms, kKinds, kPrefixes } from "./unit_atoms";

export interface UnitFactor {
  /** Atom id as in the table, or the whole name where the table has none. */
  id: string;
  atom: Atom | null;
  prefix: string;
  /** What the atom is an amount of, between atom and kind: "CO2e" in tCO2e. */
  substance: string;
  /** Kind suffix: "it" in kWh_it; a year for currencies. */
  kind: string;
  /** Positive above the line, negative below. */
  exponent: number;
}

const kCache = new Map<string, readonly UnitFactor[]>();

/** Factors in written order. Never throws. */
export function parseUnit(text: string): readonly UnitFactor[] {
  const known = kCache.get(text);
  if (known) return known;
  const factors = new Reader(text).read();
  kCache.set(text, factors);
  return factors;
}

class Reader {
  private readonly tokens: string[];
  private at = 0;
  constructor(text: string) {
    this.tokens = text.match(/[*/^()]|[+-]?\d+(?:\.\d+)?(?=[*/^()]|$)|[^*/^()\s]+/g) ?? [];
  }

  read(): UnitFactor[] {
    return this.product(1).filter((factor) => factor.id !== "1" && factor.exponent !== 0);
  }

  private product(sign: number): UnitFactor[] {
    const out = this.powered(sign);
    for (;;) {
      const token = this.tokens[this.at];
      if (token !== "*" && token !== "/") return out;
      ++this.at;
      out.push(...this.powered(token === "/" ? -sign : sign));
    }
  }

  private powered(sign: number): UnitFactor[] {
    let out: UnitFactor[];
    if (this.tokens[this.at] === "(") {
      ++this.at;
      out = this.product(sign);
      if (this.tokens[this.at] === ")") ++this.at;
    } else {
      const name = this.tokens[this.at++];
      out = name === undefined ? [] : [named(name, sign)];
    }
    if (this.tokens[this.at] === "^") {
      ++this.at;
      const power = Number(this.tokens[this.at++] ?? "1");
      out = out.map((factor) => ({
        ...factor,
        exponent: factor.exponent * (Number.isFinite(power) ? power : 1),
      }));
    }
    return out.map((factor) =>
      factor.id === "m" && factor.prefix === "" && Math.abs(factor.exponent) === 3
        ? { ...factor, id: "m3", atom: kAtoms.get("m3") ?? null, exponent: Math.sign(factor.exponent) }
        : factor,
    );
  }
}

const kSubstance = /(CO2e|CO2)$/;

function named(name: string, exponent: number): UnitFactor {
  let body = name;
  let kind = "";
  const whole = plainAtom(body);
  if (!whole) {
    const suffix = /^(.+?)_([A-Za-z0-9_]+)$/.exec(body);
    if (suffix && (kKinds.has(suffix[2] as string) || /^\d{4}$/.test(suffix[2] as string))) {
      body = suffix[1] as string;
      kind = suffix[2] as string;
    }
  }
  const substance = kSubstance.exec(body)?.[1] ?? "";
  const stem = substance === "" ? body : body.slice(0, -substance.length);
  const found = plainAtom(stem);
  if (!found) return { id: name, atom: null, prefix: "", substance: "", kind: "", exponent };
  return { ...found, substance, kind, exponent };
}

function plainAtom(text: string): { id: string; atom: Atom; prefix: string } | null {
  const exact = kAtoms.get(text);
  if (exact) return { id: text, atom: exact, prefix: "" };
  const prefix = text === "" ? "" : text.startsWith("\u00b5") ? "u" : (text[0] as string);
  const atom = kAtoms.get(text.slice(1));
  return atom && kPrefixes.has(prefix) && atom.prefixes.includes(prefix) ? { id: text.slice(1), atom, prefix } : null;
}

/** Size of one factor (without exponent) in its dimension's own unit. */
export function sizeOf(factor: UnitFactor): number {
  return (factor.atom?.factor ?? 1) * 10 ** (kPrefixes.get(factor.prefix)?.power ?? 0);
}

/** Bases and exponents, kinds left aside: what decides whether two texts convert. */
function signature(factors: readonly UnitFactor[]): string {
  const sum = new Map<string, number>();
  const add = (base: string, exponent: number): void => {
    if (base !== "") sum.set(base, (sum.get(base) ?? 0) + exponent);
  };
  for (const factor of factors) {
    const base = factor.atom ? factor.atom.dimension : factor.id;
    if (base === "power") {
      add("energy", factor.exponent);
      add("time", -factor.exponent);
    } else {
      add(base + factor.substance, factor.exponent);
    }
  }
  return [...sum]
    .filter(([, e]) => e !== 0)
    .sort()
    .map(([b, e]) => `${b}^${e}`)
    .join("*");
}

/** `value` in unit `from`, expressed in `to`; null when they do not measure the same thing. Kinds are not
 * compared: this is for showing a number, not for computing with it. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const a = parseUnit(from);
  const b = parseUnit(to);
  if (signature(a) !== signature(b)) return null;
  const up = (factors: readonly UnitFactor[], sign: number): number =>
    factors.reduce((product, f) => (f.exponent * sign > 0 ? product * sizeOf(f) ** Math.abs(f.exponent) : product), 1);
  const ratio = (up(a, 1) * up(b, -1)) / (up(a, -1) * up(b, 1));
  return clean(value * ratio);
}

/** Takes off the dust that a multiplication leaves in the last two of a double's digits. */
export function clean(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(14)) : value;
}

/** True for a unit whose every part stands both above and below the line, prefix and all: kWh_facility/kWh_it. */
export function isRatio(text: string): boolean {
  const factors = parseUnit(text);
  return factors.length > 0 && signature(factors) === "" && convert(1, text, "1") === 1;
}

/** Number part and unit of a value text that is one number: "500000 kWh/day"; null for anything else. */
export function parseValueText(text: string): { value: number; unit: string } | null {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/.exec(text);
  if (!match) return null;
  const unit = (match[2] ?? "").replace(/^\[(.*)\]$/, "$1");
  if (/^[.\d]/.test(unit)) return null;
  return { value: Number(match[1]), unit: unit === "" ? "1" : unit };
}
