import proj4 from "proj4";

/**
 * Ordnance Survey's grid (EPSG:27700) with OS's own seven-parameter shift to WGS84. The shift is good to about 5 m
 * everywhere in Great Britain; the exact OSTN15 grid would be 15 MB for what a 100 m position does not show.
 */
const BRITISH_GRID =
  "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy " +
  "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs";

const toWgs84 = proj4(BRITISH_GRID, "WGS84");

/** Easting and northing in metres to [longitude, latitude] in degrees WGS84. */
export function fromBritishGrid(easting: number, northing: number): [number, number] {
  const [lon = Number.NaN, lat = Number.NaN] = toWgs84.forward([easting, northing]);
  return [lon, lat];
}
