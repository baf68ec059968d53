import { describe, expect, test } from "vitest";
import { testDb } from "@/db/testing";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { loadRecordHistory } from "@/server/pages/load-record-history";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { beginChanges, SENT } from "@/server/reports/changes/testing-change";

const db = testDb();
const REASON = "A court has ordered it, see the file";
const provider = (recordId: string, proposed: string): ChangeProposal => ({
  ...SENT,
  kind: "correction",
  recordType: "service",
  recordId,
  field: "provider",
  proposed,
});

describe("what readers are told of what happened to an entry", () => {
  test("from what to what, and by which source; what was taken back is named without what it said", async () => {
    const { world, save, undo } = await beginChanges(db);
    const made = await save(provider(world.ids.service, "Gazelle Ltd"));
    const history = await loadRecordHistory("service", world.refs.service, db);
    const [newest] = history?.events ?? [];
    expect(newest).toMatchObject({ kind: "facts", reason: "A moderator changed this" });
    expect(newest?.sources.map(({ title }) => title)).toEqual(["A page of the regulator"]);
    const [row] = newest?.rows ?? [];
    const named = (value: unknown) =>
      history?.names.get((value as { providerId: string } | undefined)?.providerId ?? "")?.name;
    expect([named(row?.before?.value), named(row?.after?.value)]).toEqual(["Okapi Ltd", "Gazelle Ltd"]);

    await undo(made);
    const after = await loadRecordHistory("service", world.refs.service, db);
    expect(after?.events.slice(0, 2)).toMatchObject([
      { reason: "A change was taken back", rows: [] },
      { reason: "A moderator changed this", rows: [] },
    ]);
    expect(JSON.stringify(after)).not.toContain("A page of the regulator");
  });

  test("off the site there is none; back again it says so, and whose name is hidden is not said", async () => {
    const { world, actor } = await beginChanges(db);
    const asked = { type: "place", ref: world.refs.place, reason: REASON };
    await withholdRecord(db, actor, asked);
    expect(await loadRecordHistory("place", world.refs.place, db)).toBeUndefined();
    await restoreRecord(db, actor, asked);
    const back = await loadRecordHistory("place", world.refs.place, db);
    expect(back?.events.map(({ reason }) => reason)).toEqual([
      "Shown again after it was checked",
      "Taken off the site while it was checked",
      null,
    ]);
    expect(JSON.stringify(back)).not.toContain(REASON);
    await withholdRecord(db, actor, { ...asked, type: "provider", ref: world.refs.provider });
    const service = await loadRecordHistory("service", world.refs.service, db);
    expect(JSON.stringify([...(service?.names.values() ?? [])])).not.toContain("Okapi");
    expect(JSON.stringify(service)).not.toContain("Okapi");
  });

  test("there is none under an id, nor of what there is not", async () => {
    const { world } = await beginChanges(db);
    expect(await loadRecordHistory("place", world.ids.place, db)).toBeUndefined();
    expect(await loadRecordHistory("place", "nowhere", db)).toBeUndefined();
  });
});
