import type { Db } from "@/db/client";
import { listAreas } from "@/db/queries/areas";
import { findNamesOf } from "@/db/queries/batch-records";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findBroughtRecords, listDelistedServices, listExtractServices } from "@/db/queries/extracts";
import type { Classification } from "@/db/reference/provider-classification";
import type { Claim } from "@/domain/claims/claim";
import type { RowProblem } from "@/domain/imports/outcome";
import {
  classificationInForce,
  isReviewed,
  withReviewed,
} from "@/server/imports/extracts/classification-in-force";
import { type CodeContext, draftDelisted, draftsOfCode } from "@/server/imports/extracts/code-drafts";
import { type ExtractRow, tableOf } from "@/server/imports/extracts/filed-code";
import { findKnownProviders } from "@/server/imports/extracts/known-providers";
import {
  type ChangeOfFact,
  changeOfFact,
  type PlannedExtractRow,
  planCode,
} from "@/server/imports/extracts/plan-code";
import { answered, classified, type ReviewedCode } from "@/server/imports/extracts/reviewed-code";
import { townFinder } from "@/server/imports/extracts/town-of-code";
import { findAreaOnlyRule } from "@/server/records/area-only";
import type { RecordDraft } from "@/server/records/save-records";
import { findStored } from "@/server/registers/waiting-times/stored-records";
import { sourceRefs } from "@/server/registers/waiting-times/waiting-sources";

/** How the extract that comes with the project is read: by the review it comes with, and with a rule of its own of what is new. */
export type ShippedReading = { classification: Classification; changeOf: ChangeOfFact };

/**
 * Says of each row of an extract what it would do now. Writes nothing.
 * @param shipped where nobody brought it.
 */
export async function planExtract(
  db: Db,
  month: string,
  rows: readonly ExtractRow[],
  shipped?: ShippedReading,
): Promise<PlannedExtractRow[]> {
  const { reviewed, classification } = await review(db, rows, shipped?.classification);
  const changeOf = shipped?.changeOf ?? changeOfFact;
  const filed = rows.flatMap(({ item }) => ("filed" in item ? [item.filed] : []));
  const town = townFinder(classification);
  const table = tableOf(month, filed, town);
  const byCode = new Map(table.providers.map((provider) => [provider.code, provider]));
  const inExtract = classification.codes.filter(({ code }) => byCode.has(code));
  const context: CodeContext = {
    classification,
    refs: sourceRefs(classification, month),
    stored: await findStored(db, { ...classification, codes: inExtract }),
    brought: await findBroughtRecords(db),
    isHidden: await findAreaOnlyRule(db),
    doubted: new Set(await listDelistedServices(db)),
  };
  const open = new Map((await listExtractServices(db)).map((service) => [service.id, service]));
  const drafted = rows.map(({ number, item }) => {
    if ("delisted" in item) return draftDelisted(item.delisted, open.get(item.delisted.serviceId), context);
    const provider = byCode.get(item.filed.code);
    if (!provider || !isReviewed(reviewed.get(number) ?? [])) return { drafts: [], warnings: [] };
    return draftsOfCode({ ...table, providers: [provider] }, context);
  });
  const all = drafted.flatMap(({ drafts }) => drafts);
  const held = await heldClaims(db, all);
  const nameOf = await namesOf(db, all);
  return rows.map((row, index) => {
    const { drafts, warnings } = drafted[index] ?? { drafts: [], warnings: [] };
    const found = reviewed.get(row.number) ?? null;
    return planCode(row, found, { drafts, warnings, held, nameOf, changeOf, isHidden: context.isHidden });
  });
}

/** The classification in force, with what importers said of codes in these rows. */
export async function classificationWith(db: Db, rows: readonly ExtractRow[]): Promise<Classification> {
  return (await review(db, rows)).classification;
}

/** Who is behind each code: what its importer said on the row, else the classification in force. */
async function review(db: Db, rows: readonly ExtractRow[], shipped?: Classification) {
  const base = shipped ?? (await classificationInForce(db));
  const known = await findKnownProviders(
    db,
    rows.flatMap(({ item: { answer } }) => answer?.provider?.trim() ?? []),
  );
  const reviewed = new Map<number, ReviewedCode | RowProblem[]>();
  for (const { number, item, decision } of rows) {
    if (!("filed" in item)) continue;
    const { answer } = item;
    const found = answer
      ? answered(item.filed, { answer, decision }, { base, known })
      : classified(item.filed, base);
    reviewed.set(number, found);
  }
  const said = rows.flatMap(({ number, item }) => {
    const found = reviewed.get(number) ?? [];
    return item.answer !== null && isReviewed(found) ? [found] : [];
  });
  return { reviewed, classification: withReviewed(base, said) };
}

async function heldClaims(db: Db, drafts: readonly RecordDraft[]): Promise<Map<string, Claim[]>> {
  const held = new Map<string, Claim[]>();
  for (const type of ["provider", "place", "service"] as const) {
    const ids = drafts.filter(({ recordType }) => recordType === type).map(({ recordId }) => recordId);
    for (const [id, claims] of await findClaimsByRecord(db, type, [...new Set(ids)])) held.set(id, claims);
  }
  return held;
}

/** Names of the areas of today, of records that are there, and of those that would come. */
async function namesOf(db: Db, drafts: readonly RecordDraft[]): Promise<(id: string) => string> {
  const stored = await findNamesOf(
    db,
    drafts.map(({ recordType, recordId }) => ({ type: recordType as "place", id: recordId })),
  );
  const names = new Map((await listAreas(db)).map(({ id, nameEn }) => [id, nameEn]));
  for (const [id, { name }] of stored) names.set(id, name);
  for (const { recordId, claims } of drafts) {
    const name = claims.find(({ field }) => field === "name")?.value;
    if (typeof name === "string" && !names.has(recordId)) names.set(recordId, name);
  }
  return (id) => names.get(id) ?? "";
}
