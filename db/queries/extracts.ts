import { and, desc, eq, isNotNull, isNull, like, ne, notInArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isCounted } from "@/db/queries/claims";
import { kindOfProvider } from "@/db/queries/counts-under";
import { isCurrentArea } from "@/db/queries/current-areas";
import { isShown } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { placeIdentifiers, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches, batchRows, claims, sources } from "@/db/schema/sources";
import { LEAVES_OUT } from "@/domain/imports/outcome";
import type { StoredItem } from "@/domain/imports/stored-item";
import type { LegalForm } from "@/domain/providers/legal-form";

/** What an extract of the waiting times is held against. */

/** The newest month that numbers in force are of, such as "2026-04"; null where there are none. */
export async function findNewestMonth(db: Db): Promise<string | null> {
  const [row] = await db
    .select({ month: sql<string | null>`max(${claims.value} ->> 'key')` })
    .from(claims)
    .where(and(eq(claims.recordType, "service"), eq(claims.field, "waiting-times"), isCounted(db)));
  return row?.month ?? null;
}

/** ODS codes of NHS trusts, those whose entry has ended among them. */
export async function listTrustCodes(db: Db): Promise<Set<string>> {
  const rows = await db
    .select({ code: placeIdentifiers.code })
    .from(placeIdentifiers)
    .innerJoin(places, eq(places.id, placeIdentifiers.placeId))
    .where(and(eq(places.kind, "trust-headquarters"), eq(placeIdentifiers.scheme, "ods-organisation")));
  return new Set(rows.map(({ code }) => code));
}

/** ONS code of each integrated care board of today, by its ODS code. */
export async function listHealthBodyCodes(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .select({ code: areas.code, odsCode: areas.odsCode })
    .from(areas)
    .where(and(eq(areas.kind, "icb"), isNotNull(areas.odsCode), isCurrentArea()));
  return new Map(rows.map(({ code, odsCode }) => [odsCode ?? "", code]));
}

/** A record that an extract brought; a merged one leads to the one it was merged into. */
export type Brought = { id: string; state: "standing" | "ended" | "erased" };

/** Records that extracts brought, by the key each came under. Those of an import that was undone have none. */
export async function findBroughtRecords(db: Db): Promise<Map<string, Brought>> {
  const found = new Map<string, Brought>();
  for (const table of [providers, places]) {
    const rows = await db
      .select({
        key: table.sourceKey,
        id: sql<string>`coalesce(${table.mergedInto}, ${table.id})`,
        isErased: sql<boolean>`${table.visibility} = 'erased'`,
      })
      .from(table)
      .where(like(table.sourceKey, "%/waiting-times/%"));
    for (const { key, id, isErased } of rows)
      found.set(key ?? "", { id, state: isErased ? "erased" : "standing" });
  }
  const rows = await db
    .select({
      key: services.sourceKey,
      id: sql<string>`coalesce(${services.mergedInto}, ${services.id})`,
      status: services.status,
      visibility: services.visibility,
    })
    .from(services)
    .where(like(services.sourceKey, "service/waiting-times/%"));
  for (const { key, id, status, visibility } of rows) {
    const state = visibility === "erased" ? "erased" : status === "ended" ? "ended" : "standing";
    found.set(key ?? "", { id, state });
  }
  return found;
}

export type ExtractService = { id: string; name: string; sourceKey: string };

/** Operating services that extracts brought and that nobody doubts yet. */
export async function listExtractServices(db: Db): Promise<ExtractService[]> {
  return db
    .select({ id: services.id, name: services.name, sourceKey: sql<string>`${services.sourceKey}` })
    .from(services)
    .where(
      and(
        like(services.sourceKey, "service/waiting-times/%"),
        eq(services.status, "operating"),
        sql`${services.mayHaveEnded} is null`,
        isShown(services.visibility),
      ),
    )
    .orderBy(services.sourceKey);
}

/** Ids of services that an extract did not list any more, and which nobody has said anything of since. */
export async function listDelistedServices(db: Db): Promise<string[]> {
  const isExtract = or(
    eq(sources.sourceKey, "waiting-times/extract"),
    like(sources.sourceKey, "waiting-times/extract/%"),
  );
  const rows = await db
    .selectDistinct({ id: services.id })
    .from(services)
    .innerJoin(claims, eq(claims.recordId, services.id))
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(
      and(
        eq(services.mayHaveEnded, "no-longer-listed"),
        eq(claims.field, "may-have-ended"),
        isExtract,
        isCounted(db),
      ),
    );
  return rows.map(({ id }) => id);
}

/**
 * Rows of approved imports of this format in which an importer said who is behind a code, the latest approval first. One that an approver
 * left out says nothing; one that made no record (an NHS body) is never applied and counts all the same.
 */
export async function listApprovedAnswers(db: Db, format: string): Promise<StoredItem[]> {
  const rows = await db
    .select({ item: batchRows.item })
    .from(batchRows)
    .innerJoin(batches, eq(batches.id, batchRows.batchId))
    .where(
      and(
        eq(batches.format, format),
        eq(batches.state, "approved"),
        sql`${batchRows.item} -> 'value' ->> 'answer' is not null`,
        ne(batchRows.outcome, "refused"),
        or(
          eq(batchRows.isApplied, true),
          and(
            eq(batchRows.outcome, "unchanged"),
            or(isNull(batchRows.decision), notInArray(batchRows.decision, [...LEAVES_OUT])),
          ),
        ),
      ),
    )
    .orderBy(desc(batches.approvedAt));
  return rows.map(({ item }) => item);
}

/** What organisations are, of those where it is known, by the rule of all counts: a company of the NHS is the NHS's. */
export async function findLegalForms(db: Db, ids: readonly string[]): Promise<Map<string, LegalForm>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: providers.id, form: kindOfProvider(providers) })
    .from(providers)
    .where(anyOf(providers.id, ids));
  return new Map(rows.flatMap(({ id, form }) => (form === null ? [] : [[id, form] as const])));
}
