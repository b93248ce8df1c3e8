/** Social cards: the shared picture as PNG. The bytes depend on the fonts of the machine that builds. Reading fonts takes
 * longer than drawing, so cards are drawn many to a sheet, and the sheet is cut; fonts are held in memory, because the
 * native build of the same library maps these large files anew for every line of text. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { crc32, deflateSync } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { View } from "../pages/data";
import { cardSizes, picture } from "../share/picture";

const kFamily = { en: "Noto Sans CJK SC", "zh-Hans": "Noto Sans CJK SC", "zh-Hant": "Noto Sans CJK TC" };
const kFonts = ["Regular", "Bold"].map((weight) => `/usr/share/fonts/opentype/noto/NotoSansCJK-${weight}.ttc`);
const kSheet = 16; // cards on one: about 50 MB of pixels

export interface Card {
  view: View;
  link: string;
}

/** One PNG a card, in order. */
export async function* cardPngs(cards: readonly Card[]): AsyncGenerator<Uint8Array> {
  const require = createRequire(import.meta.url);
  await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const fonts = await Promise.all(
    kFonts.map((file) =>
      readFile(file).catch(() => {
        throw new Error(`cards need ${file}: install fonts-noto-cjk (scripts/setup does)`);
      }),
    ),
  );
  for (let i = 0; i < cards.length; i += kSheet) yield* sheet(cards.slice(i, i + kSheet), fonts);
}

function* sheet(cards: readonly Card[], fontBuffers: Uint8Array[]): Generator<Uint8Array> {
  const { width, height } = cardSizes.wide;
  const drawn = cards.map(({ view, link }, i) => {
    const svg = picture(view, link, view.data.built, "wide", `card-${i}`);
    return svg
      .replace(/font-family="[^"]*"/g, `font-family="${kFamily[view.lang]}"`)
      .replace(/^<svg[^>]*>/, `<g transform="translate(0,${i * height})">`)
      .replace(/<\/svg>\s*$/, "</g>");
  });
  const all = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height * cards.length}">${drawn.join("")}</svg>`;
  const resvg = new Resvg(all, { font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: kFamily.en } });
  const image = resvg.render();
  const pixels = image.pixels;
  image.free();
  resvg.free();
  for (let i = 0; i < cards.length; ++i)
    yield png(pixels.subarray(i * width * height * 4, (i + 1) * width * height * 4), width, height);
}

/** Opaque pixels (RGBA) as a PNG of 8 bits a channel, each line as its difference from the one above. */
export function png(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * 3 + 1;
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    lines[y * stride] = 2; // filter "up"
    for (let x = 0; x < width; ++x)
      for (let c = 0; c < 3; ++c) {
        const at = (y * width + x) * 4 + c;
        const above = y === 0 ? 0 : (pixels[at - width * 4] ?? 0);
        lines[y * stride + 1 + x * 3 + c] = (pixels[at] ?? 0) - above;
      }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
