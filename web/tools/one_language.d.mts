import type { Plugin } from "vite";
import type { Lang } from "../src/engine/types";

export function oneLanguage(lang: Lang, src: string, entry: string, later?: RegExp | null): Plugin;
