import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makePlace, makeProvider, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { loadNewReport } from "./load-new-report";

const db = testDb();
const keep = async (form: Record<string, string>) => (await keepPendingDraft(db, { form })).draftId;
const start = (asked: Partial<Parameters<typeof loadNewReport>[0]>) =>
  loadNewReport({ draft: "", place: "", area: "", ...asked }, db);

it.each([
  ["that is off the site", { visibility: "withheld" }, {}],
  ["named after who runs care there, who is", {}, { visibility: "withheld" }],
] as const)("a place %s is named to nobody who begins a report at it", async (_, place, provider) => {
  const runner = await makeProvider(db, { name: "Zebra Vision Ltd", ...provider });
  const at = await makePlace(db, { name: "Zebra Vision Carlisle", slug: "zebra-vision", ...place });
  await makeService(db, { placeId: at.id, providerId: runner.id });
  expect(await start({ place: "zebra-vision" })).toMatchObject({ form: {}, placeName: null });
  const draft = await keep({ placeId: at.id, says: "It was so." });
  expect(await start({ draft })).toMatchObject({ kept: true, placeName: null });
});

it("begins with a place that readers are told of, from its page and from what was kept", async () => {
  const at = await makePlace(db, { name: "Yak House", slug: "yak-house" });
  expect(await start({ place: "yak-house" })).toMatchObject({
    form: { placeId: at.id, placeName: "Yak House" },
    placeName: "Yak House",
  });
  const draft = await keep({ placeId: at.id });
  expect(await start({ draft })).toMatchObject({ placeName: "Yak House" });
  expect(await start({ draft: await keep({ placeId: randomUUID() }) })).toMatchObject({
    placeName: null,
  });
});
