import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import { saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { InvalidInputError } from "@/domain/errors";
import type { SameService } from "@/domain/reports/change-proposals";
import { lockEntry } from "@/server/reports/changes/changed-entry";
import type { DraftedChange } from "@/server/reports/changes/draft-service-change";

/** What both entries say alike, which the twin's sources say from now on of the one that stays. */
const ADDED = new Set(["status", "provider", "started-on", "commissioner"]);

/**
 * Two entries are of one service: the twin leads to the one that stays, which gains the twin's sources for what both say. Nothing of the twin
 * is rewritten, so that undoing it brings exactly the twin back.
 */
export async function draftSameAs(db: Db, { serviceId, otherId }: SameService): Promise<DraftedChange> {
  if (serviceId === otherId) throw new InvalidInputError({ other: "same-entry" });
  // In one order: two that merge the same pair the other way round wait for each other.
  const [first, second] = [serviceId, otherId].sort();
  const held = [
    await lockEntry(db, { type: "service", id: first ?? "" }),
    await lockEntry(db, { type: "service", id: second ?? "" }),
  ];
  const twin = held.find(({ id }) => id === serviceId);
  const kept = held.find(({ id }) => id === otherId);
  if (!twin || !kept) throw new Error("two entries were locked");
  if (twin.says("category") !== kept.says("category")) throw new InvalidInputError({ other: "other-kind" });
  // What runs would be gone from every page and count.
  if (kept.says("status") === "ended" && twin.says("status") !== "ended")
    throw new InvalidInputError({ other: "other-ended" });
  const sources = new Set(kept.claims.map(({ sourceId, field }) => `${sourceId} ${field}`));
  const claims = claimsInForce(twin.claims)
    .filter(({ field, value }) => ADDED.has(field) && saysSo(value))
    .filter(
      ({ field, value }) => kept.says(field) === undefined || isDeepStrictEqual(kept.says(field), value),
    )
    .filter(({ field, sourceId }) => !sources.has(`${sourceId} ${field}`))
    .map(({ field, value, sourceId, says, confirmedOn }) => ({ field, value, sourceId, says, confirmedOn }));
  return {
    drafts: [{ recordType: "service", recordId: otherId, claims }],
    subject: { type: "service", id: otherId },
  };
}
