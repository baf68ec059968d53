import { readFileSync } from "node:fs";
import { embeddedUrls } from "@/db/embedded-record";
import { serverOf, startEmptyNext, startProduct } from "./servers";

/** How many different places each is asked for: `npm run bench -- first 600`. */
const PAGES = Number(process.argv[3] ?? 600);
const AT_ONCE = 10;

type Asked = { name: string; origin: string; pid: number; paths: readonly string[]; rsc?: boolean };

/**
 * Place pages that nobody has asked for before, each once, beside an empty page of the same framework that asks the same
 * database for one row. Processor time is the server's own and moves less than the rate where other work shares the machine.
 */
export async function benchFirst(): Promise<void> {
  const product = await startProduct({ TRUST_PROXY: "yes", DATABASE_DEADLINE_MS: "60000" });
  try {
    const url = process.env.DATABASE_URL ?? embeddedUrls()?.url;
    if (url === undefined) throw new Error("the product's database is not known");
    const peer = await startEmptyNext({ DATABASE_URL: url });
    try {
      const places = await placesOf(product.origin);
      const part = (from: number) => places.slice(from * PAGES, (from + 1) * PAGES);
      const own = { origin: product.origin, pid: serverOf(product.pid) };
      const rows = part(0).map((path) => path.replace("/places/", "/row/"));
      // What is compiled at first use is compiled before anything is counted.
      await ask({ name: "", ...own, paths: places.slice(-60) });
      await ask({ name: "", origin: peer.origin, pid: peer.pid, paths: rows.slice(0, 60) });
      console.log("| what | pages/s | ratio | p50 ms | p99 ms | processor ms | ratio | bytes of body |");
      console.log("|---|---|---|---|---|---|---|---|");
      const empty = await ask({
        name: "an empty Next page with one query",
        origin: peer.origin,
        pid: peer.pid,
        paths: rows,
      });
      print(empty, empty);
      print(await ask({ name: "a place, as a page", ...own, paths: part(0) }), empty);
      print(await ask({ name: "a place, with RSC: 1", ...own, paths: part(1), rsc: true }), empty);
    } finally {
      await peer.stop();
    }
  } finally {
    await product.stop();
  }
}

type Told = { name: string; rate: number; p50: number; p99: number; cost: number; body: number };

function print({ name, rate, p50, p99, cost, body }: Told, peer: Told): void {
  const numbers = [rate.toFixed(0), (rate / peer.rate).toFixed(2), p50.toFixed(0), p99.toFixed(0)];
  console.log(
    `| ${[name, ...numbers, cost.toFixed(1), (peer.cost / cost).toFixed(2), body.toFixed(0)].join(" | ")} |`,
  );
}

async function ask({ name, origin, pid, paths, rsc = false }: Asked): Promise<Told> {
  const times: number[] = [];
  let [next, bytes] = [0, 0];
  const [began, before] = [performance.now(), processorMs(pid)];
  const one = async () => {
    while (next < paths.length) {
      const at = next++;
      const from = `10.${(at >> 8) & 255}.${at & 255}.${rsc ? 2 : 1}`;
      const headers = { "x-forwarded-for": from, "accept-encoding": "identity" };
      const started = performance.now();
      const answer = await fetch(`${origin}${paths[at]}`, {
        headers: rsc ? { ...headers, rsc: "1" } : headers,
      });
      if (!answer.ok) throw new Error(`${paths[at]}: ${answer.status}`);
      bytes += (await answer.arrayBuffer()).byteLength;
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const cost = (processorMs(pid) - before) / times.length;
  return {
    name,
    rate: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cost,
    body: bytes / times.length,
  };
}

/** What a process has taken of the processor so far: Linux counts in hundredths of a second. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** In an order that has all letters in each part: neighbours in the sitemap are often alike. */
async function placesOf(origin: string): Promise<string[]> {
  const map = await (await fetch(`${origin}/sitemap.xml`)).text();
  const parts = [...map.matchAll(/<loc>([^<]+\.xml)<\/loc>/g)].map(([, at = ""]) => new URL(at).pathname);
  const texts = [
    map,
    ...(await Promise.all(parts.map(async (path) => (await fetch(`${origin}${path}`)).text()))),
  ];
  const paths = texts.flatMap((text) =>
    [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = ""]) => new URL(at).pathname),
  );
  const places = [...new Set(paths.filter((path) => path.startsWith("/places/")))];
  if (places.length < 2 * PAGES + 60) throw new Error(`the sitemap names ${places.length} places only`);
  return places.sort((a, b) => rank(a) - rank(b));
}

function rank(path: string): number {
  return [...path].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}
