import type { Db } from "@/db/client";
import { listCodesOfRegister } from "@/db/queries/imports-registers";
import type { PlaceEntry } from "@/db/queries/register-places";
import { starterId } from "@/db/seed/starter/starter-id";
import { dateInWords } from "@/domain/dates/in-words";
import type { IdentifierScheme } from "@/domain/places/place";
import type { EndedEntry, PlaceRegister, RegisterPlace } from "@/domain/places/register-place";
import { isOvertaken, sourcesOfRegister } from "@/server/registers/edition-in-force";
import type { RegisterClaim } from "@/server/registers/register-claims";
import type { RegisterSource } from "@/server/registers/register-sources";

/**
 * A code that an edition says, or shows, is over: `to` is the day that it gives; without one it lists the code as not
 * active (`isNamed`), or not at all.
 */
export type ClosedCode = { scheme: IdentifierScheme; code: string; to: string | null; isNamed: boolean };
/** The codes of one place that are over. */
export type EndedPlace = { placeId: string; codes: ClosedCode[] };

/**
 * The places of ours of which an edition closes a code, whoever brought them, or which it does not list at all although an
 * earlier edition of the same register did. Those that it closed before, on the same day, are among them. A place that
 * the edition lists under another code is not gone. An edition that is older than the one in force ends nothing: what
 * that one repeated was not written again.
 * @param entries all codes of all places
 * @param listed the places of ours that the edition lists, by their ids.
 */
export async function findEndedPlaces(
  db: Db,
  { register, edition }: { register: PlaceRegister; edition: string },
  given: {
    places: readonly RegisterPlace[];
    ended: readonly EndedEntry[];
    listed: Iterable<string>;
    entries: readonly PlaceEntry[];
  },
): Promise<EndedPlace[]> {
  if (await isOvertaken(db, register, edition)) return [];
  const said = new Set(given.places.flatMap(({ identifiers }) => identifiers.map(keyOf)));
  const days = new Map(given.ended.map(({ code, day }) => [`${ENDED_SCHEME} ${code}`, day]));
  const standsAs = new Map(given.entries.map((entry) => [entry.placeId, entry.standsAs]));
  const listed = new Set([...given.listed].map((id) => standsAs.get(id) ?? id));
  const known = await listCodesOfRegister(db, sourcesOfRegister(register));
  const ended = new Map<string, ClosedCode[]>();
  for (const entry of given.entries) {
    const key = keyOf(entry);
    // A hospital that bears a trust's code is not the trust.
    const isOther = (entry.kind === "trust-headquarters") !== (register === "nhs-trusts");
    if (entry.isErased || isOther || said.has(key)) continue;
    const { placeId, scheme, code } = entry;
    const day = days.get(key);
    const isGone = isOpen(entry) && known.has(`${placeId} ${key}`) && !listed.has(entry.standsAs);
    if (day === undefined && !isGone) continue;
    // An entry that has ended is not opened by one that gives no day.
    if (day === null && entry.to !== null) continue;
    const over = { scheme, code, to: day ?? null, isNamed: day !== undefined };
    ended.set(placeId, [...(ended.get(placeId) ?? []), over]);
  }
  return [...ended].map(([placeId, codes]) => ({ placeId, codes }));
}

/** Registers that list what ended list organisations. */
const ENDED_SCHEME: IdentifierScheme = "ods-organisation";

/** Whether nothing says that the entry is over. */
const isOpen = ({ to, isListed }: Pick<PlaceEntry, "to" | "isListed">) => to === null && isListed;

/** @param entries those of the place, which say since when each code was open. */
export function endedClaims(
  { placeId, codes }: EndedPlace,
  entries: readonly Pick<PlaceEntry, "placeId" | "scheme" | "code" | "from">[],
  register: PlaceRegister,
  { row, confirmedOn }: RegisterSource,
): RegisterClaim[] {
  return codes.flatMap((ended): RegisterClaim[] => {
    const { scheme, code, to } = ended;
    const held = entries.find((entry) => entry.placeId === placeId && keyOf(entry) === keyOf(ended));
    if (!held) return [];
    const value = { scheme, code, from: held.from, to, ...(to === null ? { isListed: false } : {}) };
    const id = starterId(`place/${placeId}#identifier#${JSON.stringify(value)}#${row.sourceKey}`);
    return [{ id, field: "identifier", value, sourceId: row.id, says: says(ended, register), confirmedOn }];
  });
}

/** What a register lists its entries as, where it lists others too. */
const AS: Partial<Record<PlaceRegister, string>> = {
  "gp-practices": " as a GP practice",
  "gp-branches": " as a branch of this practice",
};

function says({ code, to, isNamed }: ClosedCode, register: PlaceRegister): string {
  if (to !== null)
    return `Lists ${code} as closed on ${dateInWords(to, "en")}. An ended entry does not say that care there ended.`;
  const open = "That does not say that care there ended.";
  if (isNamed) return `Lists ${code}, but not as open and active, and gives no day. ${open}`;
  const as = AS[register] ?? "";
  return `Does not list ${code}${as} any more, and gives no day. ${open}`;
}

/** Whether a place stays listed by other codes than those that are over. @param entries those of the place. */
export function isListedBeside(
  codes: readonly Pick<ClosedCode, "scheme" | "code">[],
  entries: readonly PlaceEntry[],
  today: string,
): boolean {
  const over = new Set(codes.map(keyOf));
  return entries.some((entry) => {
    const isOver = !entry.isListed || (entry.to !== null && entry.to < today);
    return entry.scheme !== "ods-branch" && !isOver && !over.has(keyOf(entry));
  });
}

export function keyOf({ scheme, code }: { scheme: string; code: string }): string {
  return `${scheme} ${code}`;
}
