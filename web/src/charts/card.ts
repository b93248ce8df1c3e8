/** The shared picture: claim, main sentence, bar, scope, date, link and QR code in one SVG of fixed size. It stands alone
 * wherever scripts and frames cannot go, so everything needed to check it is inside. */
import { isChinese, type Lang } from "../format/index";
import { fill, messages } from "../messages/index";
import { bar } from "./bar";
import type { BarData } from "./bar_words";
import { esc, n, safeId, tag } from "./svg";
import { textWidth, wrap } from "./text";
import { fontStack, lightTheme, type Theme } from "./theme";

export type CardFormat = "wide" | "tall";

export const cardSizes: Readonly<Record<CardFormat, { width: number; height: number }>> = {
  wide: { width: 1200, height: 630 },
  tall: { width: 1080, height: 1350 },
};

export interface CardData {
  lang: Lang;
  title: string;
  /** The line above the title: kind, period, where it appeared. */
  meta: string;
  /** E, R, P, N. */
  main: string;
  /** S. */
  scope: string;
  bar: BarData | null;
  /** YYYY-MM-DD. */
  date: string;
  revision: number;
  /** As printed, without "https://". */
  link: string;
  /** Modules of the QR code, true is dark; null leaves it out. */
  qr: readonly (readonly boolean[])[] | null;
  /** Settings differ from the revision's. */
  changed: boolean;
  /** Which, in one line; "" for none. */
  changes?: string;
  /** Alternative text; becomes the SVG's description. */
  alt: string;
}

interface Block {
  lines: string[];
  size: number;
  leading: number;
}

function block(text: string, size: number, width: number, leading: number, bold = false): Block {
  return { lines: text === "" ? [] : wrap(text, size, width, bold), size, leading };
}

function tall(b: Block): number {
  return b.lines.length * b.size * b.leading;
}

/** The sharer's settings, said as theirs. */
function stamped({ lang, changes }: CardData): string {
  if (!changes) return "";
  return `${messages[lang].share.changed_stamp}${isChinese(lang) ? "\uff1a" : ": "}${changes}`;
}

/** Draws the picture. Text shrinks in steps until all of it fits; nothing is cut off. */
export function card(data: CardData, options: { id: string; format: CardFormat; theme?: Theme }): string {
  const theme = options.theme ?? lightTheme;
  const { width, height } = cardSizes[options.format];
  const wide = options.format === "wide";
  const pad = wide ? 56 : 64;
  const inner = width - 2 * pad;
  const words = messages[data.lang];
  const chinese = isChinese(data.lang);
  const leading = chinese ? 1.5 : 1.38;
  const qrSize = data.qr ? (wide ? 148 : 196) : 0;
  const footer = Math.max(qrSize, wide ? 92 : 110);
  const room = height - 2 * pad - footer - (wide ? 18 : 36);
  const barSize = wide ? 20 : 24;

  let title: Block;
  let main: Block;
  let scope: Block;
  let changes: Block;
  let meta: Block;
  let picture = "";
  let pictureTall = 0;
  let gap = 0;
  for (let shrink = wide ? 1.2 : 1.32; ; shrink -= 0.04) {
    const metaSize = (wide ? 22 : 28) * Math.min(1.1, Math.max(shrink, 0.7));
    // The stamp stands at the end of the first line.
    const stamp = data.changed ? textWidth(words.share.changed_stamp, metaSize * 0.95, true) + metaSize * 2 : 0;
    meta = block(data.meta, metaSize, inner - stamp, 1.3);
    title = block(data.title, (wide ? 42 : 56) * shrink, inner, 1.25, true);
    main = block(data.main, (wide ? 27 : 37) * shrink, inner, leading);
    scope = block(data.scope, (wide ? 22 : 29) * shrink, inner, leading);
    changes = block(stamped(data), (wide ? 22 : 29) * shrink, inner, leading);
    const size = Math.max(12, barSize * Math.max(shrink, 0.6));
    picture = data.bar ? bar(data.bar, { id: `${options.id}-bar`, width: inner, fluid: false, theme, size }) : "";
    pictureTall = picture === "" ? 0 : Number(/ height="([\d.]+)"/.exec(picture)?.[1] ?? 0);
    gap = (wide ? 14 : 30) * Math.max(shrink, 0.6);
    const need = tall(meta) + tall(title) + tall(main) + tall(scope) + tall(changes) + pictureTall + gap * 4.4;
    if (need <= room || shrink <= 0.34) break;
  }

  const font = fontStack(data.lang);
  const out: string[] = [tag("rect", { width, height, fill: theme.paper })];
  let y = pad;
  const write = (b: Block, fill_: string, weight: number | null): void => {
    for (const line of b.lines) {
      out.push(
        tag(
          "text",
          {
            x: pad,
            y: y + b.size * (b.leading / 2 + 0.36),
            "font-size": b.size,
            "font-family": font,
            fill: fill_,
            "font-weight": weight,
          },
          esc(line),
        ),
      );
      y += b.size * b.leading;
    }
  };
  write(meta, theme.muted, null);
  if (data.changed) {
    const size = meta.size * 0.95;
    const text = words.share.changed_stamp;
    const w = textWidth(text, size, true) + size * 1.4;
    out.push(
      tag("rect", {
        class: "card-stamp",
        x: width - pad - w,
        y: pad - size * 0.25,
        width: w,
        height: size * 1.7,
        rx: 4,
        fill: theme.paper,
        stroke: theme.ink,
        "stroke-width": 2,
      }),
      tag(
        "text",
        {
          x: width - pad - w / 2,
          y: pad + size * 0.98,
          "font-size": size,
          "font-family": font,
          "text-anchor": "middle",
          "font-weight": 700,
          fill: theme.ink,
        },
        esc(text),
      ),
    );
  }
  y += gap * 0.4;
  write(title, theme.ink, 700);
  y += gap;
  write(main, theme.ink, null);
  if (picture !== "") {
    y += gap;
    out.push(tag("g", { transform: `translate(${n(pad)} ${n(y)})` }, picture));
    y += pictureTall;
  }
  y += gap * 0.8;
  write(scope, theme.muted, null);
  if (changes.lines.length > 0) y += gap * 0.4;
  write(changes, theme.ink, null);

  // Footer: name, date and link on the left, QR code on the right.
  const footTop = height - pad - footer;
  const small = wide ? 20 : 26;
  out.push(
    tag("line", {
      x1: pad,
      x2: width - pad,
      y1: footTop - (wide ? 8 : 16),
      y2: footTop - (wide ? 8 : 16),
      stroke: theme.rule,
      "stroke-width": 1.5,
    }),
  );
  const left: [string, number, string, number | null][] = [
    [`${words.site.name} \u00b7 ${words.site.tagline}`, small * 1.1, theme.ink, 700],
    [
      `${data.revision === 0 ? words.revision.preview : fill(words.revision.this, { revision: data.revision })} \u00b7 ${fill(words.share.as_of, { date: data.date })}${data.changed ? ` \u00b7 ${words.share.changed_note}` : ""}`,
      small,
      theme.muted,
      null,
    ],
  ];
  const linkWidth = inner - (qrSize > 0 ? qrSize + 24 : 0);
  const linkSize = Math.min(small, (small * linkWidth) / Math.max(1, textWidth(data.link, small)));
  left.push([data.link, Math.max(linkSize, 11), theme.ink, null]);
  let fy = footTop + (footer - left.reduce((sum, [, size]) => sum + size * 1.55, 0)) / 2;
  for (const [text, size, colour, weight] of left) {
    for (const line of wrap(text, size, linkWidth)) {
      out.push(
        tag(
          "text",
          {
            x: pad,
            y: fy + size * 1.1,
            "font-size": size,
            "font-family": font,
            fill: colour,
            "font-weight": weight,
          },
          esc(line),
        ),
      );
      fy += size * 1.55;
    }
  }
  if (data.qr) out.push(qrMarkup(data.qr, width - pad - qrSize, footTop, qrSize));

  const id = safeId(options.id);
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      lang: data.lang,
      class: "chart chart-card",
      "aria-labelledby": `${id}-t ${id}-d`,
    },
    `<title id="${id}-t">${esc(data.title)}</title><desc id="${id}-d">${esc(data.alt)}</desc>${out.join("")}`,
  );
}

/** QR modules as one path, dark on white whatever the theme, with the quiet zone of four modules that readers need. */
function qrMarkup(modules: readonly (readonly boolean[])[], x: number, y: number, size: number): string {
  const count = modules.length + 8;
  let d = "";
  modules.forEach((row, r) => {
    for (let c = 0; c < row.length; ++c) {
      if (!row[c]) continue;
      const start = c;
      while (row[c + 1]) ++c;
      d += `M${start + 4} ${r + 4}h${c - start + 1}v1h-${c - start + 1}z`;
    }
  });
  return tag(
    "g",
    {
      class: "card-qr",
      transform: `translate(${n(x)} ${n(y)}) scale(${(size / count).toFixed(5)})`,
      "shape-rendering": "crispEdges",
    },
    tag("rect", { width: count, height: count, fill: "#ffffff" }) + tag("path", { d, fill: "#000000" }),
  );
}
