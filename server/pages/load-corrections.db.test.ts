import { beforeEach, expect, it } from "vitest";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { loadCorrections } from "@/server/pages/load-corrections";
import { restoreRecord } from "@/server/records/restore-record";
import { makeWorld } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  role: "moderator",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
};
const provider = { type: "provider", ref: "okapi-ltd" } as const;
const reason = "Their lawyer wrote a long letter";

beforeEach(async () => {
  await makeWorld(db);
});
const told = async () =>
  (await loadCorrections(db)).map(({ category, name, says }) => [category, name, says]);

it("what was disputed is told with its words and its page, until it is over", async () => {
  await markDisputed(db, moderator, { ...provider, field: "", says: "They say that they left in May." });
  expect(await told()).toEqual([["disputed", "Okapi Ltd", "They say that they left in May."]]);
  expect(await loadCorrections(db)).toMatchObject([{ path: "/providers/okapi-ltd", isFromReader: false }]);
  await settleDispute(db, moderator, { ...provider, reason: "It was settled with them" });
  expect(await told()).toEqual([
    ["settled", "Okapi Ltd", null],
    ["disputed", "Okapi Ltd", null],
  ]);
});

it("what was taken off is told without its name, its words and the moderators' reason, until it is shown again", async () => {
  await markDisputed(db, moderator, { ...provider, field: "", says: "Okapi Ltd says that it left." });
  await withholdRecord(db, moderator, { ...provider, reason });
  expect(await told()).toEqual([
    ["withheld", null, null],
    ["disputed", null, null],
  ]);
  expect(JSON.stringify(await loadCorrections(db))).not.toMatch(/okapi|lawyer/i);
  await restoreRecord(db, moderator, { ...provider, reason });
  expect(await told()).toEqual([
    ["restored", "Okapi Ltd", null],
    ["withheld", "Okapi Ltd", null],
    ["disputed", "Okapi Ltd", "Okapi Ltd says that it left."],
  ]);
});
