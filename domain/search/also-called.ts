/** Where the list of settlements has a name that half of the people there do not use. By slug; the first is shown. */
export const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  londonderry: ["Derry/Londonderry", "Derry", "Londonderry", "Doire"],
};

/** Cities that give their name to no constituency, and are smaller than a suburb that is called the same. By slug. */
export const LITTLE_CITIES: ReadonlySet<string> = new Set(["st-davids-pembrokeshire"]);

/** What the list of areas does not call nations and regions, and parts of them that are no area of ours. By kind and slug. */
export const LARGE_AREA_NAMES: Readonly<Record<string, readonly string[]>> = {
  "nation/wales": ["Cymru", "North Wales", "Mid Wales", "South Wales", "West Wales"],
  "nation/northern-ireland": ["NI"],
  "region/london": ["North London", "East London", "South London", "West London", "Central London"],
};
