/** Where the list of settlements has a name that half of the people there do not use. By slug; the first is shown. */
export const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  londonderry: ["Derry/Londonderry", "Derry", "Londonderry", "Doire"],
};
