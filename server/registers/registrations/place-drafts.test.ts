import { expect, it } from "vitest";
import { doubtClaim } from "./place-drafts";
import { evidenceSources, registerOfRegistrations } from "./registration-sources";

const register = registerOfRegistrations("2024-10-16");
const source = (date: string) => {
  const [found] = evidenceSources({
    sources: {
      page: {
        kind: "regulator",
        publisher: "Care Quality Commission",
        title: "Mill Surgery",
        url: null,
        date,
      },
    },
    takeovers: {},
    otherForms: {},
    organisations: {},
  }).values();
  if (!found) throw new Error("no source");
  return found;
};
const says = "Says that a trust has been the registered provider since 1 June 2016.";

it("a reported takeover is doubted with the document that reports it, so that its page has the link", () => {
  const page = source("2026-04-28");
  const claim = doubtClaim("1-1", ["takeover-reported"], register, "load", { source: page, says });
  expect(claim).toMatchObject({ sourceId: page.row.id, says, confirmedOn: "2026-04-28" });
});

it("an older document counts from the day of the register's copy, which still has who was there before", () => {
  const page = source("2018-09-07");
  const claim = doubtClaim("1-1", ["takeover-reported"], register, "load", { source: page, says });
  expect(claim).toMatchObject({ sourceId: page.row.id, confirmedOn: "2024-10-16" });
});

it("any other doubt is worked out from the register", () => {
  expect(doubtClaim("1-1", ["several-on-one-day"], register, "load")).toMatchObject({
    sourceId: register.row.id,
    says: expect.stringMatching(/^Worked out from the register/),
  });
});
