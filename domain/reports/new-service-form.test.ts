import { describe, expect, it } from "vitest";
import {
  FORM_FIELDS,
  formOf,
  parseReportForm,
  pickReportForm,
  type ReportFormValues,
} from "@/domain/reports/new-service-form";

const complete: ReportFormValues = {
  category: "eye-care",
  placeName: "SpaMedica Carlisle",
  town: "Carlisle",
  naming: "named",
  providerName: "SpaMedica",
  status: "operating",
  "sources.0.kind": "official-statistics",
  "sources.0.title": "Waiting times",
  "sources.0.publisher": "NHS England",
  "sources.0.url": "https://www.england.nhs.uk/statistics/",
  "sources.0.publishedOn": "2026-04",
  "sources.0.says": "Lists it.",
};

function errorsOf(change: ReportFormValues) {
  const parsed = parseReportForm({ ...complete, ...change });
  return parsed.ok ? {} : parsed.fields;
}

it("stores no half of a character, where a text is cut or was sent so", () => {
  const long = pickReportForm({ note: `${"y".repeat(3999)}😀` });
  expect(long.note).toBe("y".repeat(3999));
  expect(pickReportForm({ town: "a\ud83db\ude00c" }).town).toBe("abc");
  expect(pickReportForm({ town: "😀" }).town).toBe("😀");
});

describe("a report form", () => {
  it("reads as a proposal, and the proposal fills the same form again", () => {
    const parsed = parseReportForm(complete);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.fields));
    expect(parsed.proposal).toMatchObject({ kind: "new-service", placeId: null, providerName: "SpaMedica" });
    expect(parseReportForm(formOf(parsed.proposal))).toEqual(parsed);
  });

  it("names what is missing, in the order of the form", () => {
    const parsed = parseReportForm({});
    expect(parsed.ok ? [] : Object.keys(parsed.fields)).toEqual([
      "category",
      "placeName",
      "postcode",
      "naming",
      "sources.0.kind",
      "sources.0.title",
      "sources.0.publisher",
      "sources.0.publishedOn",
      "sources.0.says",
    ]);
  });

  it.each([
    [{ town: "" }, { postcode: "postcode-or-town" }],
    [{ providerName: "" }, { providerName: "provider-or-not-named" }],
    // All at once: what fields say together is not held back by a field that fails alone.
    [
      { category: "", town: "", providerName: "", "sources.0.says": "" },
      {
        category: "choice",
        postcode: "postcode-or-town",
        providerName: "provider-or-not-named",
        "sources.0.says": "required",
      },
    ],
    [{ "sources.0.url": "javascript:alert(1)" }, { "sources.0.url": "web-address" }],
    [{ "sources.0.url": "https://user:pass@example.org" }, { "sources.0.url": "web-address" }],
    [{ "sources.0.publishedOn": " " }, { "sources.0.publishedOn": "source-date" }],
    [{ "sources.0.publishedOn": "last April" }, { "sources.0.publishedOn": "date" }],
    [{ startedOn: "2024-02-30" }, { startedOn: "date" }],
    [{ startedOn: "last spring" }, { startedOn: "date" }],
    [{ placeName: "W" }, { placeName: "too-short" }],
    [{ providerName: "X" }, { providerName: "too-short" }],
    [{ placeName: "x".repeat(201) }, { placeName: "too-long" }],
    [{ status: "ended" }, { status: "choice" }],
    [{ placeId: "not-an-id" }, { placeId: "required" }],
    // The second block of sources is named where it stands on the page, though the first of them is whole.
    [
      { "sources.2.title": "Another" },
      {
        "sources.2.kind": "choice",
        "sources.2.publisher": "required",
        "sources.2.publishedOn": "source-date",
        "sources.2.says": "required",
      },
    ],
  ] as [ReportFormValues, Record<string, string>][])("%j is refused with %j", (change, errors) => {
    expect(errorsOf(change)).toEqual(errors);
  });

  it("needs no name where the provider is not named, and keeps none", () => {
    const parsed = parseReportForm({ ...complete, naming: "not-named", providerName: "Left over" });
    expect(parsed).toMatchObject({ ok: true, proposal: { providerName: "", naming: "not-named" } });
  });

  it("keeps the fields of the form only, as text that can be stored", () => {
    expect(
      pickReportForm({ placeName: "A\u0000B", role: "admin", town: ["x"], note: "y".repeat(9000) }),
    ).toEqual({
      placeName: "AB",
      note: "y".repeat(4000),
    });
  });
});

/** A small generator with a seed, so that a failure can be repeated: mulberry32. */
function randomOf(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ODD = [
  "",
  " ",
  "\u0000",
  "<script>alert(1)</script>",
  "'; drop table reports; --",
  "\u202eabc",
  "💊".repeat(50),
  "0",
  "null",
  "2024",
  "2024-13",
  "https://example.org",
  "javascript:alert(1)",
  "//example.org",
  "eye-care",
  "named",
  "not-named",
  "x".repeat(5000),
  "\r\nBcc: a@example.org",
  "{{7*7}}",
  "undefined",
  "operating",
];

describe("whatever is sent", () => {
  it.each(Array.from({ length: 500 }, (_, seed) => seed))(
    "seed %i: an answer by field, or a proposal that stays itself",
    (seed) => {
      const random = randomOf(seed);
      const form: ReportFormValues = { ...complete };
      for (const field of FORM_FIELDS)
        if (random() < 0.3) form[field] = ODD[Math.floor(random() * ODD.length)] ?? "";
      const parsed = parseReportForm(pickReportForm(form));
      if (!parsed.ok) {
        expect(Object.keys(parsed.fields).length).toBeGreaterThan(0);
        expect(FORM_FIELDS).toEqual(expect.arrayContaining(Object.keys(parsed.fields)));
        return;
      }
      expect(parseReportForm(formOf(parsed.proposal))).toEqual(parsed);
      for (const { url } of parsed.proposal.sources) expect(url).toMatch(/^(https?:\/\/|$)/);
      expect(JSON.stringify(parsed.proposal)).not.toContain("\\u0000");
    },
  );
});
