import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, afterEach, beforeEach, inject } from "vitest";
import { type Db, type OpenDb, openDb } from "./client";

/** For `*.db.test.ts` files: a real PostgreSQL, nothing shared between tests. */

class RolledBack extends Error {}

/**
 * A database whose every change disappears at the end of each test: call it once at the top of a test file (or inside
 * a `describe`) and use what it returns inside tests. Nested transactions are savepoints.
 * @param as the application's role, with the rights it has in production; "owner" may do everything.
 */
export function testDb(as: "app" | "owner" = "app"): Db {
  const server = inject("testServer");
  const url = as === "app" ? server.appUrl : server.ownerUrl;
  let open: OpenDb | undefined;
  let current: Db | undefined;
  let finish: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    open ??= openDb({ url, size: 1, deadlineMs: 60_000 });
    const connection = open.db;
    await new Promise<void>((begun, failed) => {
      const whole = connection
        .transaction(async (transaction) => {
          current = transaction;
          await new Promise<void>((end) => {
            finish = async () => {
              end();
              await whole;
            };
            begun();
          });
          throw new RolledBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof RolledBack)) failed(error);
        });
    });
  });
  afterEach(async () => {
    current = undefined;
    await finish?.();
  });
  afterAll(() => open?.close());

  return standIn(() => {
    if (!current) throw new Error("testDb() can be used inside a test (or beforeEach) only.");
    return current;
  });
}

/** An object that is whatever `target` returns at the moment. */
function standIn(target: () => Db): Db {
  return new Proxy({} as Db, {
    get(_, property) {
      const db = target();
      const value: unknown = Reflect.get(db, property, db);
      return typeof value === "function" ? value.bind(db) : value;
    },
    getPrototypeOf: () => Object.getPrototypeOf(target()),
  });
}

export type FreshDatabase = {
  /** As the application. */
  db: Db;
  /** As the owner. */
  ownerDb: Db;
  url: string;
  ownerUrl: string;
  /** Closes both and drops the database. */
  close: () => Promise<void>;
};

/** A whole database of one's own, copied from the migrated template: for tests that must commit or race. */
export async function freshDatabase(
  options: { size?: number; deadlineMs?: number } = {},
): Promise<FreshDatabase> {
  const server = inject("testServer");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const statement = async (text: string) => {
    const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => undefined });
    await sql.unsafe(text);
    await sql.end();
  };
  await statement(`CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER nhs_map_owner`);
  const at = (address: string) => Object.assign(new URL(address), { pathname: `/${name}` }).href;
  const url = at(server.appUrl);
  const ownerUrl = at(server.ownerUrl);
  const app = openDb({ url, deadlineMs: 20_000, ...options });
  const owner = openDb({ url: ownerUrl, deadlineMs: 60_000, size: 2 });
  return {
    db: app.db,
    ownerDb: owner.db,
    url,
    ownerUrl,
    close: async () => {
      await Promise.all([app.close(), owner.close()]);
      await statement(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
