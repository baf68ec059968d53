import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeArea, makeCampaigner, makePlace, makeService } from "@/db/factories";
import { findRevision } from "@/db/queries/reports";
import { accountActions, mailOutbox, reports } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { ACCOUNT_LIMITS } from "@/domain/campaigners/account-limits";
import { answerField, organisationField, WORKSHEET_ROWS } from "@/domain/to-do/worksheet";
import { loadReturnedWorksheet, loadWorksheet } from "./load-worksheet";
import { sendWorksheet } from "./send-worksheet";
import { takeTask } from "./take-task";

const db = testDb();
const NOW = new Date("2026-11-29T12:00:00Z");
const AREA = "council/somewhere";
const SOURCE = {
  "sources.0.kind": "register",
  "sources.0.title": "Who holds the GP contracts of Somewhere",
  "sources.0.publisher": "Somewhere Health Board",
  "sources.0.url": "https://board.example/contracts",
  "sources.0.publishedOn": "2026-10",
  "sources.0.says": "A list of practices and of who holds the contract of each.",
  proof: "register-holder",
  checkedOn: "2026-11-29",
  licence: "accepted",
};
let areaId: string;
let anna: CampaignerActor;
let bert: CampaignerActor;

beforeEach(async () => {
  areaId = (await makeArea(db, { kind: "council", slug: "somewhere", nation: "england" })).id;
  const people: CampaignerActor[] = [];
  for (const email of ["anna@example.org", "bert@example.org"])
    people.push({ kind: "campaigner", id: (await makeCampaigner(db, { email })).id, role: "campaigner" });
  const [first, second] = people;
  if (!first || !second) throw new Error("no people");
  [anna, bert] = [first, second];
});

let number = 0;
async function practice(name: string, kind: "gp-practice" | "hospital" = "gp-practice") {
  number += 1;
  return (await makePlace(db, { kind, name }, { areaIds: [areaId], odsCode: `W${number}` })).id;
}
const namesFor = async (actor: CampaignerActor) =>
  (await loadWorksheet(db, actor, AREA, NOW)).places.map(({ name }) => name);

describe("a worksheet of an area", () => {
  it("has its places without an answer, ten at a time, and none that another campaigner looks at", async () => {
    for (let nth = 0; nth < WORKSHEET_ROWS + 2; nth += 1)
      await practice(`Practice ${String(nth).padStart(2, "0")}`);
    await practice("Zebra Hospital", "hospital");
    const taken = await practice("Aardvark Surgery");
    expect((await namesFor(anna))[0]).toBe("Aardvark Surgery");
    await takeTask(db, bert, { kind: "place-not-checked", recordId: taken }, NOW);
    const sheet = await loadWorksheet(db, anna, AREA, NOW);
    expect(sheet.places.map(({ name }) => name)).toEqual(
      Array.from({ length: WORKSHEET_ROWS }, (_, nth) => `Practice 0${nth}`),
    );
    expect([sheet.further, (await namesFor(bert))[0]]).toEqual([3, "Aardvark Surgery"]);
    await expect(loadWorksheet(db, VISITOR, AREA, NOW)).rejects.toMatchObject({ reason: "sign-in" });
    // Of somebody whose session ran out nobody knows what they look at: all that may have been on their sheet is on it.
    const returned = (await loadReturnedWorksheet(db, AREA, NOW)).places.map(({ id }) => id);
    const bertsSheet = (await loadWorksheet(db, bert, AREA, NOW)).places;
    for (const { id } of [...sheet.places, ...bertsSheet]) expect(returned).toContain(id);
  });

  it("makes one report of each answer, however often it is sent, and what waits leaves the sheet", async () => {
    const [own, run] = [await practice("Own Surgery"), await practice("Run Surgery")];
    await practice("Unknown Surgery");
    const form = {
      ...SOURCE,
      [answerField(own)]: "own",
      [answerField(run)]: "organisation",
      [organisationField(run)]: "Gazelle Health Ltd",
    };
    const submissionKey = randomUUID();
    for (let time = 0; time < 2; time += 1)
      expect(await sendWorksheet(db, anna, { form, submissionKey }, NOW)).toEqual({ sent: 2 });
    const sent = await db
      .select({ id: reports.id, title: reports.title })
      .from(reports)
      .orderBy(reports.title);
    expect(sent).toHaveLength(2);
    const said = await Promise.all(sent.map(async ({ id }) => (await findRevision(db, id, 1))?.proposal));
    expect(said.map((proposal) => proposal?.kind).sort()).toEqual(["new-service", "not-outsourced"]);
    expect(said.find((proposal) => proposal?.kind === "new-service")).toMatchObject({
      placeId: run,
      providerName: "Gazelle Health Ltd",
      category: "gp-practice",
    });
    expect(await namesFor(bert)).toEqual(["Unknown Surgery"]);
    // One receipt of the sheet, with a link to each of its reports.
    const [receipt, ...others] = await db.select().from(mailOutbox);
    expect([receipt?.recipient, receipt?.subject, others]).toEqual([
      "anna@example.org",
      "We have your 2 reports",
      [],
    ]);
    for (const { id, title } of sent)
      expect(receipt?.text).toMatch(new RegExp(`- ${title}\\n +.*/reports/${id}`));
  });

  it("sends all of a sheet or nothing of it", async () => {
    const [first, second] = [await practice("First Surgery"), await practice("Second Surgery")];
    await db.insert(accountActions).values(
      Array.from({ length: ACCOUNT_LIMITS.submit.day - 1 }, () => ({
        campaignerId: anna.id,
        kind: "submit" as const,
        at: new Date(NOW.getTime() - 3600_000),
      })),
    );
    const form = { ...SOURCE, [answerField(first)]: "own", [answerField(second)]: "own" };
    await expect(sendWorksheet(db, anna, { form, submissionKey: randomUUID() }, NOW)).rejects.toMatchObject({
      code: "too-many",
    });
    expect([await db.$count(reports), await db.$count(mailOutbox)]).toEqual([0, 0]);
  });

  it("sends nothing while something is wrong with it, and says what at its place", async () => {
    const [own, run, mapped] = [await practice("Own"), await practice("Run"), await practice("Mapped")];
    await makeService(db, { placeId: mapped, category: "gp-practice" });
    const form = {
      ...SOURCE,
      "sources.0.title": "",
      [answerField(own)]: "own",
      [answerField(run)]: "organisation",
      [answerField(mapped)]: "own",
    };
    await expect(sendWorksheet(db, anna, { form }, NOW)).rejects.toMatchObject({
      fields: {
        "sources.0.title": "required",
        [organisationField(run)]: "worksheet-organisation",
      },
    });
    const filled = { ...form, "sources.0.title": "A list", [organisationField(run)]: "Gazelle Health Ltd" };
    await expect(sendWorksheet(db, anna, { form: filled }, NOW)).rejects.toMatchObject({
      fields: { [answerField(mapped)]: "worksheet-alone" },
    });
    expect(await db.$count(reports)).toBe(0);
    await expect(sendWorksheet(db, anna, { form: SOURCE }, NOW)).rejects.toMatchObject({
      fields: { answers: "worksheet-empty" },
    });
    const many = Array.from({ length: WORKSHEET_ROWS + 1 }, () => [answerField(randomUUID()), "own"]);
    await expect(
      sendWorksheet(db, anna, { form: { ...SOURCE, ...Object.fromEntries(many) } }, NOW),
    ).rejects.toMatchObject({ fields: { answers: "worksheet-long" } });
    await expect(sendWorksheet(db, VISITOR, { form }, NOW)).rejects.toMatchObject({ reason: "sign-in" });
  });
});
