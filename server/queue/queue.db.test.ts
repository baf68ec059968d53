import { describe, expect, it, test } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { testDb } from "@/db/testing";
import { type CampaignerActor, type Role, VISITOR } from "@/domain/actor";
import { MOST_QUEUE_VIEWS } from "@/domain/reports/queue-view";
import { keepQueueView, loadQueueViews, removeQueueView } from "@/server/queue/keep-view";
import { takeNext } from "@/server/queue/take-next";

const db = testDb();
const NOW = new Date("2026-11-21T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function person(role: Role = "moderator"): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

describe("the next report", () => {
  it("is the oldest that nobody holds and the moderator may decide, and is theirs then", async () => {
    const [anna, bert] = [await person(), await person()];
    await makeReport(db, { submittedAt: at(-9), authorId: anna.id });
    await makeReport(db, { submittedAt: at(-8), appealedFrom: anna.id });
    await makeReport(db, { submittedAt: at(-7), state: "awaiting-second", firstDeciderId: anna.id });
    await makeReport(db, { submittedAt: at(-6), state: "in-review", heldBy: bert.id, holdExpiresAt: at(5) });
    const ranOut = await makeReport(db, {
      submittedAt: at(-5),
      state: "in-review",
      heldBy: bert.id,
      holdExpiresAt: at(-1),
    });
    const last = await makeReport(db, {
      submittedAt: at(-4),
      state: "awaiting-second",
      firstDeciderId: bert.id,
    });
    expect(await takeNext(db, anna, { view: "" }, NOW)).toBe(ranOut.id);
    expect(await findReport(db, ranOut.id)).toMatchObject({ state: "in-review", heldBy: anna.id });
    expect(await takeNext(db, anna, { view: "" }, NOW)).toBe(last.id);
    expect(await findReport(db, last.id)).toMatchObject({ state: "awaiting-second", heldBy: null });
    expect(await takeNext(db, anna, { view: "", after: last.id }, NOW)).toBeNull();
  });

  it("is one of the view that was asked for, behind the one that was left", async () => {
    const anna = await person();
    const [left, next] = [
      await makeReport(db, { submittedAt: at(-9) }),
      await makeReport(db, { submittedAt: at(-8) }),
    ];
    expect(await takeNext(db, anna, { view: "?lane=appeals" }, NOW)).toBeNull();
    expect(await takeNext(db, anna, { view: "?lane=complaints" }, NOW)).toBeNull();
    expect(await takeNext(db, anna, { view: "?lane=new", after: left.id }, NOW)).toBe(next.id);
  });

  test.each(["campaigner", "trusted-campaigner"] as const)("is nobody's who is a %s", async (role) => {
    await expect(takeNext(db, await person(role), { view: "" })).rejects.toMatchObject({
      reason: "not-moderator",
    });
    await expect(takeNext(db, VISITOR, { view: "" })).rejects.toMatchObject({ reason: "sign-in" });
  });
});

describe("views that a moderator keeps", () => {
  it("are theirs alone, by name; what is kept is a view and no page of it", async () => {
    const [anna, bert] = [await person(), await person()];
    await keepQueueView(db, anna, { name: " Eye care ", address: "?kind=eye-care&group=town&x=1" });
    await keepQueueView(db, anna, { name: "Eye care", address: "?kind=eye-care&age=6" });
    const [view, ...others] = await loadQueueViews(db, anna);
    expect([view, others]).toMatchObject([{ name: "Eye care", address: "?kind=eye-care&age=6" }, []]);
    expect(await loadQueueViews(db, bert)).toEqual([]);
    await removeQueueView(db, bert, { id: view?.id ?? "" });
    expect(await loadQueueViews(db, anna)).toHaveLength(1);
    await removeQueueView(db, anna, { id: view?.id ?? "" });
    expect(await loadQueueViews(db, anna)).toEqual([]);
  });

  it("need a name, and are twenty at most", async () => {
    const anna = await person();
    const keep = (name: string) => keepQueueView(db, anna, { name, address: "?lane=new" });
    await expect(keep("  ")).rejects.toMatchObject({ fields: { name: "view-name" } });
    for (let number = 0; number < MOST_QUEUE_VIEWS; number += 1) await keep(`View ${number}`);
    await expect(keep("One more")).rejects.toMatchObject({ fields: { name: "views-enough" } });
    await keep("View 3");
    await expect(loadQueueViews(db, await person("campaigner"))).rejects.toMatchObject({
      reason: "not-moderator",
    });
  });
});
