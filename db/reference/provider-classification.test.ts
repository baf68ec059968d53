import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlaceTable } from "@/db/reference/place-table";
import { findPostcode } from "@/server/reference/find-postcode";
import {
  classificationTable,
  figuresByKind,
  largestProviders,
} from "@/server/registers/waiting-times/classification-figures";
import { isNhs, providerOf, readClassification } from "./provider-classification";
import { decodeWaitingTimes, readTableBytes, WAITING_TIMES_FILE } from "./waiting-times-table";

const classification = readClassification();
const { codes, providers, sources } = classification;
const providersOfExtract = () => decodeWaitingTimes(readTableBytes(WAITING_TIMES_FILE)).providers;

/** What a name as filed must have in it for the form that it is taken to tell. */
const TELLING: Record<string, RegExp> = {
  company: /\b(LTD|LIMITED|PLC)\b/,
  "community-interest-company": /\b(CIC|COMMUNITY INTEREST COMPANY)\b/,
  partnership: /\bLLP\b/,
  university: /\bUNIVERSITY\b/,
  "nhs-body": /\bNHS FOUNDATION TRUST\b/,
};

describe("the classification", () => {
  it("has every code of the shipped table once, and no other", () => {
    const shipped = providersOfExtract().map(({ code }) => code);
    expect(shipped).toHaveLength(382);
    expect(codes.map(({ code }) => code).sort()).toEqual([...shipped].sort());
  });

  it("says of each organisation what it is and how we know, or that it is not known", () => {
    for (const [key, provider] of Object.entries(providers)) {
      const { legalForm, legalFormEvidence, owners, ownersEvidence, parent, parentEvidence } = provider;
      expect([key, legalFormEvidence !== undefined]).toEqual([key, legalForm !== null]);
      expect([key, ownersEvidence !== undefined]).toEqual([key, owners !== null]);
      expect([key, parentEvidence !== undefined]).toEqual([key, parent !== undefined]);
      if (parent !== undefined) expect(Object.keys(providers)).toContain(parent);
    }
  });

  it("puts an organisation in a group only where a source says that it belongs to it, never for its name alone", () => {
    const inGroups = Object.values(providers).flatMap(({ parentEvidence }) => parentEvidence ?? []);
    expect(inGroups).not.toHaveLength(0);
    for (const { source, says } of inGroups) expect([says, source]).not.toEqual([says, "extract"]);
  });

  it("says who owns an organisation only where a source says that somebody does, bought it or is its parent company", () => {
    const owned = Object.values(providers).flatMap(({ ownersEvidence }) => ownersEvidence ?? []);
    for (const { source, says } of owned) {
      expect([says, source]).not.toEqual([says, "extract"]);
      expect(says).toMatch(/own|bought|sold|subsidiary|acquisition|part of|listed|purchased/);
    }
  });

  it("refers to sources that it has, and has none that it does not refer to", () => {
    const used = new Set<string>();
    for (const { legalFormEvidence, ownersEvidence, parentEvidence, aboutEvidence } of Object.values(
      providers,
    )) {
      for (const evidence of [legalFormEvidence, ownersEvidence, parentEvidence, aboutEvidence]) {
        if (evidence) used.add(evidence.source);
      }
    }
    for (const { operatorEvidence, site } of codes) {
      used.add(operatorEvidence.source);
      if (site?.addressSource) used.add(site.addressSource);
      if (site?.inArea) used.add(site.inArea.source);
      if (site?.registerCode) used.add("hospitals");
    }
    expect([...used].sort()).toEqual(Object.keys(sources).sort());
  });

  it("dates every source, or says from when on it speaks", () => {
    for (const [key, { date, describesFrom }] of Object.entries(sources)) {
      expect([key, date ?? describesFrom]).not.toContain(undefined);
    }
  });

  it("takes what a name says for the name, and no more", () => {
    const fromName = Object.values(providers).filter((p) => p.legalFormEvidence?.source === "extract");
    expect(fromName.length).toBeGreaterThan(20);
    for (const { legalForm, legalFormEvidence } of fromName) {
      expect(legalFormEvidence?.says).toMatch(TELLING[legalForm ?? ""] ?? /never/);
    }
  });

  it("gives head offices and names without a place no site, and finds every HQ", () => {
    for (const { name, role } of codes.filter(({ name }) => / HQ$/.test(name))) {
      expect([name, role]).toEqual([name, "head-office"]);
    }
    expect(codes.filter(({ role }) => role === "head-office")).toHaveLength(5);
  });

  it("has no postcode that is not one", () => {
    const postcodes = codes.flatMap(({ site }) => site?.postcode ?? []);
    expect(postcodes.length).toBeGreaterThan(5);
    for (const postcode of postcodes)
      expect([postcode, findPostcode(postcode).status]).toEqual([postcode, "found"]);
  });

  it("has sites in the board that the extract files them under, wherever an address tells", () => {
    const postcodes = new Map(
      readPlaceTable().places.flatMap(({ identifiers, address }) =>
        identifiers.map(({ code }) => [code, address.postcode] as const),
      ),
    );
    const healthBodies = new Map(providersOfExtract().map(({ code, healthBody }) => [code, healthBody]));
    const known = codes.flatMap(({ code, site }) => {
      const postcode = site?.postcode ?? (site && postcodes.get(site.registerCode ?? code));
      const found = postcode === undefined ? null : findPostcode(postcode);
      return found?.status === "found" ? [[code, found.healthBody]] : [];
    });
    expect(known.length).toBeGreaterThan(150);
    for (const [code = "", healthBody] of known)
      expect([code, healthBodies.get(code)]).toEqual([code, healthBody]);
  });

  it("knows the NHS bodies among them: they are not outsourced", () => {
    const nhs = codes.filter((code) => isNhs(providerOf(classification, code))).map(({ code }) => code);
    expect(nhs.sort()).toEqual(["G3Z1Q", "NN8", "TAD"]);
  });

  it("knows charities that are not companies only because they are no trust", () => {
    const formOf = (code: string) => {
      const found = codes.find((row) => row.code === code);
      return found && providerOf(classification, found).legalForm;
    };
    expect(["NT202", "NXM01", "NWF01", "AAH"].map(formOf)).toEqual(Array(4).fill("charity"));
    expect(formOf("E1U4T")).toBe("company");
    expect(formOf("GEC01")).toBeNull();
  });

  it("is refused when a row breaks its own rules", () => {
    const withSite = (change: object) => () => {
      const copy = structuredClone(classification);
      Object.assign(copy.codes.find(({ role }) => role === "site") ?? copy, change);
      return readClassification(JSON.stringify(copy));
    };
    expect(withSite({})).not.toThrow();
    expect(withSite({ role: "shop" })).toThrow(/role/);
    expect(withSite({ role: "no-site" })).toThrow(/a site, and only a site/);
    expect(withSite({ operatorEvidence: undefined })).toThrow(/operatorEvidence/);
    const filed = structuredClone(classification);
    const evidence = { source: "extract", says: "Filed as NEWCASTLE NEWMEDICA LTD." };
    Object.assign(filed.providers["newcastle-newmedica"] ?? filed, {
      parent: "newmedica",
      parentEvidence: evidence,
    });
    expect(() => readClassification(JSON.stringify(filed))).toThrow(/belongs to a group/);
  });
});

describe("the figures in docs/data-sources.md", () => {
  const docs = readFileSync("docs/data-sources.md", "utf8");

  it("are those of the classification", () => {
    expect(docs).toContain(classificationTable(classification));
    expect(docs).toContain(largestProviders(classification, 10));
  });

  it("come to all 382 codes", () => {
    expect(figuresByKind(classification).reduce((sum, { codes }) => sum + codes, 0)).toBe(382);
  });
});
