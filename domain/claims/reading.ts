import type { Claim } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { firstDayOf } from "@/domain/dates/partial-date";
import { periodOf } from "@/domain/dates/period";
import type { SourceKind } from "@/domain/sources/source";

/** A source as a page names it. */
export type SourceRead = {
  id: string;
  kind: SourceKind;
  /** Null where it would name a record that is hidden at present. */
  title: string | null;
  publisher: string;
  url: string | null;
  /** Partial date. */
  publishedOn: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  note: string | null;
};

/** A claim with the source that makes it, and the day (ISO) on which that was last read for it. */
export type SourcedClaim = Claim & { source: SourceRead; readOn: string };

/** A claim as a page shows it, and whether it holds now. */
export type ClaimRead = Omit<SourcedClaim, "says"> & {
  /** Null where the quote would name a record that is hidden at present. */
  says: string | null;
  isInForce: boolean;
};

/** The name and page of a record that a claim's value points at; no page for a commissioner or a contract. */
export type RecordName = { name: string; path: string | null };

/** One change of a record: when and why, never by whom. No reason where it would name what is hidden at present. */
export type ChangeRead = { version: number; changedAt: Date; reason: string | null };

/** Marks which claims of one record hold now, those first, each group with the newest first. */
export function readClaims(claims: readonly SourcedClaim[]): ClaimRead[] {
  const held = new Set(claimsInForce(claims).map((claim) => claim.id));
  return claims
    .map((claim) => ({ ...claim, isInForce: held.has(claim.id) }))
    .sort(
      (a, b) =>
        Number(b.isInForce) - Number(a.isInForce) ||
        compare(b.confirmedOn, a.confirmedOn) ||
        compare(a.id, b.id),
    );
}

/** Of the claims of many records, those that hold now. */
export function inForceOfEach(claims: readonly SourcedClaim[]): ClaimRead[] {
  const byRecord = new Map<string, SourcedClaim[]>();
  for (const claim of claims) {
    const ofOne = byRecord.get(claim.recordId);
    if (ofOne) ofOne.push(claim);
    else byRecord.set(claim.recordId, [claim]);
  }
  return [...byRecord.values()].flatMap((ofOne) => readClaims(ofOne).filter((claim) => claim.isInForce));
}

/** Each source once, the newest first. */
export function sourcesOf(claims: readonly { source: SourceRead }[]): SourceRead[] {
  const byId = new Map(claims.map((claim) => [claim.source.id, claim.source]));
  return [...byId.values()].sort(
    (a, b) => compare(b.publishedOn ?? "", a.publishedOn ?? "") || compare(a.title ?? "", b.title ?? ""),
  );
}

/**
 * When a claim was last confirmed, no more exactly than is known: one that was confirmed by its source alone has the
 * source's own date, "2024-04" where that names no day.
 */
export function confirmedInPart({ confirmedOn, source }: ClaimRead): string {
  const { publishedOn } = source;
  return publishedOn !== null && firstDayOf(publishedOn) === confirmedOn ? publishedOn : confirmedOn;
}

/** The time for which a fact's source speaks: the whole period of one that counts a period, else the day it was confirmed. */
export function speaksOf(claim: ClaimRead): { from: string; to: string | null } {
  const { periodFrom, periodTo } = claim.source;
  const { from, to } = periodFrom && periodTo ? periodOf(periodFrom, periodTo) : { from: null, to: null };
  return from === null ? { from: confirmedInPart(claim), to: null } : { from, to };
}

/** Ids inside a claim's value that name other records, such as `{ providerId }`. */
export function idsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, id]) =>
    key.endsWith("Id") && typeof id === "string" ? [id] : [],
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
