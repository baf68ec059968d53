/**
 * What somebody typed into a form and has not sent, as the browser keeps it. It is put back for whoever typed it alone,
 * and dropped after a day: a computer may be shared.
 */
export type KeptText = {
  /** When it was typed, in milliseconds. */
  at: number;
  /** The key that makes two sends of this form one, or "" where the form has none. */
  submissionKey: string;
  /** By name of a field, every value of it. */
  values: Readonly<Record<string, readonly string[]>>;
};

/** The privacy page tells this number. */
export const KEPT_HOURS = 24;

const PREFIX = "nhs-map.kept:";

/** The owner of what is typed by nobody who is signed in. No tag of an account is like it. */
export const KEPT_FOR_VISITORS = "visitor";

/**
 * Where the text of a form is kept.
 * @param owner the tag of whoever typed it, without a colon. @param name tells the form from every other of the site.
 */
export function keptItemName(owner: string, name: string): string {
  return `${PREFIX}${owner}:${name}`;
}

/** Whether a name in the browser's storage is one of ours. */
export function isKeptItem(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** Reads what the browser kept. @returns null for what is too old, from the future, or not what we wrote. */
export function readKeptText(stored: string | null, now: number): KeptText | null {
  const kept = parsed(stored);
  if (!isRecord(kept) || !isRecord(kept.values)) return null;
  const { at, submissionKey, values } = kept;
  if (typeof at !== "number" || typeof submissionKey !== "string") return null;
  if (at > now || now - at > KEPT_HOURS * 3_600_000) return null;
  const texts = Object.entries(values).filter((entry): entry is [string, string[]] => isTexts(entry[1]));
  return { at, submissionKey, values: Object.fromEntries(texts) };
}

function parsed(stored: string | null): unknown {
  try {
    return stored === null ? null : JSON.parse(stored);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
