import { describe, expect, it } from "vitest";
import { decodeEnded, EndedEncoder } from "@/db/reference/ended-postcodes";
import { findPostcode } from "./find-postcode";

describe("findPostcode", () => {
  it.each(["CA2 7HY", "ca27hy", " CA2  7hy ", "CA2+7HY", "“CA2–7HY”", "CA2 7HY, Carlisle", "CA2/7HY"])(
    "finds Carlisle for %j",
    (text) => {
      const answer = findPostcode(text);
      expect(answer).toMatchObject({
        status: "found",
        postcode: "CA2 7HY",
        constituency: "E14001152",
        council: "E06000063",
        healthBody: "E54000050",
        precision: "100m",
      });
      if (answer.status !== "found") return;
      expect(Math.abs(answer.lat - 54.8965)).toBeLessThan(0.001);
      expect(Math.abs(answer.lon + 2.9578)).toBeLessThan(0.002);
    },
  );

  it.each([
    ["Royal Victoria, Belfast", "BT12 6BA", { constituency: "N05000004", healthBody: "BHSCT" }],
    ["Queen Elizabeth, Glasgow", "G51 4TF", { constituency: "S14000088", healthBody: "S08000031" }],
    ["University Hospital of Wales", "CF14 4XW", { constituency: "W07000090", healthBody: "W11000029" }],
    ["Furness General", "LA14 4LF", { council: "E06000064", healthBody: "E54000048" }],
    ["Lerwick", "ZE1 0AA", { council: "S12000027", healthBody: "S08000026" }],
  ])("finds the areas of %s", (_place, text, areas) => {
    expect(findPostcode(text)).toMatchObject({ status: "found", ...areas });
  });

  it("shares a partial postcode out among the areas it lies in", () => {
    const sector = findPostcode("CA2 7");
    expect(sector).toMatchObject({ status: "partial", scope: "sector", text: "CA2 7" });
    const outcode = findPostcode("CA2");
    if (outcode.status !== "partial" || sector.status !== "partial") throw new Error("not partial");
    expect(outcode.units).toBeGreaterThan(sector.units);
    for (const list of [outcode.constituencies, outcode.councils, outcode.healthBodies]) {
      expect(list.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    }
    expect(sector.constituencies.map(({ code }) => code)).toEqual(["E14001152", "E14001424"]);
  });

  it("reads CA27 as the outward code that exists, and M601 as a sector", () => {
    expect(findPostcode("CA27")).toMatchObject({ scope: "outcode", text: "CA27" });
    expect(findPostcode("M601")).toMatchObject({ scope: "sector", text: "M60 1" });
    expect(findPostcode("M101")).toEqual({ status: "unknown", postcode: "M10 1", nearest: [] });
  });

  it.each(["W1", "SW1", "WC1", "WC2", "EC1", "EC2", "EC3", "EC4"])(
    "reads %s as the districts of London that begin with it, all together",
    (stem) => {
      const answer = findPostcode(stem.toLowerCase());
      if (answer.status !== "partial") throw new Error(answer.status);
      expect(answer).toMatchObject({ scope: "outcode", text: stem });
      const districts = (answer.districts ?? []).map((each) => findPostcode(each));
      const units = districts.map((district) => (district.status === "partial" ? district.units : 0));
      expect(units.length).toBeGreaterThan(5);
      expect(answer.units).toBe(units.reduce((sum, of) => sum + of, 0));
      const codes = districts.flatMap((of) => (of.status === "partial" ? of.constituencies : []));
      expect(new Set(answer.constituencies.map(({ code }) => code))).toEqual(
        new Set(codes.map(({ code }) => code)),
      );
      for (const district of answer.districts ?? []) expect(district).toMatch(new RegExp(`^${stem}[A-Z]$`));
    },
  );

  it("guesses nothing beyond them", () => {
    expect(findPostcode("W1 9").status).toBe("unknown");
    expect(findPostcode("W1 1AA").status).toBe("unknown");
    // E1 is a district of its own, and so are W1A and W10.
    for (const text of ["E1", "W1A", "W10", "CA2"])
      expect(findPostcode(text)).not.toHaveProperty("districts");
  });

  it("offers live postcodes of the sector for one that does not exist", () => {
    const answer = findPostcode("CA2 7ZZ");
    if (answer.status !== "unknown") throw new Error(answer.status);
    expect(answer.nearest).toHaveLength(5);
    for (const near of answer.nearest) {
      expect(near).toMatch(/^CA2 7/);
      expect(findPostcode(near).status).toBe("found");
    }
  });

  it("says when a postcode ended, offers live ones of its sector, and asks the live table first", () => {
    const encoder = new EndedEncoder();
    encoder.add("CA2", "7ZZ", "2019-06");
    encoder.add("CA2", "7HY", "2001-01");
    const ended = decodeEnded(encoder.finish());
    const answer = findPostcode("ca2 7zz", () => ended);
    expect(answer).toMatchObject({ status: "ended", postcode: "CA2 7ZZ", ended: "2019-06" });
    if (answer.status !== "ended") return;
    expect(answer.nearest).toEqual((findPostcode("CA2 7ZZ") as { nearest?: string[] }).nearest);
    expect(findPostcode("CA2 7HY", () => ended).status).toBe("found");
    expect(findPostcode("CA2 7ZY", () => ended).status).toBe("unknown");
  });

  it("says of a live postcode without a position that it has none", () => {
    expect(findPostcode("BT38 8GF")).toEqual({ status: "no-position", postcode: "BT38 8GF" });
  });

  it.each([
    ["JE2 3AB", { status: "crown-dependency", territory: "jersey" }],
    ["BFPO 57", { status: "bfpo" }],
    ["BX1 1LT", { status: "non-geographic", postcode: "BX1 1LT" }],
    ["QQ1 1AA", { status: "not-a-postcode", reason: "unknown-area" }],
    ["Carlisle", { status: "not-a-postcode", reason: "not-the-shape" }],
  ])("answers %s for what it is", (text, answer) => expect(findPostcode(text)).toEqual(answer));
});
