/** What machines read about a claim: oEmbed, JSON-LD, and a ClaimReview for publishers that fills everything but the
 * rating. Footing is the instrument; who rates is the publisher. */
import { mainSentence } from "./figures";
import { sourceUrl } from "./citation";
import { claimOf, modelOf, shownSources, sourceOf, type View } from "./data";
import { frameCode } from "./metadata_code";
import { linkKind, sourceOfLink } from "../sentences/words";
import { say } from "./words";

const placeOf = ({ lang, data, edition }: View): string =>
  `${lang}/claims/${data.claim}/${edition?.folder ?? `r${data.revision}`}/`;

/** https://oembed.com, as a file: sizes cannot be asked for, so the frame is as wide as its place. */
export function oembed(view: View, siteUrl: string): Record<string, unknown> {
  const own = new URL(placeOf(view), siteUrl);
  const title = say(claimOf(view.data).title, view.lang);
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Footing",
    provider_url: siteUrl,
    title,
    html: frameCode(title, new URL("embed/index.html", own).href),
    width: 640,
    height: 480,
    thumbnail_url: new URL("card.png", own).href,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    cache_age: 86400,
  };
}

/** schema.org: the page as an application, its inputs and results as a data set with their sources. */
export function jsonLd(view: View, siteUrl: string): Record<string, unknown> {
  const { lang, data } = view;
  const claim = claimOf(data);
  const url = new URL(placeOf(view), siteUrl).href;
  const title = say(claim.title, lang);
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebApplication",
        "@id": `${url}#page`,
        name: title,
        url,
        inLanguage: lang,
        applicationCategory: "EducationalApplication",
        browserRequirements: "JavaScript, WebAssembly",
        isAccessibleForFree: true,
      },
      {
        "@type": "Dataset",
        "@id": `${url}#data`,
        name: title,
        description: say(claim.statement, lang),
        url,
        version: `r${data.revision}`,
        inLanguage: lang,
        isAccessibleForFree: true,
        variableMeasured: data.published.outputs.map((output) => ({
          "@type": "PropertyValue",
          name: output.id,
          unitText: output.unit,
        })),
        measurementTechnique: say(modelOf(data, claim.model)?.title, lang),
        citation: shownSources(view).map((source) => ({
          "@type": "CreativeWork",
          name: source.title ?? source.id,
          ...(sourceUrl(source) ? { url: sourceUrl(source) } : {}),
        })),
      },
    ],
  };
}

/** For a publisher's own review: what was claimed, by whom and where. `reviewRating` and the reviewer are left to them. */
export function claimReview(view: View, siteUrl: string | null): Record<string, unknown> {
  const { lang, data } = view;
  const claim = claimOf(data);
  const appearances = claim.appears_in.flatMap(({ source }) => sourceOf(data, source) ?? []);
  // As far back as each names the one before.
  const known = claim.chain.map(sourceOfLink).filter((id) => linkKind(claim, id) === null);
  const origin = sourceOf(data, known.at(-1) ?? "") ?? appearances[0];
  const work = (source: (typeof appearances)[number]): Record<string, unknown> => ({
    "@type": "CreativeWork",
    name: source.title ?? source.id,
    ...(sourceUrl(source) ? { url: sourceUrl(source) } : {}),
    ...(source.issued?.["date-parts"][0] ? { datePublished: dateOf(source.issued["date-parts"][0]) } : {}),
  });
  const author = origin?.author?.[0];
  const name = author ? (author.literal ?? [author.given, author.family].filter(Boolean).join(" ")) : "";
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    claimReviewed: say(claim.statement, lang),
    url: "",
    datePublished: "",
    author: { "@type": "Organization", name: "", url: "" },
    reviewRating: { "@type": "Rating", ratingValue: "", bestRating: "", worstRating: "", alternateName: "" },
    itemReviewed: {
      "@type": "Claim",
      ...(name ? { author: { "@type": author?.literal ? "Organization" : "Person", name } } : {}),
      ...(origin ? { firstAppearance: work(origin) } : {}),
      appearance: appearances.map(work),
    },
    reviewBody: [mainSentence(view).main, mainSentence(view).scope].join(" "),
    ...(siteUrl ? { isBasedOn: new URL(placeOf(view), siteUrl).href } : {}),
    inLanguage: lang,
  };
}

const dateOf = (parts: number[]): string => parts.map((part) => String(part).padStart(2, "0")).join("-");
