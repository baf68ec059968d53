import { type AnyActor, hasRole } from "@/domain/actor";
import type { Claim, RecordType } from "@/domain/claims/claim";
import { SHORTEST_REASON } from "@/domain/forms/reason";
import { isOneOf } from "@/domain/lists/is-one-of";
import { isPublic, type Visibility } from "@/domain/services/service";

/** What a moderator can take off the site by itself. */
export const WITHHELD_BY_HAND = ["service", "place", "provider", "source"] as const;
/** And what goes with a source that it rests on. */
export const WITHHELD_TYPES = [...WITHHELD_BY_HAND, "commissioner", "contract"] as const;
export type WithheldType = (typeof WITHHELD_TYPES)[number];
export type WithheldByHand = (typeof WITHHELD_BY_HAND)[number];

export function isWithheldByHand(value: unknown): value is WithheldByHand {
  return isOneOf(WITHHELD_BY_HAND, value);
}

/** The job that `npm run record` runs as. */
export const RECORD_COMMAND = "record-command";

/** A reason is kept for those who look at it later. */
export const REASON_LENGTH = { min: SHORTEST_REASON, max: 1000 } as const;

/**
 * May `actor` take a record off the site, bring it back, or mark it disputed? Moderators, admins and the command may.
 * @returns why not, or null when it is allowed.
 */
export function brakeRefusal(actor: AnyActor): "sign-in" | "not-moderator" | null {
  if (actor.kind === "visitor") return "sign-in";
  if (actor.kind === "system") return actor.id === RECORD_COMMAND ? null : "not-moderator";
  return hasRole(actor, "moderator") ? null : "not-moderator";
}

/** Why a record cannot be withheld as it stands; null when it can. What is not public needs no brake. */
export function withholdRefusal(visibility: Visibility): "withheld-already" | "not-public" | null {
  if (visibility === "withheld") return "withheld-already";
  return isPublic(visibility) ? null : "not-public";
}

const NEEDED: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  service: ["name", "category", "status"],
  place: ["name", "kind"],
  provider: ["name"],
  commissioner: ["name", "kind"],
  contract: ["type"],
};

/**
 * Whether these claims, those that count, make a record at all: without a source for its name and what it is it has no
 * page. The same fields `domain/claims/projection.ts` cannot be without.
 */
export function canStand(
  type: RecordType,
  claims: readonly Pick<Claim, "field" | "supersededBy">[],
): boolean {
  const said = new Set<string>(
    claims.filter(({ supersededBy }) => supersededBy === null).map(({ field }) => field),
  );
  return (NEEDED[type] ?? []).every((field) => said.has(field));
}
