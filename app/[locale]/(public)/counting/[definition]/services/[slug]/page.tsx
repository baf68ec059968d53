/** The same page, whose links keep what the reader counts. */
export {
  default,
  generateMetadata,
  generateStaticParams,
} from "@/app/[locale]/(public)/services/[slug]/page";
