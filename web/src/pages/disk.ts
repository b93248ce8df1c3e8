/** disk.js, a classic script of every page: browsers run no module of a page that was opened from a disk. There its links
 * name the files they lead to, and the claim's single file, which runs there, is offered with the reader's settings. On a
 * site it does nothing. */
if (location.protocol === "file:") {
  const offer = document.getElementById("disk");
  const single = offer?.querySelector("a");
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]"))
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  if (offer && single) {
    single.search = location.search;
    single.hash = location.hash;
    offer.hidden = false;
  }
}

export {};
