import { describe, expect, it } from "vitest";
import {
  type AboutEntry,
  aboutOf,
  CHANGE_QUESTIONS,
  type ChangeQuestion,
  fieldsOfChange,
  formOfChange,
  parseChangeForm,
  pickChangeForm,
  questionOf,
} from "./change-form";
import { CORRECTABLE_TYPES } from "./change-proposals";
import { changeTitleOf } from "./change-title";
import type { ReportFormValues } from "./new-service-form";

const ID = "0b8ff5c5-2c7e-4d6c-9d1b-0a5a3b3ad1c1";
const OTHER = "1b8ff5c5-2c7e-4d6c-9d1b-0a5a3b3ad1c1";
const SOURCE = {
  "sources.0.kind": "news",
  "sources.0.title": "Clinic closes",
  "sources.0.publisher": "News & Star",
  "sources.0.url": "https://news.example/1",
  "sources.0.publishedOn": "2025-03",
  "sources.0.says": "Says that the clinic closed.",
};
const about = (type: AboutEntry["type"]): AboutEntry => ({ type, id: ID });

/** One whole form of each question, as the browser sends it, without the entry. */
const FORMS: [ChangeQuestion, AboutEntry["type"], ReportFormValues][] = [
  ["still-there", "service", { ...SOURCE, note: "Seen." }],
  ["ended", "service", { ...SOURCE, on: "2025-03", note: "" }],
  [
    "new-provider",
    "service",
    { ...SOURCE, providerName: "Northtown Care Ltd", providerKind: "company", on: "", note: "" },
  ],
  [
    "moved",
    "service",
    {
      ...SOURCE,
      placeName: "Mill House",
      addressLines: "1 Mill Lane",
      town: "Carlisle",
      postcode: "",
      on: "2025",
      note: "",
    },
  ],
  ["wrong", "service", { ...SOURCE, field: "status", proposed: "ended", note: "" }],
  ["wrong", "provider", { ...SOURCE, field: "name", proposed: "Northtown Care Ltd", note: "" }],
  [
    "wrong",
    "place",
    { ...SOURCE, field: "address", addressLines: "", town: "", postcode: "CA1 1AA", note: "" },
  ],
  ["same-as", "service", { note: "One list has it twice." }],
  ["not-outsourced", "place", { ...SOURCE, proof: "practice-statement", checkedOn: "2025-03-01", note: "" }],
];
const faultsOf = (
  form: ReportFormValues,
  type: AboutEntry["type"],
  question: ChangeQuestion,
  other?: string,
) => {
  const parsed = parseChangeForm(form, about(type), question, other);
  return parsed.ok ? {} : parsed.fields;
};

describe("a form about an entry", () => {
  it.each(FORMS)(
    "of %s about a %s is a proposal, and can be opened again as it was sent",
    (question, type, form) => {
      const parsed = parseChangeForm(form, about(type), question, OTHER);
      expect(parsed).toMatchObject({ ok: true });
      if (!parsed.ok) return;
      expect(questionOf(parsed.proposal)).toEqual({ about: about(type), question });
      const again = formOfChange(parsed.proposal);
      const isOfOther = question === "same-as" ? { other: OTHER } : {};
      expect(again).toEqual({ aboutType: type, aboutId: ID, question, ...form, ...isOfOther });
      expect(parseChangeForm(again, about(type), question, OTHER)).toEqual(parsed);
    },
  );

  it("has a case for every question", () => {
    const asked = CORRECTABLE_TYPES.flatMap((type) => CHANGE_QUESTIONS[type].map((one) => `${type} ${one}`));
    expect(new Set(FORMS.map(([question, type]) => `${type} ${question}`))).toEqual(new Set(asked));
  });

  it("that is empty names every fault in the order of the page, in words that the page has", () => {
    for (const [question, type] of FORMS) {
      const faults = faultsOf({}, type, question);
      const fields = fieldsOfChange(question);
      expect(Object.keys(faults)).toEqual(fields.filter((field) => field in faults));
      expect(Object.keys(faults).length).toBeGreaterThan(0);
    }
    expect(faultsOf({ ...SOURCE }, "service", "new-provider")).toEqual({ providerName: "required" });
    expect(faultsOf({ ...SOURCE }, "service", "moved")).toMatchObject({ placeName: "required" });
    expect(faultsOf({ note: "" }, "service", "same-as")).toEqual({ other: "other-needed" });
  });

  it("tells a fault where it was typed", () => {
    const wrong = { ...SOURCE, note: "" };
    expect(faultsOf({ ...wrong, field: "address", town: "", postcode: "" }, "place", "wrong")).toEqual({
      postcode: "postcode-or-town",
    });
    expect(
      faultsOf({ ...wrong, field: "companies-house-number", proposed: "1" }, "provider", "wrong"),
    ).toEqual({ proposed: "company-number" });
    expect(faultsOf({ ...wrong, field: "legal-form", proposed: "company" }, "place", "wrong")).toEqual({
      field: "required",
    });
    expect(faultsOf({ ...wrong, "sources.0.url": "javascript:x" }, "service", "still-there")).toEqual({
      "sources.0.url": "web-address",
    });
    expect(faultsOf({ ...wrong, "sources.0.title": "ab" }, "service", "still-there")).toEqual({
      "sources.0.title": "too-short",
    });
    expect(faultsOf({ ...wrong, on: "yesterday" }, "service", "ended")).toHaveProperty("on");
    expect(faultsOf({ ...SOURCE, note: "a".repeat(2001) }, "service", "ended")).toEqual({ note: "too-long" });
  });

  it("asks for a source, but not for one when it says that two entries are the same", () => {
    expect(faultsOf({ note: "" }, "service", "still-there")).toHaveProperty("sources.0.title");
    expect(fieldsOfChange("same-as")).toEqual(["other", "note", "licence"]);
    expect(fieldsOfChange("ended")).toEqual(["on", ...Object.keys(SOURCE), "note", "licence"]);
  });
});

describe("what a form is about", () => {
  const sent = { aboutType: "service", aboutId: ID, question: "ended" };

  it("is said by the form itself", () => {
    expect(aboutOf(sent)).toEqual({ about: about("service"), question: "ended" });
    expect(aboutOf({ ...sent, aboutType: "place", question: "not-outsourced" })?.about.type).toBe("place");
  });
  it.each([
    ["no type", { aboutType: undefined }],
    ["a type without pages", { aboutType: "contract" }],
    ["no entry", { aboutId: undefined }],
    ["two entries", { aboutId: [ID, OTHER] }],
    ["a question that its type does not have", { question: "not-outsourced" }],
    ["no question", { question: undefined }],
  ])("is nothing with %s", (_, given) => {
    expect(aboutOf({ ...sent, ...given })).toBeUndefined();
    expect(pickChangeForm({ ...sent, ...given })).toEqual({});
  });
  it("keeps what the page asks for, and nothing that it does not", () => {
    expect(
      pickChangeForm({ ...sent, ...SOURCE, on: "2025", note: "x", providerName: "no", role: "admin" }),
    ).toEqual({ ...sent, ...SOURCE, on: "2025", note: "x" });
  });
});

it("a list says what is reported, before the name, and is never longer than its column", () => {
  const titles = FORMS.map(([question]) => changeTitleOf(question, "Eye care at SpaMedica Carlisle"));
  expect(titles).toContain("Ended: Eye care at SpaMedica Carlisle");
  expect(titles.every((title) => /^[A-Z][a-z ,]+: Eye care/.test(title))).toBe(true);
  expect(changeTitleOf("moved", "a".repeat(400))).toHaveLength(240);
});
