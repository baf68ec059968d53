import { describe, expect, it } from "vitest";
import type { Claim } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import { isSameRunner } from "@/domain/registrations/another-runner";

/** docs/imports.md, "Who wins": each pair of a register and a person, agreeing or not, older or newer. */
const claim = (
  by: "register" | "person",
  provider: string,
  confirmedOn: string,
  recorded: number,
): Claim => ({
  id: `${by}-${recorded}`,
  recordType: "service",
  recordId: "s",
  field: "provider",
  value: { providerId: provider },
  validFrom: null,
  validTo: null,
  sourceId: by,
  says: "Says who runs it.",
  confirmedOn,
  recordedAt: new Date(recorded),
  supersededBy: null,
});
const [OLD, NEW] = ["2024-10-16", "2026-03-01"];

describe("who wins", () => {
  it.each<["register" | "person", string, "register" | "person", string, string, string]>([
    ["person", NEW, "register", OLD, "a", "person"],
    ["person", NEW, "register", OLD, "b", "person"],
    ["person", OLD, "register", NEW, "a", "register"],
    ["person", OLD, "register", NEW, "b", "register"],
    ["register", OLD, "person", NEW, "a", "person"],
    ["register", OLD, "person", NEW, "b", "person"],
    ["register", NEW, "person", OLD, "a", "register"],
    ["register", NEW, "person", OLD, "b", "register"],
  ])(
    "of a %s of %s and then a %s of %s that says %s: the %s",
    (first, day, second, other, provider, holds) => {
      const claims = [claim(first, "a", day, 1), claim(second, provider, other, 2)];
      expect(inForce(claims, "service", "provider")?.sourceId).toBe(holds);
      // Loading the older edition once more resets nothing.
      const again = [...claims, claim("register", "a", OLD, 3)];
      const newest = [day, other].includes(NEW) ? NEW : OLD;
      expect(inForce(again, "service", "provider")?.confirmedOn).toBe(newest);
    },
  );

  it("a register takes a service that is here for its own only where it is of the same organisation, or of none yet", () => {
    const stored = (providerId: string | null, providerName: string | null) => ({
      id: "s",
      providerId,
      providerName,
    });
    expect(isSameRunner(stored("a", "Care Ltd"), "a", "Care Limited")).toBe(true);
    expect(isSameRunner(stored(null, null), "a", "Care Limited")).toBe(true);
    expect(isSameRunner(stored("b", "SSP Health"), "a", "SSP Health GPMS Ltd")).toBe(true);
    expect(isSameRunner(stored("b", "SSP"), "a", "SSPX Ltd")).toBe(false);
    expect(isSameRunner(stored("b", "Other Care"), "a", "Care Limited")).toBe(false);
  });
});
