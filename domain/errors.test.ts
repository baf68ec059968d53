import { describe, expect, test, vi } from "vitest";
import * as errors from "./errors";

const examples = () => [
  new errors.NotFoundError("report"),
  new errors.NotAllowedError("own-report"),
  new errors.ConflictError("approved"),
  new errors.InvalidInputError({ title: "missing" }),
  new errors.DatabaseUnavailableError(),
  new errors.TooManyRequestsError(1),
];
const classes = [
  errors.NotFoundError,
  errors.NotAllowedError,
  errors.ConflictError,
  errors.InvalidInputError,
  errors.DatabaseUnavailableError,
  errors.TooManyRequestsError,
];

describe("instanceof", () => {
  test("tells the classes apart", () => {
    examples().forEach((error, i) => {
      expect(error instanceof errors.DomainError).toBe(true);
      expect(classes.map((known) => error instanceof known)).toEqual(classes.map((_, j) => i === j));
    });
  });

  test("knows the errors of another copy of the module", async () => {
    vi.resetModules();
    const copy = await import("./errors");
    expect(copy.DomainError).not.toBe(errors.DomainError);
    const foreign = new copy.DatabaseUnavailableError();
    expect(foreign instanceof errors.DomainError).toBe(true);
    expect(foreign instanceof errors.DatabaseUnavailableError).toBe(true);
    expect(foreign instanceof errors.ConflictError).toBe(false);
  });

  test("takes nothing else for ours", () => {
    const alike = Object.assign(new Error("x"), { code: "conflict" });
    for (const value of [alike, { code: "conflict" }, "conflict", null, undefined]) {
      expect(value instanceof errors.DomainError).toBe(false);
      expect(value instanceof errors.ConflictError).toBe(false);
    }
  });
});
