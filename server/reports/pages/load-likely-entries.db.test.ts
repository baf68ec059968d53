import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  makeArea,
  makeCampaigner,
  makePlace,
  makeProposal,
  makeProvider,
  makeReport,
  makeService,
} from "@/db/factories";
import { findTwinCandidates } from "@/db/queries/twin-candidates";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { warmReference } from "@/server/look-up/warm-reference";
import { loadLikelyEntries } from "@/server/reports/pages/load-likely-entries";

const db = testDb();
beforeAll(() => warmReference());

const campaigner = async (): Promise<CampaignerActor> => {
  const { id } = await makeCampaigner(db);
  return { kind: "campaigner", id, role: "campaigner" };
};
const likely = async (form: Record<string, string>) =>
  (await loadLikelyEntries(db, VISITOR, form)).entries.map(({ slug }) => slug);

async function spaMedica(given: Parameters<typeof makeService>[1] = {}) {
  const provider = await makeProvider(db, { name: "SpaMedica Ltd" });
  const place = await makePlace(db, { name: "SpaMedica Carlisle", slug: "spamedica-carlisle" });
  const service = await makeService(db, {
    slug: "eye-care-at-spamedica",
    category: "eye-care",
    placeId: place.id,
    providerId: provider.id,
    ...given,
  });
  return { provider, place, service };
}

describe("an entry that we have", () => {
  it.each([
    ["by its place alone", (placeId: string) => ({ placeId })],
    [
      "by a name and a town as people write them",
      () => ({ placeName: "Spa Medica", town: "Carlisle", category: "eye-care" }),
    ],
    [
      "by its postcode, whatever it is called",
      () => ({ postcode: "ca27hy", category: "eye-care", providerName: "Spa Medica" }),
    ],
    [
      "by its provider and kind, where nothing is said of where",
      () => ({ providerName: "Spa Medica", category: "eye-care" }),
    ],
  ])("is found %s", async (_, said) => {
    const { place } = await spaMedica();
    expect(await likely(said(place.id))).toEqual(["eye-care-at-spamedica"]);
  });

  it("is found by where it stands, by its kind, and by what it is called there", async () => {
    const address = { town: "", postcode: "" };
    const place = await makePlace(db, { name: "SpaMedica Eye Hospital" }, { address });
    const { slug } = await makeService(db, { category: "eye-care", placeId: place.id });
    expect(await likely({ placeName: "SpaMedica", postcode: "CA2 7HY" })).toEqual([slug]);
  });

  it("is found by the code of its branch, and by a name that was merged into its provider’s", async () => {
    const provider = await makeProvider(db, { name: "Eden Primary Care" });
    await makeProvider(db, { name: "Lakes Doctors", mergedInto: provider.id, visibility: "merged" });
    const place = await makePlace(db, { name: "Warwick Road Surgery" }, { odsCode: "A82019" });
    const { slug } = await makeService(db, {
      category: "gp-practice",
      placeId: place.id,
      providerId: provider.id,
    });
    expect(await likely({ placeName: "Our branch A82019" })).toEqual([slug]);
    expect(await likely({ providerName: "Lakes Doctors", category: "gp-practice" })).toEqual([slug]);
  });

  it("says why, how far, and whether all that was said agrees", async () => {
    await spaMedica();
    const form = {
      placeName: "SpaMedica Carlisle",
      town: "Carlisle",
      category: "eye-care",
      providerName: "SpaMedica",
    };
    expect((await loadLikelyEntries(db, VISITOR, form)).entries).toMatchObject([
      {
        place: "SpaMedica Carlisle",
        town: "Carlisle",
        provider: "SpaMedica Ltd",
        reasons: ["same-name", "same-town", "same-provider", "same-kind"],
        isConfirmed: true,
      },
    ]);
    const other = await loadLikelyEntries(db, VISITOR, { ...form, providerName: "Optegra" });
    expect(other.entries).toMatchObject([{ isConfirmed: false }]);
  });

  it("is not shown while too little is said, nor of other care there, nor in another town", async () => {
    const { place } = await spaMedica();
    expect(await likely({})).toEqual([]);
    expect(await likely({ category: "eye-care" })).toEqual([]);
    expect(await likely({ placeId: place.id, category: "hearing" })).toEqual([]);
    expect(await likely({ town: "Workington", category: "eye-care", providerName: "SpaMedica" })).toEqual([]);
  });

  it.each([
    ["withheld", { visibility: "withheld" }],
    ["shown by area only", { visibility: "area-only" }],
    ["ended", { status: "ended" }],
  ] as const)("is told to nobody when it is %s", async (_, given) => {
    const { place } = await spaMedica(given);
    expect(await likely({ placeId: place.id, category: "eye-care" })).toEqual([]);
  });

  it("is not told where its name gives a hidden provider away", async () => {
    const provider = await makeProvider(db, { name: "Zebra Vision Ltd", visibility: "withheld" });
    const place = await makePlace(db, { name: "Zebra Vision Carlisle" });
    await makeService(db, { name: "Eye care at Zebra Vision", placeId: place.id, providerId: provider.id });
    expect(await likely({ placeName: "Zebra Vision", town: "Carlisle" })).toEqual([]);
  });

  it("is none where more are as likely than anybody would read through", async () => {
    const provider = await makeProvider(db, { name: "SpaMedica" });
    for (let number = 0; number < 7; number += 1)
      await makeService(db, { category: "eye-care", providerId: provider.id });
    expect(await likely({ category: "eye-care", providerName: "SpaMedica" })).toEqual([]);
  });
});

describe("a report that waits", () => {
  const said = { placeName: "Spa Medica", town: "Carlisle", category: "eye-care" };

  it("is shown to whoever is signed in, by kind and place only", async () => {
    const author = await campaigner();
    const note = "I work there";
    const { id } = await makeReport(db, { authorId: author.id, title: "A title" }, makeProposal({ note }));
    const { reports } = await loadLikelyEntries(db, await campaigner(), said);
    expect(reports).toEqual([
      {
        ownId: null,
        category: "eye-care",
        place: "SpaMedica Carlisle",
        town: "Carlisle",
        waitingSince: expect.any(Date),
        reasons: ["like-name", "same-town", "same-kind"],
      },
    ]);
    expect((await loadLikelyEntries(db, author, said)).reports).toMatchObject([{ ownId: id }]);
    expect((await loadLikelyEntries(db, VISITOR, said)).reports).toEqual([]);
  });

  it.each([
    ["decided", { state: "rejected" }, {}],
    ["a draft", { state: "draft", revision: 0, submittedAt: null }, {}],
    ["set aside", { setAsideAt: new Date() }, {}],
    ["of care that is shown by area only", {}, { category: "abortion" }],
  ] as const)("is not shown when it is %s", async (_, report, proposal) => {
    await makeReport(db, report, makeProposal(proposal));
    const form = { ...said, ...proposal };
    expect((await loadLikelyEntries(db, await campaigner(), form)).reports).toEqual([]);
  });

  it("is found by the area it serves where it comes to its patients", async () => {
    await makeArea(db, { kind: "icb" });
    await makeReport(db, {}, makeProposal({ category: "eye-care", town: "Leeds", postcode: "" }));
    expect((await loadLikelyEntries(db, await campaigner(), said)).reports).toEqual([]);
  });
});

it("reads places and their addresses by indexes, never all of them", async () => {
  const { place, provider } = await spaMedica();
  // Of tables as small as a test's, PostgreSQL would read all.
  await db.execute(sql`set local enable_seqscan = off`);
  const readThrough = async () => {
    const tables = sql`('places', 'place_addresses', 'place_identifiers', 'service_areas')`;
    const rows = await db.execute<{ scans: string }>(
      sql`select sum(seq_scan) as scans from pg_stat_xact_user_tables where relname in ${tables}`,
    );
    return Number(rows[0]?.scans);
  };
  const before = await readThrough();
  const found = await findTwinCandidates(db, {
    category: "eye-care",
    placeId: place.id,
    codes: ["A82019"],
    postcode: "CA2 7HY",
    town: "Carlisle",
    point: { lon: -2.9578, lat: 54.8965 },
    areaId: provider.id,
    providerId: provider.id,
  });
  expect(found).toHaveLength(1);
  expect((await readThrough()) - before).toBe(0);
});
