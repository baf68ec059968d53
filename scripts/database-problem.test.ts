import { expect, test } from "vitest";
import { databaseProblem } from "./database-problem";

const address = "postgres://maria:hunter2@db.example.org:6000/map";
const failure = (code: string, message = "") => Object.assign(new Error(message), { code });

test.each([
  ["ECONNREFUSED", "nothing listens at db.example.org:6000"],
  ["ENOTFOUND", "there is no host called db.example.org"],
  ["CONNECT_TIMEOUT", "db.example.org:6000 does not answer"],
  ["28P01", 'refuses the password of "maria"'],
  ["3D000", 'has no database called "map"'],
])("%s is said in one line, without the password", (code, words) => {
  const said = databaseProblem("DATABASE_URL", address, failure(code));
  expect(said).toContain(words);
  expect(said).toMatch(/^DATABASE_URL does not work: /);
  expect(said).not.toMatch(/hunter2|\n/);
});

test("anything else is quoted, first line only", () => {
  const said = databaseProblem("DATABASE_URL", address, failure("XX000", "it broke\nbadly"));
  expect(said).toBe('DATABASE_URL does not work: db.example.org:6000 says "it broke".');
});
