import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { OWNER_CLASSES } from "@/domain/providers/owner-class";
import { readPlaceTable } from "./place-table";
import { readOrganisations } from "./registered-organisations";
import { unpackRegistrations } from "./registration-table";

const { organisations, otherForms, sources, takeovers } = readOrganisations();
const all = Object.values(organisations);

/** As docs/data-sources.md prints it, without the row of all. */
function rowOf(ownerClass: (typeof OWNER_CLASSES)[number] | null, label: string): string {
  const of = all.filter((one) => one.ownerClass === ownerClass);
  const practices = of.reduce((sum, one) => sum + one.practices, 0);
  return `| ${label} | ${of.length} | ${of.filter((one) => one.practices > 1).length} | ${practices} |`;
}

describe("the reviewed table of organisations that are registered for GP practices", () => {
  it("is what docs/data-sources.md counts, by class of owners", () => {
    const docs = readFileSync("docs/data-sources.md", "utf8");
    for (const [ownerClass, label] of [
      ["others", "others (counted, whatever their form)"],
      ["nhs", "the NHS"],
      ["member-practices", "member practices"],
      ["gps-of-the-practice", "GPs of that practice"],
      [null, "no source yet"],
    ] as const)
      expect(docs).toContain(rowOf(ownerClass, label));
    expect(docs).toContain(`${Object.keys(sources).length} documents, found in November 2026`);
    expect(docs).toContain(`**Reported takeovers**: ${Object.keys(takeovers).length} practices`);
  });

  it("has no document that nothing rests on", () => {
    const evidence = all.flatMap((one) => [one.ownerEvidence, one.legalFormEvidence]);
    const reported = [...Object.values(takeovers), ...Object.values(otherForms)];
    const used = [...evidence, ...reported].flatMap((one) => one?.source ?? []);
    expect(Object.keys(sources).filter((key) => !used.includes(key))).toEqual([]);
  });

  it("reports a takeover or another form of practices alone that are on the list and have a registration", () => {
    const listed = new Set(
      readPlaceTable().places.flatMap(({ register, identifiers }) =>
        register === "gp-practices"
          ? identifiers.filter(({ to }) => to === null).map(({ code }) => code)
          : [],
      ),
    );
    const registered = new Set(unpackRegistrations().registrations.map(({ code }) => code));
    for (const code of [...Object.keys(takeovers), ...Object.keys(otherForms)]) {
      expect(listed, code).toContain(code);
      expect(registered, code).toContain(code);
    }
  });
});
