/** What a log may say of an error. */
type Described = { type: string; message: string; code?: string; stack?: string; cause?: Described };

const EMAIL = /[^\s@<>"'`,;:()[\]/]+@[^\s@<>"'`,;:()[\]/]+\.[^\s@<>"'`,;:()[\]/]+/g;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}\b/gi;
/** A query's values, as drizzle and postgres.js append them to a message. */
const VALUES = /\b(params|parameters|detail|args):[\s\S]*?(?=\n\s+at |$)/gi;
const DEEPEST = 3;

/** A text without values of queries, e-mail addresses and postcodes. */
export function withoutPersonalData(text: string): string {
  return text
    .replace(VALUES, (_, name: string) => `${name}: (left out)`)
    .replace(EMAIL, "(e-mail)")
    .replace(POSTCODE, "(postcode)");
}

/**
 * An error as the log has it: its type, message, code and stack, and no other field, since a database error carries the row it is
 * about.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPersonalData(String(error)) };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const stack = error.stack === undefined ? {} : { stack: withoutPersonalData(error.stack) };
  const cause =
    error.cause === undefined || depth >= DEEPEST ? {} : { cause: describeError(error.cause, depth + 1) };
  return { type: error.name, message: withoutPersonalData(error.message), ...code, ...stack, ...cause };
}
