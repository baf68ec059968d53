import type { MapPosition } from "@/domain/map/map-address";
import type { PinDetails } from "@/domain/map/map-files";
import type { MapRow } from "@/domain/map/map-row";
import type { AnswerPart } from "@/domain/pages/area-answer";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { Point } from "@/domain/places/distance";
import type { Definition } from "@/domain/providers/legal-form";

/** A service as a list of the nearest says it. */
export type NearService = PinDetails & Point;

/** What is said of one area of a district: the first sentence of its own page. */
export type NearArea = { area: AreaSummary; parts: AnswerPart[] };

/** All that can be near a postcode of one district: the same for everybody who lives in it. */
export type NearPageData = {
  outcode: string;
  definition: Definition;
  /** Every service that is among the nearest to some postcode of it. */
  services: readonly MapRow[];
  middle: Point;
  view: MapPosition;
  areas: NearArea[];
};
