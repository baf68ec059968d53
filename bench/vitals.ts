import { loadavg } from "node:os";
import { type Browser, chromium, type Page } from "@playwright/test";
import { LAUNCH_DRAWING } from "../scripts/launch-options";
import { startEmptyNext, startProduct } from "./servers";

/** As Lighthouse has a phone: 360 × 640 at thrice the pixels, a processor four times slower, and a slow 4G line that is modelled here and not simulated afterwards. */
const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };
const SLOWED = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const PAGES = ["/", "/areas/constituency/carlisle", "/map"];
const ROUNDS = Number(process.argv[3] ?? 5);
/** How long after its last long task a page is at rest, and when one is given up that never is. */
const REST = { quiet: 3_000, most: 45_000 };
type Seen = { lcp: number; cls: number; tbt: number; what: string };

declare global {
  interface Window {
    vitals?: {
      lcp: number;
      what: string;
      cls: number;
      fcp: number;
      tasks: { start: number; took: number }[];
    };
  }
}

/**
 * Largest contentful paint, layout shift and total blocking time of a first visit with the processor slowed four times, as the browser's
 * own observers tell them; once on the machine's own line and once on a slow one. @see docs/performance.md for the aims
 */
export async function benchVitals(): Promise<void> {
  const product = process.env.BENCH_ORIGIN ? null : await startProduct();
  const origin = product?.origin ?? process.env.BENCH_ORIGIN ?? "";
  const peer = await startEmptyNext();
  const browser = await chromium.launch(LAUNCH_DRAWING);
  try {
    // A page is made when it is first asked for: that is measured by `first`.
    const pages = [
      { name: "an empty Next page", url: `${peer.origin}/` },
      ...PAGES.map((path) => ({ name: path, url: origin + path })),
    ];
    for (const { url } of pages) await (await fetch(url)).arrayBuffer();
    console.log(`load ${loadavg()[0]?.toFixed(1)}, processor slowed ${SLOWED} times, median of ${ROUNDS}`);
    console.log("| page | line | LCP ms | what it is | CLS | TBT ms |\n|---|---|---|---|---|---|");
    for (const isSlow of [false, true])
      for (const { name, url } of pages) {
        const seen: Seen[] = [];
        for (let round = 0; round < ROUNDS; round++) seen.push(await visit(browser, url, isSlow));
        const middle = (key: "lcp" | "cls" | "tbt") =>
          seen.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
        console.log(
          `| ${name} | ${isSlow ? "slow 4G" : "none"} | ${middle("lcp").toFixed(0)} | ${seen[0]?.what} ` +
            `| ${middle("cls").toFixed(3)} | ${middle("tbt").toFixed(0)} |`,
        );
      }
    console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`);
  } finally {
    await browser.close();
    await peer.stop();
    await product?.stop();
  }
}

async function visit(browser: Browser, url: string, isSlow: boolean): Promise<Seen> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  if (isSlow) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
  }
  // The program that runs this file keeps the names of functions by calling this; the page knows no such thing.
  await page.addInitScript("globalThis.__name = (made) => made");
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "load", timeout: 120_000 });
  await atRest(page);
  const seen = await page.evaluate(() => window.vitals);
  await context.close();
  if (!seen?.lcp) throw new Error(`${url} was not watched.`);
  // What goes beyond fifty milliseconds of each long task after the first paint.
  const tbt = seen.tasks
    .filter(({ start }) => start >= seen.fcp)
    .reduce((sum, { took }) => sum + Math.max(0, took - 50), 0);
  return { ...seen, tbt };
}

/** Until nothing has blocked for some seconds. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    (quiet) => {
      const last = window.vitals?.tasks.at(-1);
      return performance.now() - (last ? last.start + last.took : 0) > quiet;
    },
    REST.quiet,
    { timeout: REST.most, polling: 250 },
  );
}

function watch(): void {
  const vitals = { lcp: 0, what: "", cls: 0, fcp: 0, tasks: [] as { start: number; took: number }[] };
  window.vitals = vitals;
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on("largest-contentful-paint", (entry) => {
    const { element } = entry as PerformanceEntry & { element: Element | null };
    vitals.lcp = entry.startTime;
    vitals.what = element ? `${element.localName}${element.id ? `#${element.id}` : ""}` : "";
  });
  on("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) vitals.cls += value;
  });
  on("paint", (entry) => {
    if (entry.name === "first-contentful-paint") vitals.fcp = entry.startTime;
  });
  on("longtask", (entry) => vitals.tasks.push({ start: entry.startTime, took: entry.duration }));
}
