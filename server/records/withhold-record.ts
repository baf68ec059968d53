import { type Db, inTransaction } from "@/db/client";
import { lockRecords, type ProjectedType } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { lockPublishing } from "@/db/queries/report-records";
import { findRecord, insertWithholdings, lockWithholding } from "@/db/queries/withholdings";
import type { Actor, AnyActor } from "@/domain/actor";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { readReason } from "@/domain/records/read-reason";
import { touchedRecords } from "@/domain/records/touched";
import {
  brakeRefusal,
  isWithheldByHand,
  type WithheldByHand,
  withholdRefusal,
} from "@/domain/records/withheld";
import { VISIBILITIES } from "@/domain/services/service";
import { audit } from "@/server/audit";
import { changeVisibility } from "@/server/records/change-visibility";
import { assertStillAsSeen } from "@/server/records/seen-version";
import { type OfSource, withholdSource } from "@/server/records/withhold-source";
import { askSecondLook, brakeNeed, type SecondNeed } from "@/server/second-looks/ask-second-look";

/** What readers of the entry's history are told; the reason itself stays with moderators. */
export const WITHHELD = "Taken off the site while it was checked";

/** @param version the one beside which it was shown what would happen; none where nothing was shown. */
export type BrakeInput = { type: unknown; ref: unknown; reason: unknown; version?: unknown };
/** `along` is how many records went with a source, or came back with it. */
export type Braked = {
  type: WithheldByHand;
  id: string;
  slug: string | null;
  name: string;
  along: number;
  /** Whether a second person looks at it; until they did, nothing is shown again. */
  need: SecondNeed;
};

/**
 * Takes a service, place, provider or source off the site at once, in one transaction: its page, pins, names, numbers and
 * links are gone with the next publication number. What it was is kept, so that `restoreRecord` brings exactly that back.
 * Under complaint it waits for a second person, who keeps it off or shows it again; it is off the site meanwhile (docs/decisions/0097).
 * @param input.ref slug or id; of a source its id or web address.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `reason`; ConflictError when it is not public (any more), or is not what was shown
 * ("entry-changed").
 */
export function withholdRecord(db: Db, actor: AnyActor, input: BrakeInput): Promise<Braked> {
  return inTransaction(db, async (transaction) => {
    const { by, type, reason, record } = await openBrake(transaction, actor, input);
    if (await lockWithholding(transaction, type, record.id)) throw new ConflictError("withheld-already");
    const { visibility } = record;
    const { along, touches } =
      visibility === null
        ? await withholdSource(transaction, by, record.id)
        : await hide(transaction, by, type as ProjectedType, record.id);
    await insertWithholdings(transaction, [
      {
        recordType: type,
        recordId: record.id,
        visibilityBefore: visibility,
        reason,
        withheldBy: by.id,
      },
    ]);
    const need = await brakeNeed(transaction, by, "withhold", { type, id: record.id });
    const payload = { reason, visibility, along, ...(need === "alone" ? { alone: true } : {}) };
    await audit(transaction, by, "record.withheld", { type, id: record.id }, payload);
    if (need === "two")
      await askSecondLook(transaction, by, {
        act: "withhold",
        subjectType: type,
        subjectId: record.id,
        reason,
      });
    await publish(transaction, by.id, WITHHELD, touches);
    return { type, id: record.id, slug: record.slug, name: record.name, along, need };
  });
}

async function hide(db: Db, by: Actor, type: ProjectedType, id: string): Promise<OfSource> {
  const row = (await lockRecords(db, type, [id])).get(id);
  const held = VISIBILITIES.find((known) => known === row?.visibility) ?? "erased";
  const refusal = withholdRefusal(held);
  if (refusal) throw new ConflictError(refusal);
  await changeVisibility(db, { type, ids: [id], to: "withheld", by, reason: WITHHELD });
  return { along: 0, touches: touchedRecords([{ type, id }]) };
}

/** The permission, what was asked, and the record as it stands; nothing else publishes until the transaction ends. */
export async function openBrake(db: Db, actor: AnyActor, input: BrakeInput) {
  const refusal = brakeRefusal(actor);
  if (refusal || actor.kind === "visitor") throw new NotAllowedError(refusal ?? "sign-in");
  if (!isWithheldByHand(input.type)) throw new NotFoundError("record");
  const reason = readReason(input.reason);
  await lockPublishing(db);
  const record = await findRecord(db, input.type, String(input.ref ?? ""));
  if (!record) throw new NotFoundError("record");
  await assertStillAsSeen(db, record, input.version);
  return { by: actor as Actor, type: input.type, reason, record };
}
