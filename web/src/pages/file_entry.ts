/** Script of the single file: core, data and styles lie in the page itself. */
import { register } from "../components/register";
import { fileHost } from "../engine/host_file";
import type { ClaimData } from "./data";
import { mount } from "./controller";
import { watchAge } from "./status";

const data = JSON.parse(document.getElementById("footing-data")?.textContent ?? "null") as ClaimData | null;
const site = document.body.dataset.site ?? "";
if (data) {
  register();
  watchAge();
  void mount({
    host: fileHost,
    data,
    words: async () => data.files,
    why: null,
    newest: null,
    root: site || null,
    siteRoot: site || null,
  });
}
