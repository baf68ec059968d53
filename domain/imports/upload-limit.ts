/** Megabytes (of 1,048,576 bytes) that a file of an import may have; a page says so before anything is sent. */
export const MOST_MEGABYTES = 10;
export const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

/** As much for an extract of the waiting times: the zip of April 2026 has three, and 180,000 rows. */
export const MOST_EXTRACT_MEGABYTES = 20;
export const MOST_EXTRACT_BYTES = MOST_EXTRACT_MEGABYTES * 1024 * 1024;

/** As much for the regulator's lists: that of active locations has 24. */
export const MOST_DIRECTORY_MEGABYTES = 40;
export const MOST_DIRECTORY_BYTES = MOST_DIRECTORY_MEGABYTES * 1024 * 1024;
