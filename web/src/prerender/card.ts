/** Social cards: the shared picture as PNG. The bytes depend on the fonts of the machine that builds. */
import { existsSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import type { View } from "../pages/data";
import { picture } from "../share/picture";

const kFamily = { en: "Noto Sans CJK SC", "zh-Hans": "Noto Sans CJK SC", "zh-Hant": "Noto Sans CJK TC" };

/** Reading every font of the machine for every card takes longer than drawing it. */
const kFonts = ["Regular", "Bold"]
  .map((weight) => `/usr/share/fonts/opentype/noto/NotoSansCJK-${weight}.ttc`)
  .filter((file) => existsSync(file));

export function cardPng(view: View, link: string): Uint8Array {
  const family = kFamily[view.lang];
  const svg = picture(view, link, view.data.built, "wide");
  const resvg = new Resvg(svg.replace(/font-family="[^"]*"/g, `font-family="${family}"`), {
    font: { loadSystemFonts: kFonts.length === 0, fontFiles: kFonts, defaultFontFamily: family },
  });
  return resvg.render().asPng();
}
