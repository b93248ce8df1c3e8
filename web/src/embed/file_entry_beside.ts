/** Script of the embed of a claim that is two answers side by side. */
import "../sentences/speak_beside";
import "./file_entry";
