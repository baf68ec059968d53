import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PlaceAnswerText } from "@/components/places/place-answer-text";
import { ShortAnswer } from "@/components/places/short-answer";
import type { PlaceAnswer, RunningServices } from "@/domain/pages/place-answer";
import { REGISTERED_KINDS, type RegisteredAnswer } from "@/domain/registrations/registered";
import common from "@/messages/en/common.json";
import places from "@/messages/en/places.json";
import services from "@/messages/en/services.json";

const ANSWER: RegisteredAnswer = {
  kind: "not-checked",
  form: "organisation",
  holder: "Northtown Care Ltd",
  companyNumber: null,
  since: "2017-09-20",
  confirmedOn: "2024-10-16",
  doubts: [],
};

function says(
  given: Partial<RegisteredAnswer>,
  isShort = false,
  key: "registered" | "was-registered" = "registered",
): string {
  return render({ key, registered: { ...ANSWER, ...given } }, isShort);
}

function render(answer: PlaceAnswer, isShort: boolean): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, places, services }} timeZone="Europe/London">
      {isShort ? (
        <ShortAnswer answer={answer} />
      ) : (
        <PlaceAnswerText answer={answer} name="Mill Surgery" nation="england" />
      )}
    </NextIntlClientProvider>,
  );
}

it.each<[Partial<RegisteredAnswer>, string]>([
  [
    {},
    "Mill Surgery is registered to Northtown Care Ltd since 20 September 2017 (regulator’s list, copy of October 2024). We have not yet checked who owns it. Some such companies are owned by the practice’s GPs. Not included in our totals.",
  ],
  [
    { kind: "partnership", form: "partnership", holder: null, since: "2013-04-01" },
    "Mill Surgery is registered to a partnership: latest registration we hold 1 April 2013, from the regulator’s list (copy of October 2024). We have not checked who the partners are. Not counted as outsourced.",
  ],
  [
    { kind: "others" },
    "Mill Surgery is registered to Northtown Care Ltd, an organisation outside the NHS, since 20 September 2017 (regulator’s list, copy of October 2024).",
  ],
  [
    { kind: "doubt", doubts: ["company-dissolved-before", "name-does-not-fit"] },
    "We are not certain who runs Mill Surgery. The regulator’s list (copy of October 2024) has Northtown Care Ltd, registered on 20 September 2017, but the company had been dissolved; the practice and the registered location have different names. It needs checking.",
  ],
])("%j", (given, sentence) => expect(says(given)).toBe(sentence));

it("every answer has its day, the copy's month and, on the page, the place's name", () => {
  for (const kind of REGISTERED_KINDS) {
    for (const isShort of [false, true]) {
      const said = says({ kind }, isShort);
      expect(said).toContain("20 September 2017");
      expect(said).toContain("copy of October 2024");
      expect(said.includes("Mill Surgery")).toBe(!isShort);
    }
  }
});

it("of a practice that is on no list any more it says who was registered, not that nobody looked", () => {
  expect(says({ kind: "partnership", form: "partnership", holder: null }, false, "was-registered")).toBe(
    "Mill Surgery is no longer on the official list; care there may continue. The latest registration that we hold of it: a partnership, 20 September 2017 (regulator’s list, copy of October 2024).",
  );
  const doubted = says({ kind: "doubt", doubts: ["company-dissolved-before"] }, true, "was-registered");
  expect(doubted).toContain("It is no longer on the official list");
  expect(doubted).toContain("Northtown Care Ltd, 20 September 2017");
  expect(doubted).toContain("That registration is in doubt: the company had been dissolved.");
});

const outsourced = (more: Partial<RunningServices>, isShort = false) => {
  const runs = { services: 1, providers: ["Northtown Care Ltd"], notNamed: 0, doubt: null };
  return render({ key: "outsourced", ...runs, ...more }, isShort);
};

it("of an outsourced practice the first sentence has the organisation, its day and the copy of the register", () => {
  const registered = { ...ANSWER, kind: "others" } as const;
  expect(outsourced({ registered })).toBe(
    "Mill Surgery is outsourced: registered to Northtown Care Ltd since 20 September 2017 (regulator’s list, copy of October 2024).",
  );
  expect(outsourced({ registered }, true)).toBe(
    "Outsourced: registered to Northtown Care Ltd since 20 September 2017 (regulator’s list, copy of October 2024).",
  );
  expect(outsourced({ registered, services: 2, providers: ["Northtown Care Ltd", "InHealth"] })).toBe(
    "2 NHS services at Mill Surgery are outsourced: run by Northtown Care Ltd and InHealth. Northtown Care Ltd is registered at Mill Surgery since 20 September 2017 (regulator’s list, copy of October 2024).",
  );
});

it("what is outsourced at any other place says when that was last confirmed", () => {
  expect(outsourced({ confirmedOn: "2026-05-01" })).toBe(
    "1 NHS service at Mill Surgery is outsourced: run by Northtown Care Ltd. Last confirmed in May 2026.",
  );
});

it("of a company that nobody has looked at it leads to Companies House, on the page and in lists, and of no other", () => {
  const companyNumber = "01234567";
  const link =
    '<a href="https://find-and-update.company-information.service.gov.uk/company/01234567" rel="noopener">Look up Northtown Care Ltd at Companies House</a>';
  for (const isShort of [false, true]) {
    for (const kind of REGISTERED_KINDS)
      expect(says({ kind, companyNumber }, isShort).includes(link)).toBe(kind === "not-checked");
    expect(says({ companyNumber: null }, isShort)).not.toContain("<a");
  }
});
