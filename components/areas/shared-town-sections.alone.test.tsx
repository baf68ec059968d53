import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import areas from "@/messages/en/areas.json";
import { SharedTownSections } from "./shared-town-sections";

vi.mock("@/components/services/service-table", () => ({
  ServiceTable: ({ services }: { services: ServiceRow[] }) => (
    <p>{services.map(({ name }) => name).join()}</p>
  ),
}));

const service = (name: string, town: string) => ({ id: name, name, place: { town } }) as ServiceRow;
const headings = (services: ServiceRow[]) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ areas }} timeZone="Europe/London">
      <SharedTownSections services={services} area="Luton North constituency" />
    </NextIntlClientProvider>,
  );
  return [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, text]) => text);
};

test("the heading names the town that the sources name, and says apart what has none", () => {
  expect(headings([service("Eyes", "Luton"), service("Scans", "Luton")])).toEqual([
    "In Luton, exact place not known",
  ]);
  expect(headings([service("Eyes", "Luton"), service("Scans", "Dunstable")])).toEqual([
    "In Dunstable, Luton, exact place not known",
  ]);
  expect(headings([service("Eyes", "Luton"), service("Eyes in Luton", "")])).toEqual([
    "In Luton, exact place not known",
    "Named after a town here, exact place not known",
  ]);
  expect(headings([])).toEqual([]);
});
