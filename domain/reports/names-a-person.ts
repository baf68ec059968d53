/** Wherever they stand they are said of a person: "Dr Patel", "Practice of Drs Ali and Brown". */
const TITLE =
  /(?:^|[^\p{L}\p{N}])(?:dr|drs|doctor|mr|mrs|ms|miss|mx|prof|professor|sir|dame)(?![\p{L}\p{N}'’])/iu;

/** An initial or two and a surname, in either order: "J. Patel", "A B Brown", "Patel J". */
const INITIALS =
  /^(?:(?:\p{Lu}\.? ){1,3}\p{Lu}[\p{L}'’-]{2,}|\p{Lu}[\p{L}'’-]{2,},? \p{Lu}\.?(?: \p{Lu}\.?){0,2})$/u;

/** Words of which one makes a name that of an organisation: "John Taylor Hospice", "Sue Ryder Care", "James Brown Ltd". */
const ORGANISATION =
  /(?:^|[^\p{L}])(?:ltd|limited|llp|plc|cic|cio|inc|company|co|trust|foundation|group|partners?|partnership|associates|services?|health|healthcare|care|medical|medicine|clinics?|surgery|practice|hospitals?|hospice|centre|center|dental|dentists?|opticians?|optometrists?|pharmacy|eyecare|vision|physio|physiotherapy|diagnostics|imaging|homes?|house|charity|society|association|institute|council|board|university|college|international|uk|nhs)(?![\p{L}])/iu;

/** Forenames that many people in the United Kingdom have. */
const FORENAMES = new Set(
  `aaron abdul adam ahmed aisha alan alex alexander alice alison amanda amir amy andrea andrew angela ann anna anne anthony arjun ashley
  barbara ben benjamin brian carol caroline catherine charles charlotte chloe chris christina christine christopher claire colin daniel
  david deborah denise dennis derek diane donna dorothy edward elaine eleanor elizabeth emily emma eric ethan fatima fiona frances frank
  gareth gary geoffrey george georgia gillian gordon grace graham hannah harry hassan heather helen henry holly hussain ian imran irene
  isabella jack jacob jacqueline james jane janet jason jayne jean jennifer jessica joan joanna joanne john jonathan joseph joshua joyce
  judith julia julie karen kate katherine keith kelly kenneth kevin khalid kiran laura lauren lee leslie lewis linda lisa louise lucy luke
  lynn malcolm manoj marcus margaret maria marie mark martin mary matthew maureen megan michael michelle mohammad mohammed muhammad natalie
  neil nicholas nicola nigel oliver olivia omar owen pamela patricia patrick paul peter philip priya rachel rajesh ravi raymond rebecca
  richard robert roger ronald rosemary roy russell ruth ryan sally samantha samuel sandra sanjay sara sarah sean sharon sheila shirley
  sian simon sophie stephanie stephen steven stuart sunil susan suzanne sylvia teresa terence thomas timothy tom tony tracey trevor usman
  valerie vijay vincent wayne wendy william yusuf yvonne zoe`.split(/\s+/),
);

/**
 * Whether the name of who runs something is, or has in it, that of a person: by a title, by initials, or by a forename and surnames without
 * a word that only organisations have. A surgery's or a charity's name may look the same; then two people look at it.
 */
export function namesAPerson(name: string): boolean {
  const plain = name.trim().replace(/\s+/g, " ");
  if (TITLE.test(plain)) return true;
  if (ORGANISATION.test(plain)) return false;
  return plain.split(/ (?:and|&) /i).some(isOnePerson);
}

function isOnePerson(name: string): boolean {
  if (INITIALS.test(name)) return true;
  const words = name.split(" ");
  const isNames = words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word));
  return words.length >= 2 && words.length <= 4 && isNames && FORENAMES.has(words[0]?.toLowerCase() ?? "");
}
