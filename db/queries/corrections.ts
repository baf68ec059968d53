import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { CorrectionFact } from "@/domain/records/correction";

/**
 * What was done to entries that were public, newest first: changes of reports, what was taken off and shown again, disputes, and lists that were
 * taken back. Ids only: what may be named is asked for by the caller. Reasons of moderators are not read, because they are for others.
 */
export async function listCorrections(db: Db, limit: number): Promise<CorrectionFact[]> {
  const rows = await db.execute<
    { [Key in keyof CorrectionFact]: CorrectionFact[Key] } & { at: Date | string }
  >(sql`
    select * from (
      select c.batch_id::text as id, b.approved_at as at,
        case c.proposal->>'kind' when 'correction' then 'corrected' when 'same-as' then 'merged' else c.proposal->>'change' end as category,
        c.proposal->>'field' as field, c.record_type::text as type, c.record_id as "recordId", null as says, (c.report_id is not null) as "isFromReader"
      from record_changes c join batches b on b.id = c.batch_id
      where b.approved_at is not null and c.proposal->>'kind' in ('correction', 'change', 'same-as')
      union all
      select c.batch_id::text, b.undone_at, 'taken-back', null, c.record_type::text, c.record_id, null, false
      from record_changes c join batches b on b.id = c.batch_id where b.undone_at is not null
      union all
      select b.id::text, b.undone_at, 'list-taken-back', null, null, null, null, false
      from batches b where b.undone_at is not null and b.approved_at is not null
        and not exists (select 1 from record_changes c where c.batch_id = b.id)
      union all
      select w.id::text, w.withheld_at, 'withheld', null, w.record_type::text, w.record_id, null, false
      from withholdings w where w.source_id is null
      union all
      select w.id::text, w.restored_at, 'restored', null, w.record_type::text, w.record_id, null, false
      from withholdings w where w.source_id is null and w.restored_at is not null
      union all
      select d.id::text, d.marked_at, 'disputed', d.field, d.record_type::text, d.record_id,
        case when d.settled_at is null then d.says end, d.complaint_id is not null
      from disputes d
      union all
      select d.id::text, d.settled_at, 'settled', d.field, d.record_type::text, d.record_id, null, false
      from disputes d where d.settled_at is not null
    ) facts order by at desc, category, id limit ${limit}`);
  return [...rows].map((row) => ({ ...row, at: new Date(row.at) }));
}
