import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";

type Props = { secret: string; square: { size: number; path: string }; recovery: readonly string[] };

/** What an authenticator app needs, as a square to scan and as letters to type, and the codes for who loses it. */
export function FactorSetUp({ secret, square, recovery }: Props) {
  const t = useTranslations("security.factor.begun");
  return (
    <>
      <Section id="scan" title={t("scanTitle")} note={t("scanNote")}>
        <svg
          viewBox={`0 0 ${square.size} ${square.size}`}
          width="240"
          height="240"
          role="img"
          aria-label={t("square")}
          shapeRendering="crispEdges"
          className="max-w-full"
        >
          {/* Dark on light whatever the page's colours are: that is what apps read. */}
          <rect width={square.size} height={square.size} fill="#fff" />
          <path d={square.path} fill="#000" />
        </svg>
        <p className="mt-4 max-w-line">{t("typeInstead")}</p>
        <p>
          <code data-secret className="break-all">
            {secret}
          </code>
        </p>
      </Section>
      <Section id="recovery" title={t("recoveryTitle")} note={t("recoveryNote")}>
        <ul className="grid max-w-line grid-cols-2 gap-2">
          {recovery.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
