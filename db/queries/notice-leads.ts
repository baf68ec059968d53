import { and, desc, eq, exists, inArray, isNotNull, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { contracts } from "@/db/schema/services";
import { batches, batchRows, sources } from "@/db/schema/sources";
import type { StoredItem } from "@/domain/imports/stored-item";

/** A row that says too little to be published, with the headings of its cells and the document that its import cites. */
export type LeadRow = {
  batchId: string;
  number: number;
  header: string[];
  item: StoredItem;
  source: { title: string; publisher: string; url: string };
};

/** More than anybody takes up; the newest imports come first. */
const MOST = 200;

/**
 * Refused rows of imports of a format that stand (brought, handed on or approved), but for those left out, those that may be of care shown
 * by area only, and those of a contract that is in the records by now, or of a source that is off the site.
 */
export async function listLeadRows(db: Db, format: string): Promise<LeadRow[]> {
  const held = db
    .select({ one: sql`1` })
    .from(contracts)
    .where(
      and(
        isNotNull(contracts.noticeReference),
        sql`${batchRows.item} -> 'value' ? ${contracts.noticeReference}`,
      ),
    );
  const withheld = db
    .select({ one: sql`1` })
    .from(sources)
    .where(and(isNotNull(sources.withheldAt), sql`${sources.url} = ${batches.source} ->> 'url'`));
  const rows = await db
    .select({
      batchId: batchRows.batchId,
      number: batchRows.number,
      header: batches.header,
      item: batchRows.item,
      source: batches.source,
    })
    .from(batchRows)
    .innerJoin(batches, eq(batches.id, batchRows.batchId))
    .where(
      and(
        eq(batches.format, format),
        inArray(batches.state, ["previewed", "submitted", "approved"]),
        eq(batchRows.outcome, "refused"),
        sql`coalesce(${batchRows.decision} not in ('skip', 'dropped'), true)`,
        sql`not ${batchRows.problems} @> '[{"code":"could-be-sensitive"}]'`,
        not(exists(held)),
        not(exists(withheld)),
      ),
    )
    .orderBy(desc(batches.createdAt), batchRows.number)
    .limit(MOST);
  return rows.flatMap(({ header, source, ...row }) =>
    header && source
      ? [{ ...row, header, source: { title: source.title, publisher: source.publisher, url: source.url } }]
      : [],
  );
}
