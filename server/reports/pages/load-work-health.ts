import type { Db } from "@/db/client";
import {
  countDue,
  countOutcomesByReason,
  countReviewOutcomes,
  countStanding,
  countVerdicts,
  listHoursToDecision,
  listSecondsOfVisits,
  listWaitingDays,
} from "@/db/queries/work-health";
import { type AnyActor, hasRole } from "@/domain/actor";
import { ukDayOf } from "@/domain/dates/partial-date";
import { NotAllowedError } from "@/domain/errors";
import { before } from "@/domain/privacy/retention";
import {
  AIM_HOURS,
  byAge,
  DUE_AFTER_MONTHS,
  HEALTH_DAYS,
  inOrderOfRules,
  STANDS_AFTER_DAYS,
  spreadOf,
  type WorkHealth,
} from "@/domain/reports/work-health";

const DAY = 86_400_000;

/** How the work of moderators goes, of all of them together: no number is one person's. @throws NotAllowedError for who is no moderator. */
export async function loadWorkHealth(db: Db, actor: AnyActor, now = new Date()): Promise<WorkHealth> {
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  return findWorkHealth(db, now);
}

/** The same for the weekly mail, which nobody asks for. */
export async function findWorkHealth(db: Db, now: Date): Promise<WorkHealth> {
  const since = new Date(now.getTime() - HEALTH_DAYS * DAY);
  const old = new Date(now.getTime() - STANDS_AFTER_DAYS * DAY);
  const hours = await listHoursToDecision(db, since);
  const waiting = await listWaitingDays(db, now);
  const lastYear = before(now, { count: DUE_AFTER_MONTHS, unit: "months" });
  return {
    hoursToDecision: {
      ...spreadOf(hours),
      withinAim: hours.filter((taken) => taken <= AIM_HOURS).length,
      overdue: waiting.filter((days) => days * 24 > AIM_HOURS).length,
    },
    secondsOfVisit: spreadOf(await listSecondsOfVisits(db, since)),
    waitingByAge: byAge(waiting),
    verdicts: await countVerdicts(db, since),
    reasons: inOrderOfRules(await countOutcomesByReason(db, since)),
    approvals: await countStanding(db, { from: new Date(old.getTime() - HEALTH_DAYS * DAY), until: old }),
    reviews: await countReviewOutcomes(db, since),
    due: await countDue(db, ukDayOf(lastYear)),
  };
}
