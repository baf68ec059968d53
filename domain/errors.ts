import type { FieldProblems } from "@/domain/field-problem";
import type { LinkAnswer } from "@/domain/link-answer";

/** Errors a use case may throw. The `code` chooses the words a person reads; the message is for logs. */
export type ErrorCode =
  | "not-found"
  | "not-allowed"
  | "conflict"
  | "invalid"
  | "unavailable"
  | "busy"
  | "too-many"
  | "returned";

// Next bundles this module more than once in one process, the front server has a copy of its own, and all share their
// connections. An error of one copy must be known to the others: classes are told by a mark and their code.
const mark = Symbol.for("nhs-map.domain-error");

export class DomainError extends Error {
  /** The code that a class stands for; each has one of its own. */
  protected static readonly stands?: ErrorCode;
  readonly [mark] = true;

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (!(value instanceof Error) || !(mark in value)) return false;
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class that is asked about, one of those below
    const { stands } = this;
    return stands === undefined || (value as DomainError).code === stands;
  }

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

export class NotFoundError extends DomainError {
  protected static override readonly stands = "not-found";

  constructor(what: string) {
    super("not-found", `${what} not found`);
  }
}

export class NotAllowedError extends DomainError {
  protected static override readonly stands = "not-allowed";

  /** @param reason a key of the message catalogue, such as "own-report". */
  constructor(readonly reason: string) {
    super("not-allowed", `not allowed: ${reason}`);
  }
}

/** Someone was first. `by` is their four-letter handle (never an account's id) and `what` what they did, so that the loser can be told. */
export class ConflictError extends DomainError {
  protected static override readonly stands = "conflict";

  constructor(
    readonly what: string,
    readonly by: string | null = null,
  ) {
    super("conflict", `conflict: ${what}`);
  }
}

/** `fields` says what is wrong with which field of a form; nothing typed is lost by it. */
export class InvalidInputError<Field extends string = string> extends DomainError {
  protected static override readonly stands = "invalid";

  constructor(readonly fields: FieldProblems<Field>) {
    super("invalid", `invalid input: ${Object.keys(fields).join(", ")}`);
  }
}

/** The database did not answer before the deadline, or cannot be reached. */
export class DatabaseUnavailableError extends DomainError {
  protected static override readonly stands = "unavailable";

  constructor(options?: ErrorOptions) {
    super("unavailable", "the database did not answer in time", options);
  }
}

/** Others hold what this needs (a lock that was waited for too long, a deadlock). Nothing was written; trying again helps. */
export class DatabaseBusyError extends DomainError {
  protected static override readonly stands = "busy";

  constructor(options?: ErrorOptions) {
    super("busy", "others were writing the same records", options);
  }
}

export class TooManyRequestsError extends DomainError {
  protected static override readonly stands = "too-many";

  constructor(readonly retryAfterSeconds: number) {
    super("too-many", `too many requests; try again in ${retryAfterSeconds} s`);
  }
}

/** Nothing is wrong and nothing was stored: the form comes back with what was asked for beside it, or put into its fields. */
export class ReturnedForm extends DomainError {
  protected static override readonly stands = "returned";

  constructor(
    readonly answer: LinkAnswer | null,
    /** Field -> what now stands in it. */
    readonly filled: Readonly<Record<string, string>> = {},
  ) {
    super("returned", "the form is shown again");
  }
}
