import { type Db, inTransaction } from "@/db/client";
import { publish } from "@/db/queries/publications";
import {
  type AreaCode,
  findCurrentAreaCodes,
  findEndedAreaCodes,
  replaceOverlaps,
  replaceRepresentatives,
  replaceSuccessors,
  upsertAreas,
  upsertDatasets,
} from "@/db/queries/reference";
import { findSetting, saveSetting } from "@/db/queries/settings";
import { type ReferenceTables, readReferenceTables } from "@/db/seed/reference-tables";
import type { Actor } from "@/domain/actor";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaHistory } from "@/domain/areas/area-history";
import type { AreaOverlaps } from "@/domain/areas/area-overlap";
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
    await upsertAreas(transaction, [...tables.areas, ...tables.history.areas].map(toAreaRow));
    const codes = await findCurrentAreaCodes(transaction);
    await replaceRepresentatives(transaction, representativeRows(tables, codes));
    await replaceOverlaps(transaction, overlapRows(tables.overlaps, codes));
    const ended = await findEndedAreaCodes(transaction);
    await replaceSuccessors(transaction, successorRows(tables.history, ended, codes));

    await saveSetting(transaction, SETTING, tables.contentHash);
    await audit(
      transaction,
      actor,
      "reference.loaded",
      { type: "reference", id: tables.contentHash.slice(0, 16) },
      {
        areas: tables.areas.length,
        representatives: tables.representatives.length,
        overlaps: tables.overlaps.pairs.length,
        ended: tables.history.areas.length,
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

function representativeRows({ representatives }: ReferenceTables, codes: readonly AreaCode[]) {
  const idOf = areaFinder(codes.filter(({ kind }) => kind === "constituency"));
  return representatives.map((member) => ({
    areaId: idOf(member.constituencyCode),
    name: member.name,
    party: member.party,
    url: member.theyWorkForYouUrl,
    parliamentId: String(member.parliamentId),
    since: member.startDate,
    asOf: member.asOf,
    datasetKey: "members",
  }));
}

/** Each pair both ways: the share of the one in the other, and of the other in the one. */
function overlapRows({ unitPostcodes, pairs }: AreaOverlaps, codes: readonly AreaCode[]) {
  // Scotland, Wales and Northern Ireland have one code as region and nation; pairs are of regions.
  const idOf = areaFinder(codes.filter(({ kind }) => kind !== "nation"));
  const shareOf = (code: string, units: number) => units / (unitPostcodes[code] ?? units);
  return pairs.flatMap(([one, other, units]) => [
    { areaId: idOf(one), otherId: idOf(other), share: shareOf(one, units) },
    { areaId: idOf(other), otherId: idOf(one), share: shareOf(other, units) },
  ]);
}

/** What became of the areas that are no more: a code ends and begins within its kind. */
function successorRows(
  { areas, successions }: AreaHistory,
  ended: readonly AreaCode[],
  current: readonly AreaCode[],
) {
  return [...new Set(areas.map(({ kind }) => kind))].flatMap((kind) => {
    const from = areaFinder(ended.filter((area) => area.kind === kind));
    const to = areaFinder(current.filter((area) => area.kind === kind));
    const ofKind = new Set(areas.filter((area) => area.kind === kind).map(({ code }) => code));
    return successions
      .filter((succession) => ofKind.has(succession.from))
      .map(({ share, basis, ...codes }) => ({
        fromId: from(codes.from),
        toId: to(codes.to),
        share,
        basis,
      }));
  });
}

/** @throws Error for a code the areas table does not have: the shipped tables would contradict each other. */
function areaFinder(codes: readonly AreaCode[]) {
  const ids = new Map(codes.map(({ id, code }) => [code, id]));
  return (code: string): string => {
    const id = ids.get(code);
    if (!id) throw new Error(`reference tables: no area ${code}`);
    return id;
  };
}
