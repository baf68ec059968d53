import type { ImportFacts } from "@/domain/imports/import-policy";
import { waitsUntil } from "@/domain/imports/waiting-period";
import { formatOf } from "@/server/imports/engine/find-format";
import type { ImportBatch } from "@/server/imports/engine/find-import";

/** What the policy of moves asks of an import. */
export function importFactsOf(batch: ImportBatch): ImportBatch & ImportFacts & { waitsUntil: Date | null } {
  const { asks, waitsDays } = formatOf(batch);
  return { ...batch, asks, waitsUntil: waitsUntil(batch.submittedAt, waitsDays) };
}
