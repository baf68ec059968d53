/** Names as they are written, and as they are compared; asked of the function and of its twin in SQL. */
export const NAME_CASES: readonly (readonly [written: string, plain: string])[] = [
  ["Spire Healthcare", "spire healthcare"],
  ["  SPIRE\u00a0 Health\tcare ", "spire health care"],
  ["St. Mary's Hospital", "st marys hospital"],
  ["St Mary’s Hospital", "st marys hospital"],
  ["St Mary‘s Hospital", "st marys hospital"],
  ["St Mary`s Hospital", "st marys hospital"],
  ["The Sight & Sound Co. Ltd", "the sight and sound co ltd"],
  ["Sight&Sound", "sight and sound"],
  ["& Other Eyes", "and other eyes"],
  ["Newcastle-upon-Tyne (North) – Ward 3", "newcastle upon tyne north ward 3"],
  ["Meddygfa Tŷ'r Felin, Ynys Môn", "meddygfa tŷr felin ynys môn"],
  ["MEDDYGFA TŶ FŴL", "meddygfa tŷ fŵl"],
  ["Ynys Mo\u0302n", "ynys môn"],
  ["Café ÉLAN", "café élan"],
  ["Ｃａｒｅ ＵＫ", "care uk"],
  ["Eﬃcient Eyes²", "efficient eyes2"],
  ["Clinic Ⅳ", "clinic iv"],
  ["GP_Extra/Out*of#Hours", "gp extra out of hours"],
  ["Praxis Weiß", "praxis weiß"],
  ["Здоровье", "здоровье"],
  ["健康 Clinic", "健康 clinic"],
  ["!!!", ""],
  ["", ""],
];

/** Names, and whether somebody could call the second another name. */
export const WRITTEN_CASES: readonly (readonly [one: string, other: string, isSame: boolean])[] = [
  ["Spire Healthcare", "  spire   HEALTHCARE ", true],
  ["Spire\tHealthcare", "Spire Healthcare", true],
  ["ÉLAN", "élan", true],
  ["St Mary's", "St Marys", false],
  ["Sight & Sound", "Sight and Sound", false],
  ["Care-UK", "Care UK", false],
];
