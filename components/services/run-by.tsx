import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import type { ServiceRow } from "@/domain/figures/service-row";
import { notNamedKey } from "@/domain/services/runner";

type Runner = Pick<ServiceRow, "provider" | "kind" | "isProviderHidden">;

/** Who runs a service, in words: a name, what a source calls an organisation that it does not name, or that it is hidden. */
export function useRunBy(): (runner: Runner) => string {
  const t = useTranslations("services");
  return (runner) => runner.provider?.name ?? t(`notNamed.${notNamedKey(runner)}`);
}

/** The same with a link to the provider's page where there is one. */
export function RunBy(runner: Runner) {
  const { provider } = runner;
  const runBy = useRunBy();
  if (!provider) return runBy(runner);
  return <LocalLink href={`/providers/${provider.slug}`}>{provider.name}</LocalLink>;
}
