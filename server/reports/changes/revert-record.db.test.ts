import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findNewSlug } from "@/db/queries/redirects";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims as claimRows } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { VISITOR } from "@/domain/actor";
import { claimsInForce } from "@/domain/claims/in-force";
import type { DirectChange } from "@/domain/reports/change-proposals";
import { loadHistory } from "@/server/records/load-history";
import { mergeRecords } from "@/server/records/merge-records";
import { rehearse } from "@/server/records/rehearse";
import { saveRecords } from "@/server/records/save-records";
import { splitRecord } from "@/server/records/split-record";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { saveChange } from "@/server/reports/changes/save-change";
import { beginChanges, SENT } from "@/server/reports/changes/testing-change";
import { loadRevert } from "@/server/reports/pages/load-revert";
import { loadTakeBack } from "@/server/reports/pages/load-take-back";

const db = testDb();
const REASON = "It was right before, see the register.";
type Type = "service" | "place" | "provider";
const TABLES = { service: services, place: places, provider: providers };
const correct = (recordType: Type, recordId: string, field: string, proposed: string): DirectChange => ({
  ...SENT,
  kind: "correction",
  recordType,
  recordId,
  field: field as "name",
  proposed,
});

async function begin(inner = db) {
  const begun = await beginChanges(inner);
  const { actor } = begun;
  const rowOf = async (type: Type, id: string) =>
    (
      await inner
        .select()
        .from(TABLES[type] as typeof places)
        .where(eq(TABLES[type].id, id))
    )[0];
  const bare = async (type: Type, id: string) => ({ ...(await rowOf(type, id)), version: 0 });
  const save = (proposal: DirectChange) =>
    saveChange(inner, actor, { proposal, reportId: null, decidedOn: "2026-11-29", reason: REASON });
  /** What an entry says, fact by fact. */
  const says = async (type: Type, id: string) =>
    claimsInForce((await findClaimsByRecord(inner, type, [id])).get(id) ?? [])
      .map(({ field, value, sourceId }) => JSON.stringify([field, value, sourceId]))
      .sort();
  const revert = async (type: Type, id: string, to: Date) =>
    revertRecord(inner, actor, {
      type,
      id,
      to,
      version: (await rowOf(type, id))?.version ?? 0,
      reason: REASON,
    });
  const other = async (type: Type) => {
    const slug = { service: "scans-in-the-north", place: "yak-house", provider: "yak-care" }[type];
    const table = TABLES[type] as typeof places;
    const [row] = await inner.select().from(table).where(eq(table.slug, slug));
    return row?.id ?? "";
  };
  return { ...begun, rowOf, bare, save, says, revert, other };
}

describe("an entry says again what it said", () => {
  test("what would change is shown first, then it is so, and is taken back like every change", async () => {
    const { world, actor, save, says, revert, undo, rowOf } = await begin();
    const { place } = world.ids;
    const before = await says("place", place);
    await save(correct("place", place, "name", "Zebra House"));
    const { record, events } = await loadHistory(db, actor, "place", place);
    const first = events.at(-1);
    const shown = await loadRevert(db, actor, record, first?.at.getTime() ?? 0);
    expect(shown?.records[0]?.rows.map(({ before: now, after }) => [now?.value, after?.value])).toEqual([
      ["Zebra House", "Zebra Clinic"],
    ]);
    const changed = await says("place", place);
    const back = await revert("place", place, first?.at ?? new Date(0));
    expect(await says("place", place)).toEqual(before);
    expect((await rowOf("place", place))?.name).toBe("Zebra Clinic");
    await undo(back);
    expect(await says("place", place)).toEqual(changed);
  });

  test("what it did not say then it does not say any more", async () => {
    const { world, save, says, revert } = await begin();
    const { provider } = world.ids;
    const before = await says("provider", provider);
    const then = new Date();
    await save(correct("provider", provider, "website", "https://okapi.example/"));
    expect(await says("provider", provider)).not.toEqual(before);
    await revert("provider", provider, then);
    expect(await says("provider", provider)).toEqual(before);
  });

  test("not by visitors, not unseen, not for nothing, and not past a takeover", async () => {
    const { world, actor, author, save, revert, rowOf } = await begin();
    const { service: id } = world.ids;
    const then = new Date();
    await expect(revert("service", id, then)).rejects.toMatchObject({ what: "says-so-already" });
    const version = (await rowOf("service", id))?.version ?? 0;
    const asked = { type: "service", id, to: then, version: version + 1, reason: REASON };
    await expect(revertRecord(db, actor, asked)).rejects.toMatchObject({ what: "entry-changed" });
    await expect(revertRecord(db, VISITOR, asked)).rejects.toMatchObject({ reason: "sign-in" });
    await expect(revertRecord(db, author, asked)).rejects.toMatchObject({ reason: "not-moderator" });
    await expect(revertRecord(db, actor, { ...asked, reason: "no" })).rejects.toMatchObject({
      fields: { reason: "reason-needed" },
    });
    const takeover = {
      change: "new-provider",
      providerName: "Gazelle Ltd",
      providerKind: "",
      on: "",
    } as const;
    await save({ ...SENT, kind: "change", serviceId: id, ...takeover });
    await expect(revert("service", id, then)).rejects.toMatchObject({ what: "entry-succeeded" });
  });

  test("care that is shown by area only is not brought out by one person", async () => {
    const { world, save, revert } = await begin();
    const then = new Date();
    await save(correct("service", world.ids.service, "category", "sexual-assault"));
    await expect(revert("service", world.ids.service, then)).rejects.toMatchObject({
      reason: "needs-second-revert",
    });
  });

  test("a person's name comes back by two people only: as a provider's own, and as who ran something", async () => {
    const { world, save, revert, says } = await begin();
    const { provider, service } = world.ids;
    await save(correct("provider", provider, "name", "Dr A Gnu"));
    const asPerson = new Date();
    await save(correct("provider", provider, "name", "Okapi Care"));
    await expect(revert("provider", provider, asPerson)).rejects.toMatchObject({
      reason: "needs-second-revert",
    });
    await save(correct("service", service, "provider", "Mr B Zebra"));
    const byPerson = new Date();
    await save(correct("service", service, "provider", "Yak Care"));
    await expect(revert("service", service, byPerson)).rejects.toMatchObject({
      reason: "needs-second-revert",
    });
    // A place may be called after a doctor.
    await save(correct("place", world.ids.place, "name", "Dr A Gnu House"));
    const named = new Date();
    const before = await says("place", world.ids.place);
    await save(correct("place", world.ids.place, "name", "Zebra House"));
    await revert("place", world.ids.place, named);
    expect(await says("place", world.ids.place)).toEqual(before);
  });

  test("a kind of care that is shown by area only neither comes nor goes by one person", async () => {
    const { world, actor, revert } = await begin();
    const { service: id, source } = world.ids;
    const then = new Date();
    const say = (value: string) =>
      saveRecords(
        db,
        actor,
        [
          {
            recordType: "service",
            recordId: id,
            claims: [{ field: "category", value, sourceId: source, says: "So.", confirmedOn: "2026-10-01" }],
          },
        ],
        { reason: REASON, action: "record.changed", subject: { type: "service", id } },
      );
    await say("abortion");
    await expect(revert("service", id, then)).rejects.toMatchObject({ reason: "needs-second-revert" });
    const hidden = new Date();
    await say("eye-care");
    await expect(revert("service", id, hidden)).rejects.toMatchObject({ reason: "needs-second-revert" });
  });

  test("not a name that another organisation has by now, nor who went with an import", async () => {
    const { world, save, revert, other } = await begin();
    const { provider, service } = world.ids;
    const then = new Date();
    await save(correct("provider", provider, "name", "Okapi Care"));
    await save(correct("provider", await other("provider"), "name", "Okapi Ltd"));
    await expect(revert("provider", provider, then)).rejects.toMatchObject({
      fields: { proposed: "name-taken" },
    });
    await save(correct("service", service, "provider", "Gazelle Care"));
    await db.update(providers).set({ withdrawnAt: new Date() }).where(eq(providers.id, provider));
    await expect(revert("service", service, then)).rejects.toMatchObject({ what: "went-with-import" });
  });

  test("whatever was corrected, every moment comes back as it was, and back again", {
    timeout: 60_000,
  }, async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("name", "kind"), fc.nat(2)), {
      minLength: 1,
      maxLength: 3,
    });
    const values: Record<string, string[]> = {
      name: ["Gnu House", "Yak Rooms", "Eland Centre"],
      kind: ["hospital", "diagnostic-centre", "other"],
    };
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(2), (list, which) =>
        rehearse(db, async (inner) => {
          const { world, save, says, revert } = await begin(inner);
          const { place } = world.ids;
          const moments = [{ at: new Date(), said: await says("place", place) }];
          for (const [field, index] of list) {
            await save(correct("place", place, field, values[field]?.[index] ?? "")).catch(() => undefined);
            moments.push({ at: new Date(), said: await says("place", place) });
          }
          const { at, said } = moments[which % moments.length] ?? { at: new Date(), said: [] };
          const last = moments.at(-1);
          if (JSON.stringify(said) === JSON.stringify(last?.said)) return;
          await revert("place", place, at);
          expect(await says("place", place)).toEqual(said);
          await revert("place", place, last?.at ?? at);
          expect(await says("place", place)).toEqual(last?.said);
        }),
      ),
      { numRuns: 4 },
    );
  });
});

describe("a wrong merge is split", () => {
  test("to the byte, whatever of either entry was corrected before and since", {
    timeout: 90_000,
  }, async () => {
    const life = fc.record({
      type: fc.constantFrom<Type>("service", "place", "provider"),
      before: fc.boolean(),
      since: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(life, ({ type, before, since }) =>
        rehearse(db, async (inner) => {
          const { world, save, undo, bare, other } = await begin(inner);
          const [twin, into] = [world.ids[type], await other(type)];
          if (type === "service") await save(correct("service", into, "category", "eye-care"));
          const field = type === "service" ? "started-on" : "name";
          const value = (said: string) => (type === "service" ? said : `Gnu ${said}`);
          if (before) await save(correct(type, twin, field, value("2019")));
          const was = await bare(type, twin);
          const said = await inner.select().from(claimRows).where(eq(claimRows.recordId, twin));
          const merge: DirectChange =
            type === "service"
              ? { kind: "same-as", v: 1, serviceId: twin, otherId: into, note: "" }
              : { kind: "merge", v: 1, recordType: type, recordId: twin, otherId: into };
          const merged = await save(merge);
          const slug = (await bare(type, into)).slug;
          expect(await findNewSlug(inner, type, was.slug ?? "")).toBe(slug);
          if (since) await save(correct(type, into, field, value("2021")));
          await undo(merged);
          expect(await bare(type, twin)).toEqual(was);
          expect(await inner.select().from(claimRows).where(eq(claimRows.recordId, twin))).toEqual(said);
          expect(await findNewSlug(inner, type, was.slug ?? "")).toBeUndefined();
        }),
      ),
      { numRuns: 6 },
    );
  });

  test("from the history of either; one of the data we ship by itself", async () => {
    const { world, actor, save, bare, other } = await begin();
    const [twin, into] = [world.ids.provider, await other("provider")];
    const was = await bare("provider", twin);
    await mergeRecords(db, actor, "provider", [{ twin, into }], "The same company");
    expect(await bare("provider", twin)).not.toEqual(was);
    const asked = { type: "provider", ref: twin, reason: REASON };
    await splitRecord(db, actor, asked);
    expect(await bare("provider", twin)).toEqual(was);
    await expect(splitRecord(db, actor, asked)).rejects.toMatchObject({ what: "not-merged" });

    const { batchId } = await save({
      kind: "merge",
      v: 1,
      recordType: "provider",
      recordId: twin,
      otherId: into,
    });
    await expect(splitRecord(db, actor, asked)).rejects.toMatchObject({ what: "merged-by-change" });
    const [newest] = (await loadHistory(db, actor, "provider", twin)).events;
    expect(newest).toMatchObject({ undo: { batchId, isMerge: true }, because: REASON });
    expect(await loadTakeBack(db, actor, batchId)).toMatchObject({ standsAgain: "Okapi Ltd" });
  });
});
