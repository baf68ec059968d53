import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { urlsOf } from "@/db/embedded-record";
import { entryAt } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";

export type PostcodeDatabase = { url: string; seconds: number; stop: () => Promise<void> };

/** A scratch PostgreSQL with every postcode of the table in a row of its own, found by its primary key. */
export async function startPostcodeDatabase(): Promise<PostcodeDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "nhs-map-bench-"));
  const server = await startEmbedded({ dataDir, fsync: false });
  const url = urlsOf(server.record).ownerUrl;
  const started = performance.now();
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`create table postcodes (
    postcode text not null, constituency text, council text, health_body text,
    lon double precision, lat double precision, precision text not null, near text
  )`;
  await pipeline(Readable.from(lines()), await sql`copy postcodes from stdin`.writable());
  await sql`alter table postcodes add primary key (postcode)`;
  await sql`vacuum analyze postcodes`;
  await sql.end();
  return {
    url,
    seconds: (performance.now() - started) / 1000,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL's text format: tabs between, \N for none; an outward code at a time. */
function* lines(): Generator<string> {
  const table = postcodeTable();
  for (const [i, outcode] of table.outcodes.entries()) {
    let text = "";
    for (let at = table.starts[i] ?? 0; at < (table.starts[i + 1] ?? 0); at++) {
      const { postcode, constituency, council, healthBody, lon, lat, precision, near } = entryAt(
        table,
        outcode,
        at,
      );
      const values = [postcode, constituency, council, healthBody, lon, lat, precision, near];
      text += `${values.map((value) => value ?? "\\N").join("\t")}\n`;
    }
    yield text;
  }
}
