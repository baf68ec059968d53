/** The decision form of a report's page, for buttons that stand elsewhere on it. */
export const DECIDE_FORM = "decide-form";
