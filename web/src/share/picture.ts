/** The shared picture with its QR code. Loaded when a picture is asked for: most visits never need it. */
import { settingsIn } from "../state/location";
import { encode } from "uqr";
import { card, cardSizes, type CardFormat } from "../charts";
import { claimOf, type View } from "../pages/data";
import { barData, mainSentence } from "../pages/figures";
import { pictureWords } from "./picture_words";
import { say } from "../pages/words";
import { metaLine } from "../sentences/captions";
import { changesInPicture } from "./changes";

export { cardSizes, type CardFormat };

/** One SVG text. `url` is the full address it leads to, "" where none is known. */
export function picture(view: View, url: string, date: string, format: CardFormat, id = "picture"): string {
  const { lang, data, answer } = view;
  const claim = claimOf(data);
  const { main, scope } = mainSentence(view);
  return card(
    {
      lang,
      title: say(claim.title, lang),
      meta: metaLine(claim, data.files, lang),
      main,
      scope,
      bar: barData(view),
      date,
      revision: data.revision,
      link: url.replace(/^https?:\/\//, ""),
      qr: url ? encode(url, { ecc: "M", border: 1 }).data : null,
      changed: settingsIn(answer.link) !== "",
      changes: changesInPicture(view),
      alt: pictureWords(view, url, date, changesInPicture(view)).alt,
    },
    { id, format },
  );
}
