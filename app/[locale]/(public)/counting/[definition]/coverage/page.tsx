/** The same page under another definition. */
export { default, generateMetadata, generateStaticParams } from "@/app/[locale]/(public)/coverage/page";
