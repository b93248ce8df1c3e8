/** The core behind messages, as the site's module worker. */
import { instantiate } from "./module";
import { serve } from "./serve";

serve(instantiate);
