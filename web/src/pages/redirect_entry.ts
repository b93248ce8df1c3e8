/** Pages that lead on: to the reader's language, to the newest revision. The places to go are the page's own links;
 * nothing of the address decides where, only what is carried along: the query and what follows `#`. */
function preferred(links: HTMLAnchorElement[]): HTMLAnchorElement | undefined {
  for (const wanted of navigator.languages ?? [navigator.language]) {
    const [base, ...rest] = wanted.split("-");
    const traditional = rest.some((part) => /^(hant|tw|hk|mo)$/i.test(part));
    const lang = base === "zh" ? (traditional ? "zh-Hant" : "zh-Hans") : base;
    const found = links.find((link) => link.hreflang === lang);
    if (found) return found;
  }
  return links.find((link) => link.hreflang === "en") ?? links[0];
}

const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-onward]")];
const onward = links.length > 1 ? preferred(links) : links[0];
if (onward) {
  const { from } = onward.dataset; // the newest page says where a link came from
  const query = from ? `${location.search || "?"}${location.search ? "&" : ""}_from=${from}` : location.search;
  location.replace(onward.href + query + location.hash);
}
