import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { HowWeCount } from "@/components/layout/how-we-count";
import { tallyChecks } from "@/domain/registrations/checks";
import about from "@/messages/en/about.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";

it("says of each form how many were looked up, what was found and how often the list was wrong", () => {
  const checks = tallyChecks([
    { form: "individual", outcome: "agrees" },
    { form: "individual", outcome: "disagrees" },
    { form: "individual", outcome: "no-page" },
    { form: "nhs-body", outcome: "changed" },
    { form: "nhs-body", outcome: "changed" },
    { form: "partnership", outcome: "agrees" },
  ]);
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ about, common, counting }} timeZone="Europe/London">
      <HowWeCount checks={checks} />
    </NextIntlClientProvider>,
  );
  expect(page).toContain(
    "<li>One person: we looked up 3 and found pages about 2. 1 page says that the list was wrong. So the list was probably wrong for between 9% and 91% of them.</li>",
  );
  expect(page).toContain(
    "<li>NHS bodies, all that the list has: we looked up 2 and found pages about 2. No page says that the list was wrong; 2 say that someone else has taken over since.</li>",
  );
  expect(page).toContain(
    "<li>Partnerships: we looked up 1 and found pages about 1. No page says that the list was wrong. So the list was probably wrong for between 0% and 79% of them.</li>",
  );
});

it("names each answer that a place can have, and of what kind of places most have none", () => {
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ about, common, counting }} timeZone="Europe/London">
      <HowWeCount checks={tallyChecks([])} />
    </NextIntlClientProvider>,
  );
  expect(page).not.toMatch(/three answers|that is most places/i);
  for (const answer of Object.values(about.howWeCount.answers)) expect(page).toContain(answer);
  expect(page).toMatch(/In Wales it is nearly all of them/);
});
