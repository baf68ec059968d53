import type { AreaKind } from "@/domain/areas/area";
import type { ServiceCategory } from "@/domain/services/category";

type InBothLanguages = { en: string; cy: string | null };
type ApiNamedArea = { code: string; name: InBothLanguages };

/** A name as `/api/v1/names` gives it and the look-up box reads it. Pages are absolute addresses. */
export type ApiName = { name: InBothLanguages; page: { en: string; cy: string } } & (
  | {
      kind: "settlement";
      outcode: string;
      council: ApiNamedArea | null;
      constituencyCount: number;
      /** The largest part first; empty when there are more than one can choose from. */
      constituencies: ApiNamedArea[];
    }
  | { kind: "care"; category: ServiceCategory }
  | { kind: "district" }
  | { kind: "county"; councils: ApiNamedArea[] }
  | { kind: AreaKind; code: string; validTo: string | null }
  | {
      kind: "place" | "service" | "provider";
      town: string | null;
      formerly: string[];
      tookOverFrom: string[];
      alsoCalled: string[];
      companyNumber: string | null;
    }
);
