import { describe, expect, it, test } from "vitest";
import { CHANGE_INPUTS } from "@/domain/reports/decision-form";
import { FIELD_VERDICTS, NEW_SERVICE_FIELDS } from "@/domain/reports/proposal";
import { unchosenChanges } from "./unchosen-changes";

const ID = "0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10";

function asked(given: Record<string, string>) {
  return unchosenChanges({ get: (name) => given[name] ?? null });
}

const inputs = NEW_SERVICE_FIELDS.flatMap((field) =>
  CHANGE_INPUTS[field].map((name) => [field, name] as const),
);

test.each([
  ["a place that we have", ID, { place: "place-twice" }],
  ["a new place", "new", {}],
  ["none", undefined, {}],
])("another place is written while %s is chosen", (_, chosen, questions) => {
  const written = {
    "was.town": "York",
    "change.town": "Leeds",
    ...(chosen ? { "change.placeId": chosen } : {}),
  };
  expect(asked(written)).toEqual(questions);
  expect(asked({ ...written, "change.town": "York" })).toEqual({});
});

describe.each(inputs)("%s, %s", (field, name) => {
  test.each(FIELD_VERDICTS)("rewritten under the verdict %s", (verdict) => {
    const form = { [`verdict.${field}`]: verdict, [`was.${name}`]: "Old", [`change.${name}`]: "New" };
    const isAsked = verdict === "refuse" || verdict === "ask";
    expect(asked(form)).toEqual(isAsked ? { [field]: "change-not-chosen" } : {});
  });

  it("asks about what was emptied, and about what was empty", () => {
    const left = { [`verdict.${field}`]: "refuse" };
    expect(asked({ ...left, [`was.${name}`]: "Old", [`change.${name}`]: "" })).toEqual({
      [field]: "change-not-chosen",
    });
    expect(asked({ ...left, [`was.${name}`]: "", [`change.${name}`]: "New" })).toEqual({
      [field]: "change-not-chosen",
    });
  });

  it("asks nothing about what stands as the form showed it", () => {
    expect(
      asked({ [`verdict.${field}`]: "ask", [`was.${name}`]: "One\nTwo", [`change.${name}`]: " One\r\nTwo " }),
    ).toEqual({});
  });
});
