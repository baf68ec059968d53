import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import { listRegistrations } from "@/db/queries/registrations";
import { findPlacesByCode } from "@/db/queries/stored-records";
import type { CampaignerActor } from "@/domain/actor";
import { DAYS_TO_REPLY } from "@/domain/imports/waiting-period";
import { csvOf, type MadeUpLocation } from "@/ingest/cqc/testing-cqc";
import { loadImport } from "@/server/imports/engine/load-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { approveEdition, bringEdition, odsEntry } from "@/server/imports/registers/testing-register";
import { makeActor } from "@/server/imports/testing";

/** For tests of the regulator's register: two people, and the way from a file to an approved edition. */
export type RegisterWorld = { db: Db; admin: CampaignerActor; moderator: CampaignerActor };

export const NAMES: Readonly<Record<string, string>> = {
  Z99001: "ALDER SURGERY",
  Z99002: "BIRCH PRACTICE",
  Z99003: "CEDAR MEDICAL CENTRE",
};

/** Two people and the practices of `NAMES`, from the list of practices of January 2024. */
export async function makeRegisterWorld(db: Db): Promise<RegisterWorld> {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const lines = Object.entries(NAMES).map(([code, name]) => odsEntry(code, name, "CA1 1EB"));
  const given = { edition: "2024-01", because: "A register of three practices." };
  await approveEdition(db, moderator, await bringEdition(db, admin, given, lines));
  return { db, admin, moderator };
}

/** The columns of the copy of October 2024: it keeps what ended, and what it lacks is not over. */
export function tableCsv(locations: readonly MadeUpLocation[]): string {
  const headings =
    "location_id,ods_code,registered_on,provider_type,provider_id,company_number,charity_number,location_name,provider_name";
  return csvOf([
    headings.split(","),
    ...locations.map(({ id, code = "", since = "", ownership = "Organisation", providerId = "", ...one }) => {
      const isNamed = ownership === "Organisation";
      const named = isNamed
        ? [providerId, one.company ?? "", "", one.name ?? "", one.provider ?? ""]
        : ["", "", "", "", ""];
      return [id, code, since, ownership.toLowerCase(), ...named];
    }),
  ]);
}

export async function stageCqc(
  { db, admin }: Pick<RegisterWorld, "db" | "admin">,
  published: string,
  content: string | Buffer,
  { name = "cqc.csv", because = "A file of a few practices, for a test" } = {},
): Promise<string> {
  const sent = { register: "cqc", edition: published, because };
  const bytes = (async function* () {
    yield Buffer.from(content);
  })();
  return (await stageEdition(db, admin, sent, { name, bytes })).batchId;
}

export async function bringCqc(
  world: RegisterWorld,
  published: string,
  content: string | Buffer,
): Promise<string> {
  const { db, admin, moderator } = world;
  const batchId = await stageCqc(world, published, content);
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  await approveEdition(db, moderator, batchId, afterTheWait());
  return batchId;
}

/** When whoever is named in what is handed on now has had time to reply. */
export const afterTheWait = (): Date => new Date(Date.now() + (DAYS_TO_REPLY + 1) * 24 * 60 * 60 * 1000);

/** Rows of a preview: the outcome, what it would change, and what to look at. */
export async function previewOf(db: Db, batchId: string): Promise<string[][]> {
  const rows = await listRows(db, batchId);
  return rows.map(({ outcome, plan, warnings, problems }) => [
    outcome,
    plan?.service.name ?? "",
    ...(plan?.changes ?? []).map(({ field, kind, from, to }) => `${field} ${kind} ${from ?? ""}>${to}`),
    ...[...problems, ...warnings].map(({ code, detail }) => `${code}: ${detail}`),
  ]);
}

/** Who is registered at a practice, the latest first, as its page reads it. */
export async function runsOf(db: Db, code: string) {
  const [place] = await findPlacesByCode(db, [code]);
  if (!place) throw new Error(`no place has the code ${code}`);
  const runs = (await listRegistrations(db, [place.placeId])).get(place.placeId) ?? [];
  return runs.map(({ form, provider, since, confirmedOn, doubts, isLatest }) => ({
    who: provider?.name ?? form,
    since,
    confirmedOn,
    doubts: [...doubts],
    isLatest,
  }));
}
