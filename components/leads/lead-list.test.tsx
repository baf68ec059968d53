import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EndedLeads } from "@/components/leads/ended-leads";
import { LeadList } from "@/components/leads/lead-list";
import { LeadsByHealthBody } from "@/components/leads/leads-by-health-body";
import leads from "@/messages/en/leads.json";

const draw = (page: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ leads }} timeZone="Europe/London">
      {page}
    </NextIntlClientProvider>,
  );

const LEAD = {
  code: "Z99001",
  name: "Old Name",
  place: { slug: "new-name-sometown", name: "New Name", nameCy: null },
  constituency: { slug: "somewhere", name: "Somewhere", nameCy: null },
  healthBody: { slug: "board", name: "Board of the North", nameCy: null },
};

test("a lead names the place, where it lies and its code, and leads to a report that begins there", () => {
  const html = draw(<LeadList leads={[LEAD]} />);
  expect(html).toContain('href="/places/new-name-sometown"');
  expect(html).toContain('href="/reports/new?place=new-name-sometown"');
  expect(html).toContain("Somewhere · Practice code Z99001 · In the list as Old Name");
  expect(html).toContain("at New Name");
});

test("all leads stand behind the names of their boards, with how many there are, and open without scripts", () => {
  const html = draw(<LeadsByHealthBody leads={[LEAD, { ...LEAD, code: "Z99002", healthBody: null }]} />);
  expect(html.match(/<details class="[^"]*">/g)).toHaveLength(2);
  expect(html.replace(/<[^>]+>/g, "")).toContain("Board of the North 1 practice");
  expect(html.replace(/<[^>]+>/g, "")).toContain("No board known 1 practice");
});

test("a practice without an active entry is named with the day its entry ended, or without one", () => {
  const ended = { code: "Z99002", name: "Gone", postcode: "ZY1 1AA" };
  const html = draw(
    <EndedLeads
      leads={[
        { ...ended, entry: "ended", endedOn: "2024-06-30" },
        { ...ended, code: "Z99003", entry: "dormant", endedOn: null },
      ]}
    />,
  );
  expect(html).toContain("entry ended on 30 June 2024");
  expect(html).toContain("entry is dormant");
});
