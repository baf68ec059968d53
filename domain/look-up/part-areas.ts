import type { AreaKind } from "@/domain/areas/area";

/** An area with the share (0 to 1) of a part's postcodes that lie in it. */
export type AreaPart = {
  kind: AreaKind;
  slug: string;
  nameEn: string;
  nameCy: string | null;
  share: number;
};

/** Where the postcodes of a district ("CA2") or of one of its sectors ("CA2 7") lie; each list the largest share first. */
export type PartAreas = {
  text: string;
  /** The sector's figure; null for the district. */
  digit: string | null;
  /** For what is no district itself, such as W1: those that begin with it, which are counted together. Else empty. */
  districts: string[];
  /** How many postcodes it has, and of how many of them the list does not say where they are. */
  units: number;
  unplaced: number;
  constituencies: AreaPart[];
  councils: AreaPart[];
  healthBodies: AreaPart[];
};
