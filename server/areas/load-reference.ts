import { type Db, inTransaction } from "@/db/client";
import { publish } from "@/db/queries/publications";
import {
  findCurrentAreaCodes,
  replaceOverlaps,
  replaceRepresentatives,
  upsertAreas,
  upsertDatasets,
} from "@/db/queries/reference";
import { findSetting, saveSetting } from "@/db/queries/settings";
import { type ReferenceTables, readReferenceTables } from "@/db/seed/reference-tables";
import type { Actor } from "@/domain/actor";
import type { AreaKind, AreaRecord } from "@/domain/areas/area";
import { audit } from "@/server/audit";

const SETTING = "reference.content-hash";

/**
 * Loads areas, their representatives and overlaps, and where each came from, out of the shipped tables. The same tables
 * again change nothing. An area keeps its id for as long as its kind, code and first day stay.
 * @returns false when these very tables were loaded before.
 */
export async function loadReference(
  db: Db,
  actor: Actor,
  tables: ReferenceTables = readReferenceTables(),
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const before = await findSetting<string>(transaction, SETTING);
    if (before === tables.contentHash) return false;

    await upsertDatasets(transaction, tables.datasets.map(toDatasetRow));
    await upsertAreas(transaction, tables.areas.map(toAreaRow));
    const idOf = areaFinder(await findCurrentAreaCodes(transaction));
    await replaceRepresentatives(
      transaction,
      tables.representatives.map((mp) => ({
        areaId: idOf("constituency", mp.constituencyCode),
        name: mp.name,
        party: mp.party,
        url: mp.theyWorkForYouUrl,
        parliamentId: String(mp.parliamentId),
        since: mp.startDate,
        asOf: mp.asOf,
        datasetKey: "members",
      })),
    );
    await replaceOverlaps(
      transaction,
      tables.overlaps.map(({ kind, code, otherKind, otherCode, share }) => ({
        areaId: idOf(kind, code),
        otherId: idOf(otherKind, otherCode),
        share,
      })),
    );

    await saveSetting(transaction, SETTING, tables.contentHash);
    await audit(
      transaction,
      actor,
      "reference.loaded",
      { type: "reference", id: tables.contentHash.slice(0, 16) },
      {
        areas: tables.areas.length,
        representatives: tables.representatives.length,
        overlaps: tables.overlaps.length,
        datasets: tables.datasets.map(({ key, vintage, sha256 }) => ({ key, vintage, sha256 })),
        replaces: before ?? null,
      },
    );
    await publish(transaction, actor.id, "reference data loaded");
    return true;
  });
}

function toDatasetRow({ sourceUrl, sha256, command: _, ...dataset }: ReferenceTables["datasets"][number]) {
  return { ...dataset, url: sourceUrl, contentHash: sha256 };
}

function toAreaRow({ bbox: [west, south, east, north], ...area }: AreaRecord) {
  return { ...area, west, south, east, north };
}

/** @throws Error for a code the areas table does not have: the shipped tables would contradict each other. */
function areaFinder(codes: readonly { id: string; kind: AreaKind; code: string }[]) {
  const ids = new Map(codes.map(({ id, kind, code }) => [`${kind} ${code}`, id]));
  return (kind: AreaKind, code: string): string => {
    const id = ids.get(`${kind} ${code}`);
    if (!id) throw new Error(`reference tables: no ${kind} ${code}`);
    return id;
  };
}
