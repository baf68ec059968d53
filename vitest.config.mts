import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const shared = {
  exclude: ["node_modules/**", ".next/**", ".data/**", "e2e/**"],
  env: {
    TZ: "Asia/Kathmandu", // code that forgets a time zone fails
    FETCH_LINKS: "no", // no test asks the internet: what reads a page is given a policy of its own
  },
  // Two cores that share the database, the outlines and the property tests: slow is not wrong.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/**
 * `*.test.ts` needs nothing; `*.db.test.ts` gets a real PostgreSQL, started once (see db/testing.ts); `*.alone.test.ts` and
 * `*.db.alone.test.ts` have modules of their own.
 */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          // One module registry for a worker's files halves the processor time; a test that leaves something behind fails here.
          isolate: false,
          maxWorkers: 2, // of two cores vitest would take one; with another number here no two projects could run at one time
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...shared.exclude, "**/*.db.test.ts", "**/*.alone.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "integration",
          isolate: false, // as above
          include: ["**/*.db.test.ts"],
          globalSetup: ["./db/testing-setup.ts"],
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "alone",
          // Those that put something else in a module's place, or fill what a module keeps for the life of a process: another file of
          // the worker would be given it, or give them the real one.
          include: ["**/*.alone.test.{ts,tsx}"],
          globalSetup: ["./db/testing-setup.ts"],
          maxWorkers: 2,
        },
      },
    ],
  },
});
