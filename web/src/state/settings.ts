/** What a reader may change, as plain values, and the ways to change it. */
import type { EvaluateRequest } from "../engine/types";

export interface Settings {
  scenario: string | null; // null: the claim's default
  set: Record<string, string>; // input id -> value text, bundle id -> option id
  samples: number | null;
  seed: string | null;
}

export const kUnchanged: Settings = { scenario: null, set: {}, samples: null, seed: null };

export function requestOf(claim: string, settings: Settings): EvaluateRequest {
  return {
    claim,
    ...(settings.scenario === null ? {} : { scenario: settings.scenario }),
    ...(settings.samples === null ? {} : { samples: settings.samples }),
    ...(settings.seed === null ? {} : { seed: settings.seed }),
    set: settings.set,
  };
}

export function settingsOf(request: EvaluateRequest | null): Settings {
  return {
    scenario: request?.scenario ?? null,
    set: { ...request?.set },
    samples: request?.samples ?? null,
    seed: request?.seed ?? null,
  };
}

export function withValue(settings: Settings, id: string, text: string): Settings {
  return { ...settings, set: { ...settings.set, [id]: text } };
}

export function without(settings: Settings, ids: readonly string[]): Settings {
  return {
    ...settings,
    set: Object.fromEntries(Object.entries(settings.set).filter(([id]) => !ids.includes(id))),
  };
}

export function sameSettings(a: Settings, b: Settings): boolean {
  return (
    JSON.stringify([a.scenario, a.samples, a.seed]) === JSON.stringify([b.scenario, b.samples, b.seed]) &&
    sameSet(a.set, b.set)
  );
}

function sameSet(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
