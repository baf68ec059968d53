import fc from "fast-check";
import { createTranslator } from "next-intl";
import { expect, it, test } from "vitest";
import { dateInWords } from "@/domain/dates/in-words";
import {
  REGISTERED_KINDS,
  type RegisteredCount,
  type RegisteredKind,
} from "@/domain/registrations/registered";
import { sumRegistered } from "@/domain/registrations/registered-sum";
import areas from "@/messages/en/areas.json";
import { answerForPractices } from "./area-answer";

const on = "2024-10-16";
const counted = (of: Partial<Record<RegisteredKind, number>>): RegisteredCount[] =>
  REGISTERED_KINDS.flatMap((kind) => {
    const practices = of[kind] ?? 0;
    return practices > 0 ? [{ kind, practices, confirmedOn: on }] : [];
  });

function say(of: Partial<Record<RegisteredKind, number>>, known: number): string {
  const t = createTranslator({ locale: "en", messages: { areas }, namespace: "areas.answer" });
  return answerForPractices(sumRegistered(counted(of), known))
    .map(({ key, values }) =>
      t.markup(key, {
        name: (text: string) => text,
        ...values,
        area: known > 1000 ? "England" : "Carlisle constituency",
        copy: dateInWords("2024-10", "en"),
      } as never),
    )
    .join(" ");
}

const england = {
  partnership: 4961,
  individual: 671,
  others: 120,
  "not-checked": 229,
  nhs: 28,
  "nhs-body": 3,
  "member-practices": 11,
  "not-given": 5,
  doubt: 123,
} as const;

it("the headline of England bears its own limits, and its parts add up", () => {
  expect(say(england, 6221)).toBe(
    "We found 120 of 6,023 GP practices in England (2.0%) registered, by a copy of the regulator’s list of October 2024, to companies, charities or social enterprises not owned by their GPs, local GP practices or the NHS. For 198 more practices the list has no clear answer. 229 more are registered to companies or other organisations; we have not yet checked who owns them. 11 are registered to organisations of local GP practices, and 31 to NHS bodies or companies the NHS owns. The other 5,632 are registered to partnerships or individuals; we do not count them.",
  );
});

test.each([
  [
    { partnership: 7, others: 2, "not-checked": 1, doubt: 1 },
    11,
    "By a copy of the regulator’s list of October 2024, 2 of the 11 GP practices in Carlisle constituency are registered to companies, charities or social enterprises not owned by their GPs, local GP practices or the NHS; 1 not known. One more is registered to a company or other organisation; we have not yet checked who owns it. The other 7 are registered to partnerships or individuals; we do not count them.",
  ],
  [
    { partnership: 10 },
    11,
    "By a copy of the regulator’s list of October 2024, none of the 11 GP practices in Carlisle constituency is registered to companies, charities or social enterprises not owned by their GPs, local GP practices or the NHS; 1 not known. All 10 are registered to partnerships or individuals; we do not count them.",
  ],
  [
    { partnership: 1, others: 1, "nhs-body": 1, "gps-of-the-practice": 1, "not-checked": 2 },
    6,
    "By a copy of the regulator’s list of October 2024, 1 of the 6 GP practices in Carlisle constituency is registered to a company, charity or social enterprise not owned by its GPs, local GP practices or the NHS. 2 more are registered to companies or other organisations; we have not yet checked who owns them. 1 is registered to an NHS body or a company the NHS owns. The other 2 are registered to partnerships or individuals or, in 1 of these, to companies owned by the practice’s GPs; we do not count them.",
  ],
] as const)("a constituency has no percentage: %o", (of, known, words) => {
  expect(say(of, known)).toBe(words);
});

it("says nothing where the register has nothing", () => {
  expect(answerForPractices(sumRegistered([], 11))).toEqual([]);
});

it("whatever is registered, the parts add up to the practices on the list", () => {
  const some = fc.record(Object.fromEntries(REGISTERED_KINDS.map((kind) => [kind, fc.nat(50)])));
  fc.assert(
    fc.property(some, fc.nat(20), (of, without) => {
      const known = Object.values(of).reduce((total, practices) => total + practices, without);
      const sum = sumRegistered(counted(of), known);
      if (!sum) return;
      const { outside, notChecked, memberPractices, nhs, gpCompanies, partners, answered, notKnown } = sum;
      expect(outside + notChecked + memberPractices + nhs + gpCompanies + partners).toBe(answered);
      expect(answered + notKnown).toBe(known);
    }),
  );
});
