import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RegisteredRun } from "@/domain/registrations/registered";
import common from "@/messages/en/common.json";
import places from "@/messages/en/places.json";
import services from "@/messages/en/services.json";
import { RegisteredRuns } from "./registered-runs";

const run: RegisteredRun = {
  form: "partnership",
  provider: null,
  ownerClass: null,
  companyNumber: null,
  locationId: "1-1234567890",
  registeredOn: "2020-04-01",
  since: "2020-04-01",
  endedOn: null,
  isLatest: true,
  doubts: [],
  confirmedOn: "2024-10-16",
};

test("each registration leads to the regulator's own page, for whoever wants to check it", () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, places, services }} timeZone="Europe/London">
      <RegisteredRuns runs={[run, { ...run, locationId: "1-9", endedOn: "2019-03-31" }]} />
    </NextIntlClientProvider>,
  );
  expect(html).toContain('<a href="https://www.cqc.org.uk/location/1-1234567890" rel="nofollow noopener">');
  expect(html).toContain('href="https://www.cqc.org.uk/location/1-9"');
  expect(html).toContain("October 2024");
});

test("why a registration is in doubt stands beside it, whatever the page answers above", () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, places, services }} timeZone="Europe/London">
      <RegisteredRuns
        runs={[
          { ...run, doubts: ["another-runner"] },
          { ...run, locationId: "1-9" },
        ]}
      />
    </NextIntlClientProvider>,
  );
  expect(
    html.match(/That registration is in doubt: sources differ: another source names another/g),
  ).toHaveLength(1);
});
