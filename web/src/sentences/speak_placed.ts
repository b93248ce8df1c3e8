/** Lets sentences speak of figures that are placed on a range. */
import { placed } from "./placed";
import { withPlaced } from "./sentences";

withPlaced(placed);
