/** Caption and alternative text of the shared picture. */
import { claimOf, type View } from "../pages/data";
import { composed } from "../pages/figures";
import { captions, type Captions } from "../sentences/captions";

export function pictureWords(view: View, url: string, date: string, changes = ""): Captions {
  return captions({
    claim: claimOf(view.data),
    sentence: composed(view),
    lang: view.lang,
    url,
    date,
    revision: view.data.revision,
    changes,
  });
}
