import { COMPLAINT_KINDS, type ComplaintKind } from "@/domain/complaint-kinds";
import { DAY_MS } from "@/domain/dates/day-ms";
import { keysOf } from "@/domain/lists/keys-of";
import { QUEUE_LANES, type QueueLane } from "@/domain/reports/queue-lane";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { isUuid } from "@/domain/uuid";

/** What reports of a queue can be put together by. */
export const QUEUE_GROUPINGS = ["author", "source", "town", "batch"] as const;
export type QueueGrouping = (typeof QUEUE_GROUPINGS)[number];
/** And complaints: never by who sent them, and they cite nothing. */
export const COMPLAINT_GROUPINGS = ["problem", "town", "batch"] as const;
export type ComplaintGrouping = (typeof COMPLAINT_GROUPINGS)[number];
/** Whose reports: those that this moderator holds, or those that nobody does. */
export const QUEUE_HOLDERS = ["mine", "free"] as const;
export type QueueHolder = (typeof QUEUE_HOLDERS)[number];
/** Days for which a report has waited at least. */
export const QUEUE_AGES = [1, 2, 6, 14] as const;
export type QueueAge = (typeof QUEUE_AGES)[number];

/** Everything that an address of the queue can say. What is absent is null and is not written: each view has one address. */
export type QueueAddress = {
  lane: QueueLane | null;
  /** Words within a report's line, its place, its organisations and its sources. */
  q: string | null;
  /** The name of an area; of several kinds all that bear it. */
  area: string | null;
  kind: ServiceCategory | null;
  /** What a complaint says is wrong. */
  problem: ComplaintKind | null;
  age: QueueAge | null;
  who: QueueHolder | null;
  town: string | null;
  /** Whose document the first source is: the host of its link, else its publisher. */
  source: string | null;
  /** The import that brought the entry which a report is about. */
  batch: string | null;
  /** Id of a report: all of the account that sent it, without telling whose it is. */
  like: string | null;
  group: QueueGrouping | ComplaintGrouping | null;
  /** Id of the last report of the page before. */
  after: string | null;
};

type KeyOf<Value> = { parse: (text: string) => Value | null; write: (value: Value) => string };

const LONGEST_TEXT = 200;
const text: KeyOf<string> = {
  parse: (given) => given.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, LONGEST_TEXT).trim() || null,
  write: (value) => value,
};
const id: KeyOf<string> = { parse: (given) => (isUuid(given) ? given.toLowerCase() : null), write: String };
const oneOf = <Value extends string | number>(list: readonly Value[]): KeyOf<Value> => ({
  parse: (given) => list.find((known) => String(known) === given) ?? null,
  write: String,
});

const KEYS: { [Key in keyof QueueAddress]: KeyOf<NonNullable<QueueAddress[Key]>> } = {
  lane: oneOf(QUEUE_LANES),
  q: text,
  area: text,
  kind: oneOf(SERVICE_CATEGORIES),
  problem: oneOf(COMPLAINT_KINDS),
  age: oneOf(QUEUE_AGES),
  who: oneOf(QUEUE_HOLDERS),
  town: text,
  source: text,
  batch: id,
  like: id,
  group: oneOf([...QUEUE_GROUPINGS, "problem" as const]),
  after: id,
};

export const WHOLE_QUEUE: QueueAddress = {
  lane: null,
  q: null,
  area: null,
  kind: null,
  problem: null,
  age: null,
  who: null,
  town: null,
  source: null,
  batch: null,
  like: null,
  group: null,
  after: null,
};

/** Reads an address; what cannot be read is as if it were not there. @param get the value of a name, or nothing. */
export function readQueueAddress(get: (name: string) => string | null | undefined): QueueAddress {
  const address: QueueAddress = { ...WHOLE_QUEUE };
  for (const key of keysOf(KEYS)) readKey(address, key, get(key) ?? "");
  return address;
}

function readKey<Key extends keyof QueueAddress>(
  address: { [K in Key]: QueueAddress[K] },
  key: Key,
  given: string,
): void {
  const known: KeyOf<NonNullable<QueueAddress[Key]>> = KEYS[key];
  address[key] = known.parse(given);
}

/** "?lane=new&age=6", or "" for the whole queue: what stands behind "/moderation". */
export function writeQueueAddress(address: Partial<QueueAddress>): string {
  const query = new URLSearchParams();
  for (const key of keysOf(KEYS)) writeKey(query, key, address[key] ?? null);
  const written = query.toString();
  return written === "" ? "" : `?${written}`;
}

function writeKey<Key extends keyof QueueAddress>(
  query: URLSearchParams,
  key: Key,
  value: QueueAddress[Key] | null,
): void {
  const known: KeyOf<NonNullable<QueueAddress[Key]>> = KEYS[key];
  if (value !== null) query.set(key, known.write(value));
}

/** The same view without where one is in it: what is saved, and what the next report is taken from. */
export function viewOf(address: QueueAddress): QueueAddress {
  return { ...address, group: null, after: null };
}

/** What narrows a view down: everything but the lane, how it is put together, and where one is in it. */
export function isNarrowed(address: QueueAddress): boolean {
  const { lane: _lane, group: _group, after: _after, ...sifted } = address;
  return Object.values(sifted).some((value) => value !== null);
}

/** The moment at which, or before which, what has waited for so many days came; null for any. */
export function waitingSince(age: QueueAge | null, now: Date): Date | null {
  return age === null ? null : new Date(now.getTime() - age * DAY_MS);
}
