import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash } from "@/db/queries/batches";
import { findClaimsByRecord } from "@/db/queries/claims";
import { listCodesOfRegister } from "@/db/queries/imports-registers";
import {
  findPlaceIdsBySourceKey,
  listPlaceEntries,
  listServicesToDoubt,
  type PlaceEntry,
} from "@/db/queries/register-places";
import { decodePlaces, PLACES_FILE, type PlaceTable, readTableFile } from "@/db/reference/place-table";
import { starterId } from "@/db/seed/starter/starter-id";
import type { Claim } from "@/domain/claims/claim";
import { doubtsOfEdition } from "@/domain/imports/batch";
import { registerChange } from "@/domain/imports/register-change";
import { PLACE_REGISTERS, type PlaceRegister } from "@/domain/places/register-place";
import { saysTheSame } from "@/domain/records/same";
import { saveBatch } from "@/server/records/save-batch";
import type { RecordDraft } from "@/server/records/save-records";
import { APPROVER, IMPORTER } from "@/server/starter/load-starter-data";
import { doubtsOf, placeSourceKey } from "./doubt-services";
import { findInForce, isOvertaken, sourcesOfRegister } from "./edition-in-force";
import { endedClaims, findEndedPlaces } from "./ended-entries";
import { joinPlaces } from "./join-places";
import { findDoubtedByRegisters, liftsOf } from "./lift-doubts";
import { findRenumbered, matchPlaces } from "./match-places";
import { placeSlugs } from "./place-slugs";
import { type RegisterClaim, registerClaims } from "./register-claims";
import { type RegisterSource, registerSource } from "./register-sources";

/**
 * Loads the places that the registers list, as one approved batch. The same table again changes nothing and is not even
 * unpacked. A place that is here already, under one of its codes, keeps its id, its address and its facts; what the
 * register adds is added.
 * @returns false when this very table was loaded before.
 */
export async function loadRegisters(
  db: Db,
  packed: Uint8Array = readTableFile(PLACES_FILE),
): Promise<boolean> {
  const contentHash = createHash("sha256").update(packed).digest("hex");
  return inTransaction(db, async (transaction) => {
    if (await findBatchByHash(transaction, contentHash)) return false;
    const table = decodePlaces(brotliDecompressSync(packed).toString("utf8"));
    const batch = {
      title: "Registers of places: GP practices, hospitals, community diagnostic centres, NHS trusts",
      reason: "Places as the registers list them",
      action: "starter.loaded" as const,
      importer: IMPORTER,
      approver: APPROVER,
      contentHash,
      sources: Object.values(sourcesOf(table)).map(({ row }) => row),
    };
    const brought = await findPlaceIdsBySourceKey(transaction, "register/");
    await joinPlaces(transaction, table.places, brought);
    return saveBatch(transaction, batch, () => registerDrafts(transaction, table));
  });
}

/** What the table adds to what is stored. */
export async function registerDrafts(db: Db, table: PlaceTable): Promise<RecordDraft[]> {
  const sources = sourcesOf(table);
  const brought = await findPlaceIdsBySourceKey(db, "register/");
  const entries = await listPlaceEntries(db);
  const matched = matchPlaces(entries, table.places, brought);
  for (const [key, id] of await findOwnRenumbered(db, table, matched)) matched.set(key, id);
  const stored = await findClaimsByRecord(db, "place", [...new Set(matched.values())]);
  const slugs = placeSlugs(table.places);
  const drafts = table.places.flatMap((place): RecordDraft[] => {
    const source = sources[place.register];
    if (!source) throw new Error(`the table has no edition of ${place.register}`);
    const claims = registerClaims(place, source);
    const recordId = matched.get(place.key);
    if (recordId !== undefined) {
      const held = stored.get(recordId) ?? [];
      const fresh = claims.filter((claim) => isNews(claim, held, brought.has(placeSourceKey(place))));
      return fresh.length === 0 ? [] : [{ recordType: "place", recordId, claims: fresh }];
    }
    const create = {
      slug: slugs.get(place.key) ?? "",
      visibility: "published" as const,
      sourceKey: placeSourceKey(place),
    };
    return [{ recordType: "place", recordId: starterId(`place/${place.key}`), create, claims }];
  });
  const ended = await endedDrafts(db, table, { matched, entries });
  const newest = await withoutOvertaken(db, table, sources);
  const doubts = doubtsOf(await listServicesToDoubt(db), table, newest);
  // The same edition packed anew lifts nothing: it said what it says when the doubt was raised.
  const older = (await findDoubtedByRegisters(db)).filter(
    ({ register, since }) => since < (newest[register]?.confirmedOn ?? ""),
  );
  return [...drafts, ...ended, ...doubts, ...liftsOf(older, table, newest)];
}

/**
 * Places under a new code, of those that the same register listed before: nobody looks at a shipped table, so that a place
 * of others is not taken by its name.
 */
async function findOwnRenumbered(
  db: Db,
  { places }: PlaceTable,
  matched: ReadonlyMap<string, string>,
): Promise<[key: string, placeId: string][]> {
  const registers = new Map(places.map(({ key, register }) => [key, register]));
  const listed = new Map<PlaceRegister, Set<string | undefined>>();
  for (const register of PLACE_REGISTERS) {
    const codes = await listCodesOfRegister(db, sourcesOfRegister(register));
    listed.set(register, new Set([...codes].map((code) => code.split(" ")[0])));
  }
  return [...(await findRenumbered(db, places, matched))].filter(([key, placeId]) => {
    const register = registers.get(key);
    return register !== undefined && listed.get(register)?.has(placeId);
  });
}

type Sources = Partial<Record<PlaceRegister, RegisterSource>>;

function sourcesOf({ editions }: PlaceTable): Sources {
  const sources: Sources = {};
  for (const register of PLACE_REGISTERS) {
    const edition = editions[register];
    if (edition !== undefined) sources[register] = registerSource(register, edition);
  }
  return sources;
}

/** The registers of which no newer edition is here: an older one raises no doubt. */
async function withoutOvertaken(db: Db, { editions }: PlaceTable, sources: Sources): Promise<Sources> {
  const newest = { ...sources };
  for (const register of PLACE_REGISTERS) {
    const edition = editions[register];
    if (edition !== undefined && (await isOvertaken(db, register, edition))) delete newest[register];
  }
  return newest;
}

/**
 * What each register of the table closes or does not list any more, as a newer edition that somebody brings says it. One
 * that looks older than what is here, or cut, ends nothing: nobody is asked why it is right all the same.
 */
async function endedDrafts(
  db: Db,
  table: PlaceTable,
  { matched, entries }: { matched: ReadonlyMap<string, string>; entries: readonly PlaceEntry[] },
): Promise<RecordDraft[]> {
  const drafts: RecordDraft[] = [];
  for (const register of PLACE_REGISTERS) {
    const edition = table.editions[register];
    if (edition === undefined) continue;
    const places = table.places.filter((place) => place.register === register);
    const given = { edition, places: places.length };
    if (doubtsOfEdition(given, await findInForce(db, register)).length > 0) continue;
    const listed = places.flatMap(({ key }) => matched.get(key) ?? []);
    const ended = table.ended.filter((entry) => entry.register === register);
    const over = await findEndedPlaces(db, { register, edition }, { places, ended, listed, entries });
    const held = await findClaimsByRecord(
      db,
      "place",
      over.map(({ placeId }) => placeId),
    );
    const source = registerSource(register, edition);
    for (const place of over) {
      const claims = endedClaims(place, entries, register, source).filter(
        (claim) => registerChange(claim, held.get(place.placeId) ?? [], true) !== null,
      );
      if (claims.length > 0) drafts.push({ recordType: "place", recordId: place.placeId, claims });
    }
  }
  return drafts;
}

/**
 * False for what is stored: the very claim, or the same said by the same source. For a place that others brought, an
 * address is no news either where one at that postcode is held: it may be placed better than by its postcode.
 */
function isNews(claim: RegisterClaim, stored: readonly Claim[], isOurs: boolean): boolean {
  return !stored.some((other) => {
    if (other.id === claim.id) return true;
    if (other.field !== claim.field || other.supersededBy !== null) return false;
    if (claim.field === "address" && !isOurs) return postcodeOf(other.value) === postcodeOf(claim.value);
    return other.sourceId === claim.sourceId && saysTheSame(other.value, claim.value);
  });
}

function postcodeOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "postcode" in value ? value.postcode : null;
}
