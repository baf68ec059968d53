import { eq } from "drizzle-orm";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { restoreRecord } from "@/server/records/restore-record";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { GET as areaPicture } from "./areas/[kind]/[slug]/route";
import { GET as providerPicture } from "./providers/[slug]/route";
import { GET as servicePicture } from "./services/[slug]/route";

/** A shared link's picture says what its page says, from the next request on: asked of the handlers themselves, which really draw. */
const held = vi.hoisted(() => ({ db: undefined as unknown, drawn: [] as unknown[] }));
vi.mock("@/db/client", async (original) => ({ ...(await original<object>()), getDb: () => held.db }));
vi.mock(
  "next-intl/server",
  async () => (await import("@/app/i18n/testing-translations")).translationsInEnglish,
);
vi.mock("next/og", async (original) => {
  const { ImageResponse } = await original<typeof import("next/og")>();
  class Noting extends ImageResponse {
    constructor(...given: ConstructorParameters<typeof ImageResponse>) {
      held.drawn.push(given[0]);
      super(...given);
    }
  }
  return { ImageResponse: Noting };
});

const db = testDb();
held.db = db;
const reason = "The provider says that this is untrue";
let world: World;
let actor: CampaignerActor;
beforeEach(async () => {
  world = await makeWorld(db);
  const { id } = await makeCampaigner(db, { role: "moderator" });
  actor = { kind: "campaigner", id, role: "moderator" };
});

const slugOf = (slugs: readonly string[]) => slugs[0] ?? "";
/** The three pictures that tell of the service: asked with what a reader's browser has kept of them, if anything. */
const pictures = () => {
  const ask = (kept?: string) =>
    new Request("https://map.example.org/", kept ? { headers: { "if-none-match": kept } } : {});
  const { kind, slug } = world.area;
  return {
    service: (kept?: string) =>
      servicePicture(ask(kept), { params: Promise.resolve({ slug: slugOf(world.slugs.services) }) }),
    provider: (kept?: string) =>
      providerPicture(ask(kept), { params: Promise.resolve({ slug: slugOf(world.slugs.providers) }) }),
    area: (kept?: string) => areaPicture(ask(kept), { params: Promise.resolve({ kind, slug }) }),
  };
};
const etagOf = (response: Response) => response.headers.get("etag") ?? "";
/** What stands on the picture that was drawn last. */
const lastDrawn = () => renderToStaticMarkup(held.drawn.at(-1) as ReactElement).replace(/<[^>]+>/g, " ");

test.each([
  ["withheld", () => withholdRecord(db, actor, { type: "service", ref: world.ids.service, reason })],
  [
    "erased",
    () => db.update(services).set({ visibility: "erased" }).where(eq(services.id, world.ids.service)),
  ],
] as const)("a service that is %s is on no picture from the next request on", async (_, takeOff) => {
  const { service, provider, area } = pictures();
  const before = await service();
  expect([before.status, before.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect((await before.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  expect((await service(etagOf(before))).status).toBe(304);
  const ofProvider = await provider();
  const numbers = lastDrawn();
  const ofArea = await area();
  const inArea = lastDrawn();
  const name = (await db.select().from(services).where(eq(services.id, world.ids.service)))[0]?.name ?? "";
  await takeOff();
  const since = performance.now();
  const after = await service(etagOf(before));
  expect(performance.now() - since).toBeLessThan(1000);
  expect(after.status).toBe(404);
  expect(await after.text()).not.toContain(name);
  // Drawn anew, with one fewer: the copy that a browser has is not said to be right.
  for (const [again, kept, said] of [
    [provider, ofProvider, numbers],
    [area, ofArea, inArea],
  ] as const) {
    const response = await again(etagOf(kept));
    expect(response.status).toBe(200);
    expect(etagOf(response)).not.toBe(etagOf(kept));
    expect(lastDrawn()).not.toBe(said);
    expect(lastDrawn()).not.toContain(name);
  }
});

test("a provider that is withheld has no picture and is named on none; shown again it is as before", async () => {
  const { service, provider } = pictures();
  const [before, ofProvider] = [await service(), await provider()];
  expect(held.drawn.map((card) => renderToStaticMarkup(card as ReactElement)).join()).toContain("Okapi Ltd");
  const asked = { type: "provider", ref: world.ids.provider, reason };
  await withholdRecord(db, actor, asked);
  expect((await provider(etagOf(ofProvider))).status).toBe(404);
  const without = await service(etagOf(before));
  expect(without.status).toBe(200);
  expect(lastDrawn()).not.toContain("Okapi");
  await restoreRecord(db, actor, asked);
  expect((await provider(etagOf(ofProvider))).status).toBe(304);
  expect((await service(etagOf(before))).status).toBe(304);
});
