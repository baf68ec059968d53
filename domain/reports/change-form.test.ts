import { describe, expect, test } from "vitest";
import {
  aboutOf,
  CHANGE_QUESTIONS,
  type ChangeQuestion,
  fieldOfPath,
  fieldsOfChange,
  formOfChange,
  isChangeQuestion,
  parseChangeForm,
  pickChangeForm,
  questionOf,
} from "@/domain/reports/change-form";
import { CORRECTABLE_TYPES, type CorrectableType } from "@/domain/reports/change-proposals";
import { changeTitleOf } from "@/domain/reports/change-title";
import type { ReportFormValues } from "@/domain/reports/new-service-form";

const id = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";
const fieldsOf = (parsed: ReturnType<typeof parseChangeForm>) => (parsed.ok ? {} : parsed.fields);

/** What every form about an entry has, filled in. */
const SOURCE: ReportFormValues = {
  "sources.0.kind": "news",
  "sources.0.title": "Surgery taken over",
  "sources.0.publisher": "Example Herald",
  "sources.0.url": "https://example.org/news",
  "sources.0.publishedOn": "2026-10-01",
  "sources.0.says": "The surgery is run by Example Care.",
};
const REST: ReportFormValues = { ...SOURCE, note: "Seen on the door too." };

const NO_ADDRESS = { addressLines: "", town: "", postcode: "" };

type Case = { type: CorrectableType; question: ChangeQuestion; form: ReportFormValues; proposal: object };
const CASES: readonly Case[] = [
  {
    type: "service",
    question: "still-there",
    form: {},
    proposal: { kind: "still-there", serviceId: id },
  },
  {
    type: "service",
    question: "ended",
    form: { on: "2026-09" },
    proposal: { kind: "change", change: "ended", serviceId: id, on: "2026-09" },
  },
  {
    type: "service",
    question: "new-provider",
    form: { providerName: "Example Care", providerKind: "private-sector", on: "2026" },
    proposal: {
      kind: "change",
      change: "new-provider",
      serviceId: id,
      providerName: "Example Care",
      providerKind: "private-sector",
      on: "2026",
    },
  },
  {
    type: "service",
    question: "moved",
    form: {
      placeName: "New House",
      addressLines: "1 High Street",
      town: "Carlisle",
      postcode: "CA1 1AA",
      on: "",
    },
    proposal: {
      kind: "change",
      change: "moved",
      serviceId: id,
      placeId: null,
      placeName: "New House",
      addressLines: "1 High Street",
      town: "Carlisle",
      postcode: "CA1 1AA",
      on: "",
    },
  },
  {
    type: "service",
    question: "moved",
    form: { placeName: "New House", ...NO_ADDRESS, point: "54.8951, -2.9382", on: "2026" },
    proposal: {
      kind: "change",
      change: "moved",
      serviceId: id,
      placeId: null,
      placeName: "New House",
      ...NO_ADDRESS,
      point: "54.8951, -2.9382",
      on: "2026",
    },
  },
  {
    type: "service",
    question: "moved",
    form: { placeName: "Northern board", ...NO_ADDRESS, areaId: id, on: "" },
    proposal: {
      kind: "change",
      change: "moved",
      serviceId: id,
      placeId: null,
      placeName: "Northern board",
      ...NO_ADDRESS,
      areaId: id,
      on: "",
    },
  },
  {
    type: "service",
    question: "wrong",
    form: { field: "status", proposed: "planned" },
    proposal: {
      kind: "correction",
      recordType: "service",
      recordId: id,
      field: "status",
      proposed: "planned",
    },
  },
  {
    type: "place",
    question: "wrong",
    form: { field: "address", addressLines: "2 Low Street", town: "Carlisle", postcode: "" },
    proposal: {
      kind: "correction",
      recordType: "place",
      recordId: id,
      field: "address",
      proposed: { addressLines: "2 Low Street", town: "Carlisle", postcode: "" },
    },
  },
  {
    type: "provider",
    question: "wrong",
    form: { field: "companies-house-number", proposed: "SC123456" },
    proposal: {
      kind: "correction",
      recordType: "provider",
      recordId: id,
      field: "companies-house-number",
      proposed: "SC123456",
    },
  },
  {
    type: "service",
    question: "wrong",
    form: { field: "contract-ends-on", lineId: other, proposed: "2028-03" },
    proposal: {
      kind: "correction",
      recordType: "service",
      recordId: id,
      field: "contract-ends-on",
      lineId: other,
      proposed: "2028-03",
    },
  },
  {
    type: "service",
    question: "wrong",
    form: { field: "serves-area-dropped", lineId: other },
    proposal: { kind: "correction", field: "serves-area-dropped", lineId: other, proposed: "dropped" },
  },
  {
    type: "service",
    question: "wrong",
    form: {
      field: "contract",
      contractType: "apms",
      noticeReference: "2024/S 1",
      covers: "",
      contractStartsOn: "2024-04-01",
      contractEndsOn: "",
      valuePounds: "1250000",
    },
    proposal: {
      kind: "correction",
      field: "contract",
      proposed: {
        contractType: "apms",
        noticeReference: "2024/S 1",
        covers: "",
        contractStartsOn: "2024-04-01",
        contractEndsOn: "",
        valuePounds: "1250000",
      },
    },
  },
  {
    type: "place",
    question: "not-outsourced",
    form: { proof: "regulator", checkedOn: "2026-11-01" },
    proposal: { kind: "not-outsourced", placeId: id, proof: "regulator", checkedOn: "2026-11-01" },
  },
];

describe.each(CASES)("$type, $question", ({ type, question, form, proposal }) => {
  const about = { type, id };
  const whole = { ...form, ...REST };
  const parsed = parseChangeForm(whole, about, question);

  test("is read as its proposal, with its source and note", () => {
    expect(parsed.ok && parsed.proposal).toMatchObject({ v: 1, note: REST.note, ...proposal });
    expect(parsed.ok && "sources" in parsed.proposal && parsed.proposal.sources).toMatchObject([
      { title: "Surgery taken over", url: "https://example.org/news", publishedOn: "2026-10-01" },
    ]);
  });

  test("makes the form again that sent it", () => {
    if (!parsed.ok) throw new Error("not read");
    expect(questionOf(parsed.proposal)).toEqual({ about, question });
    const again = formOfChange(parsed.proposal);
    expect(again).toMatchObject({ ...whole, aboutType: type, aboutId: id, question });
    expect(aboutOf(again)).toEqual({ about, question });
    expect(pickChangeForm({ ...again, role: "admin", licence: "yes" })).toMatchObject({
      licence: "yes",
      ...whole,
    });
    expect(pickChangeForm({ ...again, role: "admin" })).not.toHaveProperty("role");
  });

  test("names nothing as missing but what is left empty", () => {
    const empty = fieldsOf(parseChangeForm({ ...form, note: "" }, about, question));
    expect(Object.keys(empty).every((field) => field.startsWith("sources.0."))).toBe(true);
    expect(empty).toHaveProperty(["sources.0.title"], "required");
    expect(Object.keys(empty)).toEqual(fieldsOfChange(question).filter((field) => field in empty));
  });
});

test("“same as” has the other entry and no source", () => {
  const about = { type: "service" as const, id };
  const parsed = parseChangeForm(
    { other: "https://example.org/services/x", note: "Twice." },
    about,
    "same-as",
    other,
  );
  expect(parsed).toEqual({
    ok: true,
    proposal: { kind: "same-as", v: 1, serviceId: id, otherId: other, note: "Twice." },
  });
  if (parsed.ok)
    expect(formOfChange(parsed.proposal)).toEqual({
      aboutType: "service",
      aboutId: id,
      question: "same-as",
      note: "Twice.",
      other,
    });
  expect(fieldsOf(parseChangeForm({ other: "nowhere" }, about, "same-as"))).toEqual({
    other: "other-needed",
  });
  expect(fieldsOfChange("same-as")).toEqual(["other", "note", "licence"]);
});

test("an empty form names everything that is missing at once, in the order of the page", () => {
  const wrong = fieldsOf(parseChangeForm({ field: "status" }, { type: "service", id }, "wrong"));
  expect(wrong).toMatchObject({ proposed: "choice", "sources.0.title": "required" });
  const moved = fieldsOf(parseChangeForm({}, { type: "service", id }, "moved"));
  expect(moved).toMatchObject({ placeName: "required", postcode: "postcode-or-town" });
  expect(moved).not.toHaveProperty("note");
  const address = fieldsOf(parseChangeForm({ field: "address" }, { type: "place", id }, "wrong"));
  expect(address).toMatchObject({ postcode: "postcode-or-town", "sources.0.title": "required" });
  expect(address).not.toHaveProperty("proposed");
  const elsewhere = fieldsOf(parseChangeForm({ field: "address" }, { type: "service", id }, "ended"));
  expect(elsewhere).not.toHaveProperty("postcode");
});

test.each([
  ["a field that no entry of its type has", { field: "kind", proposed: "hospital" }, { note: "line-gone" }],
  ["a field that no entry has", { field: "password", proposed: "x" }, { note: "line-gone" }],
  ["no field", { proposed: "x" }, { note: "line-gone" }],
  ["a choice that is none", { field: "status", proposed: "open" }, { proposed: "choice" }],
  ["a day that is none", { field: "started-on", proposed: "32 May" }, { proposed: "date" }],
  ["a line that is not named", { field: "contract-ends-on", proposed: "2028" }, { note: "line-gone" }],
  [
    "a value that is no number",
    { field: "contract", valuePounds: "much" },
    { contractType: "contract-named", valuePounds: "pounds" },
  ],
  [
    "a contract that nobody could find",
    { field: "contract", valuePounds: "5", contractEndsOn: "2028" },
    { contractType: "contract-named" },
  ],
  ["an area that is none", { field: "serves-area", proposed: "Leeds" }, { proposed: "choice" }],
  ["a name that is too short", { field: "provider", proposed: " x " }, { proposed: "required" }],
  ["a name that is too long", { field: "provider", proposed: "x".repeat(201) }, { proposed: "too-long" }],
])("what is wrong of a service: %s", (_, form, fields) => {
  expect(fieldsOf(parseChangeForm({ ...form, ...REST }, { type: "service", id }, "wrong"))).toEqual(fields);
});

test.each([
  ["1234567", "company-number"],
  ["123456789", "company-number"],
  ["sc123456", undefined],
  [" 01234567 ", undefined],
])("a company number %s", (proposed, error) => {
  const form = { field: "companies-house-number", proposed, ...REST };
  const parsed = parseChangeForm(form, { type: "provider", id }, "wrong");
  expect(fieldsOf(parsed).proposed).toBe(error);
  if (parsed.ok && parsed.proposal.kind === "correction")
    expect(parsed.proposal.proposed).toBe(proposed.trim().toUpperCase());
});

test("pounds are read as they are written", () => {
  const form = { field: "contract-value-pounds", lineId: other, proposed: "£ 1,250,000", ...REST };
  const parsed = parseChangeForm(form, { type: "service", id }, "wrong");
  expect(parsed).toMatchObject({ proposal: { proposed: "1250000" } });
});

test("a check asks for a day, not for a month; the day of a change may be a month", () => {
  const check = { checkedOn: "2026-11", proof: "regulator", ...REST };
  expect(fieldsOf(parseChangeForm(check, { type: "place", id }, "not-outsourced"))).toEqual({
    checkedOn: "day",
  });
  const ended = { on: "soon", ...REST };
  expect(fieldsOf(parseChangeForm(ended, { type: "service", id }, "ended"))).toEqual({ on: "date" });
});

test("a form says which entry and question it is for, or is for none", () => {
  const good = { aboutType: "place", aboutId: id, question: "wrong" };
  expect(aboutOf(good)).toEqual({ about: { type: "place", id }, question: "wrong" });
  expect(aboutOf({ ...good, aboutType: "area" })).toBeUndefined();
  expect(aboutOf({ ...good, aboutId: 7 })).toBeUndefined();
  expect(aboutOf({ ...good, question: "moved" })).toBeUndefined();
  expect(pickChangeForm({ note: "x" })).toEqual({});
  for (const type of CORRECTABLE_TYPES)
    for (const question of CHANGE_QUESTIONS[type]) expect(isChangeQuestion(type, question)).toBe(true);
});

test.each([
  [["sources", 0, "url"], "wrong", "sources.0.url"],
  [["sources", 0, "nonsense"], "wrong", "sources.0.title"],
  [["sources"], "ended", "sources.0.title"],
  [["otherId"], "same-as", "other"],
  [["proposed", "town"], "wrong", "town"],
  [["proposed"], "wrong", "proposed"],
  [["proposed", "town"], "moved", "proposed"],
  [["on"], "ended", "on"],
  [[], "ended", "note"],
] as const)("the fault at %j of “%s” stands beside %s", (path, question, field) => {
  expect(fieldOfPath(path, question)).toBe(field);
});

test("a report about an entry is called by what it says, cut to what a list has room for", () => {
  expect(changeTitleOf("ended", "Eye care at SpaMedica Carlisle")).toBe(
    "Ended: Eye care at SpaMedica Carlisle",
  );
  expect(changeTitleOf("wrong", "x".repeat(300))).toHaveLength(240);
});
