/** Charts: data in, SVG text out. No DOM; the same functions draw in the browser and at build time. Colours are CSS custom
 * properties (charts.css) unless a theme with plain values is given. */
export { bar, type BarOptions } from "./bar";
export { type BarData, type BarMark, barTable, barWords, relationText, roleWord, shown } from "./bar_words";
export { card, type CardData, type CardFormat, cardSizes } from "./card";
export { density, type DensityData, quantileDots } from "./density";
export { mini } from "./mini";
export { fitScale, makeScale, type Scale, ticks } from "./scale";
export { esc } from "./svg";
export { textWidth, wrap } from "./text";
export { darkTheme, fontStack, lightTheme, pageTheme, type Theme } from "./theme";
export { track, type TrackData, type TrackOptions, trackWords } from "./track";
