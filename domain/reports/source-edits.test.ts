import { expect, it } from "vitest";
import { readDecisionForm } from "@/domain/reports/decision-form";
import { EDITED_PARTS } from "@/domain/reports/published-texts";
import { LEFT_OUT, withEdits } from "@/domain/reports/source-edits";
import { sourceInputSchema } from "@/domain/sources/source";

const SOURCE = {
  kind: "news" as const,
  title: "An article",
  publisher: "A paper",
  url: "https://news.example/a",
  publishedOn: "2024",
  says: "Names them.\nTwice.",
};

function sourcesPart(changed: Record<string, string>, verdict = "accept") {
  const form = new FormData();
  form.set("verdict.sources", verdict);
  for (const part of EDITED_PARTS) {
    // Browsers send line ends of their own.
    form.set(`was.source.0.${part}`, SOURCE[part].replaceAll("\n", "\r\n"));
    form.set(`source.0.${part}`, changed[part] ?? SOURCE[part].replaceAll("\n", "\r\n"));
  }
  return readDecisionForm(form).fields.find(({ field }) => field === "sources");
}

it("what was only prefilled changes nothing", () => {
  expect(sourcesPart({})).toMatchObject({ verdict: "accept", changedTo: null });
});

it("a changed text is published whatever the verdict says, an emptied one is dropped", () => {
  expect(sourcesPart({ title: "Another title", says: " " })).toMatchObject({
    verdict: "change",
    changedTo: { edits: [{ index: 0, title: "Another title", says: "" }] },
  });
});

it("every part can be dropped, and what is left is a source all the same", () => {
  for (const part of EDITED_PARTS) {
    const [edited] = withEdits([SOURCE], [{ index: 0, [part]: "" }]);
    expect(edited).toEqual({ ...SOURCE, [part]: LEFT_OUT[part] });
    expect(sourceInputSchema.safeParse(edited).success).toBe(true);
  }
});
