import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findMergedProviders } from "@/db/queries/held-registrations";
import { listRegistrations } from "@/db/queries/registrations";
import { listPlacesOfServices, listRunnersAt, type RunnerAt } from "@/db/queries/runners-at";
import type { Actor } from "@/domain/actor";
import { type Claim, registrationDoubtSchema, registrationSchema } from "@/domain/claims/claim";
import { claimsInForce, inForce } from "@/domain/claims/in-force";
import { dateInWords } from "@/domain/dates/in-words";
import { isAnotherRunner } from "@/domain/registrations/another-runner";
import { REGISTRATION_DOUBTS } from "@/domain/registrations/doubts";
import type { RegisteredRun } from "@/domain/registrations/registered";
import {
  type ClaimDraft,
  type RecordDraft,
  type SaveContext,
  saveRecords,
} from "@/server/records/save-records";

/** Neither names anybody: of a partnership or a person nothing is published but the form. */
const DIFFERS = "Worked out from this source and the register: they name different organisations here.";
const AGREES = "Worked out from this source and the register: they name the same organisation here.";

/**
 * What was just saved of services, held against who is registered at their places, by the rule of docs/imports.md, "Who wins". Where another
 * organisation is named than is registered, the registration is in doubt, with the source that names it; where the same one is, that doubt
 * goes, and a register of a later day confirms the service. All of it belongs to the batch and the report of what was saved, so that it
 * is taken back with it.
 */
export async function noteRunners(
  db: Db,
  actor: Actor,
  saved: readonly RecordDraft[],
  context: SaveContext,
): Promise<void> {
  const serviceIds = saved.flatMap(({ recordType, recordId }) =>
    recordType === "service" ? [recordId] : [],
  );
  const placeIds = await listPlacesOfServices(db, serviceIds);
  const registered = await listRegistrations(db, placeIds);
  const runners = await listRunnersAt(db, [...registered.keys()]);
  const runnersOf = new Map<string, RunnerAt[]>();
  for (const runner of runners)
    runnersOf.set(runner.placeId, [...(runnersOf.get(runner.placeId) ?? []), runner]);
  const isSaved = new Set(serviceIds);
  const asked = [...registered].flatMap(([placeId, runs]) => {
    const here = runnersOf.get(placeId) ?? [];
    const latest = runs.find(({ isLatest }) => isLatest);
    return latest && here.some(({ serviceId }) => isSaved.has(serviceId)) ? [{ placeId, latest, here }] : [];
  });
  if (asked.length === 0) return;
  const merged = await findMergedProviders(db);
  const claimsOf = await findClaimsByRecord(
    db,
    "place",
    asked.map(({ placeId }) => placeId),
  );
  const drafts: RecordDraft[] = [];
  for (const one of asked) {
    const claims = claimsOf.get(one.placeId) ?? [];
    drafts.push(...(await draftsOf(db, { ...one, claims, isSaved, merged })));
  }
  const [first, ...others] = drafts;
  if (!first) return;
  const subject = others.length === 0 ? { type: first.recordType, id: first.recordId } : context.subject;
  await saveRecords(db, actor, drafts, { ...context, action: "record.changed", subject });
}

type AtPlace = {
  placeId: string;
  latest: RegisteredRun;
  claims: readonly Claim[];
  here: readonly RunnerAt[];
  isSaved: ReadonlySet<string>;
  /** Of a merged organisation the one that it was merged into. */
  merged: ReadonlyMap<string, string>;
};

async function draftsOf(
  db: Db,
  { placeId, latest, claims, here, isSaved, merged }: AtPlace,
): Promise<RecordDraft[]> {
  const registration = registrationOf(claims, latest.locationId);
  if (!registration) return [];
  const { providerId: asWritten } = registrationSchema.parse(registration.value);
  const providerId = asWritten ? (merged.get(asWritten) ?? asWritten) : null;
  const holder = { form: latest.form, providerId, name: latest.provider?.name ?? "" };
  const others = here.filter((runner) => isAnotherRunner(runner, holder));
  const isDoubted = latest.doubts.includes("another-runner");
  const other = others.find(({ serviceId }) => isSaved.has(serviceId));
  if (other) return isDoubted ? [] : doubtDrafts(db, { placeId, latest, claims }, other, DIFFERS);
  const same = here.find((runner) => isSaved.has(runner.serviceId) && runner.providerId === providerId);
  if (!same || providerId === null || others.length > 0) return [];
  return isDoubted
    ? doubtDrafts(db, { placeId, latest, claims }, same, AGREES)
    : confirmed(db, same, latest, registration);
}

function registrationOf(claims: readonly Claim[], locationId: string): Claim | undefined {
  return claimsInForce(claims).find(
    ({ field, value }) => field === "registration" && registrationSchema.parse(value).key === locationId,
  );
}

/** The doubt with or without another runner, by the source that names who runs the service. */
async function doubtDrafts(
  db: Db,
  { placeId, latest, claims }: Pick<AtPlace, "placeId" | "latest" | "claims">,
  { serviceId }: RunnerAt,
  says: typeof DIFFERS | typeof AGREES,
): Promise<RecordDraft[]> {
  const named = await runnerClaim(db, serviceId);
  if (!named) return [];
  const { locationId: key } = latest;
  const held = claims.filter(
    ({ field, value, supersededBy }) =>
      field === "registration-doubt" &&
      supersededBy === null &&
      registrationDoubtSchema.parse(value).key === key,
  );
  const raised = says === DIFFERS ? [...latest.doubts, "another-runner"] : latest.doubts;
  const doubts = REGISTRATION_DOUBTS.filter(
    (one) => raised.includes(one) && (says === DIFFERS || one !== "another-runner"),
  );
  // An older source does not make what is registered any older.
  const days = [named.confirmedOn, latest.confirmedOn, ...held.map(({ confirmedOn }) => confirmedOn)].sort();
  const claim: ClaimDraft = {
    id: randomUUID(),
    field: "registration-doubt",
    value: { key, doubts },
    sourceId: named.sourceId,
    says,
    confirmedOn: days.at(-1) ?? latest.confirmedOn,
    supersedes: held.map(({ id }) => id),
  };
  return [{ recordType: "place", recordId: placeId, claims: [claim] }];
}

async function runnerClaim(db: Db, serviceId: string): Promise<Claim | undefined> {
  const claims = (await findClaimsByRecord(db, "service", [serviceId])).get(serviceId) ?? [];
  return inForce(claims, "service", "provider");
}

/** The register's later day, as an edition that came after would have given it. */
async function confirmed(
  db: Db,
  { serviceId, providerId, providerName }: RunnerAt,
  { since, doubts }: RegisteredRun,
  { sourceId, confirmedOn }: Claim,
): Promise<RecordDraft[]> {
  const named = await runnerClaim(db, serviceId);
  if (!named || doubts.length > 0 || named.confirmedOn >= confirmedOn) return [];
  const says = `Lists ${providerName} as registered to provide care here since ${dateInWords(since, "en")}.`;
  const claim = (field: "provider" | "status", value: unknown): ClaimDraft => ({
    field,
    value,
    sourceId,
    says,
    confirmedOn,
  });
  return [
    {
      recordType: "service",
      recordId: serviceId,
      claims: [claim("provider", { providerId }), claim("status", "operating")],
    },
  ];
}
