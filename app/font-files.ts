/** Addresses of the letters that every page needs, by the beginning of their hash: they are kept for good (public/fonts, fonts.css). */
export const FONT_FILES = ["/fonts/source-sans-3-7a19a702.woff2", "/fonts/source-serif-4-f2b7e1cf.woff2"];
