import type { Page } from "@playwright/test";
import { encodeFacts } from "../domain/map/map-facts";
import { MAP_DATA, mapFile } from "../domain/map/map-files";
import type { MapRow } from "../domain/map/map-row";
import { encodePins } from "../domain/map/pin-file";
import { detailsOf } from "../server/pages/map-file-answer";
import { expect } from "./test";

/** For journeys on the map: made-up pins, the parts of the map, and its colours as they are on the screen. */
export const infirmary: [number, number] = [-2.9578, 54.8965];
export const fusehill: [number, number] = [-2.9266, 54.8886];
export const skegness: [number, number] = [0.34, 53.14];

const ROWS: readonly MapRow[] = [
  row(infirmary, {
    slug: "scans",
    name: "PET-CT scans",
    place: { slug: "infirmary", name: "Cumberland Infirmary", nameCy: null, town: "Carlisle" },
    provider: { slug: "alliance-medical", name: "Alliance Medical" },
    startedOn: "2019-05",
    publisher: "Gnu Gazette",
    lastConfirmedOn: "2026-03-01",
  }),
  row(fusehill, { slug: "practice", name: "Fusehill Medical Practice", category: "gp-practice" }),
  row(fusehill, { slug: "physio", name: "Fusehill Physiotherapy", status: "ended" }),
  row(skegness, { slug: "centre", name: "Skegness centre", status: "planned", approximate: true }),
];

function row([lon, lat]: [number, number], more: Partial<MapRow>): MapRow {
  return {
    id: more.slug ?? "",
    slug: "slug",
    name: "Name",
    category: "diagnostics-and-scans",
    status: "operating",
    mayHaveEnded: false,
    disputed: false,
    kind: "company",
    lon,
    lat,
    approximate: false,
    place: { slug: "fusehill-street", name: "Fusehill Street", nameCy: null, town: "" },
    provider: null,
    isProviderHidden: false,
    groups: [],
    payer: null,
    areas: [],
    publisher: null,
    isWorkedOut: false,
    startedOn: null,
    lastConfirmedOn: null,
    ...more,
  };
}

/** How long a page gives its map before it says that there is none. */
export const DRAWN = { timeout: 60_000 };

export const frame = (page: Page) => page.locator(".service-map-frame");
export const canvas = (page: Page) => frame(page).locator("canvas");
export const card = (page: Page) => page.locator(".service-map-card");

/** The map's files, made of our rows as the server makes its own. */
export async function useOurPins(page: Page): Promise<void> {
  const hash = "a".repeat(22);
  const { file, order } = encodePins(ROWS);
  const rows = order.flatMap((index) => ROWS[index] ?? []);
  const details = rows.map((one) => detailsOf(one, () => "Privately run, name not known"));
  await page.route(`**${MAP_DATA}`, (route) => route.fulfill({ json: { hash, base: hash } }));
  await page.route(`**${mapFile(hash, "pins")}`, (route) => route.fulfill({ body: Buffer.from(file) }));
  await page.route(`**${mapFile(hash, "facts")}`, (route) =>
    route.fulfill({ body: Buffer.from(encodeFacts(rows)) }),
  );
  await page.route(`**${mapFile(hash, "details-0")}`, (route) => route.fulfill({ json: details }));
  await page.route(`**${MAP_DATA}/${hash}/row?*`, (route) => {
    const asked = new URL(route.request().url()).searchParams.get("q");
    return route.fulfill({ json: rows.findIndex(({ slug }) => slug === asked) });
  });
}

export async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await frame(page).scrollIntoViewIfNeeded();
  await expect(frame(page)).toHaveAttribute("data-phase", "ready", DRAWN);
}

/** The address of a map that has a point in its very middle, as it was written until 2026: such links still lead there. */
export const centredOn = ([lon, lat]: [number, number], zoom: number) => `/#map=${zoom}/${lat}/${lon}`;

/** A mark can be chosen once it is on the screen; a map without a graphics card draws it a moment after it is ready. */
export async function seeMark(page: Page): Promise<void> {
  await expect.poll(async () => (await coloursOf(page)).get(PIN) ?? 0, DRAWN).toBeGreaterThan(0);
}

export async function clickMiddle(page: Page): Promise<void> {
  await seeMark(page);
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("The map has no canvas.");
  await canvas(page).click({ position: { x: box.width / 2, y: box.height / 2 } });
}

export const zoomInAddress = (page: Page) => Number(/[?&]at=([\d.]+)\//.exec(page.url())?.[1]);

/** Everything on a page that should not happen: errors, blocked sources, requests to other origins. */
export function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const own = url.host === new URL(page.url()).host || page.url() === "about:blank";
    if (!own && url.protocol.startsWith("http")) seen.push(`foreign: ${url.href}`);
  });
  return seen;
}

/** How much of the map has a colour ("r,g,b"), as it is on the screen. */
export async function coloursOf(page: Page): Promise<Map<string, number>> {
  const picture = (await frame(page).screenshot()).toString("base64");
  const counts = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const paper = new OffscreenCanvas(image.width, image.height);
    const context = paper.getContext("2d");
    if (!context) return [];
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const key = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      seen[key] = (seen[key] ?? 0) + 1;
    }
    return Object.entries(seen);
  }, picture);
  return new Map(counts);
}

export const LAND = "248,244,234";
export const SEA = "217,227,227";
export const PIN = "138,28,22";
