const PATHS: ReadonlyMap<string, (id: string) => string> = new Map([
  ["report", (id) => `/moderation/${id}`],
  ["bulk", (id) => `/moderation/several/${id}`],
  ["service", (id) => `/moderation/records/service/${id}`],
  ["place", (id) => `/moderation/records/place/${id}`],
  ["provider", (id) => `/moderation/records/provider/${id}`],
  ["source", (id) => `/moderation/records/source/${id}`],
  ["batch", (id) => `/admin/imports/${id}`],
  ["campaigner", (id) => `/admin/campaigners/${id}`],
  ["complaint", (id) => `/moderation/complaints/${id}`],
  ["tip", (id) => `/moderation/tips/${id}`],
]);

/** Where what an entry of the audit is about can be read, without language; null where it has no page. */
export function subjectPath(type: string, id: string): string | null {
  return PATHS.get(type)?.(encodeURIComponent(id)) ?? null;
}
