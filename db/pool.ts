import { PostgresJsPreparedQuery } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { DatabaseUnavailableError } from "@/domain/errors";
import { noteUnavailable } from "./availability";
import { type Pulse, withinDeadline } from "./deadline";

/**
 * A pool whose every query and transaction has a deadline, and that replaces itself when the server falls silent,
 * so that the site recovers by itself once the server does. It has the few methods of postgres.js that drizzle calls.
 */
export type PoolOptions = {
  /** postgres://user:password@host:port/name */
  url: string;
  /** Milliseconds a query may take; a whole transaction, of many, 1.2 times as long. */
  deadlineMs: number;
  /** Connections at most. */
  size: number;
  /** A role to take on after connecting, where one login serves for both. */
  role?: string | undefined;
  applicationName: string;
  /** For a load into tables that nobody has counted yet. */
  isLoad?: boolean | undefined;
};

/**
 * A transaction writes a dozen rows one after the other. A silent server is noticed at the first of them, so that there is
 * an answer no later; a busy one may take a little longer for the whole.
 */
const WHOLE_TRANSACTION = 1.2;

/** How long after a silence nobody is asked to wait again. */
const afterSilenceMs = 1_000;

type Query = Parameters<Sql["unsafe"]>;

/** A text that came so often will come again: a connection keeps it parsed, and after a few uses planned. */
const OFTEN = 5;
/** Each connection has its own copy of a plan, some tens of kilobytes: the texts of pages, moves and jobs are fewer than these. */
const MOST_PREPARED = 200;
/** Lists of rows of any length have a text for each length. */
const MOST_PARAMETERS = 60;

/** Which statements are worth keeping prepared; the others are parsed at each use, as drizzle leaves all of them. */
export class Prepared {
  private readonly seen = new Map<string, number>();
  private count = 0;

  isKept(text: string, parameters: number): boolean {
    if (parameters > MOST_PARAMETERS) return false;
    const times = this.seen.get(text) ?? 0;
    if (times >= OFTEN) return true;
    if (this.count >= MOST_PREPARED) return false;
    if (this.seen.size >= 10 * MOST_PREPARED) this.forgetRare();
    this.seen.set(text, times + 1);
    if (times + 1 < OFTEN) return false;
    this.count += 1;
    return true;
  }

  private forgetRare(): void {
    for (const [text, times] of this.seen) if (times < OFTEN) this.seen.delete(text);
  }
}

// drizzle wraps every error in one that prints the parameters (names, e-mail addresses) and hides the SQLSTATE.
// Without its cache, which we do not use, this method only does that.
Object.defineProperty(PostgresJsPreparedQuery.prototype, "queryWithCache", {
  configurable: true, // a second bundle of this module does the same again
  value: (_query: string, _parameters: unknown[], run: () => Promise<unknown>) => run(),
});

/**
 * After a query that failed with some of its rows sent (a timeout, an error in one row), postgres.js 3.4 counts on, and the
 * next answer of the connection begins with as many holes: github.com/porsager/postgres/issues/1181.
 */
function withoutGap(answer: unknown): unknown {
  if (Array.isArray(answer) && answer.length > 0 && !(0 in answer))
    answer.splice(
      0,
      answer.findIndex((row) => row !== undefined),
    );
  return answer;
}

/** Runs when awaited, as a query of postgres.js does. */
class GuardedQuery implements PromiseLike<unknown> {
  constructor(
    private readonly query: ReturnType<Sql["unsafe"]>,
    private readonly guard: (work: PromiseLike<unknown>) => Promise<unknown>,
  ) {}

  values(): this {
    this.query.values();
    return this;
  }

  // biome-ignore lint/suspicious/noThenProperty: it stands in for a thenable of postgres.js
  then<A, B>(
    onDone?: ((value: unknown) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.guard(this.query).then(withoutGap).then(onDone, onError) as Promise<A | B>;
  }
}

export class Pool {
  private readonly pulse: Pulse = { lastAnswer: 0 };
  private current: Sql;
  /** Until then (ms of `performance.now()`) calls fail at once, so that a page with several does not wait for each. */
  private silentUntil = 0;
  private readonly prepared = new Prepared();

  constructor(private readonly settings: PoolOptions) {
    this.current = this.open();
  }

  /** drizzle sets parsers and serialisers here. */
  get options(): Sql["options"] {
    return this.current.options;
  }

  private open(): Sql {
    const { url, size, role, deadlineMs, applicationName, isLoad } = this.settings;
    return postgres(url, {
      max: size,
      idle_timeout: 60,
      connect_timeout: Math.max(1, Math.ceil(deadlineMs / 1000)),
      onnotice: () => undefined,
      connection: {
        application_name: applicationName,
        // A little less than our own deadline, so that a live server says itself which statement was slow.
        statement_timeout: Math.floor(deadlineMs * 0.85),
        lock_timeout: Math.floor(deadlineMs * 0.6),
        idle_in_transaction_session_timeout: deadlineMs * 2,
        ...(role ? { role } : {}),
        // Taken for a handful, the rows that others refer to would be read whole for each that refers to them.
        ...(isLoad ? { enable_seqscan: "off" } : {}),
      },
    });
  }

  /** Throws away the connections of a silent server; what still waits on them fails. */
  private readonly recycle = (silent: Sql) => {
    if (silent !== this.current) return;
    this.silentUntil = performance.now() + afterSilenceMs;
    const { parsers, serializers } = silent.options;
    this.current = this.open();
    Object.assign(this.current.options.parsers, parsers);
    Object.assign(this.current.options.serializers, serializers);
    void silent.end({ timeout: 0 }).catch(() => undefined);
  };

  private assertNotSilent(): void {
    if (performance.now() < this.silentUntil) {
      noteUnavailable();
      throw new DatabaseUnavailableError();
    }
  }

  private guard<T>(sql: Sql, work: PromiseLike<T>, allowed = this.settings.deadlineMs): Promise<T> {
    return withinDeadline(work, allowed, this.pulse, () => this.recycle(sql));
  }

  unsafe(...query: Query): GuardedQuery {
    this.assertNotSilent();
    const sql = this.current;
    return new GuardedQuery(sql.unsafe(...this.asKept(query)), (work) => this.guard(sql, work));
  }

  private readonly asKept = ([text, parameters, options]: Query): Query =>
    parameters && this.prepared.isKept(text, parameters.length)
      ? [text, parameters, { ...options, prepare: true }]
      : [text, parameters, options];

  /** One transaction. After the deadline its work is rolled back, never committed behind the caller's back. */
  async begin<T>(work: (transaction: GuardedTransaction) => Promise<T>): Promise<T> {
    this.assertNotSilent();
    const sql = this.current;
    const allowed = this.settings.deadlineMs * WHOLE_TRANSACTION;
    const expiry = { at: performance.now() + allowed };
    const whole = sql.begin(async (transaction) => {
      const result = await work(
        new GuardedTransaction(transaction, expiry, (query) => this.guard(sql, query), this.asKept),
      );
      if (performance.now() > expiry.at) throw new DatabaseUnavailableError();
      return { result };
    });
    whole.catch(() => undefined); // when the deadline came first nobody else listens
    return (await this.guard(sql, whole as Promise<{ result: T }>, allowed)).result;
  }

  end(): Promise<void> {
    return this.current.end({ timeout: 1 });
  }
}

/** What drizzle sees of a transaction. */
export class GuardedTransaction {
  constructor(
    private readonly transaction: TransactionSql,
    private readonly expiry: { at: number },
    private readonly guard: (work: PromiseLike<unknown>) => Promise<unknown>,
    private readonly asKept: (query: Query) => Query,
  ) {}

  unsafe(...query: Query): GuardedQuery {
    if (performance.now() > this.expiry.at) throw new DatabaseUnavailableError();
    return new GuardedQuery(this.transaction.unsafe(...this.asKept(query)), this.guard);
  }

  savepoint<T>(work: (transaction: GuardedTransaction) => Promise<T>): Promise<unknown> {
    return this.transaction.savepoint((inner) =>
      work(new GuardedTransaction(inner, this.expiry, this.guard, this.asKept)),
    );
  }
}
