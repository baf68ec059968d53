import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeCampaigner } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { replaceModeratorAreas } from "@/db/queries/moderator-areas";
import { PROJECTED_TABLES, projectedTable } from "@/db/queries/projections";
import { auditEntries } from "@/db/schema/audit";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { claimKey, claimsInForce } from "@/domain/claims/in-force";
import { keysOf } from "@/domain/lists/keys-of";
import type { Correction, DirectChange } from "@/domain/reports/change-proposals";
import {
  beginChanges,
  CONTRACT,
  correctionOf,
  lineOf,
  makeBoards,
  SENT,
} from "@/server/reports/changes/testing-change";
import { loadTakeBack } from "@/server/reports/pages/load-take-back";

const db = testDb();
type Begun = Awaited<ReturnType<typeof beginChanges>>;
type Saved = { batchId: string };
let begun: Begun;
let ids: Begun["world"]["ids"] & { other: string; otherPlace: string; otherProvider: string };
let [north, south] = ["", ""];
beforeEach(async () => {
  begun = await beginChanges(db);
  const { service: other, place: otherPlace, provider: otherProvider } = begun.other;
  ids = { ...begun.world.ids, other, otherPlace, otherProvider };
  ({ north, south } = await makeBoards(db));
});

const save = (proposal: DirectChange): Promise<Saved> => begun.saveCiting(proposal);
const correct = (...of: Parameters<typeof correctionOf>) => save(correctionOf(...of));
const line = (field: Correction["field"], proposed: Correction["proposed"], lineId?: string) =>
  correct("service", ids.service, field, proposed, lineId);
const onService = (serviceId = ids.service) => ({ ...SENT, kind: "change" as const, serviceId, on: "" });
const takeover = (providerName: string) =>
  save({ ...onService(), change: "new-provider", providerName, providerKind: "" });

/** What every record says and how it is shown, by its id and the fact. What left the site says nothing. */
async function everything(): Promise<Map<string, unknown>> {
  const state = new Map<string, unknown>();
  for (const type of keysOf(PROJECTED_TABLES)) {
    const table = projectedTable(type);
    const rows = await db
      .select({ id: table.id, shown: table.visibility, gone: table.withdrawnAt })
      .from(table);
    const claims = await findClaimsByRecord(
      db,
      type,
      rows.map(({ id }) => id),
    );
    for (const { id, shown, gone } of rows) {
      if (gone) continue;
      state.set(`${id} shown`, shown);
      for (const claim of claimsInForce(claims.get(id) ?? []))
        state.set(`${id} ${claimKey(claim)}`, claim.value);
    }
  }
  return state;
}

/** What the preview says will stand: what stands now, with what it says changes. */
function foretold(
  now: ReadonlyMap<string, unknown>,
  read: NonNullable<Awaited<ReturnType<typeof loadTakeBack>>>,
) {
  const state = new Map(now);
  for (const { id, leaves, rows, shown } of read.records) {
    if (leaves) for (const key of [...state.keys()].filter((one) => one.startsWith(id))) state.delete(key);
    for (const { before } of rows) if (before) state.delete(`${id} ${claimKey(before)}`);
    for (const { after } of rows) if (after && !leaves) state.set(`${id} ${claimKey(after)}`, after.value);
    if (shown) state.set(`${id} shown`, shown.after);
  }
  return state;
}

type Step = () => Promise<Saved>;
type Case = { change: Step; before?: Step[]; since?: Step[] };
const CASES: Record<string, Case> = {
  "a name": { change: () => correct("place", ids.place, "name", "One") },
  "a name that was changed again since": {
    change: () => correct("place", ids.place, "name", "One"),
    since: [() => correct("place", ids.place, "name", "Two")],
  },
  "a name that had been changed before": {
    before: [() => correct("place", ids.place, "name", "Zero")],
    change: () => correct("place", ids.place, "name", "One"),
  },
  "a category, which shows it by area only": {
    change: () => correct("service", ids.service, "category", "abortion"),
  },
  "who runs it": { change: () => correct("service", ids.service, "provider", "Gazelle Ltd") },
  "an address": {
    change: () =>
      correct("place", ids.place, "address", {
        addressLines: "1 High Street",
        town: "Carlisle",
        postcode: "CA2 4SJ",
      }),
  },
  "that it runs, which another source says too": {
    change: () => save({ ...SENT, kind: "still-there", serviceId: ids.service }),
    since: [() => save({ ...SENT, kind: "still-there", serviceId: ids.service })],
  },
  "an end": { change: () => save({ ...onService(), change: "ended", on: "2026-09" }) },
  "an end of which another day is said since": {
    change: () => save({ ...onService(), change: "ended", on: "2026-09" }),
    since: [() => correct("service", ids.service, "ended-on", "2026-08")],
  },
  "a takeover": { change: () => takeover("Gazelle Ltd") },
  "a takeover that a correction was built on": {
    change: () => takeover("Gazelle Ltd"),
    since: [async () => correct("service", await successor(), "started-on", "2026-05")],
  },
  "a move": {
    change: () =>
      save({
        ...onService(),
        change: "moved",
        placeId: null,
        placeName: "New House",
        addressLines: "",
        town: "Carlisle",
        postcode: "",
      }),
  },
  "a payer": { change: () => line("commissioner", "Northern payers") },
  "another payer": {
    before: [() => line("commissioner", "Northern payers")],
    change: () => line("commissioner", "Southern payers"),
  },
  "a payer that was changed again since": {
    change: () => line("commissioner", "Northern payers"),
    since: [() => line("commissioner", "Southern payers")],
  },
  "a payer that pays for another since": {
    change: () => line("commissioner", "Northern payers"),
    since: [() => correct("service", ids.other, "commissioner", "Northern payers")],
  },
  "a payer’s name": {
    before: [() => line("commissioner", "Northern payers")],
    change: async () => line("commissioner-name", "Payers", await lineOf(db, ids.service, "commissioner")),
  },
  "that a payer is not so": {
    before: [() => line("commissioner", "Northern payers")],
    change: async () =>
      line("commissioner-dropped", "dropped", await lineOf(db, ids.service, "commissioner")),
  },
  "a contract": { change: () => line("contract", CONTRACT) },
  "a contract of which an end is said since": {
    change: () => line("contract", CONTRACT),
    since: [async () => line("contract-ends-on", "2030", await lineOf(db, ids.service, "contract"))],
  },
  "a contract that another service has since": {
    change: () => line("contract", CONTRACT),
    since: [() => correct("service", ids.other, "contract", { ...CONTRACT, covers: "Scans" })],
  },
  "what was added to a contract of another service": {
    before: [() => correct("service", ids.other, "contract", { ...CONTRACT, covers: "Scans" })],
    change: () => line("contract", CONTRACT),
  },
  "a contract’s end, twice": {
    before: [() => line("contract", CONTRACT)],
    change: async () => line("contract-ends-on", "2030", await lineOf(db, ids.service, "contract")),
    since: [async () => line("contract-ends-on", "2031", await lineOf(db, ids.service, "contract"))],
  },
  "who pays by a contract": {
    before: [() => line("contract", CONTRACT)],
    change: async () =>
      line("contract-commissioner", "Western payers", await lineOf(db, ids.service, "contract")),
  },
  "that a contract is not so": {
    before: [() => line("contract", CONTRACT)],
    change: async () => line("contract-dropped", "dropped", await lineOf(db, ids.service, "contract")),
  },
  "an area": { change: () => line("serves-area", north) },
  "another area": {
    before: [() => line("serves-area", north)],
    change: () => line("serves-area", south, north),
  },
  "that an area is not so": {
    before: [() => line("serves-area", north)],
    change: () => line("serves-area-dropped", "dropped", north),
  },
  "that an area is not so, which is said again since": {
    before: [() => line("serves-area", north)],
    change: () => line("serves-area-dropped", "dropped", north),
    since: [() => line("serves-area", north)],
  },
  "that two services are one": {
    before: [() => correct("service", ids.other, "category", "eye-care")],
    change: () => save({ kind: "same-as", v: 1, serviceId: ids.service, otherId: ids.other, note: "" }),
  },
  "that two providers are one": {
    change: () =>
      save({
        kind: "merge",
        v: 1,
        recordType: "provider",
        recordId: ids.provider,
        otherId: ids.otherProvider,
      }),
  },
  "that two places are one, one of which was corrected since": {
    change: () =>
      save({ kind: "merge", v: 1, recordType: "place", recordId: ids.place, otherId: ids.otherPlace }),
    since: [() => correct("place", ids.otherPlace, "name", "One")],
  },
};

describe("what the preview of a take-back says is what stands after it", () => {
  test.each(Object.entries(CASES))("%s", async (_, { before = [], change, since = [] }) => {
    for (const step of before) await step();
    const made = await change();
    for (const step of since) await step();
    const [now, audited] = [await everything(), await db.$count(auditEntries)];
    const read = await loadTakeBack(db, begun.actor, made.batchId);
    if (!read) throw new Error("it stands");
    expect(await everything()).toEqual(now);
    expect(await db.$count(auditEntries)).toBe(audited);
    await begun.undo(made);
    const then = await everything();
    const told = foretold(now, read);
    if (read.standsAgain !== null) {
      const [[key, shown] = ["", ""]] = [...now].filter(([, value]) => value === "merged");
      expect([shown, then.get(key)]).toEqual(["merged", "published"]);
      told.set(key, "published");
    }
    expect(told).toEqual(then);
    for (const { id, stays } of read.records)
      for (const claim of stays) expect(then.get(`${id} ${claimKey(claim)}`)).toEqual(claim.value);
  });

  test("what was changed again since is said to stay", async () => {
    const made = await correct("place", ids.place, "name", "One");
    await correct("place", ids.place, "name", "Two");
    expect(await loadTakeBack(db, begun.actor, made.batchId)).toMatchObject({
      records: [{ type: "place", leaves: false, rows: [], stays: [{ field: "name", value: "Two" }] }],
    });
  });

  test("a check of a place that does not count any more is named by its day", async () => {
    const check = { placeId: ids.place, mapped: "", checkedOn: "2026-11-01", proof: "regulator" } as const;
    const made = await save({ ...SENT, kind: "not-outsourced", ...check });
    const nothing = { records: [], standsAgain: null };
    expect(await loadTakeBack(db, begun.actor, made.batchId)).toMatchObject({
      ...nothing,
      checkGone: "2026-11-01",
    });
  });

  test("whoever may not take it back is told so before they write a reason", async () => {
    const made = await line("contract", CONTRACT);
    const { id } = await makeCampaigner(db, { role: "moderator" });
    const limited: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
    await replaceModeratorAreas(db, id, [south]);
    const outside = { reason: "outside-areas" };
    await expect(loadTakeBack(db, limited, made.batchId)).rejects.toMatchObject(outside);
    await expect(loadTakeBack(db, begun.author, made.batchId)).rejects.toMatchObject({
      reason: "not-moderator",
    });
    await begun.undo(made);
    expect(await loadTakeBack(db, begun.actor, made.batchId)).toBeUndefined();
  });
});

async function successor(inner: Db = db): Promise<string> {
  const [row] = await inner.select().from(services).where(eq(services.id, ids.service));
  return row?.successorId ?? "";
}
