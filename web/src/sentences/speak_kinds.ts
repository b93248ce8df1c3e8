/** Lets sentences speak of claims of the other kinds. */
import { otherKinds } from "./kinds";
import { withKinds } from "./sentences";

withKinds(otherKinds);
