import type { Db } from "@/db/client";
import { listExtractServices } from "@/db/queries/extracts";
import type { NewImportRow } from "@/db/queries/imports";
import { countOutcomes } from "@/domain/imports/outcome";
import { type ExtractRow, type FiledCode, rawOf } from "@/server/imports/extracts/filed-code";
import type { PlannedExtractRow } from "@/server/imports/extracts/plan-code";

/**
 * The rows of an extract: one for each code, and one for each service that an earlier extract brought and whose code this
 * one does not have. The latter only of one that is newer than what is in force: an older one could not know.
 */
export async function rowsOfExtract(
  db: Db,
  filed: readonly FiledCode[],
  { isNewer }: { isNewer: boolean },
): Promise<ExtractRow[]> {
  const codes = new Set(filed.map(({ code }) => code));
  const gone = isNewer
    ? (await listExtractServices(db)).flatMap(({ id, sourceKey }) => {
        const code = sourceKey.split("/")[2] ?? "";
        return codes.has(code) ? [] : { delisted: { serviceId: id, code } };
      })
    : [];
  const items = [...filed.map((one) => ({ filed: one })), ...gone];
  return items.map((item, index) => ({ number: index + 1, item, answer: null, decision: null }));
}

/** As they are stored. What would be added is not: it is planned again at the approval. */
export function storedRows(batchId: string, rows: readonly PlannedExtractRow[]): NewImportRow[] {
  return rows.map((row) => ({
    ...{ batchId, number: row.number, raw: rawOf(row), parsed: null, decision: row.decision },
    ...{ outcome: row.outcome, problems: row.problems, warnings: row.warnings, plan: row.plan },
  }));
}

export function countRows(rows: readonly PlannedExtractRow[]): Record<string, number> {
  return countOutcomes(rows);
}
