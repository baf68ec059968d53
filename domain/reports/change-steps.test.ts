import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANGE_QUESTIONS, type ChangeQuestion, fieldsOfChange, parseChangeForm } from "./change-form";
import {
  changeProblemWhileTyped,
  changeStepAfter,
  changeStepBefore,
  fieldsOfChangeStep,
  firstOpenChangeStep,
  problemsOfChangeStep,
  stepOfChangeField,
  stepsOfChange,
} from "./change-steps";
import { sourceField } from "./new-service-form";

const TODAY = "2026-11-30";
const ID = "3f1c9a52-8c1e-4f37-9d29-3b8f5d1a2c01";
const OTHER = "3f1c9a52-8c1e-4f37-9d29-3b8f5d1a2c02";
const QUESTIONS = [...new Set(Object.values(CHANGE_QUESTIONS).flat())];
const about = (question: ChangeQuestion) => ({
  aboutType: question === "not-outsourced" ? "place" : "service",
  aboutId: ID,
  question,
});
const SOURCE = {
  [sourceField(0, "kind")]: "news",
  [sourceField(0, "title")]: "Clinic taken over",
  [sourceField(0, "publisher")]: "Carlisle Gazette",
  [sourceField(0, "publishedOn")]: "April 2026",
  [sourceField(0, "says")]: "It says so.",
};
const WHOLE: Record<ChangeQuestion, Record<string, string>> = {
  "still-there": {},
  "new-provider": { providerName: "Gazelle Health", on: "2026" },
  moved: { placeName: "Gnu House", town: "Carlisle" },
  ended: { on: "May 2026" },
  wrong: { field: "started-on", proposed: "2019" },
  "same-as": { other: OTHER },
  "not-outsourced": { proof: "regulator", checkedOn: "2026-11-02" },
};

describe.each(QUESTIONS)("the pages of “%s”", (question) => {
  const steps = stepsOfChange(question);

  test("ask for every field of the form once, and end with a look at all of it", () => {
    const asked = steps.flatMap((step) => fieldsOfChangeStep(question, step));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.toSorted()).toEqual(fieldsOfChange(question).toSorted());
    expect(steps.at(-1)).toBe("review");
    // Eight with the page that asks what is known, and one on which a name is chosen.
    expect(steps.length).toBeLessThanOrEqual(6);
  });

  test("follow each other both ways", () => {
    for (const [index, step] of steps.entries()) {
      expect(changeStepBefore(question, step)).toBe(steps[index - 1] ?? null);
      expect(changeStepAfter(question, step)).toBe(steps[index + 1] ?? "review");
    }
  });

  test("are all done where the whole is, and only then", () => {
    const form = { ...about(question), ...SOURCE, ...WHOLE[question] };
    expect(firstOpenChangeStep(form, question, TODAY)).toBe("review");
    const { aboutType, aboutId } = form;
    const type = aboutType as "service" | "place";
    expect(parseChangeForm(form, { type, id: aboutId }, question, OTHER).ok).toBe(true);
  });

  test("find every fault of the whole on the page that asks for it", () => {
    const text = fc.constantFrom("", "x", "1066", "2031", "Gazelle", "news", "http://", "AB1 2CD");
    const typed = fc.dictionary(fc.constantFrom(...fieldsOfChange(question)), text, { maxKeys: 12 });
    fc.assert(
      fc.property(typed, (said) => {
        const form: Record<string, string> = { ...WHOLE[question], ...said, ...about(question) };
        const type = form.aboutType as "service" | "place";
        const parsed = parseChangeForm(form, { type, id: ID }, question, form.other ? OTHER : undefined);
        const wrong = parsed.ok ? [] : Object.keys(parsed.fields);
        for (const field of wrong) {
          const step = stepOfChangeField(question, field);
          expect(fieldsOfChangeStep(question, step)).toContain(field);
          expect(problemsOfChangeStep(form, step, TODAY)).toHaveProperty([field]);
        }
      }),
    );
  });
});

test.each([
  ["new-provider", "providerName", "G", "too-short"],
  ["new-provider", "providerName", "Gazelle", null],
  ["new-provider", "on", "1066", "date-before-nhs"],
  ["new-provider", "on", "2031", "change-not-yet"],
  ["new-provider", "on", "soon", "date"],
  ["new-provider", "on", "April 2026", null],
  ["new-provider", "on", "", null],
  ["moved", "placeName", "G", "required"],
  ["ended", "on", "31 March 2027", "change-not-yet"],
  ["ended", sourceField(0, "title"), "x", "too-short"],
  ["ended", sourceField(0, "publishedOn"), "2031", "date-not-yet"],
  ["ended", sourceField(0, "url"), "gazette", "web-address"],
  ["not-outsourced", "checkedOn", "2031-01-01", "date-not-yet"],
  ["not-outsourced", "checkedOn", "May 2026", "day"],
] as const)("of “%s” while it is typed, %s “%s” is questioned: %s", (question, field, text, problem) => {
  expect(changeProblemWhileTyped({ ...about(question), [field]: text }, field, TODAY)).toBe(problem);
});

test("a date that is said to be right is questioned by what it is the date of", () => {
  const wrong = (field: string, proposed: string) =>
    changeProblemWhileTyped({ ...about("wrong"), field, proposed }, "proposed", TODAY);
  expect(wrong("started-on", "1066")).toBe("date-before-nhs");
  expect(wrong("ended-on", "2031")).toBe("change-not-yet");
  expect(wrong("contract-ends-on", "2031")).toBeNull();
});

test("that nobody knows who runs it now is an answer; an empty box is none", () => {
  const form = { ...about("new-provider"), ...SOURCE };
  expect(firstOpenChangeStep({ ...form, providerName: "" }, "new-provider", TODAY)).toBe("who");
  expect(firstOpenChangeStep({ ...form, naming: "not-named" }, "new-provider", TODAY)).toBe("review");
});
