import { DrizzleQueryError } from "drizzle-orm";
import { expect, it } from "vitest";
import { inRequest, makeLog } from "./log";
import { consoleToLog } from "./log-console";
import { describeError, withoutPersonalData } from "./log-words";

/** What a log with these calls would hold, line by line. */
function linesOf(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(makeLog({ write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

it("is a line of JSON with level, time, fields and words", () => {
  const [line] = linesOf((log) => log.warn({ import: "abc" }, "An import failed"));
  expect(line).toMatchObject({ level: "warn", import: "abc", msg: "An import failed" });
  expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it("names the request that a line belongs to, and another for each request", async () => {
  const lines: Record<string, unknown>[] = [];
  const log = makeLog({ write: (line) => void lines.push(JSON.parse(line)) });
  const one = inRequest(async (id) => {
    await Promise.resolve();
    log.error("late");
    return id;
  });
  const two = inRequest((id) => {
    log.error("now");
    return id;
  });
  log.error("outside");
  expect(two).not.toBe(await one);
  expect(lines.map(({ msg, request }) => [msg, request])).toEqual([
    ["now", two],
    ["outside", undefined],
    ["late", await one],
  ]);
});

/** What PostgreSQL and drizzle say of a row that is there already. */
const refused = Object.assign(
  new Error('duplicate key value violates unique constraint "campaigners_email_unique"'),
  {
    name: "PostgresError",
    code: "23505",
    detail: "Key (email)=(someone@example.org) already exists.",
    parameters: ["someone@example.org", "12 High Street, CA2 7HY"],
  },
);
const failed = new DrizzleQueryError(
  "insert into campaigners values ($1)",
  ["someone@example.org, CA2 7HY"],
  refused,
);

it.each([
  ["an error of the database", refused],
  ["a failed query, its values and its cause", failed],
  ["an error that quotes what was typed", new Error("No mail to some.one+x@example.co.uk at ca27hy")],
  ["a text", "someone@example.org wrote from CA2 7HY"],
])("says nothing of a person: %s", (_, error) => {
  const [line] = linesOf((log) =>
    log.error({ err: error, who: "someone@example.org" }, "For someone@example.org, CA2 7HY"),
  );
  const text = JSON.stringify(line);
  for (const personal of ["someone@", "some.one", "example.co", "CA2", "ca27hy", "High Street"])
    expect(text).not.toContain(personal);
});

/** A note of several lines, one of which looks like a place in the code. */
const NOTE = "I was there.\n  at the clinic of Dr Qwixel\n    at Qwixel House:1:2";
const lines = new DrizzleQueryError("insert into reports values ($1)", [NOTE], new Error("no"));
const ofClass22 = Object.assign(new Error('invalid input syntax for type uuid: "Dr Qwixel"'), {
  code: "22P02",
});
const noJson = () => {
  try {
    return JSON.parse('{"name": Qwixel}');
  } catch (error) {
    return error;
  }
};
it.each([
  ["values of several lines", lines],
  ["a value that PostgreSQL quotes", ofClass22],
  ["the same behind a query", new DrizzleQueryError("select $1::uuid", ["Dr Qwixel"], ofClass22)],
  ["text that is no JSON", noJson()],
])("says nothing that was typed: %s", (_, error) => {
  const [line] = linesOf((log) => log.error({ err: error }, "An action failed"));
  expect(JSON.stringify(line)).not.toContain("Qwixel");
  expect(JSON.stringify(line)).toContain("log.test.ts");
});

it("is where the console goes, without what was typed", () => {
  const target = { error: () => undefined, warn: () => undefined };
  const said = linesOf((log) => {
    consoleToLog(target, log);
    Reflect.apply(target.error, target, ["\u001b[31m⨯\u001b[39m", lines]);
    Reflect.apply(target.warn, target, [{ note: NOTE }]);
  });
  expect(said).toMatchObject([
    { level: "error", msg: "⨯", err: { message: expect.stringContaining("insert into reports") } },
    { level: "warn" },
  ]);
  expect(JSON.stringify(said)).not.toContain("Qwixel");
});

it("keeps what a person who mends it needs", () => {
  const said = describeError(failed);
  expect(said).toMatchObject({
    type: "Error",
    message: expect.stringContaining("insert into campaigners"),
    cause: { type: "PostgresError", code: "23505", message: expect.stringContaining("unique constraint") },
  });
  expect(said.stack).toContain("log.test.ts");
  const packaged = "at file:///app/node_modules/@scope/name/dist/x.js:1:2";
  expect(withoutPersonalData(packaged)).toBe(packaged);
  expect(withoutPersonalData("Import 3f2a failed in 20 ms at /app/server/x.ts:12:3")).toBe(
    "Import 3f2a failed in 20 ms at /app/server/x.ts:12:3",
  );
});
