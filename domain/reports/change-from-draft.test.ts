import { expect, it } from "vitest";
import { changeFromDraft } from "@/domain/reports/change-from-draft";

const draft = {
  category: "eye-care",
  placeName: "Castle Clinic",
  town: "Carlisle",
  providerName: "SpaMedica",
  startedOn: "2026-04",
  licence: "accepted",
  "sources.0.title": "Gazette",
  "sources.0.url": "https://gazette.example/",
  "sources.1.title": "Minutes",
  "sources.1.publisher": "The board",
  note: "I saw the sign.",
};

it.each([
  ["still-there", {}],
  ["new-provider", { providerName: "SpaMedica", on: "2026-04" }],
  ["moved", { placeName: "Castle Clinic", town: "Carlisle", on: "2026-04" }],
] as const)(
  "a report that turns out to be “%s” takes its source and what fits along",
  (question, fitting) => {
    expect(changeFromDraft(draft, question)).toEqual({
      ...fitting,
      "sources.0.title": "Gazette",
      "sources.0.url": "https://gazette.example/",
      note: "I saw the sign.\n\nMinutes, The board",
    });
  },
);

it("agrees to nothing by itself, and says no more than was written", () => {
  expect(changeFromDraft({}, "same-as")).toEqual({ note: "" });
});
