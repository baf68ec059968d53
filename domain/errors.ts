/** Errors a use case may throw. The `code` chooses the words a person reads; the message is for logs. */
export type ErrorCode = "not-found" | "not-allowed" | "conflict" | "invalid" | "unavailable" | "too-many";

export class DomainError extends Error {
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
  constructor(what: string) {
    super("not-found", `${what} not found`);
  }
}

export class NotAllowedError extends DomainError {
  /** @param reason a key of the message catalogue, such as "own-report". */
  constructor(readonly reason: string) {
    super("not-allowed", `not allowed: ${reason}`);
  }
}

/** Someone was first. `by` is an opaque id and `what` what they did, so that the loser can be told. */
export class ConflictError extends DomainError {
  constructor(
    readonly what: string,
    readonly by: string | null = null,
  ) {
    super("conflict", `conflict: ${what}`);
  }
}

/** `fields` maps a form field to keys of the message catalogue; nothing typed is lost by it. */
export class InvalidInputError extends DomainError {
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super("invalid", `invalid input: ${Object.keys(fields).join(", ")}`);
  }
}

/** The database did not answer before the deadline, or cannot be reached. */
export class DatabaseUnavailableError extends DomainError {
  constructor(options?: ErrorOptions) {
    super("unavailable", "the database did not answer in time", options);
  }
}

export class TooManyRequestsError extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super("too-many", `too many requests; try again in ${retryAfterSeconds} s`);
  }
}
