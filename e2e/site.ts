import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearAbandoned } from "../db/testing-leftovers";

export type Site = { origin: string; dataDir: string; close: () => Promise<void> };

/**
 * Starts the site as `npm start` does, in local mode, with an empty data folder of its own: embedded PostgreSQL,
 * migrations, starter data, the production build. The port is the wished-for one or the next that is free.
 * @param settings environment variables that make it another mode.
 */
export async function startSite(
  name: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<Site> {
  const prefix = `nhs-map-${name}-`;
  clearAbandoned(prefix);
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Under root another user runs the database, and must be able to enter.
  chmodSync(dataDir, 0o711);
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...localMode(process.env),
      PORT: String(port),
      DATA_DIR: dataDir,
      EMBEDDED_FSYNC: "off",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return {
    origin: await originOf(server, join(dataDir, SERVER_LOG)),
    dataDir,
    close: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** In the data folder: all that the server said. */
export const SERVER_LOG = "server.log";

/** Nothing of the person's own settings may reach the tests, or they would write to a real database. */
function localMode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_OWNER_URL, SITE_URL, SMTP_URL, MAPBOX_TOKEN, NEXTAUTH_SECRET, ...rest } =
    env;
  return { ...rest, HOST: "127.0.0.1" };
}

function originOf(server: ChildProcess, log: string): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      appendFileSync(log, chunk);
      const address = /Outsourcing Map is at (http:\S+)/.exec(said)?.[1];
      if (address) found(address);
      if (process.env.E2E_VERBOSE) process.stdout.write(chunk);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", (code) => failed(new Error(`The site did not start (${code}):\n${said}`)));
  });
}
