import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash } from "@/db/queries/batches";
import { findPlaceIdsBySourceKey } from "@/db/queries/register-places";
import type { NewSourceRow } from "@/db/queries/sources";
import { decodePlaces, PLACES_FILE, type PlaceTable, readTableFile } from "@/db/reference/place-table";
import { starterId } from "@/db/seed/starter/starter-id";
import type { Claim } from "@/domain/claims/claim";
import { registerChange } from "@/domain/imports/register-change";
import { PLACE_REGISTERS } from "@/domain/places/register-place";
import { saysTheSame } from "@/domain/same";
import { holdSensitive } from "@/server/imports/registers/hold-sensitive";
import type { ChangeOf } from "@/server/imports/registers/register-item";
import { itemsOf } from "@/server/imports/registers/register-items";
import { planItems } from "@/server/imports/registers/register-rows";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { saveBatch } from "@/server/records/save-batch";
import type { RecordDraft } from "@/server/records/save-records";
import { placeSourceKey } from "@/server/registers/doubt-services";
import type { RegisterClaim } from "@/server/registers/register-claims";
import { registerSource } from "@/server/registers/register-sources";
import { APPROVER, IMPORTER } from "@/server/starter/load-starter-data";
import { joinPlaces } from "./join-places";

/** The day on which the sources of these facts were first read: nothing looks fresher than it is (docs/decisions/0101). */
const READ_ON = "2026-11-21";

/**
 * Loads the places that the registers list, as one approved batch. What is said of a place is hashed with the table: "registers 2"
 * says whose a hospital is. The same table again changes nothing and is not even
 * unpacked. A place that is here already, under one of its codes, keeps its id, its address and its facts; what the
 * register adds is added.
 * @returns false when this very table was loaded before.
 */
export async function loadRegisters(
  db: Db,
  packed: Uint8Array = readTableFile(PLACES_FILE),
): Promise<boolean> {
  const contentHash = createHash("sha256").update("registers 2").update(packed).digest("hex");
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
      readOn: READ_ON,
      sources: sourcesOf(table),
    };
    const brought = await findPlaceIdsBySourceKey(transaction, "register/");
    await joinPlaces(transaction, table.places, brought);
    return saveBatch(transaction, batch, () => registerDrafts(transaction, table));
  });
}

/** What the table adds to what is stored, said and planned as an edition that somebody brings. */
export async function registerDrafts(db: Db, table: PlaceTable): Promise<RecordDraft[]> {
  // The same in every installation.
  const ids = new Map(table.places.map((place) => [placeSourceKey(place), starterId(`place/${place.key}`)]));
  const drafts: RecordDraft[] = [];
  const isHidden = await findAreaOnlyRule(db);
  for (const [register, items] of await itemsOf(db, table, true)) {
    const edition = table.editions[register] ?? "";
    for (const planned of await planItems(db, { register, edition }, items, changeOfShipped)) {
      // Nobody can say of what is shipped that it is no care shown by area only.
      const { draft } = holdSensitive(planned, null, isHidden);
      if (draft) drafts.push({ ...draft, recordId: ids.get(draft.recordId) ?? draft.recordId });
    }
  }
  return drafts;
}

function sourcesOf({ editions }: PlaceTable): NewSourceRow[] {
  return PLACE_REGISTERS.flatMap((register) => {
    const edition = editions[register];
    return edition === undefined ? [] : [registerSource(register, edition).row];
  });
}

/** A shipped table says again what another source said: it is one more source of it. */
const changeOfShipped: ChangeOf = (claim, held, isOurs) =>
  isNews(claim, held, isOurs)
    ? (registerChange(claim, held, isOurs) ?? { field: claim.field, kind: "confirms", from: null, to: "" })
    : null;

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
