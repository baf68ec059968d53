import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeArea } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { listServices } from "@/db/queries/services";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, LIST, SOURCE, stage, versionOf } from "@/server/imports/testing";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { approveAsModerator, moderator } from "@/server/reports/testing-approval";

// What a moderator took off the site stays off, whatever comes later and speaks of it.
const db = testDb();
const reason = "The provider says that this is untrue";
const shown = async () => (await listServices(db)).map(({ category, status }) => [category, status]);

async function takeOff(id: string) {
  await withholdRecord(db, await moderator(db), { type: "service", ref: id, reason });
  expect(await shown()).toEqual([]);
}

describe("a report approved later does not remake a withheld service", () => {
  const document = (title: string) => ({
    kind: "news",
    title,
    publisher: "Another paper",
    url: "",
    publishedOn: "2026-07",
    says: "It is run by them.",
  });
  const later = [document("Another document")] as NewServiceProposal["sources"];
  it.each<[string, Partial<NewServiceProposal>]>([
    ["at the same postcode", {}],
    ["known only to the same town", { postcode: "", town: "Nowhere-on-Sea" }],
    [
      "known only to the same town, of nobody who is named",
      { postcode: "", town: "Nowhere-on-Sea", naming: "not-named", providerName: "" },
    ],
  ])("%s", async (_, proposal) => {
    const { service } = await approveAsModerator(db, proposal);
    await takeOff(service.id);
    await expect(approveAsModerator(db, { ...proposal, sources: later })).rejects.toMatchObject({
      fields: { twins: "twin" },
    });
    expect(await shown()).toEqual([]);
  });

  it("that is shown by area only, or serves one: it has no place to be told by", async () => {
    await makeArea(db, { kind: "icb", code: "E54000050", slug: "icb-north" });
    const proposal = { category: "patient-transport", postcode: "CA2 7HY" } as const;
    const { service } = await approveAsModerator(db, proposal);
    await takeOff(service.id);
    await expect(approveAsModerator(db, { ...proposal, sources: later })).rejects.toMatchObject({
      fields: { twins: "twin" },
    });
    expect(await shown()).toEqual([]);
  });
});

describe("an import published later does not remake a withheld service", () => {
  it.each([
    ["the same list", {}],
    ["a newer one", { source: { ...SOURCE, title: "A newer list", publishedOn: "2026-09" } }],
  ])("%s", async (_, given) => {
    const first = `${LIST.split("\n").slice(0, 2).join("\n")}\n`;
    await importList(db, first);
    const [service] = await db.select().from(services);
    await takeOff(service?.id ?? "");
    await importList(db, `${first}Newtown Scans,Carlisle,CA2 7HY,diagnostics and scans,not named,,\n`, given);
    expect(await shown()).toEqual([["diagnostics-and-scans", "operating"]]);
    const [row] = await db
      .select()
      .from(services)
      .where(eq(services.id, service?.id ?? ""));
    expect(row?.visibility).toBe("withheld");
  });
});

describe("withheld, and then its import undone", () => {
  const eyes = `${LIST.split("\n").slice(0, 2).join("\n")}\n`;
  const hidden = `Place,Postcode,Kind of care,Provider,Kind of provider\nA house,CA2 7HY,abortion,Care Ltd,company\n`;
  it.each([
    ["at a place", eyes, ["place"]],
    ["shown by area only", hidden, ["provider"]],
  ])(
    "a service %s cannot be restored, and is refused when a list brings it again",
    async (_, list, columns) => {
      await makeArea(db, { kind: "icb", code: "E54000050" });
      const { batchId, admin } = await importList(db, list);
      const [service] = await db.select().from(services);
      await takeOff(service?.id ?? "");
      await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
      const restored = restoreRecord(db, await moderator(db), {
        type: "service",
        ref: service?.id ?? "",
        reason,
      });
      await expect(restored).rejects.toMatchObject({ what: "nothing-left" });
      expect(await shown()).toEqual([]);
      const again = await listRows(db, await stage(db, admin, list));
      expect(again.map(({ outcome, problems }) => [outcome, problems.map(({ column }) => column)])).toEqual([
        ["refused", columns],
      ]);
    },
  );

  it("other care at the same place comes again", async () => {
    const { batchId, admin } = await importList(db, eyes);
    const [service] = await db.select().from(services);
    await takeOff(service?.id ?? "");
    await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
    await importList(db, eyes.replace("eye care", "MRI"));
    expect(await shown()).toEqual([["diagnostics-and-scans", "operating"]]);
  });
});
