/**
 * The map's colours: a printed map on newspaper. Marks that carry meaning (ink, red, grey) have at least
 * 4.5:1 against land and sea, and differ in shape as well as colour (see pin-images.ts); the test checks both.
 */
const light = {
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
};
export type Palette = Readonly<typeof light>;

/** The same map by night: what carries meaning is light, and the land darker than the cards on it. */
const dark: Palette = {
  land: "#26221d",
  neighbour: "#1f1c18",
  farms: "#2b2721",
  village: "#352f27",
  dense: "#40392f",
  sea: "#131a1d",
  coast: "#53666b",
  water: "#2c4148",
  boundary: "#50483c",
  nation: "#7d715f",
  town: "#d9cfbe",
  villageName: "#c3b8a5",
  postcode: "#b8ad9a",
  townHalo: "#26221d",
  waterLabel: "#8fb0b8",
  pin: "#ff9d8f",
  ended: "#c2b9ab",
  ink: "#f3ecdf",
  paper: "#171512",
  mask: "#171512",
};

/** By what the reader's device asks for (`prefers-color-scheme`). */
export const palettes = { light, dark } as const;
export type Scheme = keyof typeof palettes;
