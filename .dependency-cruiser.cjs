/**
 * The arrows of docs/architecture.md: app -> server -> db -> domain, components -> domain, ingest -> domain.
 * scripts/check-imports.mjs runs it and fails when a source file was not read: a dependency-cruiser that does not
 * understand the installed TypeScript would otherwise find nothing and say so cheerfully.
 */
const pkg = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)|^(${names})(/|$)`;
const test = "\\.test\\.tsx?$|^db/testing|/testing[^/]*\\.tsx?$|^e2e/";
/** First words of the files of use cases that write. A new verb belongs here. */
const writing = [
  "appeal|approve|claim|comment|confirm|decide|discard|draft|edit|expire|grant|hold|import|mark|merge|pass|publish",
  "reject|release|remove|renew|request|resubmit|return|review|revoke|save|start|submit|take|undo|withdraw",
].join("|");
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid(
      "no-cycles",
      "Two files that need each other are one file, or hide a third.",
      {},
      { circular: true },
    ),
    {
      name: "no-cycles-between-folders-of-domain",
      comment:
        "What belongs together stands together: two nouns that need each other hide a third (domain/pages holds what pages show).",
      severity: "error",
      scope: "folder",
      from: { path: "^domain/" },
      to: { circular: true },
    },
    forbid(
      "domain-is-pure",
      "domain/ is plain TypeScript: no framework, no database, no environment.",
      { path: "^domain/", pathNot: "\\.test\\.ts$" },
      { pathNot: ["^domain/", pkg("zod")] },
    ),
    forbid(
      "db-knows-only-domain",
      "db/ stores what domain/ defines; it never calls back up.",
      { path: "^db/", pathNot: test },
      { path: "^(app|components|server|ingest|e2e|scripts|bench)/" },
    ),
    forbid(
      "ingest-only-reads",
      "Bytes in, typed rows or refusals out; a use case in server/ writes them, audited.",
      { path: "^ingest/", pathNot: "^ingest/build/" },
      { path: "^(app|components|server|db|e2e|scripts|bench)/|^ingest/build/" },
    ),
    forbid(
      "builders-know-files-only",
      "ingest/build/ turns publishers' files into the tables of the clone: it needs their formats and readers, and no database.",
      { path: "^ingest/build/", pathNot: test },
      { path: "^(app|components|server|e2e|scripts|bench)/|^db/(?!reference/|seed/)" },
    ),
    forbid(
      "import-engine-knows-no-format",
      "server/imports/engine asks the port (import-format.ts) and finds a format in the registry: it never names one.",
      { path: "^server/imports/engine/", pathNot: test },
      { path: "^server/imports/(?!engine/|formats\\.ts$)" },
    ),
    forbid(
      "import-formats-do-not-meet",
      "What two formats need is the engine's, or lies outside of imports: a new one is a folder and a line in formats.ts.",
      { path: "^server/imports/((?!engine/)[^/]+)/", pathNot: test },
      { path: "^server/imports/(?!$1/|engine/)[^/]+(/|\\.ts$)" },
    ),
    forbid(
      "drafts-go-one-way",
      "What a publisher's file says becomes claims in its format only: the loaders of what is shipped plan by the same functions.",
      { path: "^server/", pathNot: [test, "^server/imports/", "^server/registers/"] },
      { path: "^server/registers/waiting-times/[a-z]+-drafts\\.ts$" },
    ),
    forbid(
      "server-never-renders",
      "Use cases are callable from a page, an action, a script or a test.",
      { path: "^server/" },
      { path: "^(app|components|e2e|scripts|bench)/" },
    ),
    forbid(
      "use-cases-never-read-the-request",
      "Only server/auth may touch headers, cookies or next-auth; a use case is given its actor.",
      { path: "^server/", pathNot: "^server/(auth/|action\\.ts$|http/cache-handler\\.mjs$)" },
      { path: pkg("next|next-auth") },
    ),
    forbid(
      "components-only-see-domain",
      "A component is given its data as props.",
      { path: "^components/" },
      { path: "^(app|server|db|ingest|e2e|scripts|bench)/|^env\\.ts$" },
    ),
    forbid(
      "ui-is-domain-free",
      "components/ui could ship in another product.",
      { path: "^components/ui/" },
      { path: "^(domain/|components/(?!ui/))" },
    ),
    forbid(
      "app-never-queries",
      "Pages and actions ask server/; they never reach the database or a file format.",
      { path: "^app/", pathNot: test },
      { path: "^(db|ingest|e2e|scripts|bench)/" },
    ),
    forbid(
      "sql-lives-in-db",
      "drizzle-orm and postgres are imported in db/ only (and by the scripts that look after the database).",
      { path: "^(app|components|domain|server|ingest)/", pathNot: test },
      { path: pkg("drizzle-orm|postgres") },
    ),
    forbid(
      "map-libraries-live-in-components-map",
      "One folder knows the map libraries.",
      { pathNot: "^(components/map/|bench/map/)" },
      { path: pkg("mapbox-gl|maplibre-gl") },
    ),
    forbid(
      "next-auth-lives-in-server-auth",
      "One folder knows the auth library.",
      { pathNot: "^server/auth/" },
      { path: pkg("next-auth") },
    ),
    forbid(
      "nothing-imports-tests",
      "What only tests need must not reach the product.",
      { pathNot: `${test}|^(vitest|playwright)\\.config` },
      { path: test },
    ),
  ],
  required: [
    {
      name: "actions-use-the-wrapper",
      severity: "error",
      comment: "Every server action gets its actor and its error mapping from server/action.ts.",
      module: { path: "^app/.*actions\\.ts$" },
      to: { path: "^server/action\\.ts$" },
    },
    {
      name: "writes-leave-a-trace",
      severity: "error",
      comment: "Every use case that writes (its file begins with one of these verbs) records who did what.",
      module: {
        path: `^server/(?:[^/]+/)+(${writing})(-[^/]+)?\\.ts$`,
        // Signing in and sending mail change no record; a second factor has a trace of its own, below.
        pathNot: "^server/(auth|mail|second-factor)/|\\.test\\.ts$",
      },
      // Through whatever they share: all moves of a report, for one, go through a single file.
      to: { path: "^server/audit\\.ts$", reachable: true },
    },
    {
      name: "second-factors-leave-a-trace",
      severity: "error",
      comment: "What changes how an account is protected is told in the security log.",
      module: { path: "^server/second-factor/(confirm|give|remove|require|check)-[^/]+\\.ts$" },
      to: { path: "^server/security/record-security-event\\.ts$", reachable: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true, // type-only imports count: a leaked type is a leaked dependency
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|drizzle|public|docs)/" },
  },
};
