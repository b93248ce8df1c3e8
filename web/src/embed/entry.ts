/** Script of the embed: the claim's page with fewer parts, and its height told to whoever frames it. */
import "../pages/claim_entry";
import { announceHeight } from "./height";

announceHeight();
