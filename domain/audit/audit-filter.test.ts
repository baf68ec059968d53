import fc from "fast-check";
import { expect, it } from "vitest";
import { AUDIT_ACTIONS } from "./action";
import { type AuditFilter, idWithin, readAuditFilter, writeAuditFilter } from "./audit-filter";

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const read = (query: string) => {
  const values = new URLSearchParams(query);
  return readAuditFilter((name) => values.get(name));
};

it("every filter comes back from its address", () => {
  const typed = fc.option(fc.string({ minLength: 1, maxLength: 300 }).filter((text) => text.trim() === text));
  const day = fc.option(fc.constantFrom("2026-02-28", "2028-02-29"));
  const filters: fc.Arbitrary<AuditFilter> = fc.record({
    who: typed,
    about: typed,
    action: fc.option(fc.constantFrom(...AUDIT_ACTIONS)),
    from: day,
    until: day,
  });
  fc.assert(
    fc.property(filters, fc.option(fc.nat()), (filter, before) => {
      expect(read(writeAuditFilter(filter, before))).toEqual({ filter, problems: [] });
    }),
  );
});

it("a day is read as people write it, and what is none is told and sifts nothing", () => {
  expect(read("from=1 March 2026&until=31/3/2026")).toMatchObject({
    filter: { from: "2026-03-01", until: "2026-03-31" },
    problems: [],
  });
  expect(read("from=30 February 2026&until=March 2026&action=everything")).toEqual({
    filter: { who: null, about: null, action: null, from: null, until: null },
    problems: ["from", "until"],
  });
});

it.each([
  [ID.toUpperCase(), ID],
  [`https://map.example/moderation/${ID}?done=approved`, ID],
  ["/services/eye-care", null],
])("the id within %j is %j", (text, id) => {
  expect(idWithin(text)).toBe(id);
});
