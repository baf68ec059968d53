import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * Rooms of the server that take the connection themselves: what every visitor gets, remembered for a rendering or kept in
 * memory, and the doors through which a request comes in. All others are handed theirs, so that a test can give them a
 * transaction.
 */
const ROOMS = [
  /^server\/(?:pages|look-up|search)\//,
  /^server\/action\.ts$/,
  /^server\/auth\/(?:confirm-page|current-actor|open-session)\.ts$/,
  /^server\/mail\/load-outbox\.ts$/,
  /^server\/auth\/note-refusal\.ts$/,
];

const opensItself = (text: string) => /\bgetDb\(\)/.test(text);

test("only the rooms that are named take the connection themselves", () => {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "server/*.ts"]).toString();
  const files = listed.split("\n").filter((file) => file !== "" && !file.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(200);
  const opening = files.filter((file) => opensItself(readFileSync(file, "utf8")));
  expect(opening.filter((file) => !ROOMS.some((room) => room.test(file)))).toEqual([]);
  expect(ROOMS.filter((room) => !opening.some((file) => room.test(file)))).toEqual([]);
});

test("a call is seen, a word about it is none", () => {
  expect(opensItself("const db = getDb();")).toBe(true);
  expect(opensItself("/** As `getDb` of the client. */")).toBe(false);
});
