/** The `format` of a batch that is the change of one entry and no import: no file came with it. */
export const CHANGE_FORMAT = "record-change";

/**
 * What readers of an entry's history are told of a change that a report made. The moderator's reason is for its author: it may name a
 * person, or quote what is not public.
 */
export const REPORT_APPROVED = "A report about this was approved";
/** And where a moderator changed a part of it, or left one out. */
export const REPORT_CHANGED = "A report about this was approved with changes by a moderator";
/** The same of a change that a moderator made without a report. */
export const MODERATOR_CHANGED = "A moderator changed this";
/** And of an earlier version that one brought back. */
export const VERSION_RESTORED = "An earlier version was brought back";
