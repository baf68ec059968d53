import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claims, quoteEdits } from "@/db/schema/sources";
import type { ClaimField } from "@/domain/claims/claim";

/** A quotation of a source: a claim that has it, what was recorded, and what pages say today. */
export type Quotation = { claimId: string; field: ClaimField; said: string; says: string };

/** The quotations of a source, each once, by the first fact that has it. */
export async function listQuotations(db: Db, sourceId: string, limit: number): Promise<Quotation[]> {
  const rows = await db
    .selectDistinctOn([claims.says], {
      claimId: claims.id,
      field: claims.field,
      said: claims.says,
      edited: quoteEdits.says,
    })
    .from(claims)
    .leftJoin(quoteEdits, and(eq(quoteEdits.sourceId, claims.sourceId), eq(quoteEdits.said, claims.says)))
    .where(eq(claims.sourceId, sourceId))
    .orderBy(asc(claims.says), asc(claims.recordedAt), asc(claims.id))
    .limit(limit);
  return rows.map(({ edited, ...row }) => ({ ...row, says: edited ?? row.said }));
}

/** Of these claims of a source what was recorded, by id. */
export async function findSaid(
  db: Db,
  sourceId: string,
  claimIds: readonly string[],
): Promise<Map<string, string>> {
  if (claimIds.length === 0) return new Map();
  const rows = await db
    .select({ id: claims.id, said: claims.says })
    .from(claims)
    .where(and(eq(claims.sourceId, sourceId), inArray(claims.id, [...claimIds])));
  return new Map(rows.map(({ id, said }) => [id, said]));
}

/** What pages quote instead of what was recorded; the recorded words again where they are the same. */
export async function saveQuote(
  db: Db,
  { sourceId, said, says, editedBy }: { sourceId: string; said: string; says: string; editedBy: string },
): Promise<void> {
  await db.delete(quoteEdits).where(and(eq(quoteEdits.sourceId, sourceId), eq(quoteEdits.said, said)));
  if (says !== said) await db.insert(quoteEdits).values({ sourceId, said, says, editedBy });
}
