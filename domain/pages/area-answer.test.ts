import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { dateInWords } from "@/domain/dates/in-words";
import type { Counts } from "@/domain/figures/count";
import areas from "@/messages/en/areas.json";
import { type AnswerPart, answerFor, inParagraphs } from "./area-answer";

const nothing: Counts = {
  definition: "outside-the-nhs",
  services: 0,
  places: 0,
  providers: 0,
  notNamed: 0,
  planned: 0,
  mayHaveEnded: 0,
  noLongerListed: 0,
  littleActivity: 0,
  oldestCheckedOn: null,
  lastCheckedOn: null,
};
const carlisle: Counts = {
  ...nothing,
  services: 4,
  places: 4,
  providers: 3,
  mayHaveEnded: 1,
  oldestCheckedOn: "2024-04-01",
  lastCheckedOn: "2024-04-01",
};

const all = { known: 4, checked: 4 };

/** The answer as a reader sees it, through the English catalogue. */
function say(
  counts: Counts,
  nation: "england" | "wales" | "scotland" = "england",
  reasons: string[] = [],
  coverage = all,
  gone: string[] = [],
): string {
  const t = createTranslator({ locale: "en", messages: { areas }, namespace: "areas.answer" });
  return answerFor(counts, nation, reasons, coverage, gone, "2026-11-28")
    .map(({ key, values }) =>
      t.markup(key, {
        name: (text: string) => text,
        ...values,
        area: "Carlisle constituency",
        counting: counts.definition === "companies-by-type" ? "companies" : "all",
        nation: "Wales",
        on: "on" in values ? dateInWords(values.on, "en") : "",
        date: "date" in values && values.date ? dateInWords(values.date, "en") : "none",
        from: "from" in values && values.from ? dateInWords(values.from, "en") : "none",
      } as never),
    )
    .join(" ");
}

describe("the answer in words", () => {
  const four =
    "On 28 November 2026 we knew of 4 NHS services in Carlisle constituency run by 3 organisations outside the NHS.";

  it("names the day, the number, the place and what is counted, so that it can be copied", () => {
    expect(say(carlisle, "england", ["register-entry-ended"])).toBe(
      `${four} One of them may have ended: it is no longer on the official list; care there may continue. Sources date from April 2024.`,
    );
  });

  it("says of an entry that is over that it is not counted, and that care there may continue", () => {
    const gone = ["Fusehill Medical Practice"];
    expect(say({ ...carlisle, mayHaveEnded: 0, noLongerListed: 1 }, "england", [], all, gone)).toBe(
      `${four} Fusehill Medical Practice is no longer listed separately and is not counted; care there may continue. Sources date from April 2024.`,
    );
    expect(say(nothing, "england", [], all, ["One", "Two"])).toMatch(
      /One and Two are no longer listed separately and are not counted; care there may continue\.$/,
    );
    expect(say(nothing, "england", [], all, ["One", "Two", "Three"])).toMatch(/ 3 more are no longer listed/);
  });

  it("gives the range of the dates of its sources", () => {
    expect(say({ ...carlisle, mayHaveEnded: 0, lastCheckedOn: "2026-04-30" })).toBe(
      `${four} Sources date from April 2024 to April 2026.`,
    );
    expect(say({ ...carlisle, mayHaveEnded: 0, lastCheckedOn: "2024-04-18" })).toMatch(
      /Sources date from April 2024\.$/,
    );
  });

  it("says what was counted where that is not the usual", () => {
    expect(say({ ...carlisle, definition: "companies-by-type", mayHaveEnded: 0 })).toContain(
      "run by 3 organisations outside the NHS, counting companies.",
    );
    expect(say({ ...nothing, definition: "companies-by-type" })).toContain(
      "run by organisations outside the NHS, counting companies.",
    );
  });

  it.each<[string, Partial<Counts>, string]>([
    [
      "one of everything",
      { services: 1, places: 1, providers: 1 },
      "On 28 November 2026 we knew of 1 NHS service in Carlisle constituency run by 1 organisation outside the NHS.",
    ],
    [
      "some not named",
      { services: 3, places: 2, providers: 2, notNamed: 1 },
      "On 28 November 2026 we knew of 3 NHS services in Carlisle constituency run by 2 organisations outside the NHS. For 1 of them the organisation is not named.",
    ],
    [
      "none named",
      { services: 2, places: 2, notNamed: 2 },
      "On 28 November 2026 we knew of 2 NHS services in Carlisle constituency run by organisations outside the NHS that are not named.",
    ],
    [
      "planned too",
      { services: 1, places: 1, providers: 1, planned: 1 },
      "On 28 November 2026 we knew of 1 NHS service in Carlisle constituency run by 1 organisation outside the NHS. 1 more was announced; we have no source for who runs it today. Not counted.",
    ],
    [
      "planned only",
      { planned: 2 },
      "On 28 November 2026 we knew of 2 NHS services in Carlisle constituency announced to be run by organisations outside the NHS. We have no source for who runs them today, so we do not count them.",
    ],
    [
      "nothing",
      {},
      "On 28 November 2026 we had not found any NHS services in Carlisle constituency run by organisations outside the NHS. This list is incomplete: a service that is missing may still be run from outside the NHS.",
    ],
    [
      "thousands",
      { services: 2495, places: 1200, providers: 37 },
      "On 28 November 2026 we knew of 2,495 NHS services in Carlisle constituency run by 37 organisations outside the NHS.",
    ],
  ])("%s", (_, counts, words) => {
    expect(say({ ...nothing, ...counts })).toBe(words);
  });

  it("never says none where we have no official list, but says what is known there", () => {
    expect(say(nothing, "scotland")).toMatch(
      /We cannot say whether there are any: we have no official lists yet for Wales\.$/,
    );
    expect(say({ ...nothing, services: 1, places: 1, providers: 1 }, "scotland")).toMatch(
      /we knew of 1 NHS service/,
    );
  });

  it("says how few were checked where it is under half, and nothing where it is half", () => {
    const afterwards = (known: number, checked: number) => say(carlisle, "england", [], { known, checked });
    expect(afterwards(41, 4)).toMatch(
      /We have an answer for 4 of the 41 GP practices, hospitals and diagnostic centres here, so there may be more\.$/,
    );
    expect(afterwards(41, 0)).toContain("We have an answer for none of the 41 GP practices");
    expect(afterwards(8, 4)).not.toMatch(/checked/);
    expect(afterwards(0, 0)).not.toMatch(/checked/);
  });

  it("names the one service that may have ended without counting it against itself", () => {
    expect(
      say({ ...nothing, services: 1, places: 1, providers: 1, mayHaveEnded: 1 }, "england", ["reported"]),
    ).toMatch(/outside the NHS\. It may have ended: a reader reported this\.$/);
  });

  it("does not choose between different reasons", () => {
    const parts = (reasons: string[], mayHaveEnded: number) =>
      answerFor(
        { ...carlisle, mayHaveEnded, lastCheckedOn: null },
        "england",
        reasons,
        all,
        [],
        "2026-11-28",
      );
    expect(parts(["reported", "register-entry-ended"], 2).at(-1)).toEqual({
      key: "mayHaveEndedMixed",
      values: { services: 4, ended: 2 },
    });
    expect(parts(["a reason nobody knows"], 1).at(-1)?.key).toBe("mayHaveEndedMixed");
  });
});

it("says what the regulator's register says in a paragraph of its own, and no empty one", () => {
  const services: AnswerPart = { key: "noneYet", values: { on: "2026-11-29" } };
  const more: AnswerPart = { key: "sources", values: { date: "2026-04", from: null } };
  const practices: AnswerPart = {
    key: "registeredNotChecked",
    values: { notChecked: 1, outside: 0 },
  };
  const sum = { key: "registered" } as Extract<AnswerPart, { key: "registered" }>;
  expect(inParagraphs([services, more, sum, practices])).toEqual([
    [services, more],
    [sum, practices],
  ]);
  expect(inParagraphs([services, more])).toEqual([[services, more]]);
  expect(inParagraphs([sum, practices])).toEqual([[sum, practices]]);
  expect(inParagraphs([])).toEqual([]);
});
