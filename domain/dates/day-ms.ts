/** Milliseconds of a day by the clock, whatever the calendar does with it. */
export const DAY_MS = 86_400_000;
