import { createHash } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash } from "@/db/queries/batches";
import { listClaimsOfSources } from "@/db/queries/claims";
import { readTableFile } from "@/db/reference/place-table";
import { readOrganisations, readOrganisationsText } from "@/db/reference/registered-organisations";
import { REGISTRATIONS_FILE, unpackRegistrations } from "@/db/reference/registration-table";
import { starterId } from "@/db/seed/starter/starter-id";
import { saysTheSame } from "@/domain/same";
import { saveBatch } from "@/server/records/save-batch";
import type { RecordDraft } from "@/server/records/save-records";
import { draftsOfRegistrations } from "@/server/registers/registrations/registration-drafts";
import {
  companiesSource,
  evidenceSources,
  registerOfRegistrations,
} from "@/server/registers/registrations/registration-sources";
import { findStoredForRegistrations } from "@/server/registers/registrations/stored-practices";
import { joinOrganisations } from "@/server/starter/join-organisations";
import { APPROVER, IMPORTER } from "@/server/starter/load-starter-data";

/** The day on which the sources of these facts were first read: nothing looks fresher than it is (docs/decisions/0101). */
const READ_ON = "2026-11-29";

/**
 * Loads who is registered to provide care at each GP practice, as one approved batch: claims of the places, the organisations, and
 * services where an organisation outside the NHS is registered. Comes after the registers of places. Safe to call at every start: a
 * table, or a review of who owns what, that is new adds what it says that is not here.
 * @returns false when this very table and review were loaded before.
 */
export async function loadRegistrations(
  db: Db,
  packed: Uint8Array = readTableFile(REGISTRATIONS_FILE),
  review: string = readOrganisationsText(),
): Promise<boolean> {
  const contentHash = createHash("sha256")
    .update("registrations 5")
    .update(packed)
    .update(review)
    .digest("hex");
  if (await findBatchByHash(db, contentHash)) return false;
  const table = unpackRegistrations(packed);
  const reviewed = readOrganisations(review);
  const sources = [
    registerOfRegistrations(table.edition),
    companiesSource(),
    ...evidenceSources(reviewed).values(),
  ];
  return inTransaction(db, (tx) =>
    saveBatch(
      tx,
      {
        title: "Who is registered to provide care at GP practices, October 2024",
        reason:
          "The regulator’s register of GP practices (copy of October 2024): who is registered to provide care",
        action: "starter.loaded",
        importer: IMPORTER,
        approver: APPROVER,
        contentHash,
        readOn: READ_ON,
        sources: sources.map(({ row }) => row),
      },
      async () => {
        await joinOrganisations(tx, table.registrations);
        const stored = await findStoredForRegistrations(tx, table);
        const drafts = draftsOfRegistrations(table, reviewed, stored, contentHash);
        return withoutWhatIsHere(
          tx,
          drafts,
          sources.map(({ row }) => row.id),
        );
      },
    ),
  );
}

/**
 * Leaves out what an earlier load of the same sources said, and a doubt that stands as it was; a place that was never in doubt needs no
 * claim that it is not.
 */
async function withoutWhatIsHere(
  db: Db,
  drafts: readonly RecordDraft[],
  sourceIds: readonly string[],
): Promise<RecordDraft[]> {
  const held = await listClaimsOfSources(db, sourceIds);
  const ids = new Set(held.map(({ id }) => id));
  const records = new Set(held.map(({ recordId }) => recordId));
  const recordOf = new Map(held.map(({ id, recordId }) => [id, recordId]));
  // Of each place the newest that an earlier load said.
  const doubts = new Map(
    held.flatMap(({ recordId, field, value }) =>
      field === "registration-doubt" ? [[recordId, value] as const] : [],
    ),
  );
  return drafts.flatMap((draft) => {
    const { recordId } = draft;
    // What was said of a record that was merged into this one since is said of this one, as a claim of its own.
    const said = draft.claims.map((claim) =>
      (recordOf.get(claim.id ?? "") ?? recordId) === recordId
        ? claim
        : { ...claim, id: starterId(`${claim.id}@${recordId}`) },
    );
    const claims = said.filter(({ id, field, value }) => {
      if (field !== "registration-doubt") return !ids.has(id ?? "");
      const before = doubts.get(draft.recordId);
      return before === undefined ? !isEmpty(value) : !saysTheSame(before, value);
    });
    if (claims.length === 0) return [];
    return [{ ...draft, claims, create: records.has(draft.recordId) ? undefined : draft.create }];
  });
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && "doubts" in value && String(value.doubts) === "";
}
