import { describe, expect, it } from "vitest";
import { readAnswer, type TypedAnswer, typedAnswer } from "@/domain/imports/code-answer";

const TODAY = "2026-11-28";

const SITE: TypedAnswer = {
  "code-role": "site",
  provider: " Sight Ltd ",
  "legal-form": "company",
  "site-name": "Sight Carlisle",
  town: "Carlisle",
  "source-kind": "provider-page",
  "source-title": "Our clinics",
  "source-publisher": "Sight Ltd",
  "source-date": "2026-05",
  says: "Lists its clinic in Carlisle.",
};

describe("readAnswer", () => {
  it("reads who is behind a code, and the document that says so", () => {
    const { answer, problems } = readAnswer(SITE, TODAY);
    expect(problems).toEqual({});
    expect(answer).toMatchObject({
      "code-role": "site",
      provider: "Sight Ltd",
      postcode: "",
      source: { title: "Our clinics", url: "", publishedOn: "2026-05" },
    });
  });

  it("names every field that is missing", () => {
    expect(readAnswer({}, TODAY).problems).toEqual({
      "code-role": "choice",
      provider: "required",
      "source-kind": "choice",
      "source-title": "required",
      "source-publisher": "required",
      "source-date": "source-date",
      says: "required",
    });
  });

  it.each([
    [{ "site-name": "" }, { "site-name": "required" }],
    [{ "code-role": "head-office" }, { "code-role": "site-not-asked" }],
    [{ "legal-form": "firm" }, { "legal-form": "choice" }],
    [{ "source-url": "javascript:alert(1)" }, { "source-url": "web-address" }],
    [{ "source-date": "May" }, { "source-date": "date" }],
    [{ "source-date": "2026-12" }, { "source-date": "date-not-yet" }],
    [{ "source-date": "1066" }, { "source-date": "date-too-old" }],
    [{ provider: "x".repeat(201) }, { provider: "too-long" }],
  ] as [TypedAnswer, object][])("refuses %j", (change, problems) => {
    expect(readAnswer({ ...SITE, ...change }, TODAY)).toEqual({ answer: null, problems });
  });

  it("keeps what a form sent, and nothing else", () => {
    const form: Record<string, string> = { provider: "Sight", town: "", decision: "skip" };
    expect(typedAnswer((field) => form[field])).toEqual({ provider: "Sight" });
  });
});
