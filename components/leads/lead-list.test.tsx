import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ClinicLeads } from "@/components/leads/clinic-leads";
import { DoubtLeadList } from "@/components/leads/doubt-leads";
import { EndedLeads } from "@/components/leads/ended-leads";
import { LeadList } from "@/components/leads/lead-list";
import { LeadsByHealthBody } from "@/components/leads/leads-by-health-body";
import { NoticeLeads } from "@/components/leads/notice-leads";
import { byReason } from "@/domain/registrations/doubted-practices";
import common from "@/messages/en/common.json";
import leads from "@/messages/en/leads.json";
import services from "@/messages/en/services.json";

const draw = (page: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ leads, common, services }} timeZone="Europe/London">
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

test("an awarded contract says who, who pays, what, from when, how much and where that stands", () => {
  const lead = {
    key: "1/2",
    supplier: "Quay Eyes Ltd",
    buyer: "Cumbria Commissioners",
    title: "Cataract services",
    reference: "ocds-1",
    startsOn: "2026-04-01",
    endsOn: "",
    pounds: "1250000",
    source: { title: "Notices of April", publisher: "Find a Tender", url: "https://notices.example/" },
  };
  const html = draw(<NoticeLeads leads={[lead, { ...lead, key: "1/3", buyer: "", pounds: "about 5" }]} />);
  const text = html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(text).toContain("2 contracts from published notices.");
  expect(text).toContain("Quay Eyes Ltd, paid by Cumbria Commissioners Cataract services");
  expect(text).toContain("from 1 April 2026 · £1,250,000 · Reference ocds-1");
  expect(text).toContain("Quay Eyes Ltd Cataract services from 1 April 2026 · Reference ocds-1");
  expect(html).toContain('<a href="https://notices.example/">Notices of April</a>');
});

test("a clinic known by its town has where to look, marked as not opened, and the way to report its address", () => {
  const lead = { slug: "eyes-of-bolton", name: "Eyes of Bolton", nameCy: null, town: "Bolton" };
  const html = draw(
    <ClinicLeads
      leads={[
        { ...lead, page: "https://eyes.example/bolton/" },
        { ...lead, slug: "x", page: null },
      ]}
    />,
  );
  expect(html).toContain("were not opened by us");
  expect(html.match(/https:\/\/eyes\.example\/bolton\//g)).toHaveLength(1);
  expect(html).toContain("/reports/change?place=eyes-of-bolton&amp;question=wrong&amp;field=address");
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

test("practices in doubt stand behind each of their reasons, the commonest first, and lead to a report", () => {
  const practice = { slug: "mill", name: "Mill Surgery", nameCy: null, town: "Carlisle" };
  const leads = byReason([
    { ...practice, doubts: ["takeover-reported", "another-runner"] },
    { ...practice, slug: "dale", name: "Dale Surgery", doubts: ["another-runner"] },
  ]);
  const html = draw(<DoubtLeadList leads={leads} />);
  const text = html.replace(/<[^>]+>/g, "");
  expect(text).toContain("Of 2 practices the regulator’s list");
  expect(text.indexOf("another source names another organisation as running it 2 practices")).toBeGreaterThan(
    0,
  );
  expect(text.indexOf("has taken over 1 practice")).toBeGreaterThan(text.indexOf("running it 2 practices"));
  expect(html).toContain('href="/reports/change?place=dale"');
});
