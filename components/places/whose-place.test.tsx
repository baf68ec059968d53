import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PlaceAnswerText } from "@/components/places/place-answer-text";
import { ShortAnswer } from "@/components/places/short-answer";
import type { PlaceAnswer } from "@/domain/pages/place-answer";
import common from "@/messages/en/common.json";
import places from "@/messages/en/places.json";

const OPERATOR = {
  isNhs: true,
  names: ["Royal Free London NHS Foundation Trust"],
  areTrustsToday: true,
  on: "2020-11-01",
};
const SCANS = { services: 1, providers: ["Alliance Medical"], notNamed: 0, doubt: null };

const draw = (page: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, places }} timeZone="Europe/London">
      {page}
    </NextIntlClientProvider>,
  );
const long = (answer: PlaceAnswer) =>
  draw(<PlaceAnswerText answer={answer} name="Hampstead Hospital" nation="england" />);

it("an NHS hospital is its trust's, and what another runs in it is said after that", () => {
  const answer = { key: "services-here", ...SCANS, operator: OPERATOR } as const;
  expect(long(answer)).toBe(
    "Hampstead Hospital is an NHS hospital, run by Royal Free London NHS Foundation Trust (NHS list of November 2020, with the trust’s name of today). 1 service here is run by Alliance Medical.",
  );
  const short = draw(<ShortAnswer answer={answer} />);
  expect(short).toContain("NHS hospital, run by Royal Free London NHS Foundation Trust");
  expect(short).toContain("1 service here is run by Alliance Medical.");
  expect(`${long(answer)} ${short}`.toLowerCase()).not.toContain("outsourced");
});

it("one in which none was found says so, and whose it is, never that nobody looked", () => {
  const said = long({ key: "none-found", operator: OPERATOR });
  expect(said).toContain("is an NHS hospital, run by Royal Free London NHS Foundation Trust");
  expect(said).toContain("We have not found any service here that an organisation outside the NHS runs.");
  expect(said).not.toContain("not checked");
});

it("a trust that the register has no more is named with the month of the list, and nothing is said of today", () => {
  const said = long({ key: "none-found", operator: { ...OPERATOR, areTrustsToday: false } });
  expect(said).toContain("In November 2020 it was run by Royal Free London NHS Foundation Trust");
  expect(said).toContain("we have no source yet for which trust runs it today");
});
