/**
 * A county as people say it in an address. It has no council of its own any more, or is larger than the one that bears its name, so it
 * is no kind of area: it tells towns of one name apart and leads to its councils.
 */
export type County = {
  name: string;
  /** Short forms that stand in addresses: "Lincs". */
  short: readonly string[];
  /** Slugs of the councils in it. */
  councils: readonly string[];
};

const county = (name: string, short: string, councils: string): County => ({
  name,
  short: short === "" ? [] : short.split(", "),
  councils: councils.split(" "),
});

/** England's ceremonial counties (Lieutenancies Act 1997, as amended); Greater London is the region London. */
const ENGLAND: readonly County[] = [
  county("Bedfordshire", "Beds", "bedford central-bedfordshire luton"),
  county(
    "Berkshire",
    "Berks",
    "bracknell-forest reading slough west-berkshire windsor-and-maidenhead wokingham",
  ),
  county("Bristol", "", "bristol-city-of"),
  county("Buckinghamshire", "Bucks", "buckinghamshire milton-keynes"),
  county(
    "Cambridgeshire",
    "Cambs",
    "cambridge east-cambridgeshire fenland huntingdonshire south-cambridgeshire peterborough",
  ),
  county("Cheshire", "", "cheshire-east cheshire-west-and-chester halton warrington"),
  county("Cornwall", "", "cornwall isles-of-scilly"),
  county("Cumbria", "", "cumberland westmorland-and-furness"),
  county(
    "Derbyshire",
    "Derbys",
    "amber-valley bolsover chesterfield derby derbyshire-dales erewash high-peak north-east-derbyshire south-derbyshire",
  ),
  county(
    "Devon",
    "",
    "east-devon exeter mid-devon north-devon plymouth south-hams teignbridge torbay torridge west-devon",
  ),
  county("Dorset", "", "bournemouth-christchurch-and-poole dorset"),
  county("Durham", "Co Durham", "county-durham darlington hartlepool stockton-on-tees"),
  county(
    "East Riding of Yorkshire",
    "East Yorkshire, E Yorks",
    "east-riding-of-yorkshire kingston-upon-hull-city-of",
  ),
  county("East Sussex", "E Sussex", "brighton-and-hove eastbourne hastings lewes rother wealden"),
  county(
    "Essex",
    "",
    "basildon braintree brentwood castle-point chelmsford colchester epping-forest harlow maldon rochford " +
      "southend-on-sea tendring thurrock uttlesford",
  ),
  county(
    "Gloucestershire",
    "Glos",
    "cheltenham cotswold forest-of-dean gloucester south-gloucestershire stroud tewkesbury",
  ),
  county(
    "Greater Manchester",
    "",
    "bolton bury manchester oldham rochdale salford stockport tameside trafford wigan",
  ),
  county(
    "Hampshire",
    "Hants",
    "basingstoke-and-deane east-hampshire eastleigh fareham gosport hart havant new-forest portsmouth rushmoor " +
      "southampton test-valley winchester",
  ),
  county("Herefordshire", "", "herefordshire-county-of"),
  county(
    "Hertfordshire",
    "Herts",
    "broxbourne dacorum east-hertfordshire hertsmere north-hertfordshire st-albans stevenage three-rivers watford " +
      "welwyn-hatfield",
  ),
  county("Isle of Wight", "IoW", "isle-of-wight"),
  county(
    "Kent",
    "",
    "ashford canterbury dartford dover folkestone-and-hythe gravesham maidstone medway sevenoaks swale thanet " +
      "tonbridge-and-malling tunbridge-wells",
  ),
  county(
    "Lancashire",
    "Lancs",
    "blackburn-with-darwen blackpool burnley chorley fylde hyndburn lancaster pendle preston ribble-valley rossendale " +
      "south-ribble west-lancashire wyre",
  ),
  county(
    "Leicestershire",
    "Leics",
    "blaby charnwood harborough hinckley-and-bosworth leicester melton north-west-leicestershire oadby-and-wigston",
  ),
  county(
    "Lincolnshire",
    "Lincs",
    "boston east-lindsey lincoln north-east-lincolnshire north-kesteven north-lincolnshire south-holland south-kesteven " +
      "west-lindsey",
  ),
  county("Merseyside", "", "knowsley liverpool sefton st-helens wirral"),
  county(
    "Norfolk",
    "",
    "breckland broadland great-yarmouth kings-lynn-and-west-norfolk north-norfolk norwich south-norfolk",
  ),
  county(
    "North Yorkshire",
    "N Yorks",
    "middlesbrough north-yorkshire redcar-and-cleveland stockton-on-tees york",
  ),
  county("Northamptonshire", "Northants", "north-northamptonshire west-northamptonshire"),
  county("Northumberland", "", "northumberland"),
  county(
    "Nottinghamshire",
    "Notts",
    "ashfield bassetlaw broxtowe gedling mansfield newark-and-sherwood nottingham rushcliffe",
  ),
  county("Oxfordshire", "Oxon", "cherwell oxford south-oxfordshire vale-of-white-horse west-oxfordshire"),
  county("Rutland", "", "rutland"),
  county("Shropshire", "Salop", "shropshire telford-and-wrekin"),
  county("Somerset", "", "bath-and-north-east-somerset north-somerset somerset"),
  county("South Yorkshire", "S Yorks", "barnsley doncaster rotherham sheffield"),
  county(
    "Staffordshire",
    "Staffs",
    "cannock-chase east-staffordshire lichfield newcastle-under-lyme south-staffordshire stafford " +
      "staffordshire-moorlands stoke-on-trent tamworth",
  ),
  county("Suffolk", "", "babergh east-suffolk ipswich mid-suffolk west-suffolk"),
  county(
    "Surrey",
    "",
    "elmbridge epsom-and-ewell guildford mole-valley reigate-and-banstead runnymede spelthorne surrey-heath tandridge " +
      "waverley woking",
  ),
  county("Tyne and Wear", "", "gateshead newcastle-upon-tyne north-tyneside south-tyneside sunderland"),
  county("Warwickshire", "Warks", "north-warwickshire nuneaton-and-bedworth rugby stratford-on-avon warwick"),
  county("West Midlands", "", "birmingham coventry dudley sandwell solihull walsall wolverhampton"),
  county("West Sussex", "W Sussex", "adur arun chichester crawley horsham mid-sussex worthing"),
  county("West Yorkshire", "W Yorks", "bradford calderdale kirklees leeds wakefield"),
  county("Wiltshire", "Wilts", "swindon wiltshire"),
  county("Worcestershire", "Worcs", "bromsgrove malvern-hills redditch worcester wychavon wyre-forest"),
];

/**
 * Counties that stand in addresses and are none today: the preserved counties of Wales, those of Northern Ireland (whose councils
 * cross their lines: each is named with every council that has a part), and a few of England.
 */
const OTHERS: readonly County[] = [
  county("Avon", "", "bath-and-north-east-somerset bristol-city-of north-somerset south-gloucestershire"),
  county("Cleveland", "", "hartlepool middlesbrough redcar-and-cleveland stockton-on-tees"),
  county(
    "Humberside",
    "",
    "east-riding-of-yorkshire kingston-upon-hull-city-of north-east-lincolnshire north-lincolnshire",
  ),
  county(
    "Middlesex",
    "Middx",
    "barnet brent ealing enfield haringey harrow hillingdon hounslow richmond-upon-thames spelthorne",
  ),
  county("Clwyd", "", "conwy denbighshire flintshire wrexham"),
  county("Dyfed", "", "carmarthenshire ceredigion pembrokeshire"),
  county("Gwent", "", "blaenau-gwent caerphilly monmouthshire newport torfaen"),
  county("Mid Glamorgan", "", "bridgend merthyr-tydfil rhondda-cynon-taf"),
  county("South Glamorgan", "", "cardiff vale-of-glamorgan"),
  county("West Glamorgan", "", "neath-port-talbot swansea"),
  county(
    "County Antrim",
    "Co Antrim",
    "antrim-and-newtownabbey belfast causeway-coast-and-glens lisburn-and-castlereagh mid-and-east-antrim",
  ),
  county("County Armagh", "Co Armagh", "armagh-city-banbridge-and-craigavon newry-mourne-and-down"),
  county(
    "County Down",
    "Co Down",
    "ards-and-north-down armagh-city-banbridge-and-craigavon belfast lisburn-and-castlereagh newry-mourne-and-down",
  ),
  county("County Fermanagh", "Co Fermanagh", "fermanagh-and-omagh"),
  county(
    "County Londonderry",
    "Co Londonderry, Co Derry, County Derry",
    "causeway-coast-and-glens derry-city-and-strabane mid-ulster",
  ),
  county("County Tyrone", "Co Tyrone", "derry-city-and-strabane fermanagh-and-omagh mid-ulster"),
];

/** Largest parts of a country first; what is there today before what is not. */
export const COUNTIES: readonly County[] = [...ENGLAND, ...OTHERS];

/** What else stands behind a town and says where it is: no county, or one that the town is in for the post alone. For finding only. */
export const BESIDE_TOWNS: readonly County[] = [
  county(
    "South Wales",
    "",
    "blaenau-gwent bridgend caerphilly cardiff carmarthenshire merthyr-tydfil monmouthshire neath-port-talbot newport " +
      "pembrokeshire rhondda-cynon-taf swansea torfaen vale-of-glamorgan",
  ),
  county("West Wales", "", "carmarthenshire ceredigion pembrokeshire"),
  county("Mid Wales", "", "ceredigion gwynedd powys"),
  county("North Wales", "", "conwy denbighshire flintshire gwynedd isle-of-anglesey wrexham"),
  county("Surrey", "", "croydon kingston-upon-thames merton richmond-upon-thames sutton"),
  county("Kent", "", "bexley bromley"),
  county("Essex", "", "barking-and-dagenham havering newham redbridge waltham-forest"),
];
