import { expect, test } from "vitest";
import { importWords } from "./import-words";

type Read = Parameters<ReturnType<typeof importWords>["summary"]>[0];

const read = {
  id: "b",
  title: "Ours",
  state: "previewed",
  format: "campaign-list",
  counts: { rows: 3, refused: 3, warnings: 0 },
  unused: ["Colour"],
} as unknown as Read;

test("of more refused rows than are shown their number is said, and where they stand", () => {
  const words = importWords(() => "https://map.example.org");
  const problems = [
    { column: "category" as const, code: "category-unknown" as const, detail: "alchemy" },
    { column: null, code: "too-few-cells" as const, detail: "1/2" },
  ];
  const lines = words.summary(read, [{ number: 2, problems }]);
  expect(lines).toContain(
    "Row 2: Kind of care: “alchemy” is no kind of care that we know. Choose one of the list. The row has fewer cells than there are headings (1/2). It may have been cut off.",
  );
  expect(lines).toContain("2 more rows are refused. They are on the page of the import.");
  expect(lines).toContain("Its page: https://map.example.org/admin/imports/b");
  expect(lines).toContain("Columns that are not used: Colour. Nothing is read from them.");
  expect(words.summary({ ...read, counts: {} }, []).join(" ")).not.toMatch(/refused\. They|Row /);
});
