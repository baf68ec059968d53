import { AREA_KINDS, type AreaKind } from "@/domain/areas/area";

/** An area in an address of one part, where its slug alone could be another kind's: "constituency~carlisle", with no dot, which would make a file of it. */
export function refOfArea(kind: AreaKind, slug: string): string {
  return `${kind}~${slug}`;
}

/** @returns undefined for what `refOfArea` did not make. */
export function areaOfRef(ref: string): { kind: AreaKind; slug: string } | undefined {
  const [written, slug, ...more] = ref.split("~");
  const kind = AREA_KINDS.find((known) => known === written);
  return kind && slug && more.length === 0 ? { kind, slug } : undefined;
}
