import { expect, test } from "vitest";
import { publishedTexts } from "@/domain/reports/published-texts";

const source = {
  kind: "news" as const,
  title: "Taken over",
  publisher: "Example Herald",
  url: "https://example.org",
  publishedOn: "2026-01-01",
  says: "It was.",
};
const proposal = {
  naming: "named" as const,
  providerName: "Example Care",
  commissionerName: "Example ICB",
  sources: [source],
};

test("every text that would be public stands under the moderator's field, links told apart", () => {
  expect(publishedTexts(proposal)).toEqual([
    { field: "provider", text: "Example Care" },
    { field: "commissioner", text: "Example ICB" },
    { field: "source.0.title", text: "Taken over", isLink: false },
    { field: "source.0.publisher", text: "Example Herald", isLink: false },
    { field: "source.0.url", text: "https://example.org", isLink: true },
    { field: "source.0.says", text: "It was.", isLink: false },
  ]);
});

test("a provider that is not named is not public", () => {
  const fields = publishedTexts({ ...proposal, naming: "not-named" }).map(({ field }) => field);
  expect(fields).not.toContain("provider");
});
