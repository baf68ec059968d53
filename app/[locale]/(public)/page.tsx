import { pageLocale } from "@/app/i18n/page-locale";

export const generateStaticParams = () => [];

export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  await pageLocale(params);
  return <h1>Front page</h1>;
}
