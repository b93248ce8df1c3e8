/** The pages about the dataset and the project: methodology, one page a model, the sources, about. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { AboutAnswer, DatasetFiles, Lang } from "../engine/types";
import { aboutText } from "../messages/about";
import { methodText } from "../messages/method";
import { aboutBody, sourcesBody, type Package } from "../pages/about";
import type { Markup } from "../pages/html";
import { Library } from "../pages/library";
import { methodBody, type Kind } from "../pages/method";
import { modelBody } from "../pages/model_page";
import { say } from "../pages/words";
import { namesIn } from "./dataset";

export interface LibraryPage {
  folder: string; // below the language's folder, without slashes at its ends
  title: string;
  description: string;
  body: Markup;
}

/** What runs in pages: packages of npm by their own package.json, and the toolchain's runtime in the module. */
const kBundled = ["lit", "lit-html", "lit-element", "@lit/reactive-element", "uqr"];
const kRuntime: Package = { name: "Emscripten", version: "3.1", licence: "MIT / NCSA" };

export function packages(modules: string): Package[] {
  const read = (name: string): Package => {
    const file = JSON.parse(readFileSync(path.join(modules, name, "package.json"), "utf8")) as {
      version: string;
      license: string;
    };
    return { name, version: file.version, licence: file.license };
  };
  return [...kBundled.map(read), kRuntime];
}

interface UnitsFile {
  bases: { unit: string; customary: string; kinds: { suffix: string }[] }[];
}

/** Bases that have kinds, in the unit that is customary for them. */
function kindsOf(files: DatasetFiles["files"]): Kind[] {
  const { bases } = files["units.json"] as unknown as UnitsFile;
  return bases
    .filter((base) => base.kinds.length > 0)
    .map(({ customary, kinds }) => ({ base: customary, units: kinds.map(({ suffix }) => `${customary}${suffix}`) }));
}

export function libraryPages(
  lang: Lang,
  dataset: DatasetFiles,
  about: AboutAnswer,
  modules: string,
  claimAddress: (id: string) => string,
): LibraryPage[] {
  const library = new Library(namesIn(dataset.files, lang));
  const method = methodText[lang];
  const own = aboutText[lang];
  return [
    {
      folder: "method",
      title: method.title,
      description: method.lead,
      body: methodBody({ lang, library, about, kinds: kindsOf(dataset.files) }),
    },
    { folder: "sources", title: own.sources, description: own.sources_lead, body: sourcesBody(lang, library) },
    {
      folder: "about",
      title: own.title,
      description: own.lead,
      body: aboutBody({ lang, about, packages: packages(modules) }),
    },
    ...library.models(lang).map((model): LibraryPage => {
      return {
        folder: `models/${model.id}`,
        title: say(model.title, lang),
        description: say(model.summary, lang),
        body: modelBody({ lang, root: "../../../", library, model, claimAddress }),
      };
    }),
  ];
}
