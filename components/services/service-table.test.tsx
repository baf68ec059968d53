import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ServiceTable } from "@/components/services/service-table";
import type { ClaimField } from "@/domain/claims/claim";
import type { DisputeRead } from "@/domain/claims/dispute";
import type { ServiceRow } from "@/domain/figures/service-row";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import services from "@/messages/en/services.json";

const ID = "5f1f8f8e-1111-4111-8111-111111111111";
const ROW: ServiceRow = {
  id: ID,
  slug: "eye-care-at-a-clinic",
  name: "Eye care at a clinic",
  category: "eye-care",
  status: "operating",
  visibility: "published",
  kind: "company",
  placeId: null,
  providerId: null,
  place: null,
  position: null,
  isProviderHidden: false,
  startedOn: null,
  mayHaveEnded: false,
  provider: { slug: "sight-ltd", name: "Sight Ltd" },
  notCounted: null,
  mayHaveEndedReason: null,
  lastConfirmedOn: null,
  region: null,
};

function draw(row: Partial<ServiceRow>, disputes: DisputeRead[] = []): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, counting, services }} timeZone="Europe/London">
      <ServiceTable services={[{ ...ROW, ...row }]} caption="" disputes={new Map([[ID, disputes]])} />
    </NextIntlClientProvider>,
  );
}

test("every entry leads to where a reader says that it is wrong: by its page, or from the list where it has none", () => {
  expect(draw({})).toContain('href="/services/eye-care-at-a-clinic"');
  for (const hidden of [{ visibility: "area-only" as const }, { isProviderHidden: true }]) {
    const html = draw({ ...hidden, slug: null, name: null });
    expect(html).toContain(`href="/complaints/services/${ID}"`);
    expect(html).toContain("Report a problem with this entry");
    expect(html).not.toContain("/services/eye-care-at-a-clinic");
  }
});

test("what is disputed stands beside the fact it is about", () => {
  const cells = (field: ClaimField | null) =>
    draw({ visibility: "disputed" }, [
      { id: "1", field, says: "It left in May.", isFromReader: false, since: "2026-06-01" },
    ])
      .split(/<\/t[hd]>/)
      .findIndex((cell) => cell.includes("It left in May."));
  const names = draw({}).split(/<\/t[hd]>/);
  expect(cells("provider")).toBe(names.findIndex((cell) => cell.includes("Sight Ltd")));
  expect(cells(null)).toBe(names.findIndex((cell) => cell.includes("Eye care at a clinic")));
});
