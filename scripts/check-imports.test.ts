import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Every architecture rule, broken once in a small tree of its own: a rule that cannot fail protects nothing. */
const rules: { name: string }[] = (() => {
  const config = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
  return [...config.forbidden, ...config.required];
})();

/** File by file; each breaks the rule it is named after. */
const tree: Record<string, string> = {
  "env.ts": "export const env = 1;",
  "domain/a.ts": "export const a = 1;",
  "domain/cycle-one.ts": 'import { two } from "./cycle-two"; export const one = () => two;',
  "domain/cycle-two.ts": 'import { one } from "./cycle-one"; export const two = () => one;',
  "domain/places/place.ts": 'import { b } from "@/domain/services/other"; export const place = b;',
  "domain/places/other.ts": "export const other = 1;",
  "domain/services/service.ts":
    'import { other } from "@/domain/places/other"; export const service = other;',
  "domain/services/other.ts": "export const b = 1;",
  "domain/impure.ts": 'import { env } from "@/env"; export const impure = env;',
  "db/client.ts": 'import { sql } from "drizzle-orm"; export const db = sql;',
  "db/calls-up.ts": 'import type { Use } from "@/server/use"; export type Up = Use;',
  "ingest/writes.ts": 'import { db } from "@/db/client"; export const writes = db;',
  "ingest/build/builds.ts": 'import { use } from "@/server/use"; export const builds = use;',
  "server/use.ts": "export type Use = string; export const use = 1;",
  "server/audit.ts": "export const audit = 1;",
  "server/action.ts": "export const action = 1;",
  "server/renders.ts": 'import { button } from "@/components/ui/button"; export const renders = button;',
  "server/reads-request.ts": 'import { headers } from "next/headers"; export const reads = headers;',
  "server/queries.ts": 'import { sql } from "drizzle-orm"; export const queries = sql;',
  "server/signs-in.ts": 'import auth from "next-auth"; export const signsIn = auth;',
  "server/uses-test.ts": 'import { fixture } from "@/domain/a.test"; export const uses = fixture;',
  "server/reports/moves/withdraw-report.ts": "export const withdraw = 1;",
  "server/mail/send.ts": 'import { keep } from "@/server/privacy/keep"; export const send = keep;',
  "server/mail/words.ts": "export const words = 1;",
  "server/privacy/keep.ts": 'import { words } from "@/server/mail/words"; export const keep = words;',
  "server/second-factor/remove-second-factor.ts": "export const remove = 1;",
  "server/imports/lists/list-format.ts": "export const list = 1;",
  "server/imports/engine/asks-list.ts":
    'import { list } from "@/server/imports/lists/list-format"; export const asks = list;',
  "server/registers/waiting-times/waiting-drafts.ts": "export const drafts = 1;",
  "server/starter/drafts-itself.ts":
    'import { drafts } from "@/server/registers/waiting-times/waiting-drafts"; export const own = drafts;',
  "server/imports/registers/meets-list.ts":
    'import { list } from "@/server/imports/lists/list-format"; export const meets = list;',
  "components/ui/button.ts": 'import { a } from "@/domain/a"; export const button = a;',
  "components/loads.ts": 'import { use } from "@/server/use"; export const loads = use;',
  "components/draws-map.ts": 'import map from "maplibre-gl"; export const draws = map;',
  "components/draws-mapbox.ts": 'import map from "mapbox-gl"; export const draws = map;',
  "app/page.ts": 'import { db } from "@/db/client"; export const page = db;',
  "app/actions.ts": 'import { use } from "@/server/use"; export const send = use;',
  "domain/a.test.ts": 'import { a } from "./a"; export const fixture = a;',
};

let root = "";
let output = "";
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};
const check = () =>
  spawnSync(process.execPath, [resolve("scripts/check-imports.mjs"), root], { encoding: "utf8" });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "nhs-map-rules-"));
  spawnSync("git", ["init", "-q", root]);
  write(
    "tsconfig.json",
    '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "paths": { "@/*": ["./*"] } } }',
  );
  write(".gitignore", "node_modules");
  for (const name of ["next", "next-auth", "drizzle-orm", "maplibre-gl", "mapbox-gl"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = {};");
  }
  write("node_modules/next/headers.js", "exports.headers = 1;");
  for (const [name, text] of Object.entries(tree)) write(name, text);
  output = check().stdout;
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

test.each(rules)("$name is noticed when it is broken", ({ name }) => {
  expect(output).toMatch(new RegExp(`^${name}: `, "m"));
});

test("folders of the server that need each other are noticed, though no two of their files do", () => {
  expect(output).toMatch(
    /^no-rings-between-folders-of-server: server\/mail, server\/privacy: .*send\.ts.*keep\.ts/m,
  );
});

test("both map libraries are kept in their folder", () => {
  expect(output).toContain("map-libraries-live-in-components-map: components/draws-map.ts");
  expect(output).toContain("map-libraries-live-in-components-map: components/draws-mapbox.ts");
});

test("what breaks no rule is not accused", () => {
  expect(output).not.toMatch(/: (env|domain\/a|db\/client|server\/use)\.ts/);
});
