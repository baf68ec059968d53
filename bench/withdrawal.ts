import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { closeDb, type Db, getDb, openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { urlsOf } from "@/db/embedded-record";
import { fillMap } from "@/db/full-map";
import { migrateDatabase } from "@/db/migrate";
import { findPublicationNumber, publish } from "@/db/queries/publications";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { CampaignerActor } from "@/domain/actor";
import type { MapRow } from "@/domain/map/map-row";
import { touchedOf } from "@/domain/records/touched";
import { notePublication } from "@/server/http/publication";
import { loadServicePage } from "@/server/pages/load-service-page";
import { mapData } from "@/server/pages/map-data";
import { mapFileAnswer } from "@/server/pages/map-file-answer";
import { withholdRecord } from "@/server/records/withhold-record";
import { allPublicNames, publicNames } from "@/server/search/public-names";

/** `npm run bench -- withdrawal 20000 5`: so many services, so many of them withheld one after the other. */
const SERVICES = Number(process.argv[3] ?? 100_000);
const ROUNDS = Number(process.argv[4] ?? 5);
/** A second, at a hundred thousand services. */
const AIM_MS = 1000;
const REASON = "The provider says that this is untrue";
const WHAT = ["page", "search", "map", "all of them"] as const;
/** Of an organisation, which runs a four hundredth of them (db/full-map.ts). */
const OF_ORGANISATION = ["search", "map", "both"] as const;
/** Records of a large import, of which only the day is another. */
const IMPORTED = [1_000, 10_000];

/**
 * How long after a service was withheld its page, the search and the map's files have lost it, asked for at once as three readers would, and how
 * long it takes with an organisation, and until the map has what a large import says. The peer is reading everything for the first time. Ends with an
 * error where the median of a service is over the aim.
 */
export async function benchWithdrawal(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "nhs-map-bench-"));
  const server = await startEmbedded({ dataDir });
  const { url, ownerUrl } = urlsOf(server.record);
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
    // Reading all for the first time takes longer than a page may wait.
    DATABASE_DEADLINE_MS: "60000",
  });
  await migrateDatabase(ownerUrl);
  const owner = openDb({ url: ownerUrl, size: 1, deadlineMs: 600_000 });
  const { reader } = await fillMap(owner.db, SERVICES);
  await owner.close();
  const times = WHAT.map((): number[] => []);
  const ofOrganisation = OF_ORGANISATION.map((): number[] => []);
  try {
    const begun = performance.now();
    const { rows } = await mapData();
    await publicNames();
    const first = performance.now() - begun;
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = rows[Math.floor(((round + 0.5) * rows.length) / ROUNDS)];
      if (row)
        for (const [at, took] of (await withdraw(getDb(), reader, row)).entries()) times[at]?.push(took);
    }
    // Afterwards: while an organisation may not be named, its name is looked for in those of all places.
    for (let round = 0; round < ROUNDS; round += 1) {
      await allPublicNames();
      const took = await withdrawOrganisation(getDb(), reader, `provider-${7 + round * 31}`);
      for (const [at, ms] of took.entries()) ofOrganisation[at]?.push(ms);
    }
    console.log(
      `| ${SERVICES.toLocaleString("en-GB")} services, median of ${ROUNDS} | ms | of reading all | aim, ms |`,
    );
    console.log("|---|---|---|---|");
    console.log(`| reading all for the first time | ${first.toFixed(0)} | 1.00 | – |`);
    for (const [at, what] of WHAT.entries()) {
      const middle = median(times[at] ?? []);
      console.log(
        `| gone from: ${what} | ${middle.toFixed(0)} | ${(middle / first).toFixed(2)} | ${AIM_MS} |`,
      );
      if (!(middle <= AIM_MS)) process.exitCode = 1;
    }
    const say = (what: string, ms: number) =>
      console.log(`| ${what} | ${ms.toFixed(0)} | ${(ms / first).toFixed(2)} | – |`);
    for (const [at, what] of OF_ORGANISATION.entries())
      say(`an organisation is gone from: ${what}`, median(ofOrganisation[at] ?? []));
    for (const count of IMPORTED)
      if (count < SERVICES)
        say(`an import of ${count.toLocaleString("en-GB")} is on the map`, await bringIn(getDb(), count));
  } finally {
    await closeDb();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @returns milliseconds from the commit on until each had lost it, in the order of `WHAT`; infinite for one that had not */
async function withdraw(db: Db, reader: string, { slug, name }: MapRow): Promise<number[]> {
  const { hash } = (await mapData()).files;
  const actor: CampaignerActor = { kind: "campaigner", id: reader, role: "moderator" };
  await withholdRecord(db, actor, { type: "service", ref: slug, reason: REASON });
  const committed = performance.now();
  notePublication(await findPublicationNumber(db));
  const after = (isGone: boolean) => (isGone ? performance.now() - committed : Number.POSITIVE_INFINITY);
  const took = await Promise.all([
    loadServicePage(slug, db).then((page) => after(page === undefined)),
    publicNames().then(({ index }) =>
      after(index.search(name, 5, "strict").every(({ item }) => item.slug !== slug)),
    ),
    mapData().then((data) =>
      after(
        mapFileAnswer(data, { hash, part: "pins", q: "" }, () => "").status === 410 &&
          data.rows.every((row) => row.slug !== slug),
      ),
    ),
  ]);
  return [...took, Math.max(...took)];
}

/** @returns milliseconds, in the order of `OF_ORGANISATION` */
async function withdrawOrganisation(db: Db, reader: string, slug: string): Promise<number[]> {
  const { rows } = await mapData();
  const name = rows.find(({ provider }) => provider?.slug === slug)?.provider?.name;
  if (name === undefined) throw new Error(`${slug} runs nothing.`);
  const actor: CampaignerActor = { kind: "campaigner", id: reader, role: "moderator" };
  await withholdRecord(db, actor, { type: "provider", ref: slug, reason: REASON });
  const committed = performance.now();
  notePublication(await findPublicationNumber(db));
  const after = (isGone: boolean) => (isGone ? performance.now() - committed : Number.POSITIVE_INFINITY);
  const took = await Promise.all([
    publicNames().then(({ index }) =>
      after(index.search(name, 5, "strict").every(({ item }) => item.slug !== slug)),
    ),
    mapData().then((data) => after(data.rows.every(({ provider }) => provider?.slug !== slug))),
  ]);
  // Shown again, for the next one to find the world as this one did.
  const back = await db
    .update(providers)
    .set({ visibility: "published" })
    .where(eq(providers.slug, slug))
    .returning({ id: providers.id });
  await publish(db, "bench", "Shown again", touchedOf({ groups: back.map(({ id }) => id) }));
  notePublication(await findPublicationNumber(db));
  await Promise.all([mapData(), allPublicNames()]);
  return [...took, Math.max(...took)];
}

/** Says of so many services that they were confirmed later. @returns milliseconds until the map says so */
async function bringIn(db: Db, count: number): Promise<number> {
  const rows = await db
    .update(services)
    .set({ lastConfirmedOn: "2026-04-01" })
    .where(sql`${services.id} in (select id from ${services} order by slug limit ${count})`)
    .returning({ id: services.id });
  await publish(db, "bench", "An import", touchedOf({ services: rows.map(({ id }) => id) }));
  const committed = performance.now();
  notePublication(await findPublicationNumber(db));
  const { rows: shown } = await mapData();
  const took = performance.now() - committed;
  const newer = shown.filter(({ lastConfirmedOn }) => lastConfirmedOn === "2026-04-01").length;
  return newer > count / 2 ? took : Number.POSITIVE_INFINITY;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;
}
