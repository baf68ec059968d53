import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { encodeFacts } from "@/domain/map/map-facts";
import { encodePins } from "@/domain/map/pin-file";
import { LAUNCH_DRAWING } from "../scripts/launch-options";
import { heapOf } from "./map/heap";
import { madeRows } from "./map/made-rows";
import { missedAims } from "./map/missed-aims";

/** `npm run bench -- map 3 250000`: three rounds, of so many pins alone. */
const ROUNDS = Number(process.argv[3] ?? 3);
const COUNTS = process.argv[4] === undefined ? [2_495, 20_000, 100_000] : [Number(process.argv[4])];
/** The same map without pins is what frames are measured against. */
const TARGETS = [
  { name: "the same map without pins", page: "product", query: "?none", data: [] },
  { name: "the product", page: "product", query: "", data: ["pins", "facts"] },
  { name: "the product without its worker", page: "product", query: "?page", data: ["pins", "facts"] },
  { name: "MapLibre, clustered GeoJSON", page: "maplibre", query: "", data: ["geojson"] },
  { name: "Leaflet.markercluster", page: "leaflet", query: "", data: ["geojson"] },
] as const;
type Files = Record<"pins" | "facts" | "geojson", Uint8Array>;
type Seen = { drawn: number; gap: number; memory: number; took: number; held: number };

/**
 * The map's pins beside two libraries that cluster, in one run of one browser: bytes, time to pins, frames and memory. Ends with an error, and a line for each,
 * where a ratio misses its aim.
 */
export async function benchMap(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nhs-map-bench-"));
  const browser = await chromium.launch(LAUNCH_DRAWING);
  try {
    await bundle(folder);
    const missed: string[] = [];
    for (const count of COUNTS) missed.push(...(await compare(browser, folder, count)));
    for (const aim of missed) console.error(`Aim missed: ${aim}.`);
    if (missed.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

async function compare(browser: Browser, folder: string, count: number): Promise<string[]> {
  const files = filesOf(count);
  const site = await serve(folder, files);
  const seen = new Map<string, Seen[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, page, query } of TARGETS)
      seen.set(name, [...(seen.get(name) ?? []), await look(browser, `${site.origin}/${page}.html${query}`)]);
  site.server.close();
  const middle = (name: string, what: keyof Seen) =>
    (seen.get(name) ?? []).map((one) => one[what]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const peer = TARGETS[3].name;
  const size = (name: keyof Files) => brotliCompressSync(files[name]).length;
  // Once: it takes seconds at a hundred thousand.
  const sizes = { pins: size("pins"), facts: size("facts"), geojson: size("geojson") };
  const bytes = (data: readonly (keyof Files)[]) => data.reduce((sum, name) => sum + sizes[name], 0);
  console.log(`\n${count.toLocaleString("en-GB")} pins (brotli; median of ${ROUNDS}; ratios are to ${peer})`);
  console.log(
    "| what | bytes | ratio | pins drawn, ms | ratio | p95 frame, ms | to no pins | memory, MB | ratio | a filter, ms | of them held |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|---|");
  for (const { name, page, data } of TARGETS) {
    const ratio = (of: number, to: number) => (of / to).toFixed(2);
    const [drawn, gap, memory, took, held] = (["drawn", "gap", "memory", "took", "held"] as const).map(
      (what) => middle(name, what),
    );
    console.log(
      `| ${name} | ${bytes(data).toLocaleString("en-GB")} | ${ratio(bytes(data), bytes(TARGETS[3].data))} ` +
        `| ${drawn?.toFixed(0)} | ${ratio(drawn ?? 0, middle(peer, "drawn"))} ` +
        `| ${gap?.toFixed(0)} | ${ratio(gap ?? 0, middle(TARGETS[0].name, "gap"))} ` +
        `| ${memory?.toFixed(1)} | ${ratio(memory ?? 0, middle(peer, "memory"))} ` +
        (page === "product" ? `| ${took?.toFixed(0)} | ${held?.toFixed(0)} |` : "| – | – |"),
    );
  }
  const measured = ({ name, data }: (typeof TARGETS)[number]) => ({
    bytes: bytes(data),
    drawn: middle(name, "drawn"),
    gap: middle(name, "gap"),
    memory: middle(name, "memory"),
  });
  const [empty, product, , maplibre, leaflet] = TARGETS;
  return missedAims(count, sizes.pins, {
    empty: measured(empty),
    product: measured(product),
    maplibre: measured(maplibre),
    leaflet: measured(leaflet),
  });
}

/** Opens a page anew, waits for its pins, drags and zooms as a hand does, and asks what it takes. */
async function look(browser: Browser, url: string): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
  page.on("pageerror", (error) => console.error(`${url}: ${error.message}`));
  await page.goto(url);
  await page.waitForFunction(() => window.drawnAfter !== undefined, undefined, { timeout: 120_000 });
  const drawn = await page.evaluate(() => window.drawnAfter ?? 0);
  const isOurs = url.includes("/product.html");
  if (isOurs)
    await page.waitForFunction(() => window.filtered !== undefined, undefined, { timeout: 120_000 });
  const { took, held } = await page.evaluate(() => window.filtered ?? { took: 0, held: 0 });
  const gap = await frames(page);
  const memory = await heapOf(page);
  await page.close();
  return { drawn, gap, memory, took, held };
}

/** Drags and zooms. @returns the 95th of a hundred gaps between frames, in milliseconds. */
async function frames(page: Page): Promise<number> {
  for (let turn = 0; turn < 4; turn++) {
    const [from, to] = turn % 2 === 0 ? [300, 700] : [700, 300];
    await page.mouse.move(from, 320);
    await page.mouse.down();
    await page.mouse.move(to, 350, { steps: 25 });
    await page.mouse.up();
    await page.mouse.wheel(0, turn % 2 === 0 ? -240 : 240);
  }
  const gaps = await page.evaluate(() => window.gaps ?? []);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.95)] ?? 0;
}

function filesOf(count: number): Files {
  const made = madeRows(count);
  const { file, order } = encodePins(made);
  const rows = order.flatMap((index) => made[index] ?? []);
  const features = rows.map(({ lon, lat, category, kind, status, approximate }, id) => ({
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [Number(lon.toFixed(4)), Number(lat.toFixed(4))] },
    properties: { category, kind, status, approximate },
  }));
  const geojson = Buffer.from(JSON.stringify({ type: "FeatureCollection", features }));
  return { pins: file, facts: encodeFacts(rows), geojson };
}

async function bundle(folder: string): Promise<void> {
  await build({
    entryPoints: {
      ...Object.fromEntries(
        ["product", "maplibre", "leaflet"].map((name) => [`page-${name}`, `bench/map/page-${name}.ts`]),
      ),
      "table-worker": "components/map/live/table-worker.ts",
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    external: ["/fonts/*"],
    loader: { ".woff2": "file", ".png": "file" },
    logLevel: "error",
  });
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  mjs: "text/javascript",
  ts: "text/javascript",
  css: "text/css",
};

/** Serves the pages, the files of pins and the product's ground. */
async function serve(folder: string, files: Files): Promise<{ origin: string; server: Server }> {
  const worker = createRequire(import.meta.url).resolve("maplibre-gl/dist/maplibre-gl-worker.mjs");
  const read = (path: string): Uint8Array | string => {
    if (path === "/api/v1/map/data") return JSON.stringify({ hash: "h", base: "h" });
    if (path === "/api/v1/map/config") return JSON.stringify({ mapboxToken: null, mapboxStyle: null });
    if (path === "/api/v1/map/data/h/pins") return files.pins;
    if (path === "/api/v1/map/data/h/facts") return files.facts;
    if (path === "/pins.geojson") return files.geojson;
    if (path.endsWith("maplibre-gl-worker.mjs") || path === "/maplibre-worker.mjs")
      return readFileSync(worker);
    if (path.endsWith(".html"))
      return `<!doctype html><link rel="stylesheet" href="/page-${path.slice(1, -5)}.css"><div id="map" style="position:absolute;inset:0"></div><script type="module" src="/page-${path.slice(1, -5)}.js"></script>`;
    // As the bundler of the product names it for the browser, esbuild leaves the source's name.
    if (path === "/table-worker.ts") return readFileSync(join(folder, "table-worker.js"));
    if (path.startsWith("/map/") || path.startsWith("/fonts/")) return readFileSync(join("public", path));
    return path.startsWith("/ground/") ? "" : readFileSync(join(folder, path));
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    try {
      const body = read(path);
      response.setHeader("Content-Type", TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream");
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The bench has no port.");
  return { origin: `http://127.0.0.1:${address.port}`, server };
}
