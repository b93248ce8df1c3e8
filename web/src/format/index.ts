/** Numbers, units and punctuation for people, in English, zh-Hans and zh-Hant. Pure; no locale of the machine. */
export { han, isChinese, type Lang, LANGS, type Text } from "./lang";
export { type Decimal, plain, roundDigits, rounded, shift, toDecimal, toNumber } from "./decimal";
export {
  figureDigits,
  formatNumber,
  formatSpan,
  type NumberOptions,
  spanDigits,
  speakSpan,
  superscript,
} from "./number";
export { convert, isRatio, parseUnit, parseValueText, type UnitFactor } from "./unit_parse";
export {
  formatQuantity,
  formatRange,
  isCounted,
  isKnownUnit,
  type QuantityOptions,
  shownIn,
  speakQuantity,
  speakRange,
  unitLabel,
} from "./quantity";
export { typeset } from "./typeset";
