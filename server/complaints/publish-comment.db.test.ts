import { beforeEach, describe, expect, it } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import { organisationRowsCsv } from "@/server/complaints/organisation-rows-csv";
import { publishComment } from "@/server/complaints/publish-comment";
import { loadProviderPage } from "@/server/pages/load-provider-page";
import { loadServicePage } from "@/server/pages/load-service-page";
import { rehearse } from "@/server/records/rehearse";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

const db = testDb();
const by = (role: Role): CampaignerActor => ({
  kind: "campaigner",
  role,
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
});
let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
  await makeCampaigner(db, { id: by("moderator").id, role: "moderator" });
});

const typed = (given: Record<string, unknown> = {}) => ({
  ref: world.refs.provider,
  comment: "We are owned by our staff, and have been since 2019.",
  document: "Letter to the campaign",
  date: "2026-03-02",
  url: "",
  verified: "From info@okapi.example; called 01228 000000 on 2 March 2026",
  ...given,
});
const page = () => loadProviderPage(world.refs.provider, "outside-the-nhs", db);
const comments = async () =>
  (await page())?.claims
    .filter(({ field }) => field === "comment")
    .map(({ value, isInForce }) => [value, isInForce]);

describe("an organisation's comment", () => {
  it("is printed with its document and date; a newer one stands in its place, and the older stays among its facts", async () => {
    await publishComment(db, by("moderator"), typed());
    await publishComment(
      db,
      by("moderator"),
      typed({ comment: "We were sold to our founders.", date: "2026-06" }),
    );
    expect(await comments()).toEqual([
      ["We were sold to our founders.", true],
      ["We are owned by our staff, and have been since 2019.", false],
    ]);
    const told = await page();
    expect(told?.claims.find(({ field }) => field === "comment")?.source).toMatchObject({
      title: "Letter to the campaign",
      publishedOn: "2026-06",
    });
  });

  it("stands beside each service that it runs, and goes from there with its source, and with its name", async () => {
    await publishComment(db, by("moderator"), typed());
    const told = (inner = db) => loadServicePage(world.refs.service, inner);
    expect((await told())?.comment).toMatchObject({ value: typed().comment, isInForce: true });
    for (const [type, ref] of [
      ["provider", world.refs.provider],
      ["source", (await told())?.comment?.source.id ?? ""],
    ] as const) {
      const withheld = await rehearse(db, async (inner) => {
        await withholdRecord(inner, by("moderator"), { type, ref, reason: "The sender was somebody else." });
        return told(inner);
      });
      expect(withheld?.comment ?? null, type).toBeNull();
    }
  });

  it.each(["campaigner", "trusted"] as const)(
    "is no %s's to print, and its rows are not theirs to export",
    async (role) => {
      await expect(publishComment(db, by(role as Role), typed())).rejects.toMatchObject({
        code: "not-allowed",
      });
      await expect(
        organisationRowsCsv(db, by(role as Role), world.refs.provider, "https://map.example"),
      ).rejects.toMatchObject({ code: "not-allowed" });
      expect(await comments()).toEqual([]);
    },
  );

  it.each([
    ["comment", "Too short"],
    ["document", ""],
    ["date", "2999-01-01"],
    ["date", "yesterday"],
    ["url", "javascript:alert(1)"],
    ["verified", "They said so"],
  ])("with a %s of %j is refused beside that field", async (field, value) => {
    await expect(publishComment(db, by("moderator"), typed({ [field]: value }))).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    });
    expect(await comments()).toEqual([]);
  });
});

it("the rows of an organisation can be sent to it: each with its page, and nothing that a spreadsheet runs", async () => {
  const csv = await organisationRowsCsv(db, by("moderator"), world.refs.provider, "https://map.example");
  const [header, ...rows] = csv.trimEnd().split("\r\n");
  expect(header).toMatch(/^What,Place,Town,Since/);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toContain("https://map.example/");
});
