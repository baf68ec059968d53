import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Db, inTransaction } from "@/db/client";
import { makeArea, makeCampaigner, makeProvider, makeService } from "@/db/factories";
import { insertSession } from "@/db/queries/sessions";
import { moderatorAreas, secondFactors, tips } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { ActionState } from "@/domain/action-result";
import { ROLES } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { hashSessionToken } from "@/server/auth/find-session";
import { routeKind } from "@/server/http/route-kind";
import { makeRegisterWorld } from "@/server/imports/cqc/testing-cqc-imports";
import { mapData } from "@/server/pages/map-data";
import { beginChanges, CITED_IN_FORM } from "@/server/reports/changes/testing-change";
import { keepEntryChange } from "@/server/reports/moves/change-entry";
import { makeOwnedThings, type OwnedThings } from "@/server/security/testing-owned-things";
import { addressOf, requestOf, routeFiles, routeHandlers } from "@/server/security/testing-routes";

/**
 * Who can open which page and who can do what, found out by asking: each page that looks at who asks is called, each
 * server action and each address that is no page, as each role, for things of one's own and of somebody else. The answers are the table in
 * docs/security.md. A page or an action that is new, or whose answer is another, makes this test fail until the table says so: run it with
 * UPDATE_ROLE_MATRIX=yes and read the change.
 */
const FILE = "docs/security.md";
const ORIGIN = "https://map.example.org";
/** Has an authenticator app, and has not given its code in this session. */
const WITHOUT_CODE = "moderator without code";
/** Was an admin; their session is still there, as if it had not been ended. */
const SUSPENDED = "suspended";
/** Has yet to answer the practice queue. */
const IN_PRACTICE = "moderator in practice";
/** Decides in an area in which nothing lies that is asked about. */
const ELSEWHERE = "moderator elsewhere";
const EVERYBODY = ["visitor", ...ROLES, SUSPENDED, WITHOUT_CODE, IN_PRACTICE, ELSEWHERE] as const;
type Asker = (typeof EVERYBODY)[number];
/** An area and an organisation that anybody can see. */
const LISTED = { kind: "council", slug: "listed" } as const;

const request = vi.hoisted(() => ({
  db: undefined as unknown,
  token: "",
  /** Whether who asks was looked at. */
  isAsked: false,
  picture: Buffer.alloc(0),
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "https://map.example.org", "x-forwarded-for": "192.0.2.1" }),
  cookies: async () => {
    request.isAsked = true;
    const token = request.token === "" ? undefined : { value: request.token };
    return {
      get: (name: string) => (name.endsWith("session-token") ? token : undefined),
      has: () => false,
      set: () => undefined,
    };
  },
}));
vi.mock("next/cache", async (original) => ({ ...(await original<object>()), refresh: () => undefined }));
vi.mock("next/server", async (original) => ({
  ...(await original<object>()),
  connection: async () => undefined,
}));
vi.mock("@/db/client", async (original) => ({ ...(await original<object>()), getDb: () => request.db }));
vi.mock("@/server/imports/engine/long-work-database", () => ({ importDb: () => request.db }));
vi.mock("@/server/file-store/open-store", () => ({
  fileStore: () => ({
    put: async () => undefined,
    get: async () => request.picture,
    remove: async () => undefined,
  }),
}));
vi.mock("next-intl/server", () => {
  const words = Object.assign((key: string) => key, {
    rich: (key: string) => key,
    markup: (key: string) => key,
    has: () => true,
    raw: () => [],
  });
  return {
    getTranslations: async () => words,
    setRequestLocale: () => undefined,
    getLocale: async () => "en",
    getMessages: async () => (await import(/* @vite-ignore */ resolve("app/i18n/catalogue.ts"))).english,
  };
});

let fresh: FreshDatabase;
let db: Db;
/** Things of each who asks and has an account, and of somebody whom nobody here is. */
const own = new Map<Asker, OwnedThings>();
let others: OwnedThings;
/** What is nobody's own: an entry that anybody can see, a source, an organisation, a place with a change of it that was written and not made, a tip. */
let common: Record<"slug" | "sourceId" | "providerId" | "placeId" | "draftId" | "tipId", string>;

beforeAll(async () => {
  fresh = await freshDatabase({ size: 2, deadlineMs: 60_000 });
  db = fresh.db;
  const blank = { width: 60, height: 40, channels: 3, background: "teal" } as const;
  request.picture = await sharp({ create: blank }).jpeg().toBuffer();
  const area = await makeArea(fresh.ownerDb, LISTED);
  await makeProvider(db, { slug: LISTED.slug });
  await makeRegisterWorld(db);
  const { slug } = await makeService(db, { slug: LISTED.slug });
  const tip = { whereabouts: "Newtown", says: "Something is missing" };
  const [told] = await db.insert(tips).values(tip).returning({ id: tips.id });
  const { world, actor: approver } = await beginChanges(db);
  const { place: placeId, source: sourceId, provider: providerId } = world.ids;
  const draftId = await keepEntryChange(db, approver, changeForm(placeId));
  common = { slug, sourceId, providerId, placeId, draftId, tipId: told?.id ?? "" };
  const approvedIn = { ids: world.ids, approver };
  for (const asker of EVERYBODY) {
    if (asker === "visitor") continue;
    own.set(asker, await makeOwnedThings(db, await accountOf(asker, area.id), approvedIn));
  }
  const { id: stranger } = await makeCampaigner(db, { role: "moderator" });
  others = await makeOwnedThings(db, stranger, approvedIn);
});
afterAll(async () => {
  await fresh.close();
});
beforeEach(() => {
  vi.stubEnv("SITE_URL", ORIGIN);
  vi.stubEnv("MAP_TILES", resolve("package.json"));
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough");
  for (const name of ["CAMPAIGN_NAME", "CAMPAIGN_CONTACT"]) vi.stubEnv(name, "contact@example.org");
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What one of them gets for things of their own and of somebody else, each in a world that is gone afterwards. */
async function as(asker: Asker, ask: (about: OwnedThings) => Promise<string>): Promise<string> {
  request.token = tokenOf(asker);
  const ofOthers = await inGoneWorld(() => ask(others));
  const things = own.get(asker);
  const ofOwn = things ? await inGoneWorld(() => ask(things)) : ofOthers;
  return ofOwn === ofOthers ? ofOwn : `own: ${ofOwn}, other: ${ofOthers}`;
}

async function inGoneWorld(ask: () => Promise<string>): Promise<string> {
  const gone = new Error("rolled back");
  let answer = "";
  await inTransaction(db, async (inner: Db) => {
    request.db = inner;
    answer = await ask();
    throw gone;
  }).catch((error: unknown) => {
    if (error !== gone) throw error;
  });
  return answer;
}

const tokenOf = (asker: Asker) => (asker === "visitor" ? "" : `token of ${asker}`);

type HasAccount = Exclude<Asker, "visitor">;

/** An account with a session, and how it stands. */
async function accountOf(asker: HasAccount, areaId: string): Promise<string> {
  const { id } = await makeCampaigner(db, standingOf(asker));
  if (asker === WITHOUT_CODE)
    await db.insert(secondFactors).values({ accountId: id, secret: "sealed", confirmedAt: new Date() });
  if (asker === ELSEWHERE) await db.insert(moderatorAreas).values({ campaignerId: id, areaId });
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insertSession(db, { token: hashSessionToken(tokenOf(asker)), campaignerId: id, expiresAt });
  return id;
}

function standingOf(asker: HasAccount): Parameters<typeof makeCampaigner>[1] {
  if (asker === SUSPENDED) return { role: "admin", suspendedAt: new Date(), suspendedBecause: "A test" };
  if (asker === IN_PRACTICE) return { role: "moderator", practisedAt: null };
  return { role: asker === WITHOUT_CODE || asker === ELSEWHERE ? "moderator" : asker };
}

/** Next says where it leads by throwing. */
function wayOf(error: unknown): string {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "no";
  if (/^NEXT_REDIRECT;.*\/sign-in\?/.test(digest)) return "signs in";
  if (/^NEXT_REDIRECT;.*\/account\/second-factor\?/.test(digest)) return "gives code";
  if (digest.startsWith("NEXT_REDIRECT")) return "yes";
  if (!(error instanceof DomainError)) throw error;
  return error.code === "not-found" || error.code === "not-allowed" ? "no" : "yes";
}

async function askPage(name: string, asker: Asker): Promise<string> {
  const { default: Page } = (await import(/* @vite-ignore */ resolve("app", name))) as {
    default: (props: object) => Promise<unknown>;
  };
  const type = name.includes("/records/") ? "service" : "services";
  const { slug } = common;
  return as(asker, (about) => {
    const id = idOf(name, about);
    const params = Promise.resolve({ locale: "en", id, number: "2", step: "where", type, slug, ref: slug });
    return Page({ params, searchParams: Promise.resolve({}) }).then(() => "yes", wayOf);
  });
}

function idOf(name: string, about: OwnedThings): string {
  if (name.includes("/organisations")) return about.editionId;
  if (name.includes("imports")) return about.batchId;
  if (name.includes("/complaints/[id]")) return about.complaintId;
  if (name.includes("/several/[id]")) return about.runId;
  if (name.includes("/tips/[id]")) return common.tipId;
  if (name.includes("/second/[id]")) return about.lookId;
  return name.includes("campaigners") ? about.id : about.reportId;
}

/** Refusals that are about who asks, not about how things stand. */
const WHO =
  /^(sign-in|not-.*|own-.*|practise-first|outside-areas|second-(asked|concerned|other)|no-second-factor-role|command-line-only|second-factor)$/;
const HOW = /^(not-local-mode|not-a-list|not-suspended|not-public|not-offered)$/;

function answerOf(name: string, state: ActionState<unknown>): string {
  if (state === null || state.ok) return "yes";
  if (state.code === "unexpected") throw new Error(`a fault of ours: ${name}`);
  if (state.reason === "sign-in") return "signs in";
  if (state.code === "not-found") return "no";
  const isWho = state.code === "not-allowed" && WHO.test(state.reason ?? "") && !HOW.test(state.reason ?? "");
  return isWho ? "no" : "yes";
}

type Action = (previous: null, form: FormData) => Promise<ActionState<unknown>>;

async function askAction(name: string, run: Action, asker: Asker): Promise<string> {
  return as(asker, (about) => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...FIELDS, ...about, ...formOf(name, about) }))
      form.set(field, value);
    return run(null, form).then(
      (state) => answerOf(name, state),
      (error) =>
        // An action leads on when it is done, to that page too.
        wayOf(error).replace("gives code", "yes"),
    );
  });
}

/** What this form asks for beside what all are sent: fields of one name are other things in other forms. */
function formOf(name: string, about: OwnedThings): Record<string, string | File> {
  const { slug, sourceId, providerId, placeId, draftId, tipId } = common;
  const all = { slug, ref: slug, sourceId, draftId, tipId };
  if (name.endsWith(" showChangeAction")) return { ...all, ...changeForm(placeId) };
  if (name.endsWith(" reviseSourceAction")) return { ...all, ref: sourceId };
  if (name.endsWith(" comment")) return { ...all, ...COMMENT, ref: providerId };
  if (name.endsWith(" commentImportAction"))
    return { ...all, ...COMMENT, batchId: about.editionId, providerId: about.organisationId };
  if (name.endsWith(" publishFileAction")) return { ...all, fileId: about.pictureId };
  if (name.endsWith(" beginBulkAction")) return { ...all, chosen: `${about.reportId}:1` };
  if (name.endsWith(" settle")) return { ...all, ref: about.disputedId };
  if (name.endsWith(" restoreRecordAction")) return { ...all, ref: about.withheldId };
  if (name.endsWith(" revertAction")) return { ...all, id: about.recordId };
  if (name.endsWith(" takeBackChangeAction")) return { ...all, batchId: about.changeId };
  if (name.endsWith(" takeBackAction")) return { ...all, batchId: about.changeId, batchVersion: "1" };
  if (name.endsWith(" takeBackBulkAction")) return { ...all, runId: about.decidedRunId };
  if (name.endsWith(" askErasingRecordAction")) return { ...all, ref: about.withheldId, version: "" };
  if (name.endsWith(" askErasingSentAction")) return { ...all, kind: "complaint", sentId: about.complaintId };
  if (name.endsWith(" sendMessage")) return { ...all, body: "A message" };
  const proposed = { id: about.proposalId, chosen: `${about.proposalId}:1`, decision: "dismiss" };
  if (name.includes("/proposals`")) return { ...all, ...proposed };
  const isOfEntry = name.includes("/moderation/records");
  return isOfEntry ? { ...all, slug: about.recordId, ref: about.recordId } : all;
}

/** What an organisation wrote about its entry. */
const COMMENT = {
  comment: "We treat every patient well.",
  document: "A letter",
  date: "2026-10-05",
  verified: "Called back on the listed number",
};

/** A change of a place, as a moderator writes it. */
function changeForm(placeId: string): Record<string, string> {
  const about = {
    aboutType: "place",
    aboutId: placeId,
    question: "wrong",
    field: "kind",
    proposed: "hospital",
  };
  return { ...CITED_IN_FORM, ...about, note: "The sign at the door says so." };
}

/** Enough for every form to get as far as asking who sends it. */
const FIELDS = {
  version: "1",
  sameAs: "any-service",
  step: "what",
  category: "gp-practice",
  submissionKey: "00000000-0000-4000-8000-000000000000",
  reason: "A reason that is long enough to be one",
  note: "A note that is long enough",
  message: "A message",
  revision: "1",
  source: "A document",
  offer: "yes",
  shows: "A sign beside the door",
  left: "10",
  top: "10",
  width: "50",
  height: "50",
  verdict: "confirm",
  email: "somebody@example.org",
  code: "BCDF-GHJK",
  decision: "reject",
  answer: "An answer that is long enough to be one",
  type: "service",
  folder: "services",
  field: "provider",
  says: "Somebody else runs it, they say",
  shown: "Who runs this surgery now?",
  register: "waiting-times",
  published: "2026-04",
  role: "moderator",
  who: "somebody@example.org",
  words: "erase my account",
  because: "A file for a test of who may bring one",
  file: new File(["no list"], "list.csv"),
  files: new File(["%PDF-1.7\nhello\n%%EOF\n"], "a.pdf"),
};

async function rowsOf(what: string[], ask: (name: string, asker: Asker) => Promise<string>) {
  const rows: string[] = [];
  for (const name of what) {
    request.isAsked = false;
    const ofVisitor = await ask(name, "visitor");
    const cells: string[] = [];
    // What never looks at who asks answers everybody as it answers a visitor.
    for (const asker of EVERYBODY) cells.push(request.isAsked ? await ask(name, asker) : ofVisitor);
    rows.push(`| ${[name, ...cells].join(" | ")} |`);
  }
  return rows;
}

const head = (first: string) => [
  `| ${[first, ...EVERYBODY].join(" | ")} |`,
  `|${"---|".repeat(EVERYBODY.length + 1)}`,
];

async function pages(): Promise<string[]> {
  const all = routeFiles("page.tsx");
  const isPersonal = (name: string) =>
    routeKind(addressOf(name)) === "personal" && !name.includes("(public)");
  const byAddress = new Map(all.filter(isPersonal).map((name) => [`\`${addressOf(name)}\``, name]));
  const asked = await rowsOf([...byAddress.keys()], (address, asker) =>
    askPage(byAddress.get(address) ?? "", asker),
  );
  const others = all.filter((name) => !isPersonal(name)).map((name) => `\`${addressOf(name)}\``);
  return [
    ...head("page"),
    ...asked,
    "",
    "The same for everybody, as they never ask who reads:",
    "",
    others.join(", "),
    "",
  ];
}

async function actions(): Promise<string[]> {
  const all = new Map<string, Action>();
  for (const name of routeFiles("actions.ts")) {
    const made = (await import(/* @vite-ignore */ resolve("app", name))) as Record<string, Action>;
    for (const [key, run] of Object.entries(made)) all.set(`\`${addressOf(name)}\` ${key}`, run);
  }
  const ask = (key: string, asker: Asker) => {
    const run = all.get(key);
    return run ? askAction(key, run, asker) : Promise.resolve("no");
  };
  return [...head("action"), ...(await rowsOf([...all.keys()].sort(), ask)), ""];
}

function bodyOf(address: string, { reportId }: OwnedThings): BodyInit {
  if (address === "/api/report-files") return JSON.stringify({ reportId, name: "c.jpg", bytes: 10 });
  return address === "/api/report-files/[id]" ? "a" : new URLSearchParams({ token: "made up" });
}

/** The method and address of every handler of an address that is no page. */
async function routes(): Promise<string[]> {
  request.db = db;
  const { hash } = (await mapData()).files;
  const all = new Map((await routeHandlers()).map((one) => [`${one.method} \`${one.address}\``, one]));
  const ask = (key: string, asker: Asker) =>
    as(asker, async (about) => {
      const { method, address, run } = all.get(key) ?? {};
      if (!method || !address || !run) return "no";
      const body = method === "POST" ? bodyOf(address, about) : null;
      const headers = { origin: ORIGIN, range: "bytes=0-9" };
      // For addresses that ask for a record, or where a part of a file begins, by their query.
      const query = new URLSearchParams({ service: common.slug, at: "0", of: about.organisationId });
      const sent = requestOf(`${ORIGIN}/?${query}`, { method, headers, body });
      const rows = "/admin/imports/[id]/organisations/rows";
      const ids = {
        [rows]: about.editionId,
        "/api/files/[id]": about.fileId,
        "/api/report-files/[id]": about.begunFileId,
      };
      const id = Object.entries(ids).find(([known]) => known === address)?.[1] ?? about.batchId;
      const record = { type: "provider", ref: LISTED.slug };
      const named = { nextauth: ["callback", "email"], hash, part: "pins" };
      const params = { id, ...named, ...record, ...LISTED };
      // Whoever may not is told that there is nothing.
      return Promise.resolve(run(sent, { params: Promise.resolve(params) })).then(({ status }) => {
        if (status >= 500) throw new Error(`a fault of ours: ${key} ${status}`);
        return [401, 403, 404].includes(status) ? "no" : "yes";
      }, wayOf);
    });
  return [...head("address"), ...(await rowsOf([...all.keys()].sort(), ask)), ""];
}

/** What nobody gets here: only a local copy has an outbox, and this is none. */
const NOBODYS: readonly string[] = ["`/outbox`"];

/** Nothing is known of what nobody gets: what is asked for may not be there, so that who asks is never looked at. */
function rowsWithoutYes(table: string): string[] {
  const rows = table.split("\n").filter((line) => /^\|.*`/.test(line));
  return rows.filter((row) => !/\byes\b/.test(row) && !NOBODYS.some((name) => row.startsWith(`| ${name} |`)));
}

test("docs/security.md tells who may do what, as it is", { timeout: 300_000 }, async () => {
  const table = [
    ...["### Pages", "", ...(await pages())],
    ...["### Server actions", "", ...(await actions())],
    ...["### Addresses that are no pages", "", ...(await routes())],
  ].join("\n");
  const text = readFileSync(FILE, "utf8");
  const [before = "", rest = ""] = text.split("<!-- roles: begin -->\n");
  const [, after = ""] = rest.split("<!-- roles: end -->");
  const expected = `${before}<!-- roles: begin -->\n\n${table}\n<!-- roles: end -->${after}`;
  if (process.env.UPDATE_ROLE_MATRIX === "yes") writeFileSync(FILE, expected);
  expect(rowsWithoutYes(table), "what nobody gets").toEqual([]);
  expect(readFileSync(FILE, "utf8")).toBe(expected);
});
