import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("next-auth never loads a mail library: nothing of ours imports its e-mail provider but as a type", () => {
  const text = readFileSync(join(process.cwd(), "server/auth/next-auth-options.ts"), "utf8");
  const imports = text.match(/^import .*next-auth\/providers.*$/gm) ?? [];
  expect(imports.every((line) => line.startsWith("import type "))).toBe(true);
});
