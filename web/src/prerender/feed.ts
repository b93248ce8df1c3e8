/** An Atom feed (RFC 4287) of what was released, corrected and withdrawn, the newest first. */
import { createHash } from "node:crypto";
import type { Claim, Lang } from "../engine/types";
import { messages } from "../messages";
import { historyWord } from "../messages/history";
import type { Revision } from "../pages/data";
import { say } from "../pages/words";

export interface FeedClaim {
  claim: Claim;
  revisions: Revision[];
}

const kMost = 200;

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A name for good that depends on no address: a UUID of the form for hashes (RFC 9562, version 8). */
function uuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

export function atom(lang: Lang, claims: readonly FeedClaim[], siteUrl: string | null): string {
  const base = siteUrl ?? "";
  const entries = claims.flatMap(({ claim, revisions }) => {
    const title = say(claim.title, lang);
    const page = `${base}${siteUrl === null ? "" : `${lang}/`}claims/${claim.id}/`;
    const released = revisions.map(({ revision, date, sha256, changed }) => ({
      id: `${claim.id} r${revision} ${sha256}`,
      date,
      link: `${page}r${revision}/`,
      title: historyWord(lang, "released", { title, revision }),
      text: changed.map(({ place }) => place).join("\n") || historyWord(lang, "first"),
    }));
    const corrected = (claim.corrections ?? []).map(({ date, kind, text }) => ({
      id: `${claim.id} ${kind} ${date} ${text.en}`,
      date,
      link: page,
      title: `${title} · ${messages[lang].revision.correction[kind]}`,
      text: say(text, lang),
    }));
    const { withdrawn } = claim;
    const gone = withdrawn
      ? [
          {
            id: `${claim.id} withdrawn ${withdrawn.date}`,
            date: withdrawn.date,
            link: page,
            title: historyWord(lang, "withdrawn", { title }),
            text: say(withdrawn.reason, lang),
          },
        ]
      : [];
    return [...released, ...corrected, ...gone];
  });
  entries.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  const updated = entries[0]?.date ?? "1970-01-01";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${uuid(`footing feed ${lang} ${base}`)}</id>
<title>Footing · ${escape(historyWord(lang, "feed"))}</title>
<updated>${updated}T00:00:00Z</updated>
<author><name>Footing</name></author>
<link rel="self" href="${escape(siteUrl === null ? "feed.xml" : `${base}${lang}/feed.xml`)}"/>
<link rel="alternate" type="text/html" href="${escape(siteUrl === null ? "./" : `${base}${lang}/`)}"/>
${entries
  .slice(0, kMost)
  .map(
    ({ id, date, link, title, text }) =>
      `<entry><id>${uuid(id)}</id><title>${escape(title)}</title><updated>${date}T00:00:00Z</updated>` +
      `<link rel="alternate" type="text/html" href="${escape(link)}"/><content type="text">${escape(text)}</content></entry>`,
  )
  .join("\n")}
</feed>
`;
}
