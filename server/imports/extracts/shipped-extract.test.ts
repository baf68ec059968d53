import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClassifiedCode } from "@/db/reference/provider-classification";
import type { WaitingTimesTable } from "@/db/reference/waiting-times-table";
import { tableOf } from "./filed-code";
import { rowsOfTable } from "./shipped-extract";

const PAYERS = ["E54000007", "E54000057", "OTHER"];
const FUNCTIONS = ["C_100", "C_130"];
const number = fc.nat({ max: 5000 });
const cell = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 }), number, number, number, number);
const code = fc.stringMatching(/^[A-Z0-9]{3,5}$/);
const provider = fc.record({
  code,
  healthBody: fc.constantFrom(null, "E54000007"),
  town: fc.constant(null),
  cells: fc.array(cell, { maxLength: 6 }),
});
const table = fc.uniqueArray(provider, { selector: (one) => one.code, maxLength: 6 }).map(
  (providers): WaitingTimesTable => ({
    period: "2026-04",
    payers: PAYERS,
    functions: FUNCTIONS,
    providers,
  }),
);

/** What a table says, whatever the numbers of its lists are. */
const said = ({ period, payers, functions, providers }: WaitingTimesTable) => ({
  period,
  providers: providers.map(({ cells, ...one }) => ({
    ...one,
    cells: cells.map(([payer, treatment, ...counts]) => [payers[payer], functions[treatment], ...counts]),
  })),
});
const reviewed = (codes: readonly string[]) => ({
  codes: codes.map((one) => ({ code: one, name: `${one} LTD` }) as ClassifiedCode),
});

test("the shipped table, taken apart into rows of an extract, is the same table when it is put together", () => {
  fc.assert(
    fc.property(table, (given) => {
      const rows = rowsOfTable(given, reviewed(given.providers.map((one) => one.code)));
      const filed = rows.flatMap(({ item }) => ("filed" in item ? [item.filed] : []));
      expect(said(tableOf("2026-04", filed, () => null))).toEqual(said(given));
    }),
  );
});

test("a code has the name that the review has it under; one that either does not have has no row", () => {
  const given: WaitingTimesTable = {
    period: "2026-04",
    payers: PAYERS,
    functions: FUNCTIONS,
    providers: ["AAA", "BBB"].map((one) => ({ code: one, healthBody: null, town: null, cells: [] })),
  };
  const rows = rowsOfTable(given, reviewed(["CCC", "BBB"]));
  expect(rows).toEqual([
    {
      number: 2,
      item: { filed: { code: "BBB", name: "BBB LTD", healthBody: null, cells: [] }, answer: null },
      decision: null,
    },
  ]);
});
