import { createHash } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash } from "@/db/queries/batches";
import { findClaimsOf } from "@/db/queries/claims";
import { readClassification, readClassificationText } from "@/db/reference/provider-classification";
import { decodeWaitingTimes, readTableBytes, WAITING_TIMES_FILE } from "@/db/reference/waiting-times-table";
import type { Claim } from "@/domain/claims/claim";
import { draftsOfShipped } from "@/server/imports/extracts/shipped-extract";
import { saveBatch } from "@/server/records/save-batch";
import type { RecordDraft } from "@/server/records/save-records";
import { replaceEarlier } from "@/server/registers/waiting-times/replace-earlier";
import { EXTRACT, sourceRefs, sourceRows } from "@/server/registers/waiting-times/waiting-sources";
import { withdrawParents } from "@/server/registers/waiting-times/withdrawn-parents";
import { APPROVER, IMPORTER } from "@/server/starter/load-starter-data";

/** The day on which the sources of these facts were first read: nothing looks fresher than it is (docs/decisions/0101). */
const READ_ON = "2026-11-21";

/**
 * Loads what the waiting-times extract says of providers outside the register of trusts, as one approved batch: the
 * organisations, their sites, one service for each category, and who paid. Comes after the registers of places, whose
 * places it adds to. Safe to call at every start.
 * @returns false when it was loaded before.
 */
export async function loadWaitingTimes(db: Db): Promise<boolean> {
  const [bytes, text] = [readTableBytes(WAITING_TIMES_FILE), readClassificationText()];
  const contentHash = createHash("sha256").update("waiting-times 2").update(bytes).update(text).digest("hex");
  // Asked for before anything is unpacked: every start asks it.
  if (await findBatchByHash(db, contentHash)) return false;
  const table = decodeWaitingTimes(bytes);
  const classification = readClassification(text);
  return inTransaction(db, (tx) =>
    saveBatch(
      tx,
      {
        title: "Waiting times, April 2026",
        reason: "NHS England’s waiting-times extract for April 2026: who treats NHS patients outside the NHS",
        action: "starter.loaded",
        importer: IMPORTER,
        approver: APPROVER,
        contentHash,
        readOn: READ_ON,
        sources: sourceRows(classification),
      },
      async () => {
        const drafts = await draftsOfShipped(tx, table, classification);
        return overEarlier(tx, drafts, sourceRefs(classification)(EXTRACT).sourceId);
      },
    ),
  );
}

/** What this review knows better than an earlier one that was loaded here. */
async function overEarlier(
  db: Db,
  drafts: readonly RecordDraft[],
  extractId: string,
): Promise<RecordDraft[]> {
  const known: Claim[] = [];
  for (const type of ["provider", "place", "service"] as const) {
    const ids = drafts.filter(({ recordType }) => recordType === type).map(({ recordId }) => recordId);
    known.push(...(await findClaimsOf(db, type, ids)));
  }
  return withdrawParents(replaceEarlier(drafts, known), known, (id) => id === extractId);
}
