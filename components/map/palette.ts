/**
 * The map's colours: a printed map on newspaper. Marks that carry meaning (ink, red, grey) have at least
 * 4.5:1 against land and sea, and differ in shape as well as colour (see pin-images.ts); the test checks both.
 */
export const palette = {
  land: "#f8f4ea",
  neighbour: "#efe9db",
  farms: "#f1ead9",
  village: "#e9dfca",
  dense: "#e1d4ba",
  sea: "#d9e3e3",
  coast: "#9fb0b1",
  water: "#bdd0d2",
  boundary: "#cdc2ae",
  nation: "#a89a82",
  town: "#4d463b",
  villageName: "#5c5447",
  postcode: "#625949",
  townHalo: "#f8f4ea",
  waterLabel: "#46646c",
  pin: "#8a1c16",
  ended: "#5d574e",
  ink: "#1f1c18",
  paper: "#fffdf8",
  mask: "#efe9dc",
} as const;
