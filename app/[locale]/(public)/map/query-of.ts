export type SearchParams = Record<string, string | string[] | undefined>;

/** The query of an address as it is written, from what Next makes of it: "" or from "?" on. */
export function queryOf(searchParams: SearchParams): string {
  const parts = Object.entries(searchParams).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(
      (one) => `${key}=${encodeURIComponent(one).replaceAll("%2C", ",").replaceAll("%2F", "/")}`,
    ),
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
