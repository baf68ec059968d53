import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { entryAt } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import type { ShardIndex } from "@/domain/postcodes/shard";
import { SHARD_INDEX_PATH, shardPath } from "@/domain/postcodes/shard";
import { measure, printRatios, type Target } from "./measure";
import { manyQueries, NAME_QUERIES } from "./names";
import { startPostcodeDatabase } from "./postcode-database";

/** How many postcodes are asked for, spread evenly over the whole table, each connection in the same order. */
const SAMPLE = 5_000;

const BROTLI = { "accept-encoding": "br" };

/** Look-ups by each way there is, beside a bare server that answers one indexed row. One process each, one core. */
export async function benchLookUp(): Promise<void> {
  const database = await startPostcodeDatabase();
  console.log(
    `${postcodeTable().inward.length} postcodes are in PostgreSQL (${database.seconds.toFixed(0)} s).`,
  );
  const [bare, ours] = [await startServer("bare", database.url), await startServer("ours", database.url)];
  try {
    const index = (await (await fetch(`${ours.origin}${SHARD_INDEX_PATH}`)).json()) as ShardIndex;
    const postcodes = spread();
    const paths = (prefix: string) => postcodes.map((text) => `${prefix}${encodeURIComponent(text)}`);
    const shards = postcodes.map((text) => shardPath(index.hash, text.split(" ")[0] ?? ""));
    const named = (queries: readonly string[]) =>
      queries.map((query) => `/api/v1/names?${new URLSearchParams({ q: query })}`);
    const names = named(NAME_QUERIES);
    await fetch(`${ours.origin}${names[0]}`); // makes the index
    const begun = performance.now();
    for (const path of new Set(shards)) await fetch(`${ours.origin}${path}`, { headers: BROTLI });
    const made = performance.now() - begun;
    console.log(
      `A shard is made at its first question (${(made / new Set(shards).size).toFixed(1)} ms), then kept.`,
    );
    const target = (name: string, server: Server, list: string[]): Target => ({
      name,
      url: `${server.origin}${list[0]}`,
      paths: list,
      cpu: async () => (await server.memory()).cpu,
    });
    printRatios(
      await measure([
        target("bare node:http + postgres.js, one indexed row", bare, paths("/")),
        target("API, from the table in memory", ours, paths("/api/v1/postcodes/")),
        target("API, from a row of the database", ours, paths("/database/")),
        target("API, names, 91 texts of all kinds", ours, names),
        target("API, names, each beginning of 500 places", ours, named(manyQueries())),
        { ...target("shard, brotli", ours, shards), headers: BROTLI },
        target("bare node:http, 1.5 kB from memory", bare, paths("/static/")),
      ]),
    );
    const { rss, typedArrays } = await ours.memory();
    const bareMemory = await bare.memory();
    console.log(
      `Memory: ${megabytes(rss)} resident, of which the postcode table ${megabytes(typedArrays)}; the bare server ${megabytes(bareMemory.rss)}.`,
    );
  } finally {
    await Promise.all([bare.stop(), ours.stop()]);
    await database.stop();
  }
}

/** Real postcodes with a position, far apart from one another in the alphabet. */
function spread(): string[] {
  const table = postcodeTable();
  const units = table.inward.length;
  return Array.from({ length: SAMPLE }, (_, i) => {
    const at = (i * 1_000_003) % units;
    const outcode = table.outcodes.findLast((_code, group) => (table.starts[group] ?? 0) <= at) ?? "";
    return entryAt(table, outcode, at);
  })
    .filter(({ lon }) => lon !== null)
    .map(({ postcode }) => postcode);
}

type Memory = { rss: number; typedArrays: number; cpu: number };
type Server = Awaited<ReturnType<typeof startServer>>;

async function startServer(kind: string, url: string) {
  const file = fileURLToPath(new URL("lookup-server.ts", import.meta.url));
  const child: ChildProcess = fork(file, [kind, url], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    origin: `http://127.0.0.1:${port}`,
    memory: async (): Promise<Memory> => {
      child.send("memory");
      const [memory] = (await once(child, "message")) as [Memory];
      return memory;
    },
    stop: async () => {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
