const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/**
 * Words that tell no place by themselves: what sites and providers of care are called everywhere, directions, and words
 * of any sentence. In plain small letters, as `foldLetters` writes them.
 */
export const COMMON_WORDS = set(`
  a an and are as at be been being both but by can could did do does each either every few for from had has have her here
  his how if in into is it its just like list lists made make many may more most much must new news next no none not now
  of off old on once one only open opened opening or other our out over own page pages per place places run said same say
  says see seen she site sites so some such than that the their them then there these they this those through to two under
  until up upon very via was we well were what when where which while who whom whose why will with within without would
  year years you your super also about after again all any before begin best better call care cares centre centres center
  centers clinic clinics clinical hospital hospitals hospice health healthcare healthy medical medicine medicines surgery
  surgeries practice practices practitioner nhs service services unit units suite department ward wards team teams hub
  hubs access home homes house women woman womens men man mens child children childrens young people person persons patient
  patients family families planning reproductive choice choices advice advisory support help helpline counselling
  counsellor private independent limited ltd plc llp cic trust trusts group groups foundation charity company community
  communities social enterprise national international british royal general university regional local council county
  city town village borough district integrated board england english wales welsh scotland scottish northern ireland
  irish united kingdom london north south east west central great greater little upper lower higher saint st ste mount
  sexual sexually assault assaults referral referrals sarc rape crisis abuse abused violence violent domestic refuge
  refuges shelter aid abortion abortions termination terminations pregnancy pregnancies pregnant unplanned unwanted gender
  identity dysphoria transgender trans gic fertility treatment treatments therapy therapies test testing diagnostic
  diagnostics imaging scan scans scanning eye eyes dental dentist doctor doctors nurse nurses nursing safe safety hope
  life living world street road lane high main church station park green hill bridge market mill field fields wood water
  river long short first second third east end top side building buildings floor flat wing block gate court yard row
  walk way close drive square view rise hall lodge cottage farm villa tower towers
  canolfan clinig ysbyty iechyd gofal gwasanaeth gwasanaethau menywod merched erthylu trais rhywiol domestig cymru y yr
  yn a ac o i ar ger
`);
