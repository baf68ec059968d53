import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of one folder, as `npm run mutants` runs them hundreds of times: one worker that keeps its modules; a database where the folder asks for one. */
const folder = process.env.MUTANTS_FOLDER ?? "domain";
const asksForDatabase = folder.startsWith("server/");

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    dir: folder,
    include: asksForDatabase ? ["**/*.test.ts"] : ["**/!(*.db).test.ts"],
    exclude: ["**/*.alone.test.ts"],
    env: { TZ: "Asia/Kathmandu" },
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...(asksForDatabase ? { globalSetup: ["./db/testing-setup.ts"] } : {}),
  },
});
