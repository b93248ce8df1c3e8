/** The bar as a drawing of its own: with its title above and, below, where it comes from. */
import { bar } from "../charts";
import { esc, n, tag } from "../charts/svg";
import { wrap } from "../charts/text";
import { fontStack, lightTheme } from "../charts/theme";
import { fill, messages } from "../messages";
import { claimOf, type View } from "../pages/data";
import { barData } from "../pages/figures";
import { pictureWords } from "./picture_words";
import { say } from "../pages/words";
import { changesInPicture, changesLine } from "./changes";

const kWidth = 720;
const kPad = 24;

/** Null for a claim without an output. */
export function barFile(view: View, link: string, date: string): string | null {
  const data = barData(view);
  if (!data) return null;
  const { lang, answer } = view;
  const theme = lightTheme;
  const inner = kWidth - 2 * kPad;
  const drawn = bar(data, { id: "bar", width: inner, fluid: false, theme, size: 14 });
  const tall = Number(/ height="([\d.]+)"/.exec(drawn)?.[1] ?? 0);
  const m = messages[lang];
  const revision = view.data.revision === 0 ? m.revision.preview : `r${view.data.revision}`;
  const title = say(claimOf(view.data).title, lang);
  const foot = [
    ...(answer.changed ? wrap(`${m.share.changed_stamp} · ${changesLine(view)}`, 13, inner) : []),
    `${m.site.name} · ${revision} · ${fill(m.share.as_of, { date })}`,
    ...wrap(link, 13, inner),
  ];
  const out: string[] = [];
  let y = kPad;
  const write = (line: string, size: number, fill_: string, weight: number | null): void => {
    y += size * 1.4;
    out.push(
      tag(
        "text",
        {
          x: kPad,
          y: y - size * 0.35,
          "font-size": size,
          "font-family": fontStack(lang),
          fill: fill_,
          "font-weight": weight,
        },
        esc(line),
      ),
    );
  };
  for (const line of wrap(title, 18, inner, true)) write(line, 18, theme.ink, 700);
  y += 12;
  out.push(tag("g", { transform: `translate(${n(kPad)} ${n(y)})` }, drawn));
  y += tall + 10;
  for (const line of foot) write(line, 13, theme.muted, null);
  const height = y + kPad * 0.6;
  const { alt } = pictureWords(view, link, date, changesInPicture(view));
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: kWidth,
      height,
      viewBox: `0 0 ${kWidth} ${n(height)}`,
      role: "img",
      lang,
      "aria-labelledby": "title description",
    },
    tag("title", { id: "title" }, esc(title)) +
      tag("desc", { id: "description" }, esc(alt)) +
      tag("rect", { width: kWidth, height, fill: theme.paper }) +
      out.join(""),
  );
}
