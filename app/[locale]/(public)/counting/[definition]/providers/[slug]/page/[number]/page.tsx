/** The same page under another definition: what counts is in the address, so that this page can be cached too. */
export {
  default,
  generateMetadata,
  generateStaticParams,
} from "@/app/[locale]/(public)/providers/[slug]/page/[number]/page";
