import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { serverOf, startProduct } from "./servers";

/** Megabytes that the server may take (docs/performance.md); 530 with the settings for a host of 1 GB. */
const LIMIT_MB = Number(process.env.MEMORY_LIMIT_MB ?? 600);
/** How many different addresses are asked for: `npm run bench -- memory 70000`. */
const ADDRESSES = Number(process.argv[3] ?? 70_000);
const AT_ONCE = 8;
const EVERY_MS = 250;

/**
 * What the server takes of the machine's memory: at rest, and at the most while many different addresses are asked for,
 * as a robot does. The peer is the limit that docs/operations.md promises.
 */
export async function benchMemory(): Promise<void> {
  const product = await startProduct({ TRUST_PROXY: "yes" });
  try {
    const pages = await pagesOf(product.origin);
    const pid = serverOf(product.pid);
    const rest = await settled(pid);
    let most = rest;
    let done = false;
    const watch = (async () => {
      while (!done) {
        most = Math.max(most, megabytesOf(pid));
        await wait(EVERY_MS);
      }
    })();
    const { statuses, asked } = await askAll(product.origin, pages);
    done = true;
    await watch;
    print(`at rest, nothing asked yet`, rest);
    print(`at the most, ${asked.toLocaleString("en-GB")} different addresses`, most);
    print(`a minute later at the most`, await settled(pid));
    const counted = [...statuses].map(([status, count]) => `${count.toLocaleString("en-GB")} × ${status}`);
    console.log(`answers: ${counted.join(", ")}`);
  } finally {
    await product.stop();
  }
}

function print(what: string, megabytes: number): void {
  const ratio = (megabytes / LIMIT_MB).toFixed(2);
  console.log(`${what.padEnd(50)} ${megabytes.toFixed(0).padStart(6)} MB   ${ratio} of ${LIMIT_MB} MB`);
}

/** Every public page that the sitemap names, in English and in Welsh. */
async function pagesOf(origin: string): Promise<string[]> {
  const map = await (await fetch(`${origin}/sitemap.xml`)).text();
  const named = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  if (named.length === 0) throw new Error("the sitemap names no page");
  return [...new Set(named)];
}

/** Addresses of all kinds in turn: pages under their languages and definitions, none, look-ups, names, searches. */
function addressOf(pages: readonly string[], index: number): string {
  const page = pages[Math.floor(index / 8) % pages.length] ?? "/";
  const round = Math.floor(index / 8 / pages.length);
  const kinds = [
    page,
    `/counting/companies-by-type${page}`,
    `/cy${page === "/" ? "" : page}`,
    `/counting/charity_university${page}`,
    `/no-such-page-${index}`,
    `/api/v1/names?q=${encodeURIComponent(page.slice(-5, -1))}${index}`,
    `/api/v1/postcodes/CA${index % 28}+${index % 10}AA`,
    `/search?q=surgery+${index}`,
  ];
  const address = kinds[index % kinds.length] ?? page;
  return round === 0 ? address : `${address}${address.includes("?") ? "&" : "?"}round=${round}`;
}

/** All addresses, or as many as there were until Ctrl-C (SIGINT): what was seen by then is printed. */
async function askAll(
  origin: string,
  pages: readonly string[],
): Promise<{ statuses: Map<number | "closed", number>; asked: number }> {
  const statuses = new Map<number | "closed", number>();
  let next = 0;
  let enough = false;
  process.once("SIGINT", () => {
    enough = true;
  });
  const ask = async () => {
    while (next < ADDRESSES && !enough) {
      const path = addressOf(pages, next++);
      // Browsers take pages compressed, and two encodings are kept of each.
      const headers = { "accept-encoding": next % 2 === 0 ? "br" : "gzip", accept: "text/html" };
      // Each from a network of its own, so that nobody is told to wait.
      const from = `10.${(next >> 16) & 255}.${(next >> 8) & 255}.${next & 255}`;
      const status = await statusOf(`${origin}${path}`, { ...headers, "x-forwarded-for": from });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return { statuses, asked: next };
}

/** A connection that the server closes just as it is used again counts as "closed". */
async function statusOf(url: string, headers: Record<string, string>): Promise<number | "closed"> {
  try {
    const answer = await fetch(url, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return "closed";
  }
}

function megabytesOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it has just ended
  }
}

/** Once nothing more is given back: the most in a minute, or less where it stays the same for five seconds. */
async function settled(pid: number): Promise<number> {
  let last = megabytesOf(pid);
  for (let second = 0, same = 0; second < 60 && same < 5; second++) {
    await wait(1000);
    const now = megabytesOf(pid);
    same = Math.abs(now - last) < 1 ? same + 1 : 0;
    last = now;
  }
  return last;
}
