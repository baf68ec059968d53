import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import next from "next";
import { wasUnavailable } from "@/db/availability";
import { databaseUrls, getDb } from "@/db/client";
import { listenForPublications } from "@/db/listen";
import { authSecret, isLocalMode, securityContact, settings, siteOrigin } from "@/env";
import { finishSwitch } from "@/ingest/build/file-set";
import { findActorOfToken } from "@/server/auth/find-session";
import { startModeratorMail } from "@/server/campaigners/tell-moderators";
import { admitted, admitting } from "@/server/http/admit";
import { countingRedirects } from "@/server/http/counting-redirects";
import { cspReports } from "@/server/http/csp-reports";
import { frontListener } from "@/server/http/front";
import { mapRedirects } from "@/server/http/map-redirects";
import { packedFiles } from "@/server/http/packed-files";
import { notePublication } from "@/server/http/publication";
import { readLimit } from "@/server/http/read-limit";
import { responseCache } from "@/server/http/response-cache";
import { securityText } from "@/server/http/security-text";
import { servedFiles } from "@/server/http/served-files";
import { uploadGate } from "@/server/http/upload-gate";
import { expireImportHolds } from "@/server/imports/engine/hold-import";
import { log } from "@/server/log";
import { consoleToLog } from "@/server/log-console";
import { fastLookUps } from "@/server/look-up/fast-look-ups";
import { postedLookUps } from "@/server/look-up/posted-look-ups";
import { warmReference } from "@/server/look-up/warm-reference";
import { startMailWorker } from "@/server/mail/mail-worker";
import { mapOrigins } from "@/server/pages/load-map-config";
import { startHoldTimer } from "@/server/reports/moves/hold-timer";
import { sendWeeklyHealth } from "@/server/reports/pages/weekly-health";
import { warmNames } from "@/server/search/warm-names";
import { startAuditTimer } from "@/server/security/audit-timer";

export type Serving = { origin: string; port: number; close: () => Promise<void> };

/** The web server: ours in front, Next behind, one process. @throws Error naming a port that cannot be used. */
export async function serve({ dev, root }: { dev: boolean; root: string }): Promise<Serving> {
  log.level = settings().LOG_LEVEL;
  const { HOST, SITE_URL, MAPBOX_TOKEN } = settings();
  let begin: (listener: RequestListener) => void = () => undefined;
  const ready = new Promise<RequestListener>((resolve) => {
    begin = resolve;
  });
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 });
  // The port is taken before Next is ready; who comes early waits a moment.
  server.on("request", async (request, response) => (await ready)(request, response));
  const port = await listen(server, HOST, settings().PORT, SITE_URL === undefined);
  // next-auth reads these two by itself; in local mode they are known only now.
  process.env.PORT = String(port);
  process.env.NEXTAUTH_URL = siteOrigin();
  process.env.NEXTAUTH_SECRET = authSecret();

  // Somebody who develops reads the console itself.
  if (!dev) consoleToLog();
  const app = next({ dev, dir: root, hostname: HOST, port, ...(dev ? { httpServer: server } : {}) });
  await app.prepare();
  const handle = app.getRequestHandler();
  const wordsOf = (name: string) => JSON.parse(readFileSync(join(root, `messages/en/${name}.json`), "utf8"));
  const broken = wordsOf("error-page");
  const words = { ...wordsOf("unavailable"), brokenTitle: broken.title, brokenText: broken.text };
  // Before the first page and the first connection: unpacking keeps this process busy for seconds, and a page that waits for
  // the database meanwhile would run into its deadline. Somebody who develops would wait at every start.
  finishIngest();
  const warm = warmReference()
    .then(warmNames)
    .catch((error: unknown) => log.error({ err: error }, "The reference tables cannot be read"));
  if (!dev) await warm;
  const { url, role } = databaseUrls();
  // Pages rendered before the number is known would all be rendered again when it comes.
  let heard: () => void = () => undefined;
  const firstNumber = new Promise<void>((done) => {
    heard = done;
  });
  const stopListening = listenForPublications({
    url,
    role,
    onNumber: (number) => {
      notePublication(number);
      heard();
    },
    onTrouble: (error) => {
      log.error({ err: error }, "The database does not tell what is published");
      heard();
    },
  });
  await firstNumber;

  const trustProxy = settings().TRUST_PROXY === "yes";
  const uploads = uploadGate((token) => findActorOfToken(getDb(), token));
  const isServed = servedFiles(root);
  const admit = admitting({ reads: readLimit(), uploads, isServed, trustProxy, words });
  begin(
    frontListener({
      next: handle,
      admit,
      fast: [
        admitted(admit, fastLookUps({ siteOrigin: siteOrigin() })),
        admitted(admit, postedLookUps({ next: handle })),
        countingRedirects,
        mapRedirects,
        securityText({ siteOrigin: siteOrigin(), contact: securityContact() }),
        cspReports(),
        // Somebody who develops wants every change to show.
        ...(dev
          ? []
          : [packedFiles(root), responseCache({ bytes: (settings().CACHE_MEGABYTES * 1024 * 1024) / 2 })]),
      ],
      siteOrigin: siteOrigin(),
      localMode: isLocalMode(),
      trustProxy,
      policy: {
        mapbox: MAPBOX_TOKEN !== undefined,
        mapOrigins: mapOrigins(),
        dev,
        https: siteOrigin().startsWith("https:"),
      },
      databaseIsSilent: () => wasUnavailable(5_000),
      words,
    }),
  );
  const stopMail = startMailWorker();
  const stopHoldTimer = startHoldTimer(undefined, undefined, expireImportHolds);
  const stopAuditTimer = startAuditTimer();
  const stopModeratorMail = startModeratorMail(sendWeeklyHealth);
  // In dev, Next itself takes the upgrades (hot reload) of the server it is given.
  if (!dev) server.on("upgrade", (_request, socket) => socket.destroy());

  return {
    origin: siteOrigin(),
    port,
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), 3_000); // a request in progress gets this long
      await closed;
      clearTimeout(force);
      await Promise.all([stopHoldTimer(), stopAuditTimer(), stopModeratorMail()]);
      await stopListening();
      await stopMail();
      await app.close();
    },
  };
}

/** What an ingest that was killed had left to rename; where the files cannot be written, readers know where they are. */
function finishIngest(): void {
  try {
    finishSwitch();
  } catch (error) {
    console.error("The files of the last ingest cannot be renamed:", String(error));
  }
}

/** Takes the wished-for port, or one of the next twenty when `mayMove`. */
async function listen(server: Server, host: string, wish: number, mayMove: boolean): Promise<number> {
  for (let port = wish; port <= wish + 20; port++) {
    const problem = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen(port, host, () => {
        server.removeListener("error", done);
        done(undefined);
      });
    });
    if (!problem) {
      if (port !== wish) console.log(`  Port ${wish} is taken by another program; using ${port}.`);
      return port;
    }
    if (problem.code !== "EADDRINUSE" || !mayMove) {
      throw new Error(
        `Cannot listen on ${host}:${port}: ${problem.code === "EADDRINUSE" ? "the port is taken" : problem.message}.`,
      );
    }
  }
  throw new Error(`Ports ${wish} to ${wish + 20} are all taken: set PORT to a free one.`);
}
