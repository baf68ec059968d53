import type { Db } from "@/db/client";
import type { LikelyTwin } from "@/db/queries/likely-twins";
import { findPublicEntry } from "@/db/queries/public-entry";
import { listChangesOfRecord } from "@/db/queries/record-changes";
import { findReportsJoined, findWaitingAbout } from "@/db/queries/report-twins";
import { entryPath } from "@/domain/records/entry-path";
import { entryOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { isSameChange } from "@/domain/reports/same-change";
import { doSourcesConfirm } from "@/server/reports/changes/add-sources";
import { findSaidAlready } from "@/server/reports/changes/said-already";
import { asNewService } from "@/server/reports/changes/same-as-change";
import { loadLikelyTwins } from "@/server/reports/publishing/likely-twins";

/** What a report about an entry may be the same as. */
export type SameChangesRead = {
  /** The entry that says so already (what followed it, of a new provider), and the report that it came from, where one did. */
  said: { id: string; path: string; name: string; reportId: string | null } | null;
  /** Services that the change would make it a twin of. `confirms`: what the report says of them is what they say. */
  twins: (LikelyTwin & { confirms: boolean })[];
  /** Other reports about the entry that wait, oldest first. */
  waiting: { id: string; title: string; submittedAt: Date; isSame: boolean }[];
  /** Reports that were found to say the same as this one. */
  joined: { id: string; title: string }[];
};

/** @param report `isWaiting`: only then is it asked what else waits, and what the entry says already; its own change would be that afterwards. */
export async function loadSameChanges(
  db: Db,
  proposal: ChangeProposal,
  report: { id: string; isWaiting: boolean },
  decidedOn: string,
): Promise<SameChangesRead> {
  const joined = (await findReportsJoined(db, report.id)).map(({ id, title }) => ({ id, title }));
  if (!report.isWaiting) return { said: null, twins: [], waiting: [], joined };
  const about = entryOf(proposal);
  const waiting = await findWaitingAbout(db, about.id, report.id);
  return {
    said: await saidBy(db, proposal),
    twins: await twinsOf(db, proposal, decidedOn),
    waiting: waiting.map(({ id, title, submittedAt, proposal: other }) => ({
      id,
      title,
      submittedAt,
      isSame: isSameChange(proposal, other),
    })),
    joined,
  };
}

async function saidBy(db: Db, proposal: ChangeProposal): Promise<SameChangesRead["said"]> {
  const already = await findSaidAlready(db, proposal);
  const entry = already && (await findPublicEntry(db, already.about.type, already.about.id));
  if (!entry) return null;
  const about = entryOf(proposal);
  const changes = await listChangesOfRecord(db, about.type, about.id);
  const made = changes.find(
    ({ state, proposal: change, reportId }) =>
      state === "approved" && reportId !== null && isSameChange(proposal, change),
  );
  const path = entryPath(entry.type, entry.slug);
  return { id: entry.id, path, name: entry.name, reportId: made?.reportId ?? null };
}

async function twinsOf(
  db: Db,
  proposal: ChangeProposal,
  decidedOn: string,
): Promise<SameChangesRead["twins"]> {
  const as = await asNewService(db, proposal);
  if (!as) return [];
  const about = entryOf(proposal);
  const found = (await loadLikelyTwins(db, as)).filter(({ id }) => id !== about.id);
  return Promise.all(
    found.map(async (twin) => ({
      ...twin,
      confirms:
        twin.category === as.category &&
        (await doSourcesConfirm(db, { serviceId: twin.id, proposal: as, decidedOn })),
    })),
  );
}
