import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { isValidElement, type ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import AuditPage from "@/app/[locale]/(admin)/admin/audit/page";
import { AuditTable } from "@/components/moderation/audit-table";
import { makePlace, makeProvider, makeService } from "@/db/factories";
import { campaigners } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { systemActor } from "@/domain/actor";
import { AUDIT_ACTIONS } from "@/domain/audit/action";
import { writeAuditFilter } from "@/domain/audit/audit-filter";
import { ukToday } from "@/domain/dates/partial-date";
import { audit } from "@/server/audit";
import { makeActor } from "@/server/imports/testing";
import { type AuditLine, WHOLE_AUDIT } from "@/server/reports/pages/load-audit";
import { GET } from "./route";

/** The file of the audit beside the page that links it, both as an admin asks for them. */
const held = vi.hoisted(() => ({ db: undefined as unknown, actor: undefined as unknown }));
vi.mock("@/db/client", async (original) => ({ ...(await original<object>()), getDb: () => held.db }));
vi.mock("@/server/auth/current-actor", () => ({ currentActor: async () => held.actor }));
vi.mock("@/app/[locale]/(moderation)/require-role", () => ({ requireRole: async () => held.actor }));
vi.mock(
  "next-intl/server",
  async () => (await import("@/app/i18n/testing-translations")).translationsInEnglish,
);

const db = testDb();
held.db = db;
/** Each begins as a spreadsheet's formula does, behind what it skips, and has what ends a cell or a row. */
const HOSTILE = [
  `=HYPERLINK("https://evil.example","a,b")`,
  "+1+1\r\n=2",
  "@SUM(A1)",
  `-1+1;"`,
  "\t=1",
  " =1",
];
let admin: CampaignerActor;
let moderator: CampaignerActor;

beforeEach(async () => {
  [admin, moderator] = [await makeActor(db, "admin"), await makeActor(db, "moderator")];
  held.actor = admin satisfies AnyActor;
});

async function rowsOf(address: string): Promise<string[][]> {
  const response = await GET(new Request(`https://map.example.org${address}`));
  expect(response.status).toBe(200);
  const text = await response.text();
  // As strict as a reader of the format can be: a quote out of its place is an error.
  return parse(text, { bom: true, record_delimiter: "\r\n" }) as string[][];
}

test("of every action each cell is text: no formula, and no quote or line end that leaves its cell", async () => {
  const names = [...HOSTILE, "Zebra Clinic"];
  await db.update(campaigners).set({ called: "=cmd|' /C calc'!A0" }).where(eq(campaigners.id, admin.id));
  const places = await Promise.all(names.map((name) => makePlace(db, { name })));
  const providers = await Promise.all(names.map((name) => makeProvider(db, { name })));
  for (const [at, action] of AUDIT_ACTIONS.entries()) {
    const by = at % 3 === 0 ? systemActor(HOSTILE[at % HOSTILE.length] ?? "") : admin;
    const [place, provider] = [places[at % names.length], providers[at % names.length]];
    await audit(db, by, action, { type: "place", id: place?.id ?? "" });
    await audit(db, by, action, { type: "provider", id: provider?.id ?? "" });
    await audit(db, by, action, { type: "reference", id: HOSTILE[at % HOSTILE.length] ?? "" });
  }
  const [header, ...rows] = await rowsOf("/admin/audit/csv");
  expect(rows).toHaveLength(AUDIT_ACTIONS.length * 3);
  expect(new Set(rows.map(([, , , action]) => action))).toEqual(new Set(AUDIT_ACTIONS));
  for (const row of rows) {
    expect(row).toHaveLength(header?.length ?? 0);
    for (const cell of row) expect(cell, row.join(" | ")).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
    // A sentence says what was done: it is more than the name that it begins with.
    expect(row[2]?.length, row[3]).toBeGreaterThan(10);
  }
  // What was written in the place of a name is there, as it was.
  const said = rows.map(([, , sentence]) => sentence).join("\n");
  for (const name of names) expect(said).toContain(name.trim());
});

type Props = { children?: ReactNode; lines?: readonly AuditLine[]; href?: string };

/** All elements of what a page returns, not of what those would draw. */
function elementsOf(node: ReactNode): { type: unknown; props: Props }[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (!isValidElement<Props>(node)) return [];
  return [{ type: node.type, props: node.props }, ...elementsOf(node.props.children)];
}

/** The numbers of all lines that the page shows for a query, through its links to older ones, and where its file is. */
async function onPage(query: string): Promise<{ numbers: number[]; file: string | undefined }> {
  const numbers: number[] = [];
  let file: string | undefined;
  for (let next: string | undefined = query; next !== undefined; ) {
    const searchParams = Promise.resolve(Object.fromEntries(new URLSearchParams(next)));
    const page = await AuditPage({ params: Promise.resolve({ locale: "en" }), searchParams });
    const elements = elementsOf(page);
    const links = elements.flatMap(({ props }) => props.href ?? []);
    file ??= links.find((href) => href.startsWith("/admin/audit/csv"));
    numbers.push(
      ...elements
        .filter(({ type }) => type === AuditTable)
        .flatMap(({ props }) => (props.lines ?? []).map(({ number }) => number)),
    );
    next = links.find((href) => href.includes("before="))?.replace(/^[^?]*/, "");
  }
  return { numbers, file };
}

test("by person, record, action and day the file has the lines of the page that links it, and no others", async () => {
  const service = await makeService(db, { slug: "lenses", name: "Lenses" });
  const about = { type: "service", id: service.id };
  // Half an hour after midnight of the day on which the clocks change.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-29T00:30:00Z") });
  await audit(db, moderator, "record.withheld", about);
  vi.useRealTimers();
  for (let done = 0; done < 120; done += 1)
    await audit(
      db,
      done % 4 === 0 ? admin : moderator,
      done % 3 === 0 ? "record.withheld" : "record.restored",
      {
        type: "service",
        id: done % 5 === 0 ? service.id : admin.id,
      },
    );
  const filters = [
    WHOLE_AUDIT,
    { ...WHOLE_AUDIT, who: moderator.id },
    { ...WHOLE_AUDIT, who: `Moderator ${moderator.id.slice(-4)}` },
    { ...WHOLE_AUDIT, about: "/services/lenses" },
    { ...WHOLE_AUDIT, action: "record.withheld" as const },
    { ...WHOLE_AUDIT, from: "2026-03-29", until: "2026-03-29" },
    { ...WHOLE_AUDIT, from: ukToday() },
    {
      who: moderator.id,
      about: service.id,
      action: "record.restored" as const,
      from: ukToday(),
      until: null,
    },
  ];
  const counts: number[] = [];
  for (const filter of filters) {
    const { numbers, file } = await onPage(writeAuditFilter(filter));
    const [, ...rows] = await rowsOf(file ?? "");
    expect(rows.map(([number]) => Number(number))).toEqual(numbers);
    counts.push(numbers.length);
  }
  expect(counts).toEqual([121, 91, 91, 25, 41, 1, 120, 12]);
});
