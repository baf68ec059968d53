import type { RegisteredForm } from "./registration";
import { type InARun, tenuresOf } from "./tenures";

/** A registration as it is held or said: `provider` is the organisation's record, null for every other form. */
export type ComparedRegistration = InARun & { form: RegisteredForm; endedOn: string | null };

/** One that is held, with the day for which its newest source speaks. */
export type HeldRegistration = ComparedRegistration & { confirmedOn: string };

/** What an edition of the regulator's register has of one practice. */
export type EditionOfPractice<Said extends ComparedRegistration> = {
  held: readonly HeldRegistration[];
  said: readonly Said[];
  /** Locations that it lists without saying who is registered in what form, and whether it is with the number that we hold. */
  listed: readonly { locationId: string; isSame: boolean }[];
  /** Whether it lists all that is active, and not the latest registration that we hold. */
  isGone: boolean;
  /** The day for which it speaks, ISO. */
  speaksOf: string;
  /** Whether a moderator has looked at this very registration here and left things as they were. */
  isDismissed: (said: Said) => boolean;
};

/** What comes of it: `nothing` where it is older than what is held, or repeats it. */
export type EditionCompared<Said extends ComparedRegistration> = {
  /** Registrations to add: earlier ones, ones of the same provider, or all where nothing was held. */
  adds: Said[];
  /** Held ones that it confirms on its day. */
  confirms: string[];
  /** Newer ones of somebody else, the oldest first: for a moderator. Nothing overwrites what is held by itself. */
  proposes: Said[];
  /** The location of the registration that is the latest once `adds` are in; null where there is none. */
  latest: string | null;
  /** What the latest held is in doubt for, by this edition. */
  raises: ("sources-differ" | "no-longer-registered")[];
};

/**
 * Holds a newer edition against what is held of a practice, by the rule of docs/imports.md, "Who wins": the later day holds, an older
 * edition adds nothing, and who else is registered is proposed.
 */
export function compareEdition<Said extends ComparedRegistration>({
  held,
  said,
  listed,
  isGone,
  speaksOf,
  isDismissed,
}: EditionOfPractice<Said>): EditionCompared<Said> {
  const latest = tenuresOf(held).at(-1)?.registration ?? null;
  const moved = said.find((one) => latest && one.locationId === latest.locationId && isOfOne(one, latest));
  // An edition can say that the latest began on an earlier day.
  const since =
    [latest?.registeredOn ?? "", moved?.registeredOn ?? latest?.registeredOn ?? ""].sort()[0] ?? "";
  const nothing = { adds: [], confirms: [], proposes: [], latest: latest?.locationId ?? null, raises: [] };
  if (held.some(({ confirmedOn }) => confirmedOn > speaksOf)) return nothing;
  const byId = new Map(held.map((one) => [one.locationId, one]));
  const adds: Said[] = [];
  const proposes: Said[] = [];
  const confirms: string[] = [];
  let isSettled = false;
  for (const one of said) {
    const before = byId.get(one.locationId);
    if (before && isSame(before, one)) {
      if (before.confirmedOn < speaksOf) confirms.push(one.locationId);
    } else if (isDismissed(one)) isSettled = true;
    else if (latest && isAnothers(one, latest, since)) proposes.push(one);
    else adds.push(one);
  }
  for (const { locationId, isSame: isConfirmed } of listed) {
    const before = byId.get(locationId);
    if (isConfirmed && before && before.confirmedOn < speaksOf) confirms.push(locationId);
  }
  const raises: EditionCompared<Said>["raises"] = [];
  const isOtherNumber = listed.some((one) => !one.isSame && one.locationId === latest?.locationId);
  if (proposes.length > 0 || isOtherNumber) raises.push("sources-differ");
  const merged = [...held.filter(({ locationId }) => !adds.some(isAt(locationId))), ...adds];
  const newest = tenuresOf<ComparedRegistration>(merged).at(-1)?.registration ?? null;
  // Where a moderator looked at who else is registered, that what is held is not listed is no news.
  const isMissing = isGone && !isSettled && raises.length === 0;
  if (newest?.endedOn != null || (isMissing && newest?.locationId === latest?.locationId))
    raises.push("no-longer-registered");
  return {
    adds,
    confirms,
    proposes: proposes.toSorted((a, b) => (a.registeredOn < b.registeredOn ? -1 : 1)),
    latest: newest?.locationId ?? null,
    raises,
  };
}

const isAt = (locationId: string) => (one: InARun) => one.locationId === locationId;

function isSame(a: ComparedRegistration, b: ComparedRegistration): boolean {
  return isOfOne(a, b) && a.registeredOn === b.registeredOn && a.endedOn === b.endedOn;
}

/** By the provider, and of the forms without one by the form: two partnerships are the same answer. */
function isOfOne(a: ComparedRegistration, b: ComparedRegistration): boolean {
  return a.form === b.form && a.provider === b.provider;
}

/** Somebody else's, and at least as new as the latest that is held, or said of the very location. */
function isAnothers(one: ComparedRegistration, latest: HeldRegistration, since: string): boolean {
  if (isOfOne(one, latest)) return false;
  return one.locationId === latest.locationId || one.registeredOn >= since;
}
