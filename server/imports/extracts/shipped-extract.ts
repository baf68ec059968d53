import type { Db } from "@/db/client";
import type { Classification } from "@/db/reference/provider-classification";
import type { WaitingTimesTable } from "@/db/reference/waiting-times-table";
import { claimChange } from "@/domain/imports/claim-change";
import { itemAt } from "@/domain/lists/item-at";
import { withIds } from "@/server/imports/engine/new-ids";
import type { ExtractRow, FiledCode } from "@/server/imports/extracts/filed-code";
import type { ChangeOfFact } from "@/server/imports/extracts/plan-code";
import { planExtract } from "@/server/imports/extracts/plan-extract";
import type { RecordDraft } from "@/server/records/save-records";

/**
 * What the extract that comes with the project adds to what is stored, planned code by code as one that somebody brings. Ids are
 * the same in every installation. What another source said already it says again: it is one more source of it.
 */
export async function draftsOfShipped(
  db: Db,
  table: WaitingTimesTable,
  classification: Classification,
): Promise<RecordDraft[]> {
  const rows = rowsOfTable(table, classification);
  const planned = await planExtract(db, table.period, rows, { classification, changeOf: changeOfShipped });
  const drafts = planned.flatMap((row) => row.drafts);
  return withIds(drafts, new Map()).map(onceEach);
}

/** Every reviewed code that the table has, in the order of the review. */
export function rowsOfTable(
  { payers, functions, providers }: WaitingTimesTable,
  { codes }: Pick<Classification, "codes">,
): ExtractRow[] {
  const filed = new Map(providers.map((provider) => [provider.code, provider]));
  return codes.flatMap(({ code, name }, index): ExtractRow[] => {
    const provider = filed.get(code);
    if (provider === undefined) return [];
    const cells: FiledCode["cells"] = provider.cells.map(([payer, treatment, ...numbers]) => [
      itemAt(payers, payer),
      itemAt(functions, treatment),
      ...numbers,
    ]);
    const item = { filed: { code, name, healthBody: provider.healthBody, cells }, answer: null };
    return [{ number: index + 1, item, decision: null }];
  });
}

/** A claim has an id made of what it says: the very claim is no news, and what has none is said of other extracts only. */
const changeOfShipped: ChangeOfFact = (recordType, claim, known) => {
  if (claim.id === undefined || known.some(({ id }) => id === claim.id)) return null;
  return claimChange(recordType, claim, known) ?? { kind: "confirms", from: null };
};

/** Codes of one organisation say the same of it. */
function onceEach(draft: RecordDraft): RecordDraft {
  const byId = new Map(draft.claims.map((claim) => [claim.id, claim]));
  return { ...draft, claims: [...byId.values()] };
}
