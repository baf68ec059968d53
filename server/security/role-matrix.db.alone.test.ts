import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Db, inTransaction } from "@/db/client";
import { makeArea, makeCampaigner, makeProvider, makeReport, makeService } from "@/db/factories";
import { insertBulkRun } from "@/db/queries/bulk";
import { insertSecondLook } from "@/db/queries/second-looks";
import { insertSession } from "@/db/queries/sessions";
import { batches, complaints, secondFactors, tips } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { ActionState } from "@/domain/action-result";
import { ROLES } from "@/domain/actor";
import { hashSessionToken } from "@/server/auth/find-session";
import { routeKind } from "@/server/http/route-kind";
import { LIST, makeActor, stage } from "@/server/imports/testing";
import { mapData } from "@/server/pages/map-data";
import { addressOf, requestOf, routeFiles, routeHandlers } from "@/server/security/testing-routes";

/**
 * Who can open which page and who can do what, found out by asking: each page that looks at who asks is called, each
 * server action and each address that is no page, as each role. The answers are the table in docs/security.md. A page or an action that is new, or whose
 * answer is another, makes this test fail until the table says so: run it with UPDATE_ROLE_MATRIX=yes and read the change.
 */
const FILE = "docs/security.md";
const ORIGIN = "https://map.example.org";
/** Has an authenticator app, and has not given its code in this session. */
const WITHOUT_CODE = "moderator without code";
/** Was an admin; their session is still there, as if it had not been ended. */
const SUSPENDED = "suspended";
const EVERYBODY = ["visitor", ...ROLES, SUSPENDED, WITHOUT_CODE] as const;
type Asker = (typeof EVERYBODY)[number];
/** An area and an organisation that anybody can see. */
const LISTED = { kind: "council", slug: "listed" } as const;

const request = vi.hoisted(() => ({ db: undefined as unknown, token: "" }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "https://map.example.org", "x-forwarded-for": "192.0.2.1" }),
  cookies: async () => ({
    get: (name: string) =>
      name.endsWith("session-token") && request.token ? { value: request.token } : undefined,
    has: () => false,
    set: () => undefined,
  }),
}));
vi.mock("@/db/client", async (original) => ({ ...(await original<object>()), getDb: () => request.db }));
vi.mock("@/server/imports/engine/long-work-database", () => ({ importDb: () => request.db }));
vi.mock("next-intl/server", () => {
  const words = Object.assign((key: string) => key, {
    rich: (key: string) => key,
    has: () => true,
    raw: () => [],
  });
  return {
    getTranslations: async () => words,
    setRequestLocale: () => undefined,
    getLocale: async () => "en",
  };
});

let fresh: FreshDatabase;
let db: Db;
/** A list that somebody brought; in half of the tries it is the asker's own. */
let batchId: string;
/** An entry that anybody can see, and a complaint about it. */
let slug: string;
let complaintId: string;
let tipId: string;
/** What somebody asked for that waits for a second person. */
let lookId: string;
/** Reports that a moderator means to decide together. */
let runId: string;

beforeAll(async () => {
  fresh = await freshDatabase({ size: 2, deadlineMs: 60_000 });
  db = fresh.db;
  batchId = await stage(db, await makeActor(db, "admin"), LIST);
  await makeArea(fresh.ownerDb, LISTED);
  await makeProvider(db, { slug: LISTED.slug });
  const service = await makeService(db, { slug: LISTED.slug });
  slug = service.slug;
  const complaint = {
    recordType: "service",
    recordId: service.id,
    kind: "closed",
    why: "It is wrong",
  } as const;
  const [made] = await db.insert(complaints).values(complaint).returning({ id: complaints.id });
  complaintId = made?.id ?? "";
  const tip = { whereabouts: "Newtown", says: "Something is missing" };
  const [told] = await db.insert(tips).values(tip).returning({ id: tips.id });
  tipId = told?.id ?? "";
  const look = { act: "withhold", subjectType: "service", subjectId: service.id } as const;
  lookId =
    (await insertSecondLook(db, { ...look, reason: "It is wrong", askedBy: "record-command" }))?.id ?? "";
  const { id: moderatorId } = await makeActor(db, "moderator");
  const run = { moderatorId, verdict: "reject", reason: "It is wrong", submissionKey: moderatorId } as const;
  runId = (await insertBulkRun(db, run)).id;
});
afterAll(async () => {
  await fresh.close();
});
beforeEach(() => {
  vi.stubEnv("SITE_URL", ORIGIN);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test, long enough");
  for (const name of ["CAMPAIGN_NAME", "CAMPAIGN_CONTACT"]) vi.stubEnv(name, "contact@example.org");
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The report and the list that are asked about. */
type About = { reportId: string; batchId: string; id: string };

/** What one of them gets for things of their own and of somebody else, in a world that is gone afterwards. */
async function as(asker: Asker, ask: (about: About) => Promise<string>): Promise<string> {
  const answers: string[] = [];
  const gone = new Error("rolled back");
  await inTransaction(db, async (inner: Db) => {
    request.db = inner;
    const id = await signInAs(inner, asker);
    const [own, other] = [await makeReport(inner, { authorId: id }), await makeReport(inner)];
    answers.push(await ask({ reportId: other.id, batchId, id }));
    await inner.update(batches).set({ importedBy: id }).where(eq(batches.id, batchId));
    answers.push(await ask({ reportId: own.id, batchId, id }));
    throw gone;
  }).catch((error: unknown) => {
    if (error !== gone) throw error;
  });
  return ORDER.find((answer) => answers.includes(answer)) ?? "no";
}

async function signInAs(inner: Db, asker: Asker): Promise<string> {
  const { id } = await makeCampaigner(inner, accountOf(asker));
  if (asker === WITHOUT_CODE) {
    await inner.insert(secondFactors).values({ accountId: id, secret: "sealed", confirmedAt: new Date() });
  }
  request.token = asker === "visitor" ? "" : `token of ${asker}`;
  if (request.token === "") return id;
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insertSession(inner, { token: hashSessionToken(request.token), campaignerId: id, expiresAt });
  return id;
}

function accountOf(asker: Asker): Parameters<typeof makeCampaigner>[1] {
  if (asker === SUSPENDED) return { role: "admin", suspendedAt: new Date(), suspendedBecause: "A test" };
  if (asker === WITHOUT_CODE) return { role: "moderator" };
  return { role: asker === "visitor" ? "campaigner" : asker };
}

/** Next says where it leads by throwing. */
function wayOf(error: unknown): string {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "no";
  if (/^NEXT_REDIRECT;.*\/sign-in\?/.test(digest)) return "signs in";
  if (/^NEXT_REDIRECT;.*\/account\/second-factor\?/.test(digest)) return "gives code";
  if (digest.startsWith("NEXT_REDIRECT")) return "yes";
  return error instanceof Error && error.name === "NotFoundError" ? "no" : "yes";
}

async function askPage(name: string, asker: Asker): Promise<string> {
  const { default: Page } = (await import(/* @vite-ignore */ resolve("app", name))) as {
    default: (props: object) => Promise<unknown>;
  };
  const idOf = (about: About) =>
    name.includes("imports")
      ? about.batchId
      : name.includes("/complaints/[id]")
        ? complaintId
        : name.includes("/several/[id]")
          ? runId
          : name.includes("/tips/[id]")
            ? tipId
            : name.includes("/second/[id]")
              ? lookId
              : name.includes("campaigners")
                ? about.id
                : about.reportId;
  const type = name.includes("/records/") ? "service" : "services";
  return as(asker, (about) => {
    const params = Promise.resolve({
      locale: "en",
      id: idOf(about),
      number: "2",
      step: "where",
      type,
      slug,
      ref: slug,
    });
    return Page({ params, searchParams: Promise.resolve({}) }).then(() => "yes", wayOf);
  });
}

/** Refusals that are about who asks, not about how things stand. */
const WHO = /^(sign-in|not-.*|no-second-factor-role|command-line-only|second-factor)$/;
const HOW = /^(not-holder|not-local-mode|not-a-list|not-suspended)$/;

function answerOf(state: ActionState<unknown>): string {
  if (state === null || state.ok) return "yes";
  if (state.reason === "sign-in") return "signs in";
  if (state.code === "not-found") return "no";
  const isWho = state.code === "not-allowed" && WHO.test(state.reason ?? "") && !HOW.test(state.reason ?? "");
  return isWho ? "no" : "yes";
}

type Action = (previous: null, form: FormData) => Promise<ActionState<unknown>>;

async function askAction(run: Action, asker: Asker): Promise<string> {
  return as(asker, (about) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      ...FIELDS,
      ...about,
      slug,
      ref: slug,
      complaintId,
      tipId,
      runId,
      lookId,
    }))
      form.set(name, value);
    return inTransaction(request.db as Db, () => run(null, form)).then(answerOf, (error) =>
      // An action leads on when it is done, to that page too.
      wayOf(error).replace("gives code", "yes"),
    );
  });
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
};

/** The most that somebody gets is what the table says. */
const ORDER = ["yes", "gives code", "signs in", "no"];

async function rowsOf(what: string[], ask: (name: string, asker: Asker) => Promise<string>) {
  const rows: string[] = [];
  for (const name of what) {
    const cells: string[] = [];
    for (const asker of EVERYBODY) cells.push(await ask(name, asker));
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
    return run ? askAction(run, asker) : Promise.resolve("no");
  };
  return [...head("action"), ...(await rowsOf([...all.keys()].sort(), ask)), ""];
}

/** The method and address of every handler of an address that is no page. */
async function routes(): Promise<string[]> {
  request.db = db;
  const { hash } = (await mapData()).files;
  const all = new Map((await routeHandlers()).map((one) => [`${one.method} \`${one.address}\``, one]));
  const ask = (key: string, asker: Asker) =>
    as(asker, async (about) => {
      const { method, run } = all.get(key) ?? {};
      // For the address that asks for a record by its query.
      if (!method || !run) return "no";
      const body = method === "POST" ? new URLSearchParams({ token: "made up" }) : null;
      const sent = requestOf(`${ORIGIN}/?service=${slug}`, { method, headers: { origin: ORIGIN }, body });
      const params = { id: about.batchId, nextauth: ["callback", "email"], hash, part: "pins", ...LISTED };
      // Whoever may not is told that there is nothing.
      return Promise.resolve(run(sent, { params: Promise.resolve(params) })).then(
        ({ status }) => ([401, 403, 404].includes(status) ? "no" : "yes"),
        wayOf,
      );
    });
  return [...head("address"), ...(await rowsOf([...all.keys()].sort(), ask)), ""];
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
  expect(readFileSync(FILE, "utf8")).toBe(expected);
});
