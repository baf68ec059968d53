import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { listSourceTexts } from "@/db/queries/revealing";
import type { Claim, RecordType } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { type LabelledText, revealingFinder } from "@/domain/services/revealing/revealing-words";
import { NOWHERE } from "@/domain/services/revealing/where";
import { findAreaOnlyRule } from "@/server/records/area-only";

/** What of a record's draft is looked through. */
type Draft = {
  recordType: RecordType;
  recordId: string;
  claims: readonly {
    field: string;
    value: unknown;
    sourceId: string;
    says: string;
    supersedes?: readonly string[];
  }[];
};

/**
 * The last line of defence, whoever writes: with a service that is shown by area only no street number, street, postcode,
 * landline or position is stored that a reader would see, in what its sources say and are called. Who brings a report or
 * an import looks for the place's own name and town before: here they are not known any more.
 * @throws InvalidInputError on `sources`.
 */
export async function refuseRevealingTexts(db: Db, drafts: readonly Draft[]): Promise<void> {
  const isAreaOnly = await findAreaOnlyRule(db);
  const hidden = drafts.filter(
    ({ recordType, claims }) =>
      recordType === "service" &&
      claims.some(({ field, value }) => field === "category" && isAreaOnly(value as never)),
  );
  if (hidden.length === 0) return;
  const pointedAt = new Set(hidden.flatMap(({ claims }) => claims.flatMap(({ value }) => idsIn(value))));
  const own = [...hidden, ...drafts.filter(({ recordId }) => pointedAt.has(recordId))];
  // What was said while it was shown with its place is read again by who sees it by area only.
  const held = await findClaimsByRecord(
    db,
    "service",
    hidden.map(({ recordId }) => recordId),
  );
  const replaced = new Set(own.flatMap((draft) => draft.claims.flatMap(({ supersedes = [] }) => supersedes)));
  const wasShown = (said: readonly Claim[]) =>
    !isAreaOnly(inForce(said, "service", "category")?.value as never);
  const stays = ({ id, supersededBy }: Claim) => supersededBy === null && !replaced.has(id);
  const claims = [
    ...own.flatMap((draft) => draft.claims),
    ...[...held.values()].filter(wasShown).flat().filter(stays),
  ];
  const sourceIds = [...new Set(claims.map(({ sourceId }) => sourceId))];
  const said = new Set(
    claims.flatMap(({ says, value }) => (typeof value === "string" ? [says, value] : [says])),
  );
  const texts: LabelledText[] = [
    ...[...said].map((text) => ({ field: "says", text })),
    ...(await listSourceTexts(db, sourceIds)).flatMap(({ title, publisher, note, url }) => [
      ...[title, publisher, note ?? ""].map((text) => ({ field: "source", text })),
      { field: "url", text: url ?? "", isLink: true },
    ]),
  ];
  if (revealingFinder(NOWHERE)(texts).length > 0)
    throw new InvalidInputError({ sources: detailed("reveals-place", { detail: "…" }) });
}
