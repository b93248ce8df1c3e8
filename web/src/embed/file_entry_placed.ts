/** Script of the embed of a claim whose figures are placed on a range. */
import "../sentences/speak_placed";
import "./file_entry";
