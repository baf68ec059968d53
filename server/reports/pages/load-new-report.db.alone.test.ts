import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makePlace, makeProvider, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { type AskedReport, loadNewReport } from "./load-new-report";

const db = testDb();
const keep = async (form: Record<string, string>) => (await keepPendingDraft(db, { form })).draftId;
const start = (asked: Partial<AskedReport>) =>
  loadNewReport(db, {
    draft: "",
    place: "",
    provider: "",
    area: "",
    link: "",
    point: "",
    name: "",
    ...asked,
  });

it.each([
  ["that is off the site", { visibility: "withheld" }, {}],
  ["named after who runs care there, who is", {}, { visibility: "withheld" }],
] as const)("a place %s is named to nobody who begins a report at it", async (_, place, provider) => {
  const runner = await makeProvider(db, { name: "Zebra Vision Ltd", ...provider });
  const at = await makePlace(db, { name: "Zebra Vision Carlisle", slug: "zebra-vision", ...place });
  await makeService(db, { placeId: at.id, providerId: runner.id });
  expect(await start({ place: "zebra-vision" })).toMatchObject({ form: {}, place: null });
  const draft = await keep({ placeId: at.id, says: "It was so." });
  expect(await start({ draft })).toMatchObject({ isKept: true, place: null });
});

it("begins with a place that readers are told of, from its page and from what was kept", async () => {
  const at = await makePlace(db, { name: "Yak House", slug: "yak-house" });
  expect(await start({ place: "yak-house" })).toMatchObject({
    form: { placeId: at.id, placeName: "Yak House" },
    place: { name: "Yak House" },
  });
  const draft = await keep({ placeId: at.id });
  expect(await start({ draft })).toMatchObject({ place: { name: "Yak House" } });
  expect(await start({ draft: await keep({ placeId: randomUUID() }) })).toMatchObject({
    place: null,
  });
});

it("begins with the organisation and the link that somebody came from, and drops them once something is kept", async () => {
  const { slug } = await makeProvider(db, { name: "Zebra Vision Ltd" });
  const asked = { provider: slug, link: "https://www.example.org/news" };
  expect((await start(asked)).form).toEqual({
    naming: "named",
    providerName: "Zebra Vision Ltd",
    "sources.0.url": "https://www.example.org/news",
  });
  const draft = await keep({ town: "Carlisle" });
  expect((await start({ ...asked, draft })).form).toEqual({ town: "Carlisle" });
  expect((await start({ provider: "nobody" })).form).toEqual({});
});

it("begins with the point of a map that somebody came from, unless a place is known", async () => {
  expect((await start({ point: "54.89512, -2.93291" })).form).toEqual({ point: "54.89512, -2.93291" });
  for (const point of ["48.85, 2.35", "<b>", "54.9", ""]) expect((await start({ point })).form).toEqual({});
  const at = await makePlace(db, { name: "Yak House", slug: "yak-house" });
  const { form } = await start({ place: "yak-house", point: "54.89512, -2.93291" });
  expect(form).toMatchObject({ placeId: at.id });
  expect(form).not.toHaveProperty("point");
});

it("begins with the name that somebody searched for in vain, as long as the box takes, unless a place is known", async () => {
  expect((await start({ name: "Gnu Lane Surgery" })).form).toEqual({ find: "Gnu Lane Surgery" });
  expect((await start({ name: "g".repeat(300) })).form).toEqual({ find: "g".repeat(200) });
  await makePlace(db, { name: "Yak House", slug: "yak-house" });
  expect((await start({ place: "yak-house", name: "Gnu" })).form).not.toHaveProperty("find");
});
