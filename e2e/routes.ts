import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { BrowserContext } from "@playwright/test";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { makeCampaigner, makeReport } from "../db/factories";
import { insertBulkItems, insertBulkRun } from "../db/queries/bulk";
import { insertComplaint } from "../db/queries/complaints";
import { insertSecondLook } from "../db/queries/second-looks";
import { insertTip } from "../db/queries/tips";
import { findRecord } from "../db/queries/withholdings";
import { because } from "../domain/reports/bulk";
import type { ReportStep } from "../domain/reports/new-service-steps";
import { stageCqc, tableCsv } from "../server/imports/cqc/testing-cqc-imports";
import { loadOrganisations } from "../server/imports/engine/load-organisations";
import { extractCsv, extractFile, TRUST } from "../server/imports/extracts/testing-extract";
import { makeActor, stage, versionOf } from "../server/imports/testing";
import { keptReport } from "./report-steps";
import { signInAs, withDatabase } from "./sign-in-as";

/** Every route with a page, found in the file system: `/areas/[kind]/[slug]`. */
export function discoverRoutes(): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith("/page.tsx"))
    .map((file) => {
      const segments = file.split("/").slice(0, -1);
      return `/${segments.filter((part) => part !== "[locale]" && !/^\(.*\)$/.test(part)).join("/")}`;
    })
    .sort();
}

type Visit = {
  path: string | ((context: BrowserContext) => Promise<string>);
  /** 200 unless told otherwise. */
  status?: number;
  /** A page that reads the session: its words are there without JavaScript too, but it is not cached. */
  isPersonal?: boolean;
  /** The page of another route that is here, with other links: accessibility is tested there. */
  isTwin?: boolean;
};

/** One visit or more for every route. A route that is not here fails the suite that discovers routes. */
export const visits: Readonly<Record<string, readonly Visit[]>> = {
  "/": [{ path: "/" }, { path: "/cy" }],
  "/[...rest]": [{ path: "/no-such-page", status: 404 }],
  "/about/corrections": [{ path: "/about/corrections" }],
  "/about/how-we-count": [{ path: "/about/how-we-count" }],
  "/embed": [{ path: "/embed" }],
  "/accessibility": [{ path: "/accessibility" }],
  "/areas": [{ path: "/areas" }, { path: "/cy/areas" }],
  "/areas/[kind]/[slug]": [
    { path: "/areas/constituency/carlisle" },
    { path: "/cy/areas/constituency/ynys-mon" },
    { path: "/areas/nation/england" },
    { path: "/areas/constituency/no-such-place", status: 404, isTwin: true },
  ],
  "/areas/[kind]/[slug]/page/[number]": [
    { path: "/areas/region/south-east/page/2" },
    { path: "/cy/areas/region/south-east/page/all", isTwin: true },
    { path: "/areas/region/south-east/page/99", status: 404, isTwin: true },
  ],
  "/areas/compare": [{ path: "/areas/compare" }],
  "/areas/compare/[order]": [
    { path: "/areas/compare/admitted", isTwin: true },
    { path: "/areas/compare/luck", status: 404, isTwin: true },
  ],
  "/areas/compare/services/[like]": [
    { path: "/areas/compare/services/icb-in-england" },
    { path: "/areas/compare/services/council-in-wales-by-practices" },
    { path: "/areas/compare/services/constituency-in-england", status: 404, isTwin: true },
  ],
  "/coverage": [{ path: "/coverage" }, { path: "/cy/coverage" }],
  "/complaints/[type]/[slug]": [
    { path: "/complaints/services/gp-practice-at-fusehill-medical-practice", isPersonal: true },
    { path: "/complaints/providers/ssp-health?sent=1A2B3C4D&mailed=link", isPersonal: true },
    { path: "/complaints/areas/constituency~carlisle", isPersonal: true },
  ],
  "/complaints/confirm": [
    { path: "/complaints/confirm?token=made-up", isPersonal: true },
    { path: "/complaints/confirm?sent=1A2B3C4D&mailed=receipt", isPersonal: true },
  ],
  "/tips": [{ path: "/tips?area=constituency~carlisle", isPersonal: true }],
  "/counting/[definition]": [{ path: "/counting/companies-by-type" }],
  "/counting/[definition]/areas": [{ path: "/cy/counting/charity_university/areas", isTwin: true }],
  "/counting/[definition]/areas/[kind]/[slug]": [
    { path: "/counting/charity_university/areas/constituency/carlisle" },
  ],
  "/counting/[definition]/areas/[kind]/[slug]/page/[number]": [
    { path: "/counting/companies-by-type/areas/region/south-east/page/2", isTwin: true },
  ],
  "/counting/[definition]/areas/compare": [
    { path: "/counting/companies-by-type/areas/compare", isTwin: true },
  ],
  "/counting/[definition]/areas/compare/[order]": [
    { path: "/counting/companies-by-type/areas/compare/name", isTwin: true },
  ],
  "/counting/[definition]/areas/compare/services/[like]": [
    { path: "/counting/charity/areas/compare/services/hsc-trust-in-northern-ireland", isTwin: true },
  ],
  "/counting/[definition]/coverage": [{ path: "/counting/companies-by-type/coverage", isTwin: true }],
  "/counting/[definition]/look-up": [{ path: "/counting/companies-by-type/look-up", isTwin: true }],
  "/counting/[definition]/near/[outcode]": [{ path: "/counting/charity/near/BR1", isTwin: true }],
  "/counting/[definition]/places/[slug]": [{ path: "/counting/charity/places/cumberland-infirmary" }],
  "/counting/[definition]/providers": [{ path: "/counting/companies-by-type/providers", isTwin: true }],
  "/counting/[definition]/providers/[slug]": [
    { path: "/counting/charity/providers/ssp-health", isTwin: true },
  ],
  "/counting/[definition]/providers/[slug]/page/[number]": [
    { path: "/counting/companies-by-type/providers/spamedica/page/2", isTwin: true },
  ],
  "/counting/[definition]/search": [{ path: "/counting/companies-by-type/search?q=carlisle", isTwin: true }],
  "/counting/[definition]/services/[slug]": [
    { path: "/counting/companies-by-type/services/gp-practice-at-fusehill-medical-practice", isTwin: true },
  ],
  "/counting/[definition]/map": [{ path: "/counting/companies-by-type/map", isTwin: true }],
  "/data": [{ path: "/data" }],
  "/look-up": [
    { path: "/look-up" },
    { path: "/look-up?problem=partial&near=CA2" },
    { path: "/look-up?town=leeds" },
  ],
  "/near/[outcode]": [
    { path: "/near/BR1" },
    { path: "/cy/near/ZE1" },
    { path: "/near/CA99", status: 404, isTwin: true },
  ],
  "/places/[slug]/history": [
    { path: "/places/cumberland-infirmary/history", isTwin: true },
    { path: "/places/nothing/history", status: 404, isTwin: true },
  ],
  "/places/[slug]": [
    { path: "/places/cumberland-infirmary" },
    { path: "/places/nowhere", status: 404, isTwin: true },
  ],
  "/privacy": [{ path: "/privacy" }],
  "/providers": [{ path: "/providers" }],
  "/providers/[slug]/history": [
    { path: "/providers/ssp-health/history", isTwin: true },
    { path: "/providers/nothing/history", status: 404, isTwin: true },
  ],
  "/providers/[slug]": [
    { path: "/providers/ssp-health" },
    { path: "/providers/nobody", status: 404, isTwin: true },
  ],
  "/providers/[slug]/page/[number]": [
    { path: "/providers/spamedica/page/2" },
    { path: "/providers/spamedica/page/0", status: 404, isTwin: true },
  ],
  "/search": [{ path: "/search?q=carlisle" }, { path: "/search?q=zzzzzz" }],
  "/services/[slug]/history": [
    { path: "/services/gp-practice-at-fusehill-medical-practice/history" },
    { path: "/services/nothing/history", status: 404, isTwin: true },
  ],
  "/services/[slug]": [
    { path: "/services/gp-practice-at-fusehill-medical-practice" },
    { path: "/services/community-diagnostic-centre-in-redruth" },
    { path: "/services/nothing", status: 404, isTwin: true },
  ],
  "/sign-in": [{ path: "/sign-in", isPersonal: true }],
  "/sign-in/code": [{ path: "/sign-in/code", isPersonal: true }],
  "/sign-in/confirm": [{ path: "/sign-in/confirm", isPersonal: true }],
  "/map": [{ path: "/map?view=list" }, { path: "/map?care=eye-care" }],
  "/outbox": [{ path: "/outbox", isPersonal: true }],
  "/reports/new": [{ path: "/reports/new", isPersonal: true }],
  "/reports/new/[step]": [
    { path: keptPage("where", "&choose=yes"), isPersonal: true },
    { path: keptPage("source", "&fix=yes"), isPersonal: true },
    { path: keptPage("review"), isPersonal: true },
  ],
  "/reports/files": [
    {
      path: async (context) => {
        await signInAs(context, "campaigner");
        return `/reports/files?draft=${await keptReport()}`;
      },
      isPersonal: true,
    },
  ],
  "/reports/change": [
    { path: as("campaigner", "/reports/change?provider=ssp-health"), isPersonal: true },
    {
      path: as(
        "campaigner",
        "/reports/change?service=gp-practice-at-fusehill-medical-practice&question=new-provider",
      ),
      isPersonal: true,
    },
  ],
  "/to-do/worksheet": [
    { path: as("campaigner", "/to-do/worksheet?area=council/cumberland"), isPersonal: true },
  ],
  "/to-do": [{ path: as("campaigner", "/to-do?area=council/cumberland"), isPersonal: true }],
  "/leads": [{ path: as("campaigner", "/leads"), isPersonal: true }],
  "/reports": [{ path: as("campaigner", "/reports"), isPersonal: true }],
  "/reports/[id]": [{ path: ownReport, isPersonal: true }],
  "/moderation": [{ path: as("moderator", "/moderation"), isPersonal: true }],
  "/moderation/[id]": [{ path: somebodysReport, isPersonal: true }],
  "/moderation/complaints/[id]": [{ path: somebodysComplaint, isPersonal: true }],
  "/moderation/second/[id]": [{ path: secondLook, isPersonal: true }],
  "/moderation/several": [{ path: as("moderator", "/moderation/several?lane=new"), isPersonal: true }],
  "/moderation/several/[id]": [{ path: severalReports, isPersonal: true }],
  "/moderation/tips": [{ path: as("moderator", "/moderation/tips"), isPersonal: true }],
  "/moderation/tips/[id]": [{ path: somebodysTip, isPersonal: true }],
  "/moderation/proposals": [{ path: as("moderator", "/moderation/proposals"), isPersonal: true }],
  "/moderation/records": [{ path: as("moderator", "/moderation/records"), isPersonal: true }],
  "/moderation/records/[type]/[ref]": [
    { path: as("moderator", "/moderation/records/provider/ssp-health"), isPersonal: true },
  ],
  "/moderation/records/[type]/[ref]/history": [
    { path: as("moderator", "/moderation/records/provider/ssp-health/history"), isPersonal: true },
    { path: as("moderator", "/moderation/records/provider/ssp-health/history?to=0"), isPersonal: true },
  ],
  "/moderation/records/[type]/[ref]/change": [
    { path: as("moderator", "/moderation/records/place/cumberland-infirmary/change"), isPersonal: true },
    {
      path: as(
        "moderator",
        "/moderation/records/service/gp-practice-at-fusehill-medical-practice/change?question=wrong&field=provider",
      ),
      isPersonal: true,
    },
    {
      path: as(
        "moderator",
        "/moderation/records/service/pet-ct-scanning-at-cumberland-infirmary/change?question=wrong&field=contract",
      ),
      isPersonal: true,
    },
  ],
  "/admin/imports": [{ path: as("moderator", "/admin/imports"), isPersonal: true }],
  "/admin/imports/new": [
    { path: as("admin", "/admin/imports/new"), isPersonal: true },
    { path: as("admin", "/admin/imports/new?what=register"), isPersonal: true },
  ],
  "/admin/imports/[id]": [
    { path: (context) => stagedImport(context, ""), isPersonal: true },
    { path: (context) => waitingImport(context, ""), isPersonal: true },
  ],
  "/admin/imports/[id]/organisations": [
    { path: (context) => waitingEdition(context, false), isPersonal: true },
    { path: (context) => waitingEdition(context, true), isPersonal: true },
  ],
  "/admin/imports/[id]/rows/[number]": [
    { path: (context) => stagedImport(context, "/rows/2"), isPersonal: true },
    { path: (context) => stagedExtract(context, "/rows/1"), isPersonal: true },
    { path: (context) => waitingImport(context, "/rows/2"), isPersonal: true },
  ],
  "/account": [{ path: as("campaigner", "/account"), isPersonal: true }],
  "/account/erased": [{ path: "/account/erased", isPersonal: true }],
  "/admin/campaigners": [{ path: as("admin", "/admin/campaigners"), isPersonal: true }],
  "/admin/campaigners/[id]": [{ path: somebodysAccount, isPersonal: true }],
  "/moderation/health": [{ path: as("moderator", "/moderation/health"), isPersonal: true }],
  "/moderation/practice": [{ path: as("moderator", "/moderation/practice"), isPersonal: true }],
  "/admin/audit": [{ path: as("admin", "/admin/audit"), isPersonal: true }],
  "/account/second-factor": [{ path: as("moderator", "/account/second-factor"), isPersonal: true }],
  "/admin/security": [{ path: as("admin", "/admin/security"), isPersonal: true }],
};

function as(role: Parameters<typeof signInAs>[1], path: string) {
  return async (context: BrowserContext) => {
    await signInAs(context, role);
    return path;
  };
}

function keptPage(step: ReportStep, query = "") {
  const fault = step === "source" ? { "sources.0.title": "A" } : {};
  return async () =>
    `/reports/new/${step}?draft=${await keptReport({ placeName: "Surgery", ...fault })}${query}`;
}

async function ownReport(context: BrowserContext): Promise<string> {
  const { id } = await signInAs(context, "campaigner");
  const report = await withDatabase((db) => makeReport(db, { authorId: id }));
  return `/reports/${report.id}`;
}

async function somebodysReport(context: BrowserContext): Promise<string> {
  await signInAs(context, "moderator");
  const report = await withDatabase((db) => makeReport(db));
  return `/moderation/${report.id}`;
}

/** Put together and looked at: one can be decided, and one is their own. */
async function severalReports(context: BrowserContext): Promise<string> {
  const { id: moderatorId } = await signInAs(context, "moderator");
  const run = { verdict: "reject", reason: "The source is about another town.", phase: "previewed" } as const;
  const runId = await withDatabase(async (db) => {
    const made = [await makeReport(db), await makeReport(db, { authorId: moderatorId })];
    const { id } = await insertBulkRun(db, { ...run, moderatorId, submissionKey: randomUUID() });
    await insertBulkItems(
      db,
      made.map(({ id: reportId, version }, index) => ({
        runId: id,
        position: index + 1,
        reportId,
        version,
        state: index === 0 ? ("ready" as const) : ("cannot" as const),
        because: index === 0 ? null : because("own-report"),
      })),
    );
    return id;
  });
  return `/moderation/several/${runId}`;
}

async function somebodysComplaint(context: BrowserContext): Promise<string> {
  await signInAs(context, "moderator");
  const { id } = await withDatabase(async (db) => {
    const record = await findRecord(db, "provider", "ssp-health");
    const about = { recordType: "provider", recordId: record?.id ?? "", kind: "other" } as const;
    return insertComplaint(db, { ...about, why: "It is another company", email: "c@e2e.test" });
  });
  return `/moderation/complaints/${id}`;
}

/** An admin asked that somebody be made a moderator. */
async function secondLook(context: BrowserContext): Promise<string> {
  await signInAs(context, "admin");
  const look = await withDatabase(async (db) => {
    const { id: subjectId } = await makeCampaigner(db, { role: "campaigner" });
    const about = { act: "grant", subjectType: "campaigner", subjectId, wanted: "moderator" } as const;
    return insertSecondLook(db, { ...about, reason: "She ran the spring campaign", askedBy: randomUUID() });
  });
  return `/moderation/second/${look?.id}`;
}

async function somebodysTip(context: BrowserContext): Promise<string> {
  await signInAs(context, "moderator");
  const tip = { whereabouts: "Newtown", says: "A surgery was taken over", link: "https://news.example/a" };
  const { id } = await withDatabase((db) => insertTip(db, tip));
  return `/moderation/tips/${id}`;
}

async function somebodysAccount(context: BrowserContext): Promise<string> {
  await signInAs(context, "admin");
  const { id } = await withDatabase((db) => makeCampaigner(db));
  return `/admin/campaigners/${id}`;
}

/** A preview with a row that is refused, brought by the admin who looks at it. */
async function stagedImport(context: BrowserContext, behind: string): Promise<string> {
  const { id } = await signInAs(context, "admin");
  const list = `Place,Postcode,Kind of care,Provider\nClinic ${id},XX9 9XX,eye care,Sight Ltd\n`;
  const batchId = await withDatabase((db) => stage(db, { kind: "campaigner", id, role: "admin" }, list));
  return `/admin/imports/${batchId}${behind}`;
}

/** An extract with a code that nobody has looked up, of the month that is in force: nothing else is in question. */
async function stagedExtract(context: BrowserContext, behind: string): Promise<string> {
  const { id } = await signInAs(context, "admin");
  const csv = extractCsv("April-2026", [TRUST, { code: "ZZ9ZZ", name: `SIGHT ${id}` }]);
  const sent = { register: "waiting-times", edition: "2026-04", because: "A file of one code, for a test" };
  const { batchId } = await withDatabase((db) =>
    stageEdition(db, { kind: "campaigner", id, role: "admin" }, sent, extractFile(csv)),
  );
  return `/admin/imports/${batchId}${behind}`;
}

/** An import that a moderator could approve, with a row that is new. */
/** An edition of the regulator's register that waits for whom it names. @param isOne the page of one of them. */
async function waitingEdition(context: BrowserContext, isOne: boolean): Promise<string> {
  await signInAs(context, "moderator");
  const number = `1-${randomUUID().replace(/\D/g, "").slice(0, 10)}`;
  const one = {
    id: number,
    code: "A82015",
    since: "2025-02-01",
    providerId: number,
    provider: "Wren Care Ltd",
  };
  return withDatabase(async (db) => {
    const admin = await makeActor(db, "admin");
    const batchId = await stageCqc({ db, admin }, "2026-10-02", tableCsv([one]));
    await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
    const { organisations } = await loadOrganisations(db, admin, batchId);
    const of = organisations.find(({ name }) => name === one.provider)?.providerId;
    return `/admin/imports/${batchId}/organisations${isOne ? `?of=${of}` : ""}`;
  });
}

async function waitingImport(context: BrowserContext, behind: string): Promise<string> {
  const { id } = await signInAs(context, "moderator");
  const list = `Place,Postcode,Kind of care,Provider,Note\nClinic ${id},CA2 7HY,eye care,not named,Says so\n`;
  const batchId = await withDatabase(async (db) => {
    const admin = await makeActor(db, "admin");
    const staged = await stage(db, admin, list);
    await submitImport(db, admin, { batchId: staged, version: await versionOf(db, staged) });
    return staged;
  });
  return `/admin/imports/${batchId}${behind}`;
}
