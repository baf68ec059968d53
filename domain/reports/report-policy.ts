import { type AnyActor, hasRole } from "@/domain/actor";
import { MOVE_RULES, type Mover, type ReportMove, type ReportState } from "@/domain/reports/report-state";

/** What the policy needs to know of a report; every page and use case can fill it from one row. */
export type ReportFacts = {
  state: ReportState;
  authorId: string;
  heldBy: string | null;
  holdExpiresAt: Date | null;
  /** Who decided before: the first of two, or the one whose decision is appealed. Those may not decide again. */
  firstDeciderId: string | null;
  appealedFrom: string | null;
  hasBeenAppealed: boolean;
  /** Out of the queue while its author's account is suspended; missing is the same as null. */
  setAsideAt?: Date | null;
  /** It lies outside of the areas that whoever asks is limited to; missing is the same as false. */
  isOutside?: boolean;
};

export type ReportRefusal =
  | "sign-in"
  | "not-author"
  | "not-moderator"
  | "own-report"
  | "wrong-state"
  | "not-holder"
  | "hold-expired"
  | "already-holder"
  | "second-person"
  | "appealed-decision"
  | "appealed-once"
  | "set-aside"
  | "outside-areas"
  | "system-only";

export type Verdict = { allowed: true } | { allowed: false; reason: ReportRefusal };

const ALLOWED: Verdict = { allowed: true };
const refuse = (reason: ReportRefusal): Verdict => ({ allowed: false, reason });

/** True while somebody's hold counts. A hold that has run out is nobody's, even before the job has swept it. */
export function isHeld(facts: ReportFacts, now: Date): boolean {
  return facts.heldBy !== null && facts.holdExpiresAt !== null && facts.holdExpiresAt > now;
}

/**
 * May `actor` make `move` on this report now? The same function decides whether the button is drawn and whether the
 * use case goes on. Nobody decides their own report, whatever their role.
 */
export function checkMove(facts: ReportFacts, move: ReportMove, actor: AnyActor, now: Date): Verdict {
  const rule = MOVE_RULES[move].find((candidate) => candidate.from === facts.state);
  const mover = rule?.by ?? MOVE_RULES[move][0]?.by ?? "system";
  const who = checkMover(mover, move, { facts, actor, now });
  // Who is asked before where: a stranger learns nothing about the state of somebody's report.
  if (!who.allowed) return who;
  if (!rule) return refuse("wrong-state");
  if (move === "appeal" && facts.hasBeenAppealed) return refuse("appealed-once");
  return ALLOWED;
}

/**
 * Could this move be this actor's at all, however the report stands? Asked before versions are compared, so that whoever
 * may never make it is told so, and not what somebody else did.
 */
export function checkStanding(facts: ReportFacts, move: ReportMove, actor: AnyActor): Verdict {
  return checkPerson(MOVE_RULES[move][0]?.by ?? "system", move, { facts, actor });
}

export function canMove(facts: ReportFacts, move: ReportMove, actor: AnyActor, now: Date): boolean {
  return checkMove(facts, move, actor, now).allowed;
}

type Asked = { facts: ReportFacts; actor: AnyActor };

function checkPerson(mover: Mover, move: ReportMove, { facts, actor }: Asked): Verdict {
  if (mover === "system") return actor.kind === "system" ? ALLOWED : refuse("system-only");
  if (actor.kind !== "campaigner") return refuse("sign-in");
  if (mover === "author") return actor.id === facts.authorId ? ALLOWED : refuse("not-author");
  if (!hasRole(actor, "moderator")) return refuse("not-moderator");
  if (actor.id === facts.authorId) return refuse("own-report");
  if (actor.id === facts.appealedFrom) return refuse("appealed-decision");
  // Whoever was limited while they held it can still give it back.
  return facts.isOutside && move !== "release" ? refuse("outside-areas") : ALLOWED;
}

function checkMover(mover: Mover, move: ReportMove, { facts, actor, now }: Asked & { now: Date }): Verdict {
  const person = checkPerson(mover, move, { facts, actor });
  if (!person.allowed || mover === "system" || mover === "author") return person;
  if (facts.setAsideAt) return refuse("set-aside");
  if (mover === "second") return actor.id === facts.firstDeciderId ? refuse("second-person") : ALLOWED;
  if (mover === "holder") {
    if (facts.state !== "in-review") return refuse("wrong-state");
    if (facts.heldBy !== actor.id) return refuse("not-holder");
    return isHeld(facts, now) ? ALLOWED : refuse("hold-expired");
  }
  if (mover === "other-moderator" && facts.heldBy === actor.id && isHeld(facts, now))
    return refuse("already-holder");
  return ALLOWED;
}

/** Who may read a report and its conversation. Trusted campaigners read those that wait for a decision. */
export function canReadReport(facts: ReportFacts, actor: AnyActor): boolean {
  if (actor.kind !== "campaigner") return false;
  if (actor.id === facts.authorId) return true;
  if (facts.state === "draft") return false;
  if (hasRole(actor, "moderator")) return true;
  const open: readonly ReportState[] = ["submitted", "in-review", "awaiting-second"];
  if (facts.setAsideAt) return false;
  return hasRole(actor, "trusted-campaigner") && open.includes(facts.state);
}
