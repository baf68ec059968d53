import { useTranslations } from "next-intl";
import { FORMER_NAMES, type FormerName, howFormer } from "@/domain/providers/former-names";

const HOW = ["formerly", "tookOverFrom", "alsoCalled"] as const;

/** Facts of an organisation's page: each way in which it bears or bore another name, with those names and who says so. */
export function useEarlierNames() {
  const t = useTranslations("providers.earlierNames");
  return (slug: string) =>
    HOW.flatMap((how) => {
      const names = (FORMER_NAMES[slug] ?? []).filter((former) => howFormer(former) === how);
      return names.length === 0 ? [] : [{ name: t(how), value: <NameList names={names} /> }];
    });
}

function NameList({ names }: { names: readonly FormerName[] }) {
  return (
    <ul>
      {names.map(({ name, source }) => (
        <li key={name}>
          {name} (
          <a href={source.url} rel="nofollow noopener">
            {source.title}
          </a>
          )
        </li>
      ))}
    </ul>
  );
}
