/** What a format has to say beside the counts of an import, each a key of the message catalogue: sentences for its importer and its approver. */
export type ImportNote = "care.open" | "care.whole" | "care.short" | "care.older" | "leads" | "registrations";

/** In which words a format says what of it is here now, each a key of the message catalogue. */
export type HeldWords =
  | "held"
  | "heldNone"
  | "heldMonth"
  | "heldMonthNone"
  | "heldPayments"
  | "heldRegistrations";
