import type { Db } from "@/db/client";
import { makeCampaigner } from "@/db/factories";
import { findBatch } from "@/db/queries/batches";
import type { CampaignerActor } from "@/domain/actor";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { type SentList, stageImport } from "@/server/imports/lists/stage-import";

/** For tests of imports: people, a source, and the way from a text to an approved import. */

export async function makeActor(db: Db, role: CampaignerActor["role"]): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

export const SOURCE = {
  kind: "official-statistics",
  title: "Who runs what in Cumbria",
  publisher: "North Cumbria campaign",
  url: "https://campaign.example/list",
  publishedOn: "2026-03",
};

/** Two services of a company and of nobody who is named. */
export const LIST = `Place,Town,Postcode,Kind of care,Provider,Kind of provider,Since
Botchergate Eye Clinic,Carlisle,CA1 1QS,eye care,Sight Ltd,company,1 March 2024
Newtown Scans,Carlisle,CA2 7HY,diagnostics and scans,not named,,
`;

export async function versionOf(db: Db, batchId: string): Promise<number> {
  return (await findBatch(db, batchId))?.version ?? 0;
}

export const stageInput = (given: Record<string, unknown> = {}) => ({
  title: "Our list for Cumbria",
  isComplete: false,
  source: SOURCE,
  ...given,
});

/** A file of these bytes, in one piece. */
export function fileOf(content: string | Buffer, name = "list.csv"): SentList {
  return {
    name,
    bytes: (async function* () {
      yield typeof content === "string" ? Buffer.from(content) : content;
    })(),
  };
}

export async function stage(db: Db, actor: CampaignerActor, csv: string, given = {}): Promise<string> {
  return (await stageImport(db, actor, stageInput(given), fileOf(csv))).batchId;
}

/** From the text to the published import, by two people. */
export async function importList(
  db: Db,
  csv: string,
  given: Record<string, unknown> = {},
): Promise<{ batchId: string; admin: CampaignerActor; moderator: CampaignerActor }> {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const batchId = await stage(db, admin, csv, given);
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  const { version } = await loadImport(db, moderator, batchId);
  await approveImport(db, moderator, { batchId, version, rule: "all", warned: true });
  return { batchId, admin, moderator };
}
