import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ImportRows } from "@/components/imports/import-rows";
import type { RowRead } from "@/components/imports/row-read";
import imports from "@/messages/en/imports.json";
import services from "@/messages/en/services.json";

type Range = ComponentProps<typeof ImportRows>["range"];

const draw = (rows: readonly RowRead[], range: Partial<Range> = {}, canRepair = false) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ imports, services }} timeZone="Europe/London">
      <ImportRows
        rows={rows}
        mapping={{ place: 0 }}
        batchId="b"
        canRepair={canRepair}
        range={{ page: 1, size: 50, total: rows.length, show: "", ...range }}
      />
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const ROW: RowRead = {
  number: 2,
  cells: ["Blind Clinic"],
  outcome: "new",
  problems: [],
  warnings: [],
  plan: null,
  facts: [],
  decision: null,
  published: "not",
};
const planOf = (id: string | null): NonNullable<RowRead["plan"]> => ({
  place: null,
  areaId: null,
  service: { id, name: "Mental health at Blind Clinic" },
  provider: null,
  commissioner: null,
  changes: [],
});

test("a row says its facts in words, never as keys, and quotes its note", () => {
  const text = draw([
    {
      ...ROW,
      plan: planOf(null),
      facts: [
        { name: "provider", value: "Circle Health Group", standing: "new" },
        { name: "provider-kind", value: "company" },
        { name: "contract-type", value: "apms" },
        { name: "status", value: "planned" },
        { name: "started-on", value: "2027-03" },
        { name: "note", value: "Fraudsters run it." },
      ],
    },
  ]);
  expect(text).toContain("Provider: Circle Health Group (new to us)");
  expect(text).toContain("Kind of provider: a company");
  expect(text).toContain("Contract type: Alternative Provider Medical Services (APMS)");
  expect(text).toContain("Running or planned: Planned");
  expect(text).toContain("Since when: March 2027");
  expect(text).toContain("What the source says: Fraudsters run it.");
});

test("changes and remarks say neither the name of a field nor the key of a list", () => {
  const change = { kind: "sets", from: null } as const;
  const text = draw([
    {
      ...ROW,
      outcome: "ended",
      plan: {
        ...planOf("s"),
        changes: [
          { ...change, field: "may-have-ended", to: "no-longer-listed" },
          { ...change, field: "commissioner", kind: "changes", to: "Some Board" },
          { field: "may-have-ended", kind: "changes", from: "register-entry-ended", to: "lifted" },
        ],
      },
      warnings: [{ column: null, code: "source-older", detail: "status: planned" }],
    },
  ]);
  expect(text).toContain("May have ended: No longer listed");
  expect(text).toContain("May have ended: No longer on the official list becomes No longer in doubt");
  expect(text).toContain("Who pays for it: Some Board, in place of what we have");
  expect(text).toContain("A newer source says otherwise (Status: Planned).");
});

test("a row of an undone import is not called published; one whose place is kept nowhere shows none of our marks", () => {
  const text = draw([
    { ...ROW, cells: ["(not kept) 00000000-0000-4000-8000-000000000000"], published: "undone" },
  ]);
  expect(text).toContain("Published, then undone");
  expect(text).toContain("A place that is not kept");
  expect(text).not.toContain("(not kept)");
});

test("where there are no rows no numbers of rows are said", () => {
  expect(draw([])).toContain("No rows to show.");
  expect(draw([], { page: 7, total: 3 })).not.toMatch(/Rows \d/);
  expect(draw([ROW])).toContain("Rows 1 to 1 of 1");
});
