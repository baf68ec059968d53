import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, afterEach, beforeEach, inject } from "vitest";
import { type Db, type OpenDb, openDb } from "./client";
import { sqlState } from "./deadline";
import { embeddedOwner } from "./embedded-record";
import { countForPlanner } from "./statistics";

/** For `*.db.test.ts` files: a real PostgreSQL, nothing shared between tests. */

class RolledBack extends Error {}

/**
 * A database whose every change disappears at the end of each test: call it once at the top of a test file (or inside
 * a `describe`) and use what it returns inside tests. Nested transactions are savepoints.
 * @param as the application's role, with the rights it has in production; "owner" may do everything.
 */
export function testDb(as: "app" | "owner" = "app"): Db {
  let shared: Awaited<ReturnType<typeof takeDatabase>> | undefined;
  let open: OpenDb | undefined;
  let current: Db | undefined;
  let finish: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    shared ??= await takeDatabase();
    open ??= openDb({ url: shared[as], size: 1, deadlineMs: 60_000 });
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
  afterAll(async () => {
    await open?.close();
    await shared?.release();
  });

  return standIn(() => {
    if (!current) throw new Error("testDb() can be used inside a test (or beforeEach) only.");
    return current;
  });
}

/**
 * The database that test files share which run one after the other. Files that run at the same time have one each:
 * transactions that are rolled back still lock what they write, and two that wait for each other's keys (a setting, the
 * audit's lock) would both be right and one of them would fail. Who has one holds a lock on its number; vitest's own
 * number of a worker can be given out twice where one group of tests follows another.
 */
async function takeDatabase(): Promise<{ app: string; owner: string; release: () => Promise<void> }> {
  const { appUrl, ownerUrl, superuserUrl } = inject("testServer");
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  let number = 0;
  for (let isOurs = false; !isOurs; ) {
    number += 1;
    const [row] = await sql<
      { ours: boolean }[]
    >`select pg_try_advisory_lock(${DATABASES}, ${number}) as ours`;
    isOurs = row?.ours ?? false;
  }
  const name = `test_shared_${number}`;
  await copyTemplate(name).catch((error: unknown) => {
    if (sqlState(error) !== DUPLICATE_DATABASE) throw error;
  });
  if (await isLittered(at(superuserUrl, name))) {
    await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`);
    await copyTemplate(name);
  }
  return { app: at(appUrl, name), owner: at(ownerUrl, name), release: () => sql.end() };
}

/** So many rows that were rolled back slow those down who come next, until PostgreSQL clears them away by itself a minute later. */
const MOST_LEFT_BEHIND = 5_000;

/** Whether a file before left much in a shared database: what is rolled back stays in the tables, and in every index. */
async function isLittered(superuserUrl: string): Promise<boolean> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ most: number }[]>`
      select coalesce(max(n_dead_tup), 0)::int as most from pg_stat_user_tables`;
    return (row?.most ?? 0) > MOST_LEFT_BEHIND;
  } finally {
    await sql.end();
  }
}

/** Any number: the first half of the locks on numbers of databases. */
const DATABASES = 7_163_241;

const DUPLICATE_DATABASE = "42P04";

function copyTemplate(name: string, template = inject("testServer").template): Promise<void> {
  return asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${embeddedOwner}`);
}

/** The name of the database that files copy which begin with this filling; whoever is first fills it, others wait. */
async function filledTemplate({ name, fill }: Filling): Promise<string> {
  const { appUrl, ownerUrl, superuserUrl } = inject("testServer");
  const filled = `test_filled_${name}`;
  const half = `${filled}_half`;
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    await superuser`select pg_advisory_lock(${FILLINGS}, hashtext(${name}))`;
    const found = await superuser`select 1 from pg_database where datname = ${filled}`;
    if (found.length > 0) return filled;
    await superuser.unsafe(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
    await copyTemplate(half);
    const app = openDb({ url: at(appUrl, half), size: 1, deadlineMs: 240_000, isLoad: true });
    await fill(app.db).finally(app.close);
    await countForPlanner(at(ownerUrl, half)); // as a start of the site does; a copy takes it along
    // It has its name only when it is whole.
    await superuser.unsafe(`ALTER DATABASE ${half} RENAME TO ${filled}`);
    return filled;
  } finally {
    await superuser.end();
  }
}

/** Any other number: the first half of the locks on fillings. */
const FILLINGS = 7_163_242;

async function asSuperuser(statement: string): Promise<void> {
  const sql = postgres(inject("testServer").superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/** The address of another database of the same server and login. */
function at(address: string, database: string): string {
  return Object.assign(new URL(address), { pathname: `/${database}` }).href;
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

/** What a database holds before a test file has it: loaded once in a run, and copied for every file that asks. */
export type Filling = { name: string; fill: (db: Db) => Promise<unknown> };

/** A whole database of one's own, copied from the migrated template: for tests that must commit or race. */
export async function freshDatabase({
  filling,
  ...options
}: {
  size?: number;
  deadlineMs?: number;
  filling?: Filling;
} = {}): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await copyTemplate(name, filling && (await filledTemplate(filling)));
  const url = at(inject("testServer").appUrl, name);
  const ownerUrl = at(inject("testServer").ownerUrl, name);
  const app = openDb({ url, deadlineMs: 20_000, ...options });
  const owner = openDb({ url: ownerUrl, deadlineMs: 60_000, size: 2 });
  return {
    db: app.db,
    ownerDb: owner.db,
    url,
    ownerUrl,
    close: async () => {
      await Promise.all([app.close(), owner.close()]);
      await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
