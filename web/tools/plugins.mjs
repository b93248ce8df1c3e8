/** Modules that hold the words of one language: path below src/ -> its language and the name it exports. */
const kWords = {
  "messages/en.ts": { lang: "en", name: "en" },
  "messages/zh-hans.ts": { lang: "zh-Hans", name: "zhHans" },
  "messages/zh-hant.ts": { lang: "zh-Hant", name: "zhHant" },
};

/** A page is in one language and needs the words of that one: in its script the modules of the others are stand-ins
 * for it, so that every language has all keys and none is carried three times. */
export function oneLanguage(lang) {
  const [file, own] = Object.entries(kWords).find(([, words]) => words.lang === lang) ?? [];
  if (!own) throw new Error(`no words for ${lang}`);
  return {
    name: "one-language",
    enforce: "pre",
    load(id) {
      const found = Object.entries(kWords).find(([path]) => id.endsWith(`/src/${path}`));
      if (!found || found[1] === own) return null;
      return `export { ${own.name} as ${found[1].name} } from "./${file.split("/").at(-1).replace(/\.ts$/, "")}";`;
    },
  };
}
