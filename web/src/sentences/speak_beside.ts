/** Lets sentences speak of rivals and ratios. */
import { rivalKinds } from "./kinds_beside";
import { withKinds } from "./sentences";

withKinds(rivalKinds);
