/** Names of sources on pages in English: a person's in pinyin, an office's or a site's as it calls itself in English. What
 * has no such form for certain (a pen name, a heading) stays as it is. The original stands beside it in full citations. */
import type { DatasetFiles, Lang, Source } from "../engine/types";

type Name = NonNullable<Source["author"]>[number];

const kEnglish: Readonly<Record<string, Name>> = {
  陈徐毅: { family: "Chen", given: "Xuyi" },
  国家统计局: { literal: "National Bureau of Statistics of China" },
  国家能源局: { literal: "National Energy Administration of China" },
  生态环境部: { literal: "Ministry of Ecology and Environment of China" },
  中关村: { literal: "Zhongguancun" },
  痞客邦: { literal: "PIXNET" },
};

function named(source: Source): Source {
  const place = source["container-title"] ?? "";
  const english = kEnglish[place]?.literal;
  const author = source.author?.map((name) => {
    const found = kEnglish[name.literal ?? ""];
    return found ? { ...found, original: name.literal } : name;
  });
  return {
    ...source,
    ...(author ? { author } : {}),
    ...(english ? { "container-title": english, "container-title-original": place } : {}),
  };
}

type Files = DatasetFiles["files"];

/** The files with their sources named as readers of a language can read them. */
export function namesIn<T extends Files>(files: T, lang: Lang): T {
  if (lang !== "en") return files;
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [
      path,
      path.startsWith("sources/") ? named(file as unknown as Source) : file,
    ]),
  ) as T;
}
