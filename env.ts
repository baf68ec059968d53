import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

/**
 * The one reader of `process.env`. Read lazily, so that importing it (as `next build` does) needs nothing set.
 * The table of these settings for people is in README.md and docs/operations.md.
 */
const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const url = (protocols: readonly string[], hint: string) =>
  optional.refine((value) => value === undefined || isUrl(value, protocols), { error: hint });

const wholeNumber = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

const settingsSchema = z.object({
  /** The application's database. Unset: the embedded one under DATA_DIR. */
  DATABASE_URL: url(["postgres:", "postgresql:"], "must look like postgres://user:password@host:5432/name"),
  /** Who runs migrations and command-line imports; the same as DATABASE_URL unless roles are kept apart. */
  DATABASE_OWNER_URL: url(
    ["postgres:", "postgresql:"],
    "must look like postgres://user:password@host:5432/name",
  ),
  DATABASE_DEADLINE_MS: wholeNumber(2000, 100, 60_000),
  DATABASE_POOL_SIZE: wholeNumber(10, 1, 200),
  /** "off" makes the embedded database fast and unsafe: for tests only. */
  EMBEDDED_FSYNC: z.enum(["on", "off"]).default("on"),
  /** "no" leaves out the registers and what came from them: for tests of what does not need them. */
  LOAD_REGISTERS: z.enum(["yes", "no"]).default("yes"),
  SITE_URL: url(["http:", "https:"], "must look like https://www.example.org"),
  HOST: z.string().trim().min(1).default("127.0.0.1"),
  PORT: wholeNumber(3000, 1, 65_535),
  /** "yes" when a reverse proxy that we trust sets X-Forwarded-For. */
  TRUST_PROXY: z.enum(["yes", "no"]).default("no"),
  DATA_DIR: z.string().trim().min(1).default(".data"),
  CACHE_MEGABYTES: wholeNumber(40, 1, 16_384),
  /** How much the log says; docs/operations.md. */
  LOG_LEVEL: z.enum(["error", "warn", "info", "debug"]).default("info"),
  NEXTAUTH_SECRET: optional,
  SMTP_URL: url(["smtp:", "smtps:"], "must look like smtps://user:password@mail.example.org:465"),
  MAIL_FROM: optional,
  MAPBOX_TOKEN: optional,
  MAPBOX_STYLE: z.string().trim().min(1).default("mapbox://styles/mapbox/light-v11"),
  /** A style of somebody else's as the ground of the map; MAP_HOSTS are other origins that it names, with a space between. */
  MAP_STYLE_URL: url(["http:", "https:"], "must look like https://tiles.example.org/style.json"),
  MAP_HOSTS: optional.refine(
    (value) =>
      value === undefined ||
      value.split(/[\s,]+/).every((one) => isUrl(one, ["https:", "http:"]) && new URL(one).origin === one),
    { error: "must be origins such as https://tiles.example.org, with a space between" },
  ),
  /** An archive of tiles (PMTiles) as the ground of the map: a file of this machine, or an address. */
  MAP_TILES: optional.refine(
    (value) => value === undefined || (/^https?:\/\//.test(value) ? URL.canParse(value) : existsSync(value)),
    { error: "must be a PMTiles file that is there, or the address of one" },
  ),
  /** "no" reads no page of a volunteer's link: only its address is looked at. */
  FETCH_LINKS: z.enum(["yes", "no"]).default("yes"),
  /** A bucket of a store that speaks S3, with the address of its server: https://s3.example.org/bucket. Unset: files lie under DATA_DIR. */
  FILES_BUCKET: url(["http:", "https:"], "must look like https://s3.example.org/bucket"),
  FILES_BUCKET_KEY_ID: optional,
  FILES_BUCKET_SECRET: optional,
  FILES_BUCKET_REGION: z.string().trim().min(1).default("us-east-1"),
  /** Of the regulator's API: with it `npm run ingest -- registers fetch` asks that too. */
  CQC_API_KEY: optional,
  CAMPAIGN_NAME: optional,
  CAMPAIGN_CONTACT: optional,
  CAMPAIGN_PRESS_CONTACT: optional,
  CAMPAIGN_IMPRINT: optional,
  /** Where to tell of a weakness of the site: an e-mail address or an https address. The campaign's contact unless set. */
  SECURITY_CONTACT: optional.refine(
    (value) => value === undefined || /^(https:\/\/|mailto:)?[^\s<>]+$/.test(value),
    { error: "must be an e-mail address or an address that begins with https://" },
  ),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What production needs and local mode does without, each with the words of the sentence that asks for it. */
const requiredInProduction = {
  SITE_URL: "the public address of the site, such as https://www.example.org",
  NEXTAUTH_SECRET: "a long random secret that signs sign-in links (openssl rand -base64 32)",
  SMTP_URL: "the mail server that sends sign-in links, such as smtps://user:password@mail.example.org:465",
  CAMPAIGN_NAME: "the name of the campaign that publishes the site",
  CAMPAIGN_CONTACT: "an e-mail address that readers can write to",
  CAMPAIGN_PRESS_CONTACT: "an e-mail address or telephone number for journalists",
  CAMPAIGN_IMPRINT: "who is legally responsible for the site, with a postal address",
} as const satisfies Partial<Record<keyof Settings, string>>;

const loopbackHosts = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

/** Reads and checks a set of variables. Pure: `problems` are whole sentences, empty when all is well. */
export function readSettings(source: Record<string, string | undefined>): {
  settings: Settings | undefined;
  problems: string[];
} {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    return {
      settings: undefined,
      problems: parsed.error.issues.map((issue) => `${issue.path.join(".")} is wrong: ${issue.message}.`),
    };
  }
  const settings = parsed.data;
  const missing = isLocal(settings)
    ? []
    : Object.entries(requiredInProduction)
        .filter(([name]) => settings[name as keyof typeof requiredInProduction] === undefined)
        .map(([name, what]) => `${name} is missing: set it to ${what}.`);
  const half = halfABucket(settings);
  return { settings, problems: [...missing, ...half, ...(isLocal(settings) ? [] : weaknesses(settings))] };
}

/** A store that is named and cannot be opened: files would go to the disk of this machine, and nobody would know. */
function halfABucket({ FILES_BUCKET, FILES_BUCKET_KEY_ID, FILES_BUCKET_SECRET }: Settings): string[] {
  const parts = { FILES_BUCKET, FILES_BUCKET_KEY_ID, FILES_BUCKET_SECRET };
  const absent = Object.entries(parts).filter(([, value]) => value === undefined);
  if (absent.length === 0 || absent.length === 3) return [];
  return absent.map(
    ([name]) => `${name} is missing: a bucket for files needs its address, a key and a secret.`,
  );
}

/** As many letters as `openssl rand -base64 24` makes: 192 bits. */
const SECRET_LETTERS = 32;

/** What is set and would let others in. */
function weaknesses({ NEXTAUTH_SECRET, SITE_URL }: Settings): string[] {
  const problems: string[] = [];
  const secret = NEXTAUTH_SECRET ?? "";
  if (secret && (secret.length < SECRET_LETTERS || new Set(secret).size < 10)) {
    problems.push(
      `NEXTAUTH_SECRET is too short or too easy to guess: set it to ${SECRET_LETTERS} random letters or more (openssl rand -base64 32).`,
    );
  }
  // The rules of browsers count loopback as safe: nothing leaves the machine.
  const { protocol, hostname } = new URL(SITE_URL ?? "https://none");
  if (protocol === "http:" && !loopbackHosts.has(hostname)) {
    problems.push(
      "SITE_URL begins with http://: set it to an address that begins with https://, or sign-in links and cookies could be read on their way.",
    );
  }
  return problems;
}

function isLocal(settings: Settings): boolean {
  return !settings.DATABASE_URL && !settings.SITE_URL && loopbackHosts.has(settings.HOST);
}

let cached: { key: string; settings: Settings } | undefined;

/** The settings of this process. @throws Error naming each wrong (never a merely missing) variable. */
export function settings(): Settings {
  const names = Object.keys(settingsSchema.shape);
  const key = JSON.stringify(names.map((name) => process.env[name]));
  if (cached?.key !== key) {
    const result = readSettings(process.env);
    if (!result.settings) throw new Error(result.problems.join(" "));
    cached = { key, settings: result.settings };
  }
  return cached.settings;
}

/** What stops this process from starting: sentences for the person who set it up. Empty when it can start. */
export function settingsProblems(): string[] {
  return readSettings(process.env).problems;
}

/** Local mode: no DATABASE_URL, no SITE_URL, bound to loopback. Only then are there an outbox and starter accounts. */
export function isLocalMode(): boolean {
  return isLocal(settings());
}

/** Scheme, host and port of the site, without a slash at the end; what links in mails begin with. */
export function siteOrigin(): string {
  const { SITE_URL, PORT } = settings();
  return SITE_URL ? new URL(SITE_URL).origin : `http://127.0.0.1:${PORT}`;
}

/** Absolute path of a file in the data folder (`.data` unless DATA_DIR says otherwise). */
export function dataPath(...parts: string[]): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), settings().DATA_DIR, ...parts);
}

/** The secret that signs sign-in tokens. In local mode it is made once and kept in the data folder. */
export function authSecret(): string {
  const { NEXTAUTH_SECRET } = settings();
  if (NEXTAUTH_SECRET) return NEXTAUTH_SECRET;
  if (!isLocalMode()) throw new Error("NEXTAUTH_SECRET is missing.");
  return keptSecret("nextauth-secret");
}

function keptSecret(name: string): string {
  const folder = dataPath();
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * The campaign's public details. In local mode, plain words stand in for what is not set; nobody is named there for
 * journalists to write to.
 */
export function campaign(): { name: string; contact: string; pressContact: string | null; imprint: string } {
  const given = settings();
  return {
    name: given.CAMPAIGN_NAME ?? "The NHS Outsourcing Map (local copy)",
    contact: given.CAMPAIGN_CONTACT ?? "campaign@example.org",
    pressContact: given.CAMPAIGN_PRESS_CONTACT ?? null,
    imprint: given.CAMPAIGN_IMPRINT ?? "A local copy on one computer. It is not published.",
  };
}

/** Where somebody who found a weakness of the site can write: an e-mail address or an address on the web. */
export function securityContact(): string {
  return settings().SECURITY_CONTACT ?? campaign().contact;
}
