import type { Plugin } from "vite";
export function footingGlue(): Plugin;
export function oneLanguage(lang: string): Plugin;
