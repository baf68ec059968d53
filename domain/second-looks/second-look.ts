import type { Role } from "@/domain/actor";
import type { SentKind } from "@/domain/senders/sender";

/** What one person asks for and a second person looks at. */
export const SECOND_ACTS = ["withhold", "restore", "grant", "erase"] as const;
export type SecondAct = (typeof SECOND_ACTS)[number];
/** For admins: about a person (an account, or who sent a complaint or a tip), or an entry that is erased for good. The others are any moderator's. */
export const ADMIN_ACTS: readonly SecondAct[] = ["grant", "erase"];

/** How a second look ended: the second person agreed or did not, whoever asked took it back, or what it was about is over. */
export const SECOND_VERDICTS = ["agreed", "declined", "taken-back", "over"] as const;
export type SecondVerdict = (typeof SECOND_VERDICTS)[number];

/** Somebody who moderates, as far as it says whether they can be the second. */
export type Colleague = {
  id: string;
  role: Role;
  /** What they chose to be called; null for none. */
  called: string | null;
  hasPractised: boolean;
};

export type AskedLook = {
  act: SecondAct;
  /** The account, or the job, that asked. */
  askedBy: string;
  /** The person it is about; of an entry whoever sent, approved or changed what it says. */
  concerned: ReadonlySet<string>;
};

/**
 * Who of these can be the second: never who asked, nor whom it concerns. About an account, or of what is erased, another admin; where there is none, a moderator whom
 * colleagues know by a name and who has practised, so that the audit says who it was. About an entry everybody who may decide reports.
 * @param colleagues moderators and admins who are neither suspended nor erased.
 */
export function seconders(
  { act, askedBy, concerned }: AskedLook,
  colleagues: readonly Colleague[],
): string[] {
  const others = colleagues.filter(({ id }) => id !== askedBy && !concerned.has(id));
  const idsOf = (some: readonly Colleague[]) => some.map(({ id }) => id);
  if (!ADMIN_ACTS.includes(act)) return idsOf(others.filter(({ hasPractised }) => hasPractised));
  const admins = others.filter(({ role }) => role === "admin");
  if (admins.length > 0) return idsOf(admins);
  return idsOf(others.filter(({ called, hasPractised }) => called !== null && hasPractised));
}

export type SecondRefusal = "second-asked" | "second-concerned" | "second-other";

/** One that waits, in a list. */
export type SecondLookLine = {
  id: string;
  act: SecondAct;
  /** What the words are chosen by: what an erasure is about is told apart. */
  about: SecondAct | `erase-${SentKind | "entry" | "source"}`;
  /** What the entry is called, what colleagues call the account, or the number of what was sent: never an address. */
  name: string;
  /** Null for a job of ours. */
  asker: string | null;
  askedAt: Date;
  /** Why this person cannot be the second; null where they can. */
  refusal: SecondRefusal | null;
};

/** Why somebody cannot be the second, or null. @param able what `seconders` says. */
export function secondRefusal(
  actorId: string | null,
  { askedBy, concerned }: AskedLook,
  able: readonly string[],
): SecondRefusal | null {
  if (actorId === askedBy) return "second-asked";
  if (actorId !== null && concerned.has(actorId)) return "second-concerned";
  return actorId !== null && able.includes(actorId) ? null : "second-other";
}

/** Whether whoever asked can take it back. What is off the site already is not shown again by one person alone. */
export function mayTakeBack(act: SecondAct): boolean {
  return act !== "withhold";
}
