/** Script of the embed of a claim of another kind: an interval, a conversion, an ordering, a record. */
import "../sentences/speak_kinds";
import "./file_entry";
