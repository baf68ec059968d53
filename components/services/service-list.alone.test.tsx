import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import common from "@/messages/en/common.json";
import map from "@/messages/en/map.json";
import services from "@/messages/en/services.json";
import { ServiceList } from "./service-list";

vi.mock("next/navigation", () => ({ usePathname: () => "/" }));

const region = { slug: "london", name: "London", nameCy: null, nation: "england" as const };
const service = (id: number, given: Partial<ServiceRow> = {}): ServiceRow => ({
  id: String(id),
  slug: `s${id}`,
  name: `S${id}`,
  category: "eye-care",
  status: "operating",
  kind: "company",
  visibility: "published",
  placeId: null,
  place: null,
  position: null,
  providerId: null,
  provider: null,
  isProviderHidden: false,
  startedOn: null,
  mayHaveEnded: false,
  mayHaveEndedReason: null,
  lastConfirmedOn: null,
  notCounted: null,
  region,
  ...given,
});

test("of many rows each region says how many count, how many do not, and how much is of another care than the most", () => {
  const many = [
    ...Array.from({ length: 150 }, (_, id) => service(id)),
    service(200, { status: "planned", category: "hearing" }),
    service(201, { notCounted: "no-longer-listed", category: "dialysis" }),
    service(202, { category: "dermatology" }),
    service(203, { category: "fertility" }),
    service(204, { region: null }),
    service(205, { region: null, status: "ended" }),
  ];
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, map, services }} timeZone="Europe/London">
      <ServiceList
        services={many}
        caption="The services"
        definition="outside-the-nhs"
        path="/areas/nation/england"
        mapPath="/map"
      />
    </NextIntlClientProvider>,
  );
  const text = html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(text).toContain("London 152 services, and 2 entries not counted Eye care: 150;");
  expect(text).toContain("; other care: 2");
  expect(text).toContain("Regions not confirmed: 1 service, and 1 entry not counted");
});
