/** The same page, whose links keep what the reader counts. It reads `searchParams`. */
export { default, generateMetadata } from "@/app/[locale]/(public)/map/page";
