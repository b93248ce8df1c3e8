/** Script of the embed of a claim whose sentence places no figure on a range: a record, a conversion, a pair, an ordering. */
import "../sentences";
import "./file_entry";
