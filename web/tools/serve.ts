/** `npm run serve [-- --port 4173 --base /footing/]`: the built site, as a static host would give it. */
import { parseArgs } from "node:util";
import { serve } from "../../tests/web/support/server";
import { dist } from "./paths";

const { values } = parseArgs({
  options: { port: { type: "string", default: "4173" }, base: { type: "string", default: "/" } },
});
const serving = await serve(dist, Number(values.port), values.base);
console.log(`serving ${dist} at ${serving.url}`);
