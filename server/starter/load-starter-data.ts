import { createHash } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findClaimsOf } from "@/db/queries/claims";
import { findCurrentAreaCodes } from "@/db/queries/reference";
import { saveSetting } from "@/db/queries/settings";
import { CARLISLE } from "@/db/seed/starter/carlisle";
import { DIAGNOSTIC_CENTRES } from "@/db/seed/starter/diagnostic-centres";
import { areaRef } from "@/db/seed/starter/fact";
import { REPORTED_IN_AREAS, REPORTED_IN_THE_UK } from "@/db/seed/starter/reported-counts";
import { confirmedOn, sourceIdOf, sourceKeyOf } from "@/db/seed/starter/source-ids";
import { STARTER_SOURCES, type StarterSource, type StarterSourceKey } from "@/db/seed/starter/sources";
import { starterId } from "@/db/seed/starter/starter-id";
import { systemActor } from "@/domain/actor";
import { RECORD_TYPES } from "@/domain/claims/claim";
import { REPORTED_UK_SETTING } from "@/domain/figures/reported-count";
import { loadReference } from "@/server/areas/load-reference";
import { saveBatch } from "@/server/records/save-batch";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { type AreaIds, needArea, type Stored, starterDrafts } from "@/server/starter/starter-drafts";

/** The day on which the sources of these facts were first read: nothing looks fresher than it is (docs/decisions/0101). */
const READ_ON = "2026-11-21";

/** Who brought the starter data, and who stands for its approval: two, as for every import. */
export const IMPORTER = systemActor("starter-data");
export const APPROVER = systemActor("founding-editors");

const RECORDS = [...CARLISLE, ...DIAGNOSTIC_CENTRES];

/**
 * Loads the reference data and then the starter services, as one approved batch. Safe to call at every start: what was
 * loaded before is not loaded again. Facts added to a later version arrive as a batch of their own.
 * Needs a connection whose deadline allows a few seconds.
 */
export async function loadStarterData(db: Db): Promise<"loaded" | "loaded before"> {
  const reference = await loadReference(db, IMPORTER);
  const services = await inTransaction(db, loadStarterServices);
  return reference || services ? "loaded" : "loaded before";
}

async function loadStarterServices(db: Db): Promise<boolean> {
  const loaded = await saveBatch(
    db,
    {
      title: "Starter data",
      reason: "Starter data: what was reported in 2023 and 2024, with what registers and notices say",
      action: "starter.loaded",
      importer: IMPORTER,
      approver: APPROVER,
      contentHash: hashOfFacts(),
      readOn: READ_ON,
      sources: sourceRows(),
    },
    async () => {
      const areaIds = await findAreaIds(db);
      const stored = await findStored(db, areaIds);
      return [...starterDrafts(RECORDS, stored, areaIds), ...areaDrafts(stored, areaIds)];
    },
  );
  if (!loaded) return false;
  const { source, ...reported } = REPORTED_IN_THE_UK;
  await saveSetting(db, REPORTED_UK_SETTING, { ...reported, sourceId: sourceIdOf(source) });
  return true;
}

function hashOfFacts(): string {
  const facts = JSON.stringify([STARTER_SOURCES, RECORDS, REPORTED_IN_AREAS, REPORTED_IN_THE_UK]);
  return createHash("sha256").update(facts).digest("hex");
}

function sourceRows() {
  return Object.entries<StarterSource>(STARTER_SOURCES).map(([key, { settledOn: _, ...source }]) => ({
    ...source,
    id: sourceIdOf(key as StarterSourceKey),
    sourceKey: sourceKeyOf(key as StarterSourceKey),
  }));
}

/** What an earlier version of the facts has brought: the ids of its claims, and of the records they are about. */
async function findStored(db: Db, areaIds: AreaIds): Promise<Stored> {
  const ids = RECORDS.map(({ key }) => starterId(key));
  const counted = REPORTED_IN_AREAS.map(({ kind, code }) => needArea(areaRef(kind, code), areaIds));
  const stored: Stored = { claims: new Set(), records: new Set() };
  for (const type of RECORD_TYPES) {
    for (const claim of await findClaimsOf(db, type, type === "area" ? counted : ids)) {
      stored.claims.add(claim.id);
      stored.records.add(claim.recordId);
    }
  }
  return stored;
}

async function findAreaIds(db: Db): Promise<AreaIds> {
  const codes = await findCurrentAreaCodes(db);
  return new Map(codes.map(({ id, kind, code }) => [areaRef(kind, code), id]));
}

function areaDrafts(stored: Stored, areaIds: AreaIds): RecordDraft[] {
  return REPORTED_IN_AREAS.flatMap(({ kind, code, count, counted, by, source, says }) => {
    const ref = areaRef(kind, code);
    const id = starterId(`${ref}#${JSON.stringify([count, counted, by])}#${source}#${says}`);
    if (stored.claims.has(id)) return [];
    const claim: ClaimDraft = {
      id,
      field: "reported-count",
      value: { count, counted, by },
      sourceId: sourceIdOf(source),
      says,
      confirmedOn: confirmedOn(STARTER_SOURCES[source]),
    };
    return { recordType: "area", recordId: needArea(ref, areaIds), claims: [claim] };
  });
}
