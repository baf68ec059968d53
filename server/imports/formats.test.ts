import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FORMATS } from "@/server/imports/formats";

it("no two formats go by one name, or store their items as one shape", () => {
  const names = FORMATS.flatMap(({ recognise }) => recognise);
  expect(new Set(names).size).toBe(names.length);
  // Lists are one shape, whatever their file: cells. No two shapes go by one name.
  const shapes = new Set(FORMATS.map(({ shape }) => shape));
  expect(new Set([...shapes].map((shape) => shape.write(null).shape)).size).toBe(shapes.size);
});

it("what an import is is asked of the port: nowhere outside the formats by its name", () => {
  const folders = [
    "app/[locale]/(admin)/admin/imports",
    "components/imports",
    "domain/imports",
    "server/imports/engine",
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(50);
  const asking = /\bformat\s*[!=]==? *"|\bis(Register|Extract|Payments|List)\(/;
  expect(files.filter((file) => asking.test(readFileSync(file, "utf8")))).toEqual([]);
});

it("no query knows a format: one that needs its name is handed it", () => {
  const files = readdirSync("db/queries").filter((name) => !name.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(60);
  const names = FORMATS.flatMap(({ recognise }) => recognise).join("|");
  const naming = new RegExp(`format\\b[^\\n]{0,40}["'](?:${names})["']`);
  expect(naming.test("batch.format is distinct from 'campaign-list'")).toBe(true);
  expect(files.filter((file) => naming.test(readFileSync(join("db/queries", file), "utf8")))).toEqual([]);
});
