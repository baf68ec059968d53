import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";

/** For tests of editions of registers: files in the publishers' layout, and the way to an approved edition. */

/** A line of `epraccur` or `etr`: 27 columns without a header, the fields that we read filled in. */
export function odsEntry(
  code: string,
  name: string,
  postcode: string,
  given: { closed?: string; status?: string; parent?: string; setting?: string } = {},
): string {
  const { closed = "", parent = "QHM", setting = "4" } = given;
  const status = given.status ?? (closed ? "C" : "A");
  const opened = "20010401";
  const cells = [code, name, "Y62", "QHM", "1 STREET", "CARLISLE", "", "", "", postcode, opened, closed];
  return [...cells, status, "", parent, ...Array.from({ length: 10 }, () => ""), setting, ""].join(",");
}

export const registerFile = (...lines: string[]) => ({
  name: "register.csv",
  bytes: (async function* () {
    yield Buffer.from(`${lines.join("\n")}\n`);
  })(),
});

export type Edition = { register?: string | undefined; edition: string; because?: string };

/** Stages an edition, of GP practices unless it says otherwise, and hands it on. */
export async function bringEdition(
  db: Db,
  admin: CampaignerActor,
  { register = "gp-practices", edition, because = "" }: Edition,
  lines: readonly string[],
): Promise<string> {
  const sent = { register, edition, because };
  const { batchId } = await stageEdition(db, admin, sent, registerFile(...lines));
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  return batchId;
}

export async function approveEdition(db: Db, moderator: CampaignerActor, batchId: string, now?: Date) {
  const { version } = await loadImport(db, moderator, batchId);
  return approveImport(db, moderator, { batchId, version, rule: "all", warned: true }, undefined, now);
}
