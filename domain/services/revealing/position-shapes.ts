/** Positions, however they are written: each finds one in a text in plain small letters, without apostrophes. */

const NORTH = "(?:49|5\\d|6[01])";
const MINUTES = "[ :]\\d{1,2}(?:\\.\\d+)?(?:[ :]\\d{1,2}(?:\\.\\d+)?)?";

export const POSITIONS: readonly RegExp[] = [
  /(?<!\d)(?:49|5\d|6[01])\.\d{2,}[^\p{L}\d]{1,4}-?[0-8]\.\d{2,}/gu,
  // 51°27'N 2°35'W; 51.45 N 2.58 W; 51 27 16 N, 2 35 16 W.
  new RegExp(`(?<!\\d)${NORTH}(?:\\.\\d+)?[^\\p{L}\\d]{0,2}°[^\\p{L}]{0,20}?n(?!\\p{L})`, "gu"),
  new RegExp(`(?<!\\d)${NORTH}\\.\\d+ ?n[^\\p{L}\\d]{1,4}\\d\\.\\d+ ?[we](?!\\p{L})`, "gu"),
  new RegExp(`(?<!\\d)${NORTH}${MINUTES} ?n[^\\p{L}\\d]{1,4}\\d${MINUTES} ?[we](?!\\p{L})`, "gu"),
  // Three words of what3words, and a plus code.
  /\/\/\/\p{L}+\.\p{L}+\.\p{L}+/gu,
  /(?<![\p{L}\p{N}.@/-])(?!www\.)\p{L}{3,}\.\p{L}{3,}\.(?!(?:org|com|net|info|wales|cymru|scot|example|health|care|london|coop|pdf|html|csv|xlsx|docx|gov|nhs)(?!\p{L}))\p{L}{3,}(?![\p{L}\p{N}.@/-])/gu,
  /(?<![\p{L}\p{N}])(?=[a-z]*\d)[2-9cfghjmpqrvwx]{4,8}\+[2-9cfghjmpqrvwx]{2,3}(?![\p{L}\p{N}])/gu,
  // Whatever is looked up at one of these is a place.
  /(?<![\p{L}\p{N}])(?:what3words\.com|w3w\.co|plus\.codes|goo\.gl\/maps|maps\.app\.goo\.gl|google\.[a-z.]{2,6}\/maps|maps\.google\.[a-z.]{2,6}|openstreetmap\.org\/(?=[#?a-z])|osm\.org|bing\.com\/maps|maps\.apple\.com|streetmap\.co\.uk|gridreferencefinder\.com)(?!\p{L}(?<!\/\p{L}))/gu,
];
