import { describe, expect, it } from "vitest";
import { answerField, answersFor, fieldOfRow, organisationField, readWorksheet } from "./worksheet";

const [FIRST, SECOND] = ["0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb", "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bc"];
const source = { "sources.0.title": "Who holds the contracts", licence: "accepted" };

describe("a worksheet", () => {
  it("makes a report of each answered place, all with the one source, and leaves the others", () => {
    const rows = readWorksheet({
      ...source,
      proof: "register-holder",
      checkedOn: "2026-11-29",
      [answerField(FIRST)]: "own",
      [answerField(SECOND)]: "organisation",
      [organisationField(SECOND)]: "Gazelle Health Ltd",
      [answerField("0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bd")]: "",
    });
    expect(rows).toEqual([
      {
        placeId: FIRST,
        form: {
          ...source,
          proof: "register-holder",
          checkedOn: "2026-11-29",
          aboutType: "place",
          aboutId: FIRST,
          question: "not-outsourced",
          mapped: "",
          note: "",
        },
      },
      {
        placeId: SECOND,
        form: {
          ...source,
          proof: "register-holder",
          checkedOn: "2026-11-29",
          category: "gp-practice",
          placeId: SECOND,
          naming: "named",
          providerName: "Gazelle Health Ltd",
          status: "operating",
          note: "",
        },
      },
    ]);
  });

  it.each([
    { "answer.not-an-id": "own" },
    { [`x${answerField(FIRST)}`]: "own" },
    { [answerField(FIRST)]: "something" },
    { [organisationField(FIRST)]: "Gazelle Health Ltd" },
  ])("takes nothing from %j", (sent: Record<string, string>) => {
    expect(readWorksheet(sent)).toEqual([]);
  });

  it.each([
    ["gp-practice", ["own", "organisation"]],
    ["hospital", ["own"]],
  ] as const)("takes of a %s: %j", (kind, answers) => {
    expect(answersFor(kind)).toEqual(answers);
  });

  it.each([
    ["sources.0.url", "sources.0.url"],
    ["checkedOn", "checkedOn"],
    ["providerName", organisationField(FIRST)],
    ["mapped", answerField(FIRST)],
    ["aboutId", answerField(FIRST)],
  ])("says a problem of %s at %s", (field, shown) => {
    expect(fieldOfRow(FIRST, field)).toBe(shown);
  });
});
