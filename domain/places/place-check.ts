import { isOneOf } from "@/domain/lists/is-one-of";
import {
  COUNTED_KINDS,
  type CountedKind,
  PROVIDER_KINDS,
  type ProviderKind,
} from "@/domain/providers/legal-form";
import type { ServiceCategory } from "@/domain/services/category";
import type { ServiceStatus } from "@/domain/services/service";
import type { PlaceKind } from "./place";

export const CHECK_RESULTS = ["outsourced", "not-outsourced", "unclear"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];
/** How somebody knows. */
export const CHECK_PROOFS = [
  "register-holder",
  "practice-statement",
  "regulator",
  "published-service",
  "other",
] as const;

/** A check of a place, with the day it falls due again; ISO days. */
export type PlaceCheck = { result: CheckResult; checkedOn: string; dueAgainOn: string };

/** The kinds that no definition counts: GP partnerships, NHS bodies and companies that the NHS owns. */
export type InsideKind = Exclude<ProviderKind, CountedKind>;

/** Whether a service is known to be run by one of them; of a kind that no source gives nothing is known. */
export function isInside(kind: ProviderKind | null): kind is InsideKind {
  return kind !== null && !isOneOf(COUNTED_KINDS, kind);
}

export const INSIDE_KINDS: readonly ProviderKind[] = PROVIDER_KINDS.filter(isInside);

/** A check falls due again after twelve months (`product.md`). */
export const MONTHS_A_CHECK_HOLDS = 12;

export type HeldService = {
  kind: ProviderKind | null;
  status: ServiceStatus;
  category: ServiceCategory;
  lastConfirmedOn: string | null;
};

/**
 * What a source that names the holder of a practice comes to, where that is a partnership of its GPs or the NHS: the
 * practice was looked at on the day the source says so, and is not outsourced. A clinic for eyes in the same building
 * says nothing about the practice.
 */
export function checkByHolder(kind: PlaceKind, services: readonly HeldService[]): PlaceCheck | null {
  if (kind !== "gp-practice") return null;
  const days = services.flatMap((service) => {
    const { category, status, kind: holder, lastConfirmedOn } = service;
    if (category !== "gp-practice" || status !== "operating" || lastConfirmedOn === null) return [];
    return isInside(holder) ? [lastConfirmedOn] : [];
  });
  const checkedOn = days.sort().at(-1);
  if (checkedOn === undefined) return null;
  return { result: "not-outsourced", checkedOn, dueAgainOn: dueAgainOn(checkedOn) };
}

/** The day a check falls due again. @param day ISO; a year after the twenty-ninth of February is the twenty-eighth, as PostgreSQL has it. */
export function dueAgainOn(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const ofMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + MONTHS_A_CHECK_HOLDS);
  if (date.getUTCDate() !== ofMonth) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
