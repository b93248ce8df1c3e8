/** STUB until charts/ and sentences/ are there. */
import { formatRange } from "../format";
import { claimOf, type View } from "./data";
import { say } from "./words";
export interface BarSize { width: number; height: number; standalone?: boolean }
export function barChart(view: View, size: BarSize = { width: 328, height: 110 }): string {
  const o = view.answer.outputs[0];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"><rect x="${size.width * 0.2}" y="40" width="${size.width * 0.5}" height="14" fill="#789"/><text x="0" y="90" font-size="12">${o?.summary.median}</text></svg>`;
}
export function densityChart(_view: View, _output: unknown): string { return barChart(_view); }
export function mainSentence(view: View): { main: string; scope: string } {
  const o = view.answer.outputs[0];
  return { main: o ? `${say(claimOf(view.data).gap, view.lang)} ${formatRange(o.summary.p05, o.summary.p95, o.unit, view.lang, { digits: 2 })}` : "", scope: say(claimOf(view.data).scope, view.lang) };
}
export function captionText(view: View, link: string): string { return mainSentence(view).main + " " + link; }
export function altText(view: View): string { return mainSentence(view).main; }
