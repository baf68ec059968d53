import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { dateInWords } from "@/domain/dates/in-words";
import type { Counts } from "@/domain/figures/count";
import areas from "@/messages/en/areas.json";
import { answerFor } from "./area-answer";

const nothing: Counts = {
  definition: "outside-the-nhs",
  services: 0,
  places: 0,
  providers: 0,
  notNamed: 0,
  planned: 0,
  mayHaveEnded: 0,
  noLongerListed: 0,
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
  return answerFor(counts, nation, reasons, coverage, gone)
    .map(({ key, values }) =>
      t.markup(key, {
        name: (text: string) => text,
        ...values,
        area: "Carlisle constituency",
        counting: counts.definition === "companies-by-type" ? "companies" : "all",
        nation: "Wales",
        date: "date" in values && values.date ? dateInWords(values.date, "en") : "none",
        from: "from" in values && values.from ? dateInWords(values.from, "en") : "none",
      } as never),
    )
    .join(" ");
}

describe("the answer in words", () => {
  it("says Carlisle as the brief has it", () => {
    expect(say(carlisle, "england", ["register-entry-ended"])).toBe(
      "In Carlisle constituency we know of 4 services at 4 places, run by 3 providers; last checked April 2024. 1 of them may have ended: its entry in the register ended; care there may continue.",
    );
  });

  it("says of an entry that is over that it is not counted, and that care there may continue", () => {
    const gone = ["Fusehill Medical Practice"];
    expect(say({ ...carlisle, mayHaveEnded: 0, noLongerListed: 1 }, "england", [], all, gone)).toBe(
      "In Carlisle constituency we know of 4 services at 4 places, run by 3 providers; last checked April 2024. Fusehill Medical Practice is no longer listed separately and is not counted; care there may continue.",
    );
    expect(say(nothing, "england", [], all, ["One", "Two"])).toMatch(
      /One and Two are no longer listed separately and are not counted; care there may continue\.$/,
    );
    expect(say(nothing, "england", [], all, ["One", "Two", "Three"])).toMatch(/ 3 more are no longer listed/);
  });

  it("tells what was checked lately from what was reported years ago", () => {
    expect(say({ ...carlisle, mayHaveEnded: 0, lastCheckedOn: "2026-04-30" })).toBe(
      "In Carlisle constituency we know of 4 services at 4 places, run by 3 providers; last checked between April 2024 and April 2026.",
    );
    expect(say({ ...carlisle, mayHaveEnded: 0, lastCheckedOn: "2024-04-18" })).toMatch(
      /last checked April 2024\.$/,
    );
  });

  it("says what was counted where that is not the usual", () => {
    expect(say({ ...carlisle, definition: "companies-by-type", mayHaveEnded: 0 })).toMatch(
      /^In Carlisle constituency, counting companies, we know of 4 services at 4 places/,
    );
    expect(say({ ...nothing, definition: "companies-by-type" })).toContain(
      ", counting companies, we know of none yet",
    );
  });

  it.each<[string, Partial<Counts>, string]>([
    [
      "one of everything",
      { services: 1, places: 1, providers: 1 },
      "In Carlisle constituency we know of 1 service at 1 place, run by 1 provider.",
    ],
    [
      "some not named",
      { services: 3, places: 2, providers: 2, notNamed: 1 },
      "In Carlisle constituency we know of 3 services at 2 places, run by 2 providers and 1 not named.",
    ],
    [
      "none named",
      { services: 2, places: 2, notNamed: 2 },
      "In Carlisle constituency we know of 2 services at 2 places, run by organisations that are not named.",
    ],
    [
      "planned too",
      { services: 1, places: 1, providers: 1, planned: 1 },
      "In Carlisle constituency we know of 1 service at 1 place, run by 1 provider. 1 more was announced as planned and is counted apart.",
    ],
    [
      "planned only",
      { planned: 2 },
      "In Carlisle constituency we know of 2 services that were announced as planned. We know of none that is running; we have not looked everywhere.",
    ],
    [
      "nothing",
      {},
      "In Carlisle constituency we know of none yet. We have not looked everywhere, so this does not mean that there are none.",
    ],
    [
      "thousands",
      { services: 2495, places: 1200, providers: 37 },
      "In Carlisle constituency we know of 2,495 services at 1,200 places, run by 37 providers.",
    ],
  ])("%s", (_, counts, words) => {
    expect(say({ ...nothing, ...counts })).toBe(words);
  });

  it("never says none where no register was loaded, but says what is known there", () => {
    expect(say(nothing, "scotland")).toBe(
      "In Carlisle constituency we cannot say: we have not loaded any register for Wales yet.",
    );
    expect(say({ ...nothing, services: 1, places: 1, providers: 1 }, "scotland")).toMatch(
      /we know of 1 service/,
    );
  });

  it("says how few were looked at where it is under half, and nothing where it is half", () => {
    const afterwards = (known: number, checked: number) => say(carlisle, "england", [], { known, checked });
    expect(afterwards(41, 4)).toMatch(
      /We have looked at 4 of the 41 places that registers list here, so there may be more\.$/,
    );
    expect(afterwards(8, 4)).not.toMatch(/looked at/);
    expect(afterwards(0, 0)).not.toMatch(/looked at/);
  });

  it("names the one service that may have ended without counting it against itself", () => {
    expect(
      say({ ...nothing, services: 1, places: 1, providers: 1, mayHaveEnded: 1 }, "england", ["reported"]),
    ).toBe(
      "In Carlisle constituency we know of 1 service at 1 place, run by 1 provider. It may have ended: somebody reported so.",
    );
  });

  it("does not choose between different reasons", () => {
    const parts = answerFor(
      { ...carlisle, mayHaveEnded: 2 },
      "england",
      ["reported", "register-entry-ended"],
      all,
    );
    expect(parts.at(-1)).toEqual({ key: "mayHaveEndedMixed", values: { services: 4, ended: 2 } });
    expect(answerFor(carlisle, "england", ["a reason nobody knows"], all).at(-1)?.key).toBe(
      "mayHaveEndedMixed",
    );
  });
});
