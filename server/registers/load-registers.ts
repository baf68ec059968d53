import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash } from "@/db/queries/batches";
import { findClaimsByRecord } from "@/db/queries/claims";
import {
  findPlaceIdsBySourceKey,
  listPlaceIdentifiers,
  listServicesToDoubt,
} from "@/db/queries/register-places";
import { starterId } from "@/db/seed/starter/starter-id";
import type { Claim } from "@/domain/claims/claim";
import { PLACE_REGISTERS, type PlaceRegister, type RegisterPlace } from "@/domain/places/register-place";
import { saysTheSame } from "@/domain/records/same";
import { saveBatch } from "@/server/records/save-batch";
import type { RecordDraft } from "@/server/records/save-records";
import { APPROVER, IMPORTER } from "@/server/starter/load-starter-data";
import { doubtsOf, placeSourceKey } from "./doubt-services";
import { joinPlaces } from "./join-places";
import { placeSlugs } from "./place-slugs";
import { decodePlaces, PLACES_FILE, type PlaceTable, readTableFile } from "./place-table";
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
  const matched = await matchPlaces(db, table.places, brought);
  const stored = await findClaimsByRecord(db, "place", [...new Set(matched.values())]);
  const slugs = placeSlugs(table.places);
  const drafts = table.places.flatMap((place): RecordDraft[] => {
    const claims = registerClaims(place, sources[place.register]);
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
  return [...drafts, ...doubtsOf(await listServicesToDoubt(db), table, sources)];
}

function sourcesOf({ editions }: PlaceTable): Record<PlaceRegister, RegisterSource> {
  const sources = PLACE_REGISTERS.map((register) => [register, registerSource(register, editions[register])]);
  return Object.fromEntries(sources) as Record<PlaceRegister, RegisterSource>;
}

/** The stored place for each of the register's: the one it brought before, or one with one of its codes. */
export async function matchPlaces(
  db: Db,
  places: readonly RegisterPlace[],
  brought: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const byCode = new Map(
    (await listPlaceIdentifiers(db)).map(({ placeId, scheme, code }) => [`${scheme} ${code}`, placeId]),
  );
  const matched = new Map<string, string>();
  for (const place of places) {
    const codes = place.identifiers.map(({ scheme, code }) => byCode.get(`${scheme} ${code}`));
    const id = brought.get(placeSourceKey(place)) ?? codes.find((found) => found !== undefined);
    if (id !== undefined) matched.set(place.key, id);
  }
  return matched;
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
