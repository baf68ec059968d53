import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import { findProviderByName } from "@/db/queries/report-records";
import type { ReportRow } from "@/db/queries/reports";
import type { Actor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError } from "@/domain/errors";
import { partOfFault } from "@/domain/reports/change-parts";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { FieldDecision } from "@/domain/reports/field-decision";
import type { NewServiceProposal, Proposal } from "@/domain/reports/proposal";
import { problemsOfDates } from "@/domain/reports/proposal-dates";
import { findSecondPersonRules, type SecondPersonRule } from "@/domain/reports/second-person";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { rehearse } from "@/server/records/rehearse";
import { addSourcesOfJoined } from "@/server/reports/changes/add-sources";
import { openChange } from "@/server/reports/changes/open-change";
import { citeJoinedChanges } from "@/server/reports/changes/same-as-change";
import { saveChange } from "@/server/reports/changes/save-change";
import { findRulesOfChange } from "@/server/reports/changes/second-person-of-change";
import { loadSecondPersonRules } from "@/server/reports/moves/moderation-settings";
import { effectiveChangeOf, effectiveOf } from "@/server/reports/publishing/effective-report";
import { assertNoTwin } from "@/server/reports/publishing/likely-twins";
import { publishNewService } from "@/server/reports/publishing/publish-new-service";
import { refuseRevealing } from "@/server/reports/publishing/refuse-revealing";

/** What a moderator decided of a report's newest revision. */
export type Decided = {
  fields: readonly FieldDecision[];
  notTheSameAs: readonly string[];
  reason: string;
  now: Date;
  /** Decided with others at once: what it publishes is a batch, so that all of it can be taken back. */
  isOneOfSeveral?: boolean;
};

/** A report with what its newest revision proposes. */
export type Proposed = { report: ReportRow; proposal: Proposal };

/** What an approval made: the service that readers are led to, and for a change of an entry what undoes it. */
export type Published = { serviceId: string | null; batchId: string | null };

/**
 * Publishes what a report proposes, in the caller's transaction.
 * @throws InvalidInputError by field; ConflictError when the entry that it is about is not what it was.
 */
export async function publishReport(
  db: Db,
  actor: Actor,
  { report, proposal }: Proposed,
  { fields, notTheSameAs, reason, now, isOneOfSeveral = false }: Decided,
): Promise<Published> {
  const decidedOn = ukToday(now);
  if (proposal.kind === "new-service") {
    const effective = effectiveOf(proposal, fields, decidedOn);
    const serviceId = randomUUID();
    const made = {
      change: { kind: "new-service", v: 1, serviceId },
      about: { type: "service", id: serviceId },
      subjectId: serviceId,
      reportId: report.id,
      reason,
    } as const;
    const batchId = isOneOfSeveral ? await openChange(db, actor, made) : null;
    await publishNewService(db, actor, {
      reportId: report.id,
      effective,
      notTheSameAs,
      decidedOn,
      serviceId,
      batchId,
    });
    await addSourcesOfJoined(db, actor, { reportId: report.id, serviceId, decidedOn });
    return { serviceId, batchId };
  }
  const effective = await effectiveChangeOf(db, proposal, fields);
  const isEdited = !isDeepStrictEqual(effective, proposal);
  const change = { proposal: effective, reportId: report.id, decidedOn, reason, isEdited };
  const { batchId, subject } = await byPart(proposal, async () => {
    refuseDates(effective, decidedOn);
    return saveChange(db, actor, change);
  });
  const serviceId = subject.type === "service" ? subject.id : null;
  await citeJoinedChanges(db, actor, { reportId: report.id, serviceId, decidedOn });
  return { serviceId, batchId };
}

/** What is wrong stands at the part that it is decided by, as it does of a new service. */
async function byPart<Made>(proposal: ChangeProposal, make: () => Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const faults = Object.entries(error.fields);
    throw new InvalidInputError(
      Object.fromEntries(faults.map(([field, problem]) => [partOfFault(proposal, field), problem])),
    );
  }
}

/** A report may have waited since before a rule about dates was made. */
function refuseDates(proposal: Proposal, today: string): void {
  const problems = problemsOfDates(proposal, today);
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
}

/**
 * The rules that ask for a second person; where there are any, what the second would publish is checked now: whoever comes second can
 * only take it or give it back.
 * @throws InvalidInputError by field.
 */
export async function findRulesOf(
  db: Db,
  actor: Actor,
  proposed: Proposed,
  decided: Decided,
): Promise<SecondPersonRule[]> {
  const { proposal } = proposed;
  const { fields, notTheSameAs, now } = decided;
  const active = await loadSecondPersonRules(db);
  if (proposal.kind !== "new-service") {
    const effective = await effectiveChangeOf(db, proposal, fields);
    const ofChange = await findRulesOfChange(db, { sent: proposal, proposal: effective }, active);
    if (ofChange.length > 0) await rehearse(db, (inner) => publishReport(inner, actor, proposed, decided));
    return ofChange;
  }
  const effective = effectiveOf(proposal, fields, ukToday(now));
  const rules = findSecondPersonRules(await caseOf(db, effective), active);
  await refuseRevealing(db, effective);
  if (rules.length > 0) await assertNoTwin(db, effective, notTheSameAs);
  return rules;
}

async function caseOf(
  db: Db,
  {
    proposal,
    sent,
    providerId,
  }: { proposal: NewServiceProposal; sent: NewServiceProposal; providerId: string | null },
) {
  const known = providerId !== null || (await findProviderByName(db, proposal.providerName)) !== undefined;
  return { proposal, sent, providerIsKnown: known, isAreaOnly: await findAreaOnlyRule(db) };
}
