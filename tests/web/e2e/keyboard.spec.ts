/** A claim's page by keyboard alone: every control is reached in the order of the page, is seen when it is, and lets go. */
import { expect, test } from "@playwright/test";
import { claimPage, kChromium, open, sharing } from "../support/site";

const kStops = "a[href], button, input, select, textarea, summary, [tabindex='0']";

for (const [name, width] of [
  ["phone", 360],
  ["desktop", 1280],
] as const)
  test(
    `the Tab key visits every control of a claim on a ${name}, in order, and each is seen`,
    name === "desktop" ? { tag: kChromium } : {}, // the narrow walk is the harder one, and one is enough twice
    async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await open(page, `${claimPage("en")}?servers=2000`);
      // Where it is, not where it glides to: Firefox cannot be told of less motion here.
      await page.addStyleTag({ content: "html { scroll-behavior: auto !important; }" });
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      await sharing(page);
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        window.scrollTo(0, 0);
        window.getSelection()?.collapse(document.body, 0);
      });
      const visited: number[] = [];
      const hidden: string[] = [];
      for (let presses = 0; presses < 400; ++presses) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate((stops) => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          // Of what is taller than the window's room its first line.
          const line = box.top + Math.min(box.height / 2, 22);
          const under = document.elementFromPoint(box.left + box.width / 2, line);
          return {
            index: [...document.querySelectorAll(stops)].indexOf(element),
            is: element.outerHTML.slice(0, 120),
            ring:
              element.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
            covered:
              under !== null && !element.contains(under) && !under.contains(element) && under.closest("#mine") !== null,
          };
        }, kStops);
        if (at === null || at.index === visited[0]) break; // left the page, or came round
        visited.push(at.index);
        if (!at.ring) hidden.push(`no ring: ${at.is}`);
        if (at.covered) hidden.push(`covered: ${at.is}`);
      }
      expect(hidden).toEqual([]);
      expect(visited).toEqual([...visited].sort((a, b) => a - b));
      const expected = await page.evaluate(
        (stops) =>
          [...document.querySelectorAll<HTMLElement>(stops)].flatMap((element, i) => {
            const off = (element as HTMLButtonElement).disabled || element.tabIndex < 0 || !element.checkVisibility();
            const other = element instanceof HTMLInputElement && element.type === "radio" && !element.checked;
            return off || other ? [] : [i];
          }),
        kStops,
      );
      expect(visited).toEqual(expected);
    },
  );
