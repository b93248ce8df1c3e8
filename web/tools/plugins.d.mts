import type { Plugin } from "vite";
export function oneLanguage(lang: string): Plugin;
