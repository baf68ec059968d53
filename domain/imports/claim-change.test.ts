import { describe, expect, it } from "vitest";
import type { Claim, ClaimField, RecordType } from "@/domain/claims/claim";
import { claimChange } from "@/domain/imports/claim-change";

const claim = (field: ClaimField, value: unknown, given: Partial<Claim> = {}): Claim => ({
  id: `${field} ${JSON.stringify(value)} ${given.recordedAt ?? ""}`,
  recordType: "service" as RecordType,
  recordId: "s",
  field,
  value,
  validFrom: null,
  validTo: null,
  sourceId: "april",
  says: "",
  confirmedOn: "2026-04-30",
  recordedAt: new Date(0),
  supersededBy: null,
  ...given,
});
const said = (field: ClaimField, value: unknown, sourceId = "may", confirmedOn = "2026-05-31") => ({
  field,
  value,
  sourceId,
  confirmedOn,
});
const month = (key: string, waiting: number) => ({ key, waiting });

describe("claimChange", () => {
  it("adds what nobody said, and nothing that is in force", () => {
    expect(claimChange("service", said("status", "operating"), [])).toEqual({ kind: "sets", from: null });
    expect(claimChange("service", said("status", "operating"), [claim("status", "operating")])).toBeNull();
  });

  it("stands against what is in force, or beside it where that is newer", () => {
    const planned = claim("status", "planned");
    expect(claimChange("service", said("status", "operating"), [planned])).toEqual({
      kind: "changes",
      from: planned,
    });
    const older = said("status", "operating", "march", "2026-03-31");
    expect(claimChange("service", older, [planned])).toEqual({ kind: "contradicts", from: planned });
  });

  it("says nothing again that the same source said before and a newer one has replaced", () => {
    const held = [
      claim("status", "operating"),
      claim("status", "planned", { sourceId: "news", confirmedOn: "2026-05-01" }),
    ];
    expect(claimChange("service", said("status", "operating", "april", "2026-04-30"), held)).toBeNull();
  });

  it("takes the numbers of a month one by one, and corrects those of the same", () => {
    const held = [claim("waiting-times", month("2026-04", 5))];
    const of = (key: string, waiting: number, source = "may") =>
      claimChange("service", said("waiting-times", month(key, waiting), source), held)?.kind ?? null;
    expect(of("2026-05", 5)).toBe("sets");
    expect(of("2026-04", 5)).toBeNull();
    expect(of("2026-04", 6)).toBe("changes");
    // Corrected, and corrected back by the same source.
    const [first] = held;
    const second = claim("waiting-times", month("2026-04", 6), { recordedAt: new Date(1) });
    const back = said("waiting-times", month("2026-04", 5), "april", "2026-04-30");
    expect(claimChange("service", back, first ? [first, second] : [])?.kind).toBe("changes");
  });

  it("knows several values at once by what they say", () => {
    const held = [claim("specialty", "Urology")];
    expect(claimChange("service", said("specialty", "Urology"), held)).toBeNull();
    expect(claimChange("service", said("specialty", "Ophthalmology"), held)?.kind).toBe("sets");
    const code = { scheme: "ods-site", code: "A1B2C", from: null, to: null };
    const codes = [claim("identifier", { ...code, from: "2020-01-01" }, { recordType: "place" })];
    expect(claimChange("place", said("identifier", code), codes)?.kind).toBe("changes");
  });
});
