/** Lets sentences speak of rivals and ratios. */
import { beside, phrases } from "./kinds_beside";
import { withKinds } from "./sentences";

withKinds({ phrases, clauses: beside });
