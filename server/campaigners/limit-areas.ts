import { type Db, inTransaction } from "@/db/client";
import { lockAccount } from "@/db/queries/account-actions";
import { findArea } from "@/db/queries/areas";
import { findCampaigner } from "@/db/queries/campaigners";
import {
  findAreaLimits,
  findAreasNamed,
  listModeratorAreas,
  releaseHoldsOutside,
  replaceModeratorAreas,
} from "@/db/queries/moderator-areas";
import { type AnyActor, hasRole } from "@/domain/actor";
import { AREA_KINDS } from "@/domain/areas/area";
import { MOST_LIMITS } from "@/domain/campaigners/area-limits";
import { InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { manyLines } from "@/domain/language/plain-text";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";

/**
 * Limits a moderator to areas, or to none: then they decide everywhere. It counts from their next press of a button on; what they hold outside
 * goes back to the queue. Of an admin nothing is ever limited, so the last admin cannot be shut out of anything by it.
 * @param input.areas one a line: the address of an area's page, or its name where no other area of today has it.
 * @throws NotAllowedError ("not-admin"; "not-limited" for whoever is no moderator); NotFoundError; InvalidInputError on `areas`.
 */
export async function limitAreas(
  db: Db,
  actor: AnyActor,
  { id, areas: typed }: { id: string; areas: unknown },
): Promise<void> {
  if (actor.kind !== "campaigner" || !hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
  await inTransaction(db, async (transaction) => {
    if (isUuid(id)) await lockAccount(transaction, id);
    const account = isUuid(id) ? await findCampaigner(transaction, id) : undefined;
    if (!account || account.erasedAt) throw new NotFoundError("account");
    if (account.role !== "moderator") throw new NotAllowedError("not-limited");
    const chosen = await readAreas(transaction, String(typed ?? ""));
    const before = await listModeratorAreas(transaction, id);
    await replaceModeratorAreas(
      transaction,
      id,
      chosen.map((area) => area.id),
    );
    const limits = (await findAreaLimits(transaction, id)).get(id);
    const released = limits ? await releaseHoldsOutside(transaction, id, [...limits]) : [];
    for (const reportId of released)
      await audit(transaction, actor, "report.released", { type: "report", id: reportId });
    const named = (list: readonly { kind: string; nameEn: string }[]) =>
      list.map(({ kind, nameEn }) => `${kind}: ${nameEn}`);
    const payload = { from: named(before), to: named(chosen) };
    await audit(transaction, actor, "campaigner.limited", { type: "campaigner", id }, payload);
  });
}

type Chosen = { id: string; kind: string; nameEn: string };

async function readAreas(db: Db, typed: string): Promise<Chosen[]> {
  const lines = manyLines(typed)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length > MOST_LIMITS) throw new InvalidInputError({ areas: "areas-many" });
  const chosen = new Map<string, Chosen>();
  for (const line of lines) {
    const found = await findLine(db, line);
    const [area, other] = found;
    if (!area) throw new InvalidInputError({ areas: detailed("areas-unknown", { detail: line }) });
    if (other) {
      const detail = found.map(({ kind, slug }) => `/areas/${kind}/${slug}`).join(", ");
      throw new InvalidInputError({ areas: detailed("areas-several", { row: line, detail }) });
    }
    chosen.set(area.id, area);
  }
  return [...chosen.values()];
}

async function findLine(db: Db, line: string): Promise<(Chosen & { slug: string })[]> {
  const [, written, slug] = /\/areas\/([a-z-]+)\/([a-z0-9-]+)/.exec(line) ?? [];
  const kind = AREA_KINDS.find((known) => known === written);
  if (!kind || !slug) return findAreasNamed(db, line);
  const area = await findArea(db, kind, slug);
  return area ? [area] : [];
}
