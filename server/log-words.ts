/** What a log may say of an error. */
type Described = { type: string; message: string; code?: string; stack?: string; cause?: Described };

const EMAIL = /[^\s@<>"'`,;:()[\]/]+@[^\s@<>"'`,;:()[\]/]+\.[^\s@<>"'`,;:()[\]/]+/g;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}\b/gi;
/** A query's values, as drizzle and postgres.js append them to a message: to its end, because a value may have lines of its own. */
const VALUES = /\b(params|parameters|detail|args):[\s\S]*$/i;
/** What a message quotes. */
const QUOTED = /"[^"]*(?:"|$)/g;
/** A line of a stack: it ends with a file, a line and a column. */
const FRAME = /^\s+at .*(?::\d+:\d+|<anonymous>|native)\)?$/;
const DEEPEST = 3;

/** A text without values of queries, e-mail addresses and postcodes. */
export function withoutPersonalData(text: string): string {
  return text.replace(VALUES, "$1: (left out)").replace(EMAIL, "(e-mail)").replace(POSTCODE, "(postcode)");
}

/**
 * An error as the log has it: its type, message, code and stack, and no other field, since a database error carries the row it is
 * about. Where a message would quote what was typed, the quotation is left out.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPersonalData(String(error)) };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const said = quotesInput(error) ? error.message.replace(QUOTED, '"(left out)"') : error.message;
  const message = withoutPersonalData(said);
  const frames = framesOf(error);
  const stack = frames.length > 0 ? { stack: [`${error.name}: ${message}`, ...frames].join("\n") } : {};
  const cause =
    error.cause === undefined || depth >= DEEPEST ? {} : { cause: describeError(error.cause, depth + 1) };
  return { type: error.name, message, ...code, ...stack, ...cause };
}

/** PostgreSQL quotes what is no number, day or id (class 22), and Node the text that is no JSON. */
function quotesInput(error: Error): boolean {
  return error instanceof SyntaxError || ("code" in error && /^22...$/.test(String(error.code)));
}

/** What stands behind the message, which a stack begins with. */
function framesOf({ stack = "", message }: Error): string[] {
  const from = stack.indexOf(message);
  const behind = from < 0 ? stack : stack.slice(from + message.length);
  return behind.split("\n").filter((line) => FRAME.test(line));
}
