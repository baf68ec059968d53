/** Megabytes (of 1,048,576 bytes) that a file of an import may have; a page says so before anything is sent. */
export const MOST_MEGABYTES = 10;
export const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
