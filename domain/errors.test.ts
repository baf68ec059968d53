import { expect, test, vi } from "vitest";
import { ConflictError, DatabaseUnavailableError, DomainError, NotFoundError } from "./errors";

test("an unavailable database is recognised from another copy of this module", async () => {
  vi.resetModules();
  const copy = await import("./errors");
  const error = new copy.DatabaseUnavailableError();
  expect(copy.DatabaseUnavailableError).not.toBe(DatabaseUnavailableError);
  expect(error instanceof DatabaseUnavailableError).toBe(true);
  expect(error instanceof DomainError).toBe(true);
  expect(error instanceof ConflictError).toBe(false);
});

test("other errors are told by their class", () => {
  expect(new NotFoundError("x") instanceof DomainError).toBe(true);
  expect(new NotFoundError("x") instanceof ConflictError).toBe(false);
  expect(new NotFoundError("x") instanceof DatabaseUnavailableError).toBe(false);
  expect(new Error("x") instanceof DomainError).toBe(false);
});
