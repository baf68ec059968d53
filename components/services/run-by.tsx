import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import type { ServiceRow } from "@/domain/services/service-row";

type Runner = Pick<ServiceRow, "provider" | "kind">;

/** Who runs a service, in words: a name, or what a source calls an organisation that it does not name. */
export function useRunBy(): (runner: Runner) => string {
  const t = useTranslations("services");
  return ({ provider, kind }) => provider?.name ?? t(`notNamed.${kind ?? "unknown"}`);
}

/** The same with a link to the provider's page where there is one. */
export function RunBy({ provider, kind }: Runner) {
  const runBy = useRunBy();
  if (!provider) return runBy({ provider, kind });
  return <LocalLink href={`/providers/${provider.slug}`}>{provider.name}</LocalLink>;
}
