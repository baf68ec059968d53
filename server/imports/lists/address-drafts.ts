import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { type AddressValue, addressValueSchema } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { withHeld } from "@/domain/imports/place-address";
import type { ImportRow } from "@/domain/imports/row";
import type { ClaimDraft } from "@/server/records/save-records";
import { locateAddress, sourceOfPosition } from "@/server/reports/publishing/locate-address";
import { type CitedSource, fact } from "@/server/reports/publishing/new-service-facts";

type Given = Pick<ImportRow, "address" | "town" | "postcode" | "lat" | "lon">;
/** The main address of a place as it stands while drafts are made, and the ids of the claims that say so. */
type Held = Pick<AddressValue, "lines" | "town" | "postcode"> & { ids: string[]; isPlaced: boolean };

/** The addresses that the rows of an import claim of places. */
export class AddressDrafts {
  private readonly held = new Map<string, Held>();
  private readonly references = new Map<string, string>();

  constructor(private readonly db: Db) {}

  /** Of a new place: what the row gives, and where a reference puts that. */
  async ofNew(placeId: string, row: Given, source: CitedSource): Promise<ClaimDraft[]> {
    const drafts = await this.draftsOf(row, source);
    this.hold(placeId, drafts);
    return drafts;
  }

  /**
   * Of a place that has no address so far, or one known to its town only: the exact one of the row, once. What says less
   * is replaced, whatever its day: it is no other address. None where the row's is no better.
   */
  async better(placeId: string, row: Given, source: CitedSource): Promise<ClaimDraft[]> {
    const held = this.held.get(placeId) ?? (await this.stored(placeId));
    if (held.isPlaced || (row.postcode === "" && row.lat === null)) return [];
    const drafts = await this.draftsOf(withHeld(row, held), source);
    const last = drafts.at(-1);
    if (!last || !isPlaced(last)) return [];
    // By the last of them alone: when this import is undone, what it replaced is then in force again.
    last.supersedes = [...(last.supersedes ?? []), ...held.ids];
    this.hold(placeId, drafts);
    return drafts;
  }

  private hold(placeId: string, drafts: readonly ClaimDraft[]): void {
    const last = drafts.at(-1);
    if (!last?.id) throw new Error("an address is claimed with an id");
    this.held.set(placeId, heldOf([{ id: last.id, value: last.value }]));
  }

  private async stored(placeId: string): Promise<Held> {
    const claims = (await findClaimsByRecord(this.db, "place", [placeId])).get(placeId) ?? [];
    const main = claimsInForce(claims).filter(
      ({ field, value }) => field === "address" && (value as AddressValue | null)?.key === "main",
    );
    return heldOf(main);
  }

  private async draftsOf(row: Given, source: CitedSource): Promise<ClaimDraft[]> {
    const { address: lines, town, postcode, lat, lon } = row;
    if (lat !== null && lon !== null) {
      const value = { key: "main", lines, town, postcode, lat, lon, precision: "site" };
      return [{ ...fact(source, "address", addressValueSchema.parse(value)), id: randomUUID() }];
    }
    const { address, evidence } = await locateAddress({ lines, town, postcode });
    const given = {
      ...fact(source, "address", { ...address, lon: null, lat: null, precision: null }),
      id: randomUUID(),
    };
    if (!evidence) return [given];
    const positioned: ClaimDraft = {
      id: randomUUID(),
      field: "address",
      value: address,
      sourceId: await this.referenceOf(evidence.reference),
      says: evidence.says,
      confirmedOn: given.confirmedOn,
      supersedes: [given.id],
    };
    return [given, positioned];
  }

  /** The stored source of a reference, asked for once. */
  private async referenceOf(reference: Parameters<typeof sourceOfPosition>[1]): Promise<string> {
    const id = this.references.get(reference) ?? (await sourceOfPosition(this.db, reference));
    this.references.set(reference, id);
    return id;
  }
}

function isPlaced({ value }: { value: unknown }): boolean {
  const { precision } = value as AddressValue;
  return precision !== null && precision !== "town";
}

/** @param main the one claim in force of the main address, or none. */
function heldOf(main: readonly { id: string; value: unknown }[]): Held {
  const [claim] = main;
  const { lines = "", town = "", postcode = "" } = (claim?.value ?? {}) as Partial<AddressValue>;
  return { lines, town, postcode, ids: main.map(({ id }) => id), isPlaced: main.some(isPlaced) };
}
