/** The `format` of a batch that is the change of one entry and no import: no file came with it. */
export const CHANGE_FORMAT = "record-change";
