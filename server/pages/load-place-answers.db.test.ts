import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeArea, makePlace, makeProvider, makeService, makeSource } from "@/db/factories";
import { checks, placeIdentifiers } from "@/db/schema";
import { testDb } from "@/db/testing";
import { DatabaseUnavailableError } from "@/domain/errors";
import type { FoundName } from "@/domain/search/results";
import { loadPlaceAnswers } from "./load-place-answers";

const db = testDb();
const found = (slug: string, kind: "place" | "provider" = "place"): FoundName => ({
  kind,
  name: slug,
  nameCy: null,
  town: null,
  formerly: [],
  companyNumber: null,
  path: `/${kind}s/${slug}`,
});

test("every place that a search finds has one of the answers of its own page", async () => {
  const england = await makeArea(db, { kind: "council", nation: "england" });
  const scotland = await makeArea(db, { kind: "council", nation: "scotland" });
  const place = async (name: string, area: { id: string }, odsCode?: string) =>
    makePlace(db, { name, kind: "gp-practice" }, { areaIds: [area.id], odsCode });
  const run = await place("Run", england, "T1");
  const looked = await place("Looked", england, "T2");
  const listed = await place("Listed", england, "T3");
  const gone = await place("Gone", england, "T4");
  await db.update(placeIdentifiers).set({ isListed: false }).where(eq(placeIdentifiers.code, "T4"));
  const branch = await place("Branch", england, "T5");
  await db.update(placeIdentifiers).set({ scheme: "ods-branch" }).where(eq(placeIdentifiers.code, "T5"));
  const scottish = await place("Scottish", scotland);
  // A code that a list brought is no register's.
  await db
    .insert(placeIdentifiers)
    .values({ placeId: scottish.id, scheme: "ods-organisation", code: "ZZX99" });
  const ours = await place("Ours", scotland);
  const hidden = await makePlace(db, { name: "Hidden", visibility: "withheld" });
  const provider = await makeProvider(db, { name: "Sight Ltd", legalForm: "company" });
  await makeService(db, { placeId: run.id, providerId: provider.id });
  const trust = await makeProvider(db, { name: "Cumbria Trust", legalForm: "nhs-body" });
  await makeService(db, { placeId: ours.id, providerId: trust.id });
  await makeService(db, { placeId: listed.id, providerId: provider.id, visibility: "withheld" });
  const check = (result: "not-outsourced" | "unclear", checkedOn: string) => ({
    placeId: looked.id,
    result,
    checkedOn,
    dueAgainOn: "2099-01-01",
    proof: "register-holder" as const,
    recordedBy: "test",
  });
  const sourceId = (await makeSource(db)).id;
  await db.insert(checks).values([
    { ...check("unclear", "2026-01-01"), sourceId },
    { ...check("not-outsourced", "2026-06-01"), sourceId },
  ]);
  const names = [run, looked, listed, gone, branch, scottish, ours, hidden].map(({ slug }) => found(slug));
  const answers = await loadPlaceAnswers([...names, found(provider.slug, "provider")], db);
  expect(Object.fromEntries([...answers].map(([path, { key }]) => [path, key]))).toEqual({
    [`/places/${run.slug}`]: "outsourced",
    [`/places/${looked.slug}`]: "not-outsourced",
    [`/places/${listed.slug}`]: "not-looked",
    [`/places/${gone.slug}`]: "not-listed",
    // No register lists it as a place, and none did.
    [`/places/${branch.slug}`]: "not-looked",
    [`/places/${scottish.slug}`]: "cannot-say",
    [`/places/${ours.slug}`]: "inside",
  });
  expect(answers.get(`/places/${run.slug}`)).toMatchObject({ providers: ["Sight Ltd"] });
});

test("names stay while the database does not answer", async () => {
  const broken = {
    select: () => {
      throw new DatabaseUnavailableError();
    },
  } as unknown as Parameters<typeof loadPlaceAnswers>[1];
  expect(await loadPlaceAnswers([found("a")], broken)).toEqual(new Map());
});
