import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Classification } from "@/db/reference/provider-classification";
import {
  decodeWaitingTimes,
  readShareOfCareTable,
  readTableBytes,
  WAITING_TIMES_FILE,
} from "@/db/reference/waiting-times-table";
import { type Share, shareOfCare } from "@/domain/figures/share-of-care";
import { type RttRow, readRttExtract } from "@/ingest/rtt-extract";
import { buildWaitingTimes, type Known } from "./build-waiting-times";
import { readSource } from "./data-folder";
import { DATASETS } from "./dataset-registry";
import { readKnown } from "./write-waiting-times";

const BASE: RttRow = {
  line: 2,
  period: "2026-04",
  providerCode: "E1U4T",
  providerName: "SPAMEDICA CARLISLE",
  providerHealthBody: "QHM",
  commissionerCode: "01H",
  commissionerName: "SUB ICB",
  commissionerHealthBody: "QHM",
  part: "admitted",
  functionCode: "C_130",
  functionName: "Ophthalmology Service",
  pathways: 6,
};
const total = (row: RttRow): RttRow => ({ ...row, functionCode: "C_999", functionName: "Total" });
const TRUST: RttRow = { ...BASE, providerCode: "RNN", providerName: "A TRUST", pathways: 14 };

const classification: Classification = {
  reviewedOn: "2026-11-21",
  sources: {},
  providers: { spamedica: { name: "SpaMedica", legalForm: "company", owners: null } },
  codes: [
    {
      code: "E1U4T",
      name: "SPAMEDICA CARLISLE",
      provider: "spamedica",
      role: "site",
      operatorEvidence: { source: "extract", says: "Filed under this name." },
      site: { name: "SpaMedica Carlisle", town: "Carlisle" },
    },
  ],
};
const KNOWN: Known = {
  file: "rtt.zip",
  trusts: new Set(["RNN"]),
  healthBodies: new Map([["QHM", "E54000050"]]),
  classification,
  findTown: (name, healthBody) =>
    name === "Carlisle" && healthBody === "E54000050" ? { lon: -2.94, lat: 54.89, from: "towns" } : null,
};

describe("buildWaitingTimes", () => {
  it("never counts the total of the specialties again", async () => {
    const built = await buildWaitingTimes([BASE, total(BASE), TRUST, total(TRUST)], KNOWN);
    expect(built.totals.admitted).toBe(20);
    expect(built).toMatchObject({ rows: 4, providers: 2, notInTrustRegister: 1, unused: [] });
  });

  it("keeps what a provider outside the register did, for whom, and where its town is", async () => {
    const waiting: RttRow = { ...BASE, part: "waiting", pathways: 914 };
    const { waitingTimes } = await buildWaitingTimes([BASE, total(BASE), waiting, total(waiting)], KNOWN);
    expect(waitingTimes).toEqual({
      period: "2026-04",
      payers: ["E54000050"],
      functions: ["C_130"],
      providers: [
        {
          code: "E1U4T",
          healthBody: "E54000050",
          town: { lon: -2.94, lat: 54.89, from: "towns" },
          cells: [[0, 0, 6, 0, 914, 0]],
        },
      ],
    });
  });

  it("keeps payers apart that are no board", async () => {
    const outside = { ...BASE, commissionerHealthBody: "" };
    const rows: RttRow[] = [
      { ...outside, commissionerCode: "13Q", commissionerName: "NATIONAL COMMISSIONING HUB 1" },
      { ...outside, commissionerCode: "Y60", commissionerName: "" },
      { ...outside, commissionerCode: "NONC", commissionerName: "" },
    ];
    const { shareOfCare: table } = await buildWaitingTimes(
      rows.flatMap((row) => [row, total(row)]),
      KNOWN,
    );
    expect(table.payers.map(({ payer, cells }) => [payer, cells[0]?.admitted])).toEqual([
      ["nhs-england", 12],
      ["not-named", 6],
    ]);
  });

  it.each<[string, RttRow[], RegExp]>([
    [
      "a total that its rows do not come to",
      [BASE, { ...total(BASE), pathways: 7 }],
      /E1U4T for 01H, admitted/,
    ],
    [
      "a provider nobody has classified",
      [{ ...BASE, providerCode: "ZZZ" }, total({ ...BASE, providerCode: "ZZZ" })],
      /ZZZ \(SPAMEDICA CARLISLE\) is not classified/,
    ],
    [
      "a code that bears another name now",
      [{ ...BASE, providerName: "OTHER" }, total({ ...BASE, providerName: "OTHER" })],
      /filed as OTHER/,
    ],
    [
      "a board that is none of today",
      [{ ...BASE, commissionerHealthBody: "Q99" }],
      /row 2.*"Q99" is no health body/,
    ],
    [
      "a commissioner nobody has looked at",
      [{ ...BASE, commissionerHealthBody: "", commissionerCode: "7A1" }],
      /row 2.*"7A1"/,
    ],
    ["a second month", [BASE, { ...BASE, period: "2026-05" }], /a second month/],
    ["a new treatment function", [{ ...BASE, functionCode: "C_777" }], /C_777/],
  ])("refuses %s", async (_, rows, message) => {
    await expect(buildWaitingTimes(rows, KNOWN)).rejects.toThrow(message);
  });
});

const FOLDER = process.env.SHARED_DATA ?? "../shared/data";
const present = existsSync(join(FOLDER, DATASETS["waiting-times"].path));

describe.skipIf(!present)(`the extract of April 2026 (needs ${FOLDER})`, () => {
  it("gives England's totals, and the tables that the project ships", async () => {
    const extract = readSource(FOLDER, "waiting-times");
    const known = readKnown(FOLDER, extract.path);
    const built = await buildWaitingTimes(readRttExtract(extract.path, extract.bytes), known);
    expect(built.rows).toBe(180_781);
    expect([built.notInTrustRegister, built.providers]).toEqual([382, 529]);
    expect(built.totals).toEqual({
      admitted: 288_434,
      "non-admitted": 1_164_415,
      waiting: 7_123_980,
      "waiting-with-decision": 1_188_227,
      "new-periods": 1_769_634,
    });
    expect(built.unused).toEqual([]);
    expect(built.waitingTimes).toEqual(decodeWaitingTimes(readTableBytes(WAITING_TIMES_FILE)));
    expect(built.shareOfCare).toEqual(readShareOfCareTable());
  }, 240_000);
});

describe("the shipped tables", () => {
  it("come to England's completed treatment, for 36 boards and two other payers", () => {
    const { period, payers } = readShareOfCareTable();
    expect(period).toBe("2026-04");
    expect(payers).toHaveLength(38);
    const england = shareOfCare(
      payers.flatMap(({ cells }) => cells),
      "outside-the-nhs",
    );
    const all = ({ all }: Share) => all;
    expect([england.admitted, england.nonAdmitted, england.together].map(all)).toEqual([
      288_434, 1_164_415, 1_452_849,
    ]);
  });

  it("agree with each other about what was done outside the register of trusts", () => {
    const done = decodeWaitingTimes(readTableBytes(WAITING_TIMES_FILE)).providers.flatMap(
      ({ cells }) => cells,
    );
    const byTrusts = readShareOfCareTable()
      .payers.flatMap(({ cells }) => cells)
      .filter(({ kind }) => kind === "nhs-trust");
    expect(288_434 - byTrusts.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(
      done.reduce((sum, cell) => sum + cell[2], 0),
    );
  });
});
