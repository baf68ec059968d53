import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "./embedded";
import { embeddedDatabase, embeddedOwner, urlsOf } from "./embedded-record";
import { migrateDatabase } from "./migrate";
import { clearAbandoned } from "./testing-leftovers";

declare module "vitest" {
  export interface ProvidedContext {
    testServer: {
      superuserUrl: string;
      appUrl: string;
      ownerUrl: string;
      template: string;
      postmaster: number;
    };
  }
}

const prefix = "nhs-map-test-";

/**
 * Started once per run: a PostgreSQL of its own, with a migrated database that tests copy. Removed at the end. Projects of one run
 * share it, and with it what one of them has loaded (`Filling`).
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Vitest asks one project after the other.
  const started = project.vitest.projects.find((other) => other.getProvidedContext().testServer);
  if (started) {
    project.provide("testServer", started.getProvidedContext().testServer);
    return;
  }
  clearAbandoned(prefix);
  // The folder's name carries our process id, so that a later run can tell whether we are still there.
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Where root runs the tests another user runs the database: it must get in, or the cluster lies elsewhere and outlives us.
  chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, fsync: false });
  const urls = urlsOf(server.record);
  await migrateDatabase(urls.ownerUrl);

  // A template must have no connection of its own, so tests that roll back use a copy of it.
  const template = `${embeddedDatabase}_template`;
  const superuser = postgres(urlsOf(server.record, "postgres").superuserUrl, {
    max: 1,
    onnotice: () => undefined,
  });
  await superuser.unsafe(`CREATE DATABASE ${template} TEMPLATE ${embeddedDatabase} OWNER ${embeddedOwner}`);
  await superuser.end();

  project.provide("testServer", {
    superuserUrl: urlsOf(server.record, "postgres").superuserUrl,
    appUrl: urls.url,
    ownerUrl: urls.ownerUrl,
    template,
    postmaster: server.pid,
  });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
