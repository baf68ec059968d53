import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COUNTED_KINDS, definitionOf } from "@/domain/providers/legal-form";
import { countingRedirect } from "./counting-redirects";

describe("a definition has one address", () => {
  test.each([
    ["/counting/university_charity/areas", "/counting/charity_university/areas"],
    ["/cy/counting/university_charity/areas?a=b", "/cy/counting/charity_university/areas?a=b"],
    ["/counting/charity%5Funiversity", "/counting/charity_university"],
    ["/counting/outside-the-nhs/areas/council/leeds", "/areas/council/leeds"],
    ["/counting/outside-the-nhs", "/"],
    ["/cy/counting/nonsense", "/cy"],
    ["/counting/nonsense/providers/x", "/providers/x"],
    ["/counting/%E0%A4%A/areas", "/areas"],
    ["/counting/private-sector_company", "/counting/companies-by-type"],
    ["/counting/companies", "/counting/companies-by-type"],
    ["/cy/counting/companies/areas/icb/x?a=b", "/cy/counting/companies-by-type/areas/icb/x?a=b"],
    ["/counting/companies-by-type/about/how-we-count", "/about/how-we-count"],
    ["/counting/companies-by-type/", "/counting/companies-by-type"],
    ["/counting/nonsense//evil.example", "/evil.example"],
    ["/counting/nonsense/\\evil.example", "/evil.example"],
    ["/areas/constituency/carlisle/companies", "/counting/companies-by-type/areas/constituency/carlisle"],
    ["/cy/areas/nation/wales/companies", "/cy/counting/companies-by-type/areas/nation/wales"],
  ])("%s leads to %s for good", (url, location) => {
    expect(countingRedirect(url)).toEqual({ status: 308, location });
  });

  test.each([
    "/",
    "/areas",
    "/counting/companies-by-type",
    "/counting/companies-by-type?service=x",
    "/cy/counting/charity_university/areas/icb/x",
    "/counting/companies-by-type/search?q=a",
    "/countings",
    "//counting/x",
    `/counting/${"x".repeat(3000)}`,
  ])("%s stays", (url) => {
    expect(countingRedirect(url)).toBeUndefined();
  });

  test("whatever is asked for, what it leads to leads nowhere else, and stays on this site", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom("/", "_", "companies-by-type", "areas", "cy", ...COUNTED_KINDS),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const to = countingRedirect(`/counting/${parts.join("")}`);
        if (!to) return;
        expect(to.location).toMatch(/^\/(?![/\\])/);
        expect(countingRedirect(to.location)).toBeUndefined();
      }),
    );
  });
});

describe("the form that chooses", () => {
  const sent = (query: string, path = "/counting") => countingRedirect(`${path}?${query}`);

  test("leads to the page it stood on, under what was ticked", () => {
    expect(sent("from=/areas/constituency/carlisle&kind=university&kind=charity")).toEqual({
      status: 303,
      location: "/counting/charity_university/areas/constituency/carlisle",
    });
    expect(sent("from=%2F&kind=charity", "/cy/counting")?.location).toBe("/cy/counting/charity");
  });

  test.each([
    ["/map?care=eye-care&q=eye%20clinic", "/counting/charity/map?q=eye%20clinic&care=eye-care"],
    ["/map?at=9/54.9/-2.9&x=1&care=spells", "/counting/charity/map?at=9/54.9/-2.9"],
    ["/map?q=a\r\nX: y", "/counting/charity/map?q=a%0D%0AX%3A%20y"],
    ["/map?", "/counting/charity/map"],
    ["/map?//evil.example", "/counting/charity/map"],
    ["//evil.example/map?care=eye-care", "/counting/charity"],
    ["/areas?x=1", "/counting/charity/areas"],
  ])("keeps what the map was asked for: %s", (from, location) => {
    expect(sent(new URLSearchParams({ from, kind: "charity" }).toString())?.location).toBe(location);
    expect(sent(new URLSearchParams({ from, kind: "charity" }).toString(), "/cy/counting")?.location).toBe(
      `/cy${location}`,
    );
  });

  test("with nothing ticked, or everything that is known, is the usual count", () => {
    expect(sent("from=/areas")?.location).toBe("/areas");
    expect(
      sent(
        `from=/areas&${COUNTED_KINDS.filter((kind) => kind !== "not-known")
          .map((kind) => `kind=${kind}`)
          .join("&")}`,
      )?.location,
    ).toBe("/areas");
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/areas//evil",
    "/areas\\x",
    "/areas\r\nX: y",
    "/admin",
    "",
  ])("never leads to %j", (from) => {
    expect(sent(new URLSearchParams({ from, kind: "charity" }).toString())?.location).toBe(
      "/counting/charity",
    );
  });

  test("leads to the same page for every way of ticking", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...COUNTED_KINDS]), (kinds) => {
        const to = sent(kinds.map((kind) => `kind=${kind}`).join("&"));
        const definition = definitionOf(kinds);
        expect(to?.location).toBe(definition === "outside-the-nhs" ? "/" : `/counting/${definition}`);
      }),
    );
  });
});
