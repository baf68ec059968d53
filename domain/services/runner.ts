import type { CountedKind, ProviderKind } from "@/domain/providers/legal-form";

/** What is known of who runs a service that has no name to show. */
export type UnnamedRunner = {
  /** Null, or "not-known" as the map has it, when no source says what it is. */
  kind: ProviderKind | CountedKind | null;
  /** A source names the provider, but its name is withheld at present. */
  isProviderHidden: boolean;
};

/**
 * Which words stand in for the name: "hidden" is never the same as "not known", which would be untrue.
 * @returns a key of the messages under "services.notNamed".
 */
export function notNamedKey({ kind, isProviderHidden }: UnnamedRunner): ProviderKind | "unknown" | "hidden" {
  if (isProviderHidden) return "hidden";
  return kind === null || kind === "not-known" ? "unknown" : kind;
}
