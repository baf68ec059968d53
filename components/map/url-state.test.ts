import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMapUrl, parseMapUrl } from "./url-state";

const parts = (address: string) => new URL(address, "https://map.example");

describe("parseMapUrl", () => {
  it("reads a service and a view", () => {
    expect(parseMapUrl(parts("/?service=pet-ct-cumberland-infirmary#map=9.5/54.89/-2.95"))).toEqual({
      service: "pet-ct-cumberland-infirmary",
      view: { zoom: 9.5, lat: 54.89, lon: -2.95 },
    });
  });

  it.each([
    ["another fragment", "#list"],
    ["a missing part", "#map=9/54.89"],
    ["a latitude beyond the map", "#map=9/89/0"],
    ["a longitude beyond the world", "#map=9/54/181"],
    ["a zoom that does not exist", "#map=23/54/0"],
    ["words", "#map=a/b/c"],
    ["more than it should hold", "#map=9/54.89/-2.95/30"],
  ])("takes %s for no view", (_, hash) => {
    expect(parseMapUrl({ search: "", hash }).view).toBeNull();
  });

  it.each([["<script>"], ["a b"], ["../admin"], ["A-Name"], [`${"a".repeat(201)}`], [""]])(
    "takes %j for no service",
    (service) => {
      expect(parseMapUrl({ search: `?${new URLSearchParams({ service })}`, hash: "" }).service).toBeNull();
    },
  );

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (search, hash) => {
        expect(Object.keys(parseMapUrl({ search, hash }))).toEqual(["service", "view"]);
      }),
    );
  });
});

describe("formatMapUrl", () => {
  const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/).filter((text) => text.length <= 200);
  const view = fc.record({
    zoom: fc.double({ min: 0, max: 22, noNaN: true }),
    lat: fc.double({ min: -85, max: 85, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  it("writes what parseMapUrl reads, to about ten metres, and is stable from then on", () => {
    fc.assert(
      fc.property(fc.option(slug), fc.option(view), (service, wanted) => {
        const once = formatMapUrl(parts("/areas"), { service, view: wanted });
        const read = parseMapUrl(parts(once));
        expect(read.service).toBe(service);
        if (wanted) {
          expect(read.view?.zoom).toBeCloseTo(wanted.zoom, 1);
          expect(read.view?.lat).toBeCloseTo(wanted.lat, 3);
          expect(read.view?.lon).toBeCloseTo(wanted.lon, 3);
        } else expect(read.view).toBeNull();
        expect(formatMapUrl(parts(once), read)).toBe(once);
      }),
    );
  });

  it("leaves other parameters and other fragments alone", () => {
    expect(formatMapUrl(parts("/cy/areas?from=mail&service=old#list"), { service: "new", view: null })).toBe(
      "/cy/areas?from=mail&service=new#list",
    );
    expect(formatMapUrl(parts("/?service=old"), { service: null, view: null })).toBe("/");
  });
});
