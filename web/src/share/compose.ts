/** From a view to the picture and the texts that go with it. */
import { claimOf, type View } from "../pages/data";
import { barChart, captionText, altText, mainSentence } from "../pages/figures";
import { kicker } from "../pages/parts";
import { messages } from "../messages";
import { say } from "../pages/words";
import { kBarHeight, kBarWidth, type Picture } from "./picture";

export function pictureOf(view: View, link: string, date: string): Picture {
  const { main, scope } = mainSentence(view);
  const unescape = (text: string): string =>
    text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "");
  return {
    lang: view.lang,
    kicker: unescape(kicker(view).text),
    title: say(claimOf(view.data).title, view.lang),
    sentence: main,
    scope,
    bar: barChart(view, { width: kBarWidth, height: kBarHeight, standalone: true }),
    mark: view.answer.changed ? messages[view.lang].share.changed_stamp : "",
    date,
    link,
  };
}

export { captionText, altText };
