import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "@/db/client";
import { findOpenLook } from "@/db/queries/second-looks";
import { complaints, places } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, systemActor } from "@/domain/actor";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { findAuditBreak } from "@/server/audit";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { rehearse } from "@/server/records/rehearse";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { beginChanges, SENT } from "@/server/reports/changes/testing-change";
import { moderator } from "@/server/reports/testing-approval";
import { auditOf, LIVES, ROUNDS, refusal } from "@/server/reports/testing-life";

/**
 * The whole life of a service and its second person, as `whole-life.db.test.ts` has that of a report and of an entry: it ends, moves, is taken over,
 * goes off the site and comes back under complaint, against a model of a few lines.
 */
const db = testDb();
const REASON = "The register says so on its first page.";

const SERVICE_COMMANDS = [
  ...(["end", "move-away", "move-back", "succeed", "undo", "complain"] as const),
  ...(["withhold", "restore", "agree", "agree-oneself", "decline", "withdraw"] as const),
] as const;
type ServiceCommand = (typeof SERVICE_COMMANDS)[number];
type ServiceStep = "ended" | "succeeded" | "away" | "back";

/** A service as the model knows it: the changes that stand, the newest last, and what waits for the second of two moderators. */
type ServiceModel = {
  isOn: boolean;
  changes: ServiceStep[];
  isComplained: boolean;
  look: "withhold" | "restore" | null;
};

const whereIn = ({ changes }: ServiceModel) =>
  changes.findLast((step) => step === "away" || step === "back") ?? "back";
const isEndedIn = ({ changes }: ServiceModel) =>
  changes.some((step) => step === "ended" || step === "succeeded");

function serviceAfter(now: ServiceModel, command: ServiceCommand): ServiceModel | null {
  const { isOn, changes, isComplained, look } = now;
  const changed = (step: ServiceStep) => (isOn ? { ...now, changes: [...changes, step] } : null);
  switch (command) {
    case "end":
      return changed("ended");
    case "move-away":
      return whereIn(now) === "away" ? null : changed("away");
    case "move-back":
      return whereIn(now) === "back" ? null : changed("back");
    case "succeed":
      return changes.includes("succeeded") ? null : changed("succeeded");
    case "undo":
      return changes.length === 0 ? null : { ...now, changes: changes.slice(0, -1) };
    case "complain":
      return { ...now, isComplained: true };
    case "withhold":
      return isOn ? { ...now, isOn: false, look: isComplained ? "withhold" : null } : null;
    case "restore":
      if (isOn || look !== null) return null;
      return isComplained ? { ...now, look: "restore" } : { ...now, isOn: true };
    case "agree":
      return look === null ? null : { ...now, isOn: look === "restore", look: null };
    case "agree-oneself":
      return null;
    case "decline":
      return look === null ? null : { ...now, isOn: look === "withhold", look: null };
    case "withdraw":
      return look === "restore" ? { ...now, look: null } : null;
  }
}

test.each(ROUNDS)(
  "a service and its second person, whatever is done in whatever order (%i)",
  {
    timeout: 120_000,
  },
  async () => {
    const commands = fc.array(fc.constantFrom(...SERVICE_COMMANDS), { minLength: 5, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(commands, async (run) => {
        await rehearse(db, async (inner) => {
          const { world, actor: one, undo, save, serviceRow } = await beginChanges(inner);
          const two = await moderator(inner);
          const { service: id, place: back } = world.ids;
          const [other] = await inner.select().from(places).where(eq(places.slug, "yak-house"));
          const away = other?.id ?? "";
          const made: string[] = [];
          let model: ServiceModel = { isOn: true, changes: [], isComplained: false, look: null };
          const entry = { type: "service", ref: id, reason: REASON };
          const answer = async (by: CampaignerActor, agrees: boolean) => {
            const look = await findOpenLook(inner, { subjectType: "service", subjectId: id });
            await decideSecondLook(inner, by, { id: look?.id ?? randomUUID(), agrees, because: REASON });
          };
          const change = async (proposal: ChangeProposal) => {
            made.push((await save(proposal)).batchId);
          };
          const moved = { ...SENT, kind: "change", change: "moved", serviceId: id, on: "" } as const;
          const there = { placeName: "Elsewhere House", addressLines: "", town: "Carlisle", postcode: "" };
          const doIt: Record<ServiceCommand, () => Promise<unknown>> = {
            end: () => change({ ...SENT, kind: "change", change: "ended", serviceId: id, on: "" }),
            "move-away": () => change({ ...moved, ...there, placeId: away }),
            "move-back": () => change({ ...moved, ...there, placeId: back }),
            succeed: () =>
              change({
                ...SENT,
                kind: "change",
                change: "new-provider",
                serviceId: id,
                on: "",
                providerName: "Yak Care",
                providerKind: "",
              }),
            undo: async () => {
              await undo({ batchId: made.at(-1) ?? randomUUID() });
              made.pop();
            },
            complain: () =>
              inner
                .insert(complaints)
                .values({ recordType: "service", recordId: id, kind: "closed", why: "It has gone" }),
            withhold: () => withholdRecord(inner, one, entry),
            restore: () => restoreRecord(inner, one, entry),
            agree: () => answer(two, true),
            "agree-oneself": () => answer(one, true),
            decline: () => answer(two, false),
            withdraw: () => answer(one, false),
          };
          for (const [step, command] of run.entries()) {
            const next = serviceAfter(model, command);
            const refused = await refusal(doIt[command]());
            const at = `${step}: ${command} of ${JSON.stringify(model)} (${refused})`;
            expect(refused === undefined, at).toBe(next !== null);
            model = next ?? model;
            const row = await serviceRow(id);
            expect([row?.visibility, row?.placeId, row?.status === "ended"], at).toEqual([
              model.isOn ? "published" : "withheld",
              whereIn(model) === "away" ? away : back,
              isEndedIn(model),
            ]);
          }
          expect((await rebuildRecords(inner, systemActor("test"))).changed).toEqual([]);
          await replayService(inner, id, model);
        });
      }),
      { numRuns: LIVES },
    );
  },
);

/** Whether it is on the site, and what waits for a second person, as the audit alone says. */
async function replayService(inner: Db, id: string, { isOn, look }: ServiceModel): Promise<void> {
  let told: Pick<ServiceModel, "isOn" | "look"> = { isOn: true, look: null };
  for (const { action, payload } of await auditOf(inner, id)) {
    if (action === "record.withheld" || action === "record.restored")
      told = { ...told, isOn: action === "record.restored" };
    if (action === "second.asked") told = { ...told, look: (payload as { act: "withhold" | "restore" }).act };
    else if (action.startsWith("second.")) told = { ...told, look: null };
  }
  expect(told).toEqual({ isOn, look });
  expect(await findAuditBreak(inner)).toBeNull();
}
