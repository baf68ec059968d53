import { randomUUID } from "node:crypto";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import sitemap from "@/app/sitemap";
import { insertErasedMarks, insertErasedRecords } from "@/db/queries/erasing-records";
import { findPublicationNumber } from "@/db/queries/publications";
import { testDb } from "@/db/testing";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import type { DirectChange } from "@/domain/reports/change-proposals";
import { notePublication } from "@/server/http/publication";
import { findMovedPage } from "@/server/pages/find-moved-page";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { loadProviderPage } from "@/server/pages/load-provider-page";
import { loadServicePage } from "@/server/pages/load-service-page";
import { erasedMark, erasedText } from "@/server/records/erased-marks";
import { mergeRecords } from "@/server/records/merge-records";
import { splitRecord } from "@/server/records/split-record";
import type { World } from "@/server/records/testing-world";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { beginChanges, correctionOf } from "@/server/reports/changes/testing-change";
import { loadNames } from "@/server/search/load-names";
import { GET as areaList } from "./lists/areas/[kind]/[slug]/route";
import { GET as providerList } from "./lists/providers/[slug]/route";
import { GET as around } from "./map/around.svg/route";
import { GET as mapFile } from "./map/data/[hash]/[part]/route";
import { GET as mapPointer } from "./map/data/route";
import { GET as pins } from "./map/services.geojson/route";
import { GET as areaPicture } from "./share/areas/[kind]/[slug]/route";
import { GET as providerPicture } from "./share/providers/[slug]/route";
import { GET as servicePicture } from "./share/services/[slug]/route";

/**
 * What is merged, split or goes back to what it said is so on the pages, the map's files, the search, the sitemap, the API and the pictures
 * of shared links with the next request: asked of all of them after each, with nothing between. A picture is its words here.
 */
const held = vi.hoisted(() => ({ db: undefined as unknown }));
vi.mock("@/db/client", async (original) => ({ ...(await original<object>()), getDb: () => held.db }));
vi.mock(
  "next-intl/server",
  async () => (await import("@/app/i18n/testing-translations")).translationsInEnglish,
);
vi.mock("next/og", () => ({
  ImageResponse: class {
    constructor(private readonly card: ReactElement) {}
    async arrayBuffer() {
      return new TextEncoder().encode(renderToStaticMarkup(this.card));
    }
  },
}));

const db = testDb();
held.db = db;
const reason = "The register says so on its first page.";
type Begun = Awaited<ReturnType<typeof beginChanges>>;
let begun: Begun;
let published = 0;

beforeEach(async () => {
  begun = await beginChanges(db);
  const { other } = begun;
  // Of one kind of care, so that they can be found to be one.
  await begun.save(correctionOf("service", other.service, "category", "eye-care"));
  published = 0;
  await heard();
});

/** As every server hears it when the change is committed. */
async function heard(): Promise<void> {
  const number = await findPublicationNumber(db);
  expect(number).toBeGreaterThan(published);
  published = number;
  notePublication(number);
}

const asked = (query = "") => new Request(`https://map.example.org/${query}`);
const params = <P>(of: P) => ({ params: Promise.resolve(of) });
/** What it answers; its status alone where it has nothing. */
const bodyOf = async (response: Response) => (response.ok ? response.text() : String(response.status));

/** The files of the map in force, each row of which is told once, in no order. */
async function onTheMap(): Promise<{ hash: string; rows: string }> {
  const { hash, base }: { hash: string; base: string } = await (await mapPointer()).json();
  const rows: string[] = [];
  for (const file of new Set([base, hash]))
    for (let page = 0; ; page += 1) {
      const answer = await mapFile(asked(), params({ hash: file, part: `details-${page}` }));
      if (!answer.ok) break;
      rows.push(...((await answer.json()) as unknown[]).map((row) => JSON.stringify(row)));
    }
  return { hash, rows: rows.sort().join("\n") };
}

/** The pages of the entries and of their area, without what is told of their past. */
const pagesOf = ({ area, slugs }: World) =>
  Promise.all([
    ...slugs.services.map((slug) => loadServicePage(slug)),
    ...slugs.places.map((slug) => loadPlacePage(slug, DEFAULT_DEFINITION)),
    ...slugs.providers.map((slug) => loadProviderPage(slug, DEFAULT_DEFINITION)),
    loadAreaPage(area.kind, area.slug, DEFAULT_DEFINITION),
  ]);
const toText = (pages: unknown) =>
  JSON.stringify(pages, (key, value: unknown) => {
    if (value instanceof Map) return [...value].sort(([one], [other]) => (one < other ? -1 : 1));
    return key === "changes" ? undefined : value;
  });

/** All that a reader, a search engine and another program are given, by the way it reaches them. */
async function reach() {
  const { world } = begun;
  const { area, slugs } = world;
  const searches = ["lenses", "scans", "zebra", "yak", "okapi", "gnu house"];
  return {
    pages: toText(await pagesOf(world)),
    map: (await onTheMap()).rows,
    pins: await bodyOf(await pins(asked())),
    search: JSON.stringify(await Promise.all(searches.map(async (q) => (await loadNames(q, db))?.names))),
    sitemap: JSON.stringify((await sitemap()).map(({ url }) => url).sort()),
    lists: (
      await Promise.all([
        ...slugs.providers.map((slug) => providerList(asked(), params({ slug }))),
        areaList(asked(), params(area)),
      ]).then((all) => Promise.all(all.map(bodyOf)))
    ).join("\n"),
    pictures: (
      await Promise.all([
        ...slugs.services.map((slug) => servicePicture(asked(), params({ slug }))),
        ...slugs.providers.map((slug) => providerPicture(asked(), params({ slug }))),
        areaPicture(asked(), params(area)),
      ]).then((all) => Promise.all(all.map(bodyOf)))
    ).join("\n"),
  };
}
type Reach = Awaited<ReturnType<typeof reach>>;

/** The ways by which it reaches somebody. */
const waysOf = (read: Reach, word: string) =>
  Object.entries(read).flatMap(([way, text]) => (text.includes(word) ? [way] : []));

const MERGED = {
  service: {
    merge: ({ world, other }: Begun): DirectChange => {
      return { kind: "same-as", v: 1, serviceId: other.service, otherId: world.ids.service, note: "" };
    },
    word: "scans-in-the-north",
    leadsTo: "/services/lenses-in-the-north",
    reaches: ["pages", "map", "pins", "search", "sitemap", "lists", "pictures"],
  },
  place: {
    merge: ({ world, other }: Begun): DirectChange => {
      const { place: otherId } = world.ids;
      return { kind: "merge", v: 1, recordType: "place", recordId: other.place, otherId };
    },
    word: "Yak House",
    leadsTo: "/places/zebra-clinic",
    reaches: ["pages", "map", "pins", "search", "lists"],
  },
  provider: {
    merge: ({ world, other }: Begun): DirectChange => {
      const { provider: otherId } = world.ids;
      return { kind: "merge", v: 1, recordType: "provider", recordId: other.provider, otherId };
    },
    word: "Yak Care",
    leadsTo: "/providers/okapi-ltd",
    reaches: ["pages", "map", "pins", "search", "lists", "pictures"],
  },
} as const;

describe.each(["service", "place", "provider"] as const)("a %s that is found to be another", (type) => {
  const { merge, word, leadsTo, reaches } = MERGED[type];
  const slugNow = () => begun.world.slugs[`${type}s`][1] ?? "";

  test("is so everywhere at once, and stands by itself everywhere once that is taken back", async () => {
    const before = await reach();
    const { hash } = await onTheMap();
    expect(waysOf(before, word)).toEqual(reaches);
    expect(before.sitemap).toContain(slugNow());
    const merged = await begun.saveCiting(merge(begun));
    await heard();
    const meanwhile = await reach();
    expect(waysOf(meanwhile, word)).toEqual([]);
    expect(meanwhile.sitemap).not.toContain(slugNow());
    expect(await findMovedPage(type, slugNow())).toBe(leadsTo);
    expect((await mapFile(asked(), params({ hash, part: "pins" }))).status).toBe(410);
    await begun.undo(merged);
    await heard();
    expect(await reach()).toEqual(before);
    expect(await findMovedPage(type, slugNow())).toBeUndefined();
  });
});

test("what was erased for good is gone by every address that asks for it by name", async () => {
  const erased = { recordId: randomUUID(), recordType: "provider", erasedAt: new Date() } as const;
  await insertErasedRecords(db, [{ ...erased, erasedBy: begun.actor.id, erasedWith: null }]);
  const slug = "dr-wilhelmina-quokka";
  const types = ["service", "place", "provider"] as const;
  await insertErasedMarks(
    db,
    types.map((type) => ({
      mark: erasedMark(erasedText.address(type, slug)),
      recordId: erased.recordId,
    })),
  );
  const answers: [what: string, ask: (name: string) => Promise<Response>][] = [
    ["pins", (name) => pins(asked(`?provider=${name}`))],
    ["list", (name) => providerList(asked(), params({ slug: name }))],
    ["its map", (name) => around(asked(`?provider=${name}`))],
    ["a service's", (name) => around(asked(`?service=${name}`))],
    ["a place's", (name) => around(asked(`?place=${name}`))],
  ];
  for (const [what, ask] of answers) {
    expect((await ask(slug)).status, what).toBe(410);
    expect((await ask("nobody")).status, what).toBe(404);
  }
  // An area is never erased.
  expect((await pins(asked(`?area=constituency/${slug}`))).status).toBe(404);
});

test("a merge of the data we ship is split everywhere at once", async () => {
  const { actor, world, other } = begun;
  const before = await reach();
  await mergeRecords(db, actor, "provider", [{ twin: other.provider, into: world.ids.provider }], reason);
  await begun.save(correctionOf("service", other.service, "started-on", "2020"));
  await heard();
  expect(waysOf(await reach(), "Yak Care")).toEqual([]);
  await splitRecord(db, actor, { type: "provider", ref: other.provider, reason });
  await heard();
  const after = await reach();
  expect(waysOf(after, "Yak Care")).toEqual(waysOf(before, "Yak Care"));
});

test.each(["place", "provider"] as const)(
  "a %s that goes back to what it said does so everywhere",
  async (type) => {
    const before = await reach();
    const id = begun.world.ids[type];
    const since = new Date();
    await begun.save(correctionOf(type, id, "name", "Gnu House"));
    await heard();
    const meanwhile = await reach();
    expect(waysOf(meanwhile, "Gnu House")).toEqual(MERGED[type].reaches);
    await revertRecord(db, begun.actor, { type, id, to: since, version: 2, reason });
    await heard();
    const after = await reach();
    // Its page still says what a source said, as something that was replaced.
    expect(waysOf(after, "Gnu House")).toEqual(["pages"]);
    expect({ ...after, pages: "" }).toEqual({ ...before, pages: "" });
    const { slugs } = begun.world;
    const [slug = ""] = slugs[`${type}s`];
    const pageNow =
      type === "place"
        ? (await loadPlacePage(slug, DEFAULT_DEFINITION))?.place
        : (await loadProviderPage(slug, DEFAULT_DEFINITION))?.provider;
    expect(pageNow?.name).toBe(type === "place" ? "Zebra Clinic" : "Okapi Ltd");
  },
);
