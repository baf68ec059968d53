import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORM_FIELDS, type ReportFormValues } from "@/domain/reports/new-service-form";
import {
  firstOpenStep,
  problemsOfStep,
  problemWhileTyped,
  REPORT_STEPS,
  stepAfter,
  stepBefore,
  stepOfField,
} from "./new-service-steps";

const TODAY = "2026-11-29";
const complete: ReportFormValues = {
  category: "gp-practice",
  placeName: "Warwick Road Surgery",
  town: "Carlisle",
  naming: "named",
  providerName: "Example Care Ltd",
  "sources.0.kind": "news",
  "sources.0.title": "Surgery taken over",
  "sources.0.publisher": "News & Star",
  "sources.0.publishedOn": "April 2024",
  "sources.0.says": "Says who runs it.",
};

it("has at most eight pages, one before and one after each", () => {
  expect(REPORT_STEPS.length).toBeLessThanOrEqual(8);
  for (const step of REPORT_STEPS.slice(1)) expect(stepAfter(stepBefore(step) ?? "review")).toBe(step);
  expect([stepBefore("where"), stepAfter("review")]).toEqual([null, "review"]);
});

it("asks for every field of the form on one page", () => {
  for (const field of FORM_FIELDS) expect(stepOfField(field) === "review").toBe(field === "licence");
});

describe("a page", () => {
  it.each([
    ["where", {}, { placeName: "required", postcode: "postcode-or-town" }],
    ["where", { placeName: "W", town: "Carlisle" }, { placeName: "too-short" }],
    ["what", {}, { category: "choice" }],
    ["who", {}, { providerName: "provider-or-not-named" }],
    ["who", { naming: "named" }, { providerName: "provider-or-not-named" }],
    ["who", { naming: "named", providerName: "X" }, { providerName: "too-short" }],
    ["who", { naming: "not-named" }, {}],
    ["when", {}, {}],
    ["when", { startedOn: "1066" }, { startedOn: "date-before-nhs" }],
    ["when", { startedOn: "2031" }, { startedOn: "start-not-yet" }],
    ["when", { startedOn: "June 2031", status: "planned" }, {}],
    ["when", { startedOn: "1032", status: "planned" }, { startedOn: "date-before-nhs" }],
    ["when", { startedOn: "last spring" }, { startedOn: "date" }],
  ] as const)("%s, with only %j written, says %j", (step, form, problems) => {
    expect(problemsOfStep(form, step, TODAY)).toEqual(problems);
  });

  it("names the first source where nothing of it is written, and the third where only that has a fault", () => {
    expect(Object.keys(problemsOfStep({}, "source", TODAY))).toContain("sources.0.title");
    const third = {
      ...complete,
      "sources.2.kind": "news",
      "sources.2.title": "A",
      "sources.2.publishedOn": "2031",
    };
    const found = problemsOfStep(third, "source", TODAY);
    expect(found).toMatchObject({
      "sources.2.title": "too-short",
      "sources.2.publishedOn": "date-not-yet",
    });
    expect(Object.keys(found).filter((field) => field.startsWith("sources.0"))).toEqual([]);
  });
});

it.each([
  [{}, "where"],
  [{ placeName: "Clinic", town: "Carlisle" }, "what"],
  [complete, "review"],
  [{ ...complete, startedOn: "1066" }, "when"],
  [{ ...complete, "sources.0.says": "" }, "source"],
] as const)("goes on with what is still open: %#", (form, step) => {
  expect(firstOpenStep(form, TODAY)).toBe(step);
});

it.each([
  ["startedOn", "1066", "date-before-nhs"],
  ["startedOn", "2031", "start-not-yet"],
  ["startedOn", "18 April 2024", null],
  ["sources.0.publishedOn", "2031", "date-not-yet"],
  ["sources.1.title", "A", "too-short"],
  ["placeName", "W", "too-short"],
  ["providerName", "X", "too-short"],
  ["sources.0.url", "ftp://x", "web-address"],
  ["note", "x".repeat(3000), null],
  ["town", "C", null],
])("while %s is typed, %j is answered with %j", (field, text, problem) => {
  expect(problemWhileTyped({ [field]: text }, field, TODAY)).toBe(problem);
});

it("never questions an empty field while others are typed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FORM_FIELDS), fc.stringMatching(/^\s*$/), (field, text) => {
      expect(problemWhileTyped({ [field]: text }, field, TODAY)).toBeNull();
    }),
  );
});
