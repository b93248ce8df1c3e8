/** The page's elements, but for the panel for sharing, which comes later. Registered once; a second copy of the script on a page changes nothing. */
import { FootingBundle, FootingScenario } from "./choices";
import { FootingInput } from "./footing_input";

const elements: [string, CustomElementConstructor][] = [
  ["footing-input", FootingInput],
  ["footing-bundle", FootingBundle],
  ["footing-scenario", FootingScenario],
];

export function register(): void {
  for (const [name, element] of elements) if (!customElements.get(name)) customElements.define(name, element);
}
