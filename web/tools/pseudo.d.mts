import type { Plugin } from "vite";
export function pseudo(text: string): string;
export function pseudoData<T>(node: T): T;
export function pseudoLanguage(src: string): Plugin;
