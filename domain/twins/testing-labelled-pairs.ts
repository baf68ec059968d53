/**
 * A hundred and fifty pairs, as volunteers write and as lists have them, each with what a person says who looks at both: whether the report
 * is about that entry. Made up, in the shapes that real names, addresses and codes have.
 *
 * A side is "kind; place; town; postcode; provider; code; metres", what is not known left out. Metres are along one street from
 * a point of the report's; a provider's former names follow it after "/".
 */
export const LABELLED_PAIRS: readonly (readonly [label: "one" | "two", report: string, entry: string])[] = [
  // The same, spelt otherwise.
  [
    "one",
    "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica Ltd",
    "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica",
  ],
  [
    "one",
    "eye-care; Spa Medica; Carlisle; ; Spa Medica",
    "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica",
  ],
  [
    "one",
    "gp-practice; Warwick Rd Surgery; Carlisle; CA1 1LB; ",
    "gp-practice; Warwick Road Surgery; Carlisle; CA1 1LB; Eden Primary Care Ltd; A82019",
  ],
  [
    "one",
    "gp-practice; warwick road surgery; carlisle; ; Eden Primary Care",
    "gp-practice; Warwick Road Surgery; Carlisle; CA1 1LB; Eden Primary Care Ltd; A82019",
  ],
  [
    "one",
    "gp-practice; Warwick Road Surgery A82019; ; ; ",
    "gp-practice; Warwick Road Surgery; Carlisle; CA1 1LB; Eden Primary Care Ltd; A82019",
  ],
  [
    "one",
    "gp-practice; Dr Patel & Partners; Leicester; LE4 6NP; Assura Medical; C82611",
    "gp-practice; Belgrave Medical Centre; Leicester; LE4 6NP; Assura Medical Ltd; C82611",
  ],
  [
    "one",
    "gp-practice; The Maples Health Ctr; Hinckley; LE10 1SF; ",
    "gp-practice; Maples Health Centre; Hinckley; LE10 1SF; Spirit Healthcare Limited",
  ],
  [
    "one",
    "gp-practice; St. Mary's Surgery; Ely; CB7 4HF; Operose Health",
    "gp-practice; St Marys Surgery; Ely; CB7 4HF; Operose Health Ltd",
  ],
  [
    "one",
    "gp-practice; Saint Marys Surgery; Ely; ; ",
    "gp-practice; St Mary’s Surgery; Ely; CB7 4HF; Operose Health Ltd",
  ],
  [
    "one",
    "gp-practice; Kings Road Medical Centre; Barnoldswick; BB18 5HX; AT Medics",
    "gp-practice; King's Road Med Centre; Barnoldswick; BB18 5HX; AT Medics Limited",
  ],
  [
    "one",
    "gp-practice; Trowbrige Surgery; Hackney; E9 5LD; AT Medics",
    "gp-practice; Trowbridge Surgery; London; E9 5LD; AT Medics Limited",
  ],
  [
    "one",
    "urgent-care; Skipton Rd Walk-in Centre; Keighley; BD20 6TD; Local Care Direct",
    "urgent-care; Skipton Road Walk in Centre; Keighley; BD20 6TD; Local Care Direct CIC",
  ],
  [
    "one",
    "planned-surgery; Spire Hull & East Riding Hospital; Anlaby; HU10 7AZ; Spire",
    "planned-surgery; Spire Hull and East Riding Hospital; Hull; HU10 7AZ; Spire Healthcare",
  ],
  [
    "one",
    "planned-surgery; Spire Hull; Hull; ; Spire Healthcare",
    "planned-surgery; Spire Hull and East Riding Hospital; Hull; HU10 7AZ; Spire Healthcare",
  ],
  [
    "one",
    "planned-surgery; The Spencer Private Hospital; Margate; CT9 4BG; Spencer Private Hospitals",
    "planned-surgery; Spencer Private Hospitals - Margate; Margate; CT9 4BG; Spencer Private Hospitals Ltd",
  ],
  [
    "one",
    "planned-surgery; Nuffield Health Plymouth; Plymouth; PL6 8BG; Nuffield",
    "planned-surgery; Nuffield Health Plymouth Hospital; Plymouth; PL6 8BG; Nuffield Health",
  ],
  [
    "one",
    "planned-surgery; Mount Stuart Hosp; Torquay; TQ1 4SP; Ramsay Healthcare UK",
    "planned-surgery; Mount Stuart Hospital; Torquay; TQ1 4SP; Ramsay Health Care UK Operations Limited",
  ],
  [
    "one",
    "planned-surgery; Peninsula Treatment Centre; Plymouth; PL6 5XP; PPG; ; 0",
    "planned-surgery; Peninsula NHS Treatment Centre; Plymouth; PL6 5XP; Practice Plus Group; ; 0",
  ],
  [
    "one",
    "diagnostics-and-scans; InHealth Ealing CDC; Ealing; W13 9BZ; In Health",
    "diagnostics-and-scans; Ealing Community Diagnostic Centre; London; W13 9BZ; InHealth Limited",
  ],
  [
    "one",
    "diagnostics-and-scans; Oldham Community Diagnostic Center; Oldham; OL1 1NL; Alliance Medical Ltd",
    "diagnostics-and-scans; Oldham Community Diagnostic Centre; Oldham; OL1 1NL; Alliance Medical",
  ],
  [
    "one",
    "dialysis; Fresenius Kidney Unit; Durham; DH1 5FA; Fresenius",
    "dialysis; Durham Dialysis Unit; Durham; DH1 5FA; Fresenius Medical Care Renal Services Ltd",
  ],
  [
    "one",
    "physiotherapy; Connect Health; Newcastle; NE12 8EW; Connect Health",
    "physiotherapy; Connect Health; Newcastle upon Tyne; NE12 8EW; Connect Health Limited",
  ],
  [
    "one",
    "hearing; Specsavers Hearing Center; Yeovil; BA20 1EP; Specsavers",
    "hearing; Specsavers Hearing Centre; Yeovil; BA20 1EP; Specsavers Hearcare Ltd",
  ],
  [
    "one",
    "talking-therapies; Mind Matters; Woking; GU21 6HT; Ieso",
    "talking-therapies; Mind Matters NHS; Woking; GU21 6HT; ieso Digital Health Limited",
  ],
  [
    "one",
    "gp-practice; Ty Bryn Surgery; Caerphilly; CF83 3GH; eHarley Street",
    "gp-practice; Tŷ Bryn Surgery; Caerphilly; CF83 3GH; eHarley Street Ltd",
  ],
  // Names it went by before, and another runner since: the entry is what to tell of.
  [
    "one",
    "community-nursing; Farnham Centre for Health; Farnham; GU9 9QL; Virgin Care",
    "community-nursing; Farnham Centre for Health; Farnham; GU9 9QL; HCRG Care Group/Virgin Care",
  ],
  [
    "one",
    "urgent-care; Croydon GP Hub; Croydon; CR0 2BX; Virgin Care Services Ltd",
    "urgent-care; Croydon Urgent Care Centre; Croydon; CR0 2BX; HCRG Care Group/Virgin Care Services",
  ],
  [
    "one",
    "planned-surgery; BMI The Hampshire Clinic; Basingstoke; RG24 7AL; BMI Healthcare",
    "planned-surgery; The Hampshire Clinic; Basingstoke; RG24 7AL; Circle Health Group/BMI Healthcare",
  ],
  [
    "one",
    "planned-surgery; BMI Hampshire Clinic; Old Basing; ; BMI; ; 0",
    "planned-surgery; The Hampshire Clinic; Basingstoke; RG24 7AL; Circle Health Group/BMI Healthcare; ; 900",
  ],
  [
    "one",
    "planned-surgery; North East London Treatment Centre; Ilford; IG3 8YY; Care UK Healthcare",
    "planned-surgery; North East London NHS Treatment Centre; Ilford; IG3 8YY; Practice Plus Group/Care UK Healthcare",
  ],
  [
    "one",
    "gp-practice; Camden Health Improvement Practice; London; NW1 1DA; Operose Health",
    "gp-practice; Camden Health Improvement Practice; London; NW1 1DA; T H Primary Care Ltd",
  ],
  [
    "one",
    "gp-practice; Hanbury Street Practice; ; E1 5JL; HCRG Care Group",
    "gp-practice; Hanbury St Practice; London; E1 5JL; Operose Health",
  ],
  [
    "one",
    "gp-practice; Thurmaston Health Centre; Thurmaston; LE4 8EA; Livingcare; C82056",
    "gp-practice; Thurmaston Health Centre; Leicester; LE4 8EA; DHU Health Care CIC; C82056",
  ],
  [
    "one",
    "out-of-hours-gp; Vocare Staffordshire; Stafford; ST16 3SA; Vocare",
    "out-of-hours-gp; Staffordshire Doctors Urgent Care; Stafford; ST16 3SA; Totally Urgent Care/Vocare",
  ],
  [
    "one",
    "dermatology; Skin Clinic at Concordia; Maidstone; ME16 8RH; Concordia",
    "dermatology; Concordia Specialist Care Services; Maidstone; ME16 8RH; Omnes Healthcare/Concordia Specialist Care Services",
  ],
  // Nobody named, or not yet.
  [
    "one",
    "gp-practice; Riverside Medical Practice; Skegness; PE25 2BS; ",
    "gp-practice; Riverside Medical Practice; Skegness; PE25 2BS; Omnia Practice Ltd",
  ],
  [
    "one",
    "; Riverside Medical Practice; Skegness; ; ",
    "gp-practice; Riverside Medical Practice; Skegness; PE25 2BS; Omnia Practice Ltd",
  ],
  [
    "one",
    "gp-practice; Riverside Practice; Skegness; ; ",
    "gp-practice; Riverside Medical Practice; Skegness; PE25 2BS; Omnia Practice Ltd",
  ],
  ["one", "; Newmedica Grimsby; Grimsby; ; ", "eye-care; Newmedica Grimsby; Grimsby; DN31 2LW; Newmedica"],
  [
    "one",
    "eye-care; Optegra; Guildford; ; ",
    "eye-care; Optegra Eye Hospital Surrey; Guildford; GU1 3SD; Optegra UK Ltd",
  ],
  ["one", "eye-care; ; Carlisle; ; SpaMedica", "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica"],
  ["one", "eye-care; ; ; CA2 7HY; SpaMedica", "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica"],
  [
    "one",
    "dialysis; ; Kendal; LA9 7RG; ",
    "dialysis; Kendal Renal Unit; Kendal; LA9 7RG; Diaverum UK Limited",
  ],
  ["one", "maternity; ; Neath; SA11 2FP; ", "maternity; Neath Birth Centre; Neath; SA11 2FP; "],
  [
    "one",
    "mental-health; Cygnet Hospital Harrow; Harrow; HA1 3JD; ",
    "mental-health; Cygnet Hospital Harrow; Harrow; HA1 3JD; Cygnet Health Care",
  ],
  // The kind put otherwise.
  [
    "one",
    "planned-surgery; SpaMedica Bolton; Bolton; BL1 4QZ; SpaMedica",
    "eye-care; SpaMedica Bolton; Bolton; BL1 4QZ; SpaMedica",
  ],
  [
    "one",
    "outpatient-clinic; SpaMedica Bolton; Bolton; ; Spamedica Limited",
    "eye-care; SpaMedica Bolton Hospital; Bolton; BL1 4QZ; SpaMedica",
  ],
  [
    "one",
    "mental-health; Talk Works; Exeter; EX1 1RD; Talkworks",
    "talking-therapies; TALKWORKS; Exeter; EX1 1RD; Talk Works CIC",
  ],
  [
    "one",
    "rehabilitation; Connect Health MSK; Walsall; WS2 9ES; Connect Health",
    "physiotherapy; Connect Health; Walsall; WS2 9ES; Connect Health Limited",
  ],
  [
    "one",
    "urgent-care; Barndoc Out of Hours; Enfield; EN2 8JL; Barndoc",
    "out-of-hours-gp; Barndoc Healthcare; Enfield; EN2 8JL; Barndoc Healthcare Ltd",
  ],
  [
    "one",
    "other; Marie Stopes Clinic; Maidstone; ME15 6YG; MSI",
    "fertility; MSI Maidstone; Maidstone; ME15 6YG; MSI Reproductive Choices",
  ],
  [
    "one",
    "other; Pennine MSK; Oldham; OL1 1NL; Pennine MSK Partnership",
    "physiotherapy; Pennine MSK Partnership; Oldham; OL1 1NL; Pennine MSK Partnership Ltd",
  ],
  // Branches, and places by their codes.
  [
    "one",
    "gp-practice; Lawson Street Branch Surgery; Carlisle; CA2 5XX; Eden Primary Care; A82019001; 0",
    "gp-practice; Warwick Road Surgery; Carlisle; CA1 1LB; Eden Primary Care Ltd; A82019; 2100",
  ],
  [
    "one",
    "gp-practice; Brampton Branch; Brampton; CA8 1NL; ; A82019002; 0",
    "gp-practice; Warwick Road Surgery; Carlisle; CA1 1LB; Eden Primary Care Ltd; A82019; 14000",
  ],
  [
    "one",
    "gp-practice; Old Mill Surgery; Kilmarnock; KA1 1PS; ; S80310",
    "gp-practice; The Old Mill; Kilmarnock; KA1 1PS; Assura; S80310",
  ],
  [
    "one",
    "planned-surgery; Spire Bushey; Bushey; WD23 1RD; ; NT327",
    "planned-surgery; Spire Bushey Hospital; Watford; WD23 1RD; Spire Healthcare; NT327",
  ],
  [
    "one",
    "planned-surgery; Woodthorpe Hospital; Nottingham; NG5 4FB; Ramsay; NVC40",
    "planned-surgery; Woodthorpe Hospital; Nottingham; NG5 4FB; Ramsay Health Care UK; NVC40",
  ],
  // The door round the corner, the village of the town, a postcode mistyped.
  [
    "one",
    "eye-care; SpaMedica; Wakefield; WF1 1AB; SpaMedica; ; 0",
    "eye-care; SpaMedica Wakefield; Wakefield; WF1 1AD; SpaMedica; ; 90",
  ],
  [
    "one",
    "gp-practice; Beacon Surgery; Penrith; CA11 8HW; ; ; 0",
    "gp-practice; Beacon Medical Practice; Penrith; CA11 8HY; Cumbria Health; ; 140",
  ],
  [
    "one",
    "planned-surgery; Fulwood Hall; Fulwood; PR2 9SZ; Ramsay; ; 0",
    "planned-surgery; Fulwood Hall Hospital; Preston; PR2 9SZ; Ramsay Health Care UK Operations Ltd; ; 0",
  ],
  [
    "one",
    "diagnostics-and-scans; InHealth MRI at Queens; Romford; RM7 0AG; InHealth; ; 0",
    "diagnostics-and-scans; Queen's Hospital; Romford; RM7 0AG; InHealth Limited; ; 0",
  ],
  [
    "one",
    "planned-surgery; Boston West Hospital; Boston; PE21 7QR; Ramsay; ; 0",
    "planned-surgery; Boston West Hospital; Boston; PE20 1BS; Ramsay Health Care UK; ; 2400",
  ],
  [
    "one",
    "gp-practice; Sunlight Surgery; Gillingham; ME7 5AA; DMC; ; 0",
    "gp-practice; DMC Sunlight Surgery; Gillingham; ME7 1LX; DMC Healthcare; ; 1100",
  ],
  // Moved within the town: what to tell of the entry.
  [
    "one",
    "eye-care; Newmedica Ipswich; Ipswich; IP1 1QJ; Newmedica; ; 0",
    "eye-care; Newmedica Ipswich; Ipswich; IP3 9SJ; Newmedica; ; 2800",
  ],
  [
    "one",
    "hearing; Scrivens Hearing Care; Stourbridge; DY8 1YH; Scrivens; ; 0",
    "hearing; Scrivens; Stourbridge; DY8 1EP; Scrivens Ltd; ; 350",
  ],
  [
    "one",
    "physiotherapy; Healthshare Clinic; Maidenhead; SL6 1SG; Healthshare; ; 0",
    "physiotherapy; Healthshare; Maidenhead; SL6 8DP; HealthShare Ltd; ; 1600",
  ],
  // Care that comes to its patients.
  [
    "one",
    "patient-transport; ; ; ; E-zec Medical; ; ; dorset",
    "patient-transport; ; ; ; EMED Group/E-zec Medical Transport Services; ; ; dorset",
  ],
  ["one", "nhs-111; ; ; ; Practice Plus Group; ; ; devon", "nhs-111; ; ; ; Practice Plus Group; ; ; devon"],
  [
    "one",
    "patient-transport; ; ; ; ERS; ; ; lincolnshire",
    "patient-transport; ; ; ; ERS Medical; ; ; lincolnshire",
  ],
  [
    "one",
    "patient-transport; ; ; ; ; ; ; kent",
    "patient-transport; ; ; ; G4S Patient Transport Services; ; ; kent",
  ],
  ["one", "nhs-111; ; ; ; ; ; ; cornwall", "nhs-111; ; ; ; HUC; ; ; cornwall"],
  [
    "one",
    "prison-healthcare; HMP Durham; Durham; DH1 3HU; Spectrum CIC",
    "prison-healthcare; HMP Durham; Durham; DH1 3HU; Spectrum Community Health CIC",
  ],
  [
    "one",
    "prison-healthcare; Durham Prison; Durham; DH1 3HU; Spectrum",
    "prison-healthcare; HMP Durham; Durham; DH1 3HU; Spectrum Community Health CIC",
  ],
  // Hard, and one all the same.
  [
    "one",
    "gp-practice; The Doctors; Skelmersdale; WN8 8PZ; SSP",
    "gp-practice; Beacon Primary Care; Skelmersdale; WN8 8PZ; SSP Health Ltd",
  ],
  [
    "one",
    "gp-practice; our surgery in Shap; Shap; ; ",
    "gp-practice; Shap Medical Practice; Penrith; CA10 3LW; Cumbria Primary Care",
  ],
  [
    "one",
    "planned-surgery; Circle Bath; Bath; ; Circle",
    "planned-surgery; CircleBath Hospital; Peasedown St John; BA2 8SQ; Circle Health Group/BMI Healthcare",
  ],
  [
    "one",
    "gp-practice; Lakeside Healthcare at Corby; Corby; NN17 2UR; Lakeside",
    "gp-practice; Lakeside Surgeries; Corby; NN17 2UR; Lakeside Healthcare Partnership",
  ],
  [
    "one",
    "end-of-life-care; St Lukes Hospice; Basildon; SS16 5NJ; ",
    "end-of-life-care; St. Luke’s Hospice; Basildon; SS16 5NJ; St Luke's Hospice (Basildon and District) Limited",
  ],

  // One building, other care.
  [
    "two",
    "physiotherapy; Maples Health Centre; Hinckley; LE10 1SF; Connect Health",
    "gp-practice; Maples Health Centre; Hinckley; LE10 1SF; Spirit Healthcare Limited",
  ],
  [
    "two",
    "hearing; Queen's Hospital; Romford; RM7 0AG; InHealth",
    "diagnostics-and-scans; Queen's Hospital; Romford; RM7 0AG; InHealth Limited",
  ],
  [
    "two",
    "dialysis; Cumberland Infirmary; Carlisle; CA2 7HY; Fresenius",
    "diagnostics-and-scans; Cumberland Infirmary; Carlisle; CA2 7HY; Alliance Medical",
  ],
  [
    "two",
    "pathology; Royal Infirmary; Leicester; LE1 5WW; Synlab",
    "diagnostics-and-scans; Leicester Royal Infirmary; Leicester; LE1 5WW; Alliance Medical",
  ],
  [
    "two",
    "urgent-care; Oldham Integrated Care Centre; Oldham; OL1 1NL; gtd healthcare",
    "diagnostics-and-scans; Oldham Integrated Care Centre; Oldham; OL1 1NL; Alliance Medical",
  ],
  [
    "two",
    "mental-health; Farnham Centre for Health; Farnham; GU9 9QL; Ieso",
    "community-nursing; Farnham Centre for Health; Farnham; GU9 9QL; HCRG Care Group",
  ],
  [
    "two",
    "addiction; Kendal Hub; Kendal; LA9 7RG; Turning Point",
    "dialysis; Kendal Renal Unit; Kendal; LA9 7RG; Diaverum UK Limited",
  ],
  [
    "two",
    "urgent-care; Peninsula NHS Treatment Centre; Plymouth; PL6 5XP; Practice Plus Group",
    "planned-surgery; Peninsula NHS Treatment Centre; Plymouth; PL6 5XP; Practice Plus Group",
  ],
  [
    "two",
    "prosthetics; Nuffield Health Plymouth Hospital; Plymouth; PL6 8BG; Opcare",
    "planned-surgery; Nuffield Health Plymouth Hospital; Plymouth; PL6 8BG; Nuffield Health",
  ],
  [
    "two",
    "out-of-hours-gp; Stafford County Hospital; Stafford; ST16 3SA; Totally Urgent Care",
    "dialysis; County Hospital; Stafford; ST16 3SA; Fresenius Medical Care",
  ],
  [
    "two",
    "fertility; Queen's Hospital; Romford; RM7 0AG; Care Fertility",
    "eye-care; Queen's Hospital; Romford; RM7 0AG; ",
  ],
  [
    "two",
    "hearing; Spire Bushey Hospital; Bushey; WD23 1RD; Outside Clinic; NT327",
    "diagnostics-and-scans; Spire Bushey Hospital; Watford; WD23 1RD; Spire Healthcare; NT327",
  ],
  // One building, another practice.
  [
    "two",
    "gp-practice; Hawthorn Surgery; Leeds; LS12 3QA; One Medicare; B86100",
    "gp-practice; Thornton Medical Centre; Leeds; LS12 3QA; Leeds Primary Care; B86081",
  ],
  [
    "two",
    "gp-practice; Dr Khan; Oldham; OL1 1NL; ; P85019",
    "gp-practice; Oldham Medical Services; Oldham; OL1 1NL; ; P85622",
  ],
  [
    "two",
    "gp-practice; Glodwick Practice; Oldham; OL4 1YN; Hope Citadel",
    "gp-practice; Littletown Family Medical Practice; Oldham; OL4 1YN; Pennine Drive Partnership",
  ],
  [
    "two",
    "gp-practice; Park View Surgery; Preston; PR1 6DL; ; P81055; 0",
    "gp-practice; The Geoffrey Street Surgery; Preston; PR1 6DL; Summerhouse; P81770; 0",
  ],
  [
    "two",
    "eye-care; Optegra; Manchester; M20 2EY; Optegra; ; 0",
    "eye-care; SpaMedica Manchester; Manchester; M20 2EY; SpaMedica; ; 0",
  ],
  [
    "two",
    "eye-care; CHEC; Preston; PR1 3NA; CHEC",
    "eye-care; SpaMedica Preston; Preston; PR1 3NA; SpaMedica",
  ],
  [
    "two",
    "planned-surgery; Spire Manchester Hospital; Didsbury; M20 2XP; Spire; ; 0",
    "planned-surgery; Christie Private Care; Manchester; M20 4BX; HCA Healthcare; ; 1400",
  ],
  // One provider, the next town.
  [
    "two",
    "eye-care; SpaMedica Workington; Workington; CA14 2BN; SpaMedica; ; 0",
    "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica; ; 48000",
  ],
  ["two", "eye-care; SpaMedica; Bury; ; SpaMedica", "eye-care; SpaMedica Bolton; Bolton; BL1 4QZ; SpaMedica"],
  [
    "two",
    "eye-care; Newmedica; Cleethorpes; ; Newmedica",
    "eye-care; Newmedica Grimsby; Grimsby; DN31 2LW; Newmedica",
  ],
  [
    "two",
    "gp-practice; Operose; Luton; LU1 1HH; Operose Health; ; 0",
    "gp-practice; Operose; Dunstable; LU6 3BP; Operose Health; ; 8000",
  ],
  [
    "two",
    "planned-surgery; Nuffield Health Exeter; Exeter; EX2 4UG; Nuffield Health; ; 0",
    "planned-surgery; Nuffield Health Plymouth Hospital; Plymouth; PL6 8BG; Nuffield Health; ; 60000",
  ],
  [
    "two",
    "planned-surgery; Spire; Leeds; LS8 1NT; Spire Healthcare; ; 0",
    "planned-surgery; Spire Methley Park Hospital; Wakefield; LS26 9HG; Spire Healthcare; ; 12000",
  ],
  [
    "two",
    "diagnostics-and-scans; InHealth; Ealing; W13 9BZ; InHealth; ; 0",
    "diagnostics-and-scans; InHealth; London; W1G 9QN; InHealth Limited; ; 11000",
  ],
  [
    "two",
    "diagnostics-and-scans; Alliance Medical; Bradford; BD5 0NA; Alliance; ; 0",
    "diagnostics-and-scans; Alliance Medical at Airedale; Keighley; BD20 6TD; Alliance Medical; ; 15000",
  ],
  [
    "two",
    "dialysis; Fresenius Dialysis; Darlington; DL3 6HX; Fresenius; ; 0",
    "dialysis; Durham Dialysis Unit; Durham; DH1 5FA; Fresenius Medical Care; ; 30000",
  ],
  [
    "two",
    "hearing; Specsavers; Taunton; TA1 3EN; Specsavers",
    "hearing; Specsavers Hearing Centre; Yeovil; BA20 1EP; Specsavers Hearcare Ltd",
  ],
  [
    "two",
    "physiotherapy; Connect Health; Gateshead; NE8 4YL; Connect Health; ; 0",
    "physiotherapy; Connect Health; Newcastle upon Tyne; NE12 8EW; Connect Health Limited; ; 9000",
  ],
  [
    "two",
    "urgent-care; Greenbrook UCC; Harrow; HA1 3UJ; Greenbrook",
    "urgent-care; Greenbrook Urgent Care Centre; Ealing; UB1 3HW; Greenbrook Healthcare",
  ],
  // One provider and town, another place.
  [
    "two",
    "gp-practice; AT Medics Streatham Place; London; SW2 4BD; AT Medics; ; 0",
    "gp-practice; Trowbridge Surgery; London; E9 5LD; AT Medics Limited; ; 13000",
  ],
  [
    "two",
    "diagnostics-and-scans; InHealth Croydon; London; CR0 2XX; InHealth; ; 0",
    "diagnostics-and-scans; Ealing Community Diagnostic Centre; London; W13 9BZ; InHealth Limited; ; 20000",
  ],
  [
    "two",
    "gp-practice; Garston Practice; Liverpool; L19 2LW; SSP; ; 0",
    "gp-practice; Princes Park Health Centre; Liverpool; L8 0SY; SSP Health Ltd; ; 6500",
  ],
  [
    "two",
    "gp-practice; Ashton View; Leeds; LS9 6BW; One Medicare; B86222; 0",
    "gp-practice; The Light Surgery; Leeds; LS1 8TL; One Medicare; B86111; 2200",
  ],
  [
    "two",
    "eye-care; SpaMedica Wirral; Birkenhead; CH41 5LN; SpaMedica; ; 0",
    "eye-care; SpaMedica Liverpool; Liverpool; L1 9DQ; SpaMedica; ; 4000",
  ],
  [
    "two",
    "dialysis; Diaverum North; Manchester; M8 5RB; Diaverum; ; 0",
    "dialysis; Diaverum South Manchester; Manchester; M23 9LT; Diaverum UK; ; 14000",
  ],
  // Nearly one name.
  [
    "two",
    "gp-practice; Carlisle Healthcare North; Carlisle; CA3 0AB; Carlisle Healthcare; ; 0",
    "gp-practice; Carlisle Healthcare South; Carlisle; CA2 4HJ; ; ; 3500",
  ],
  [
    "two",
    "gp-practice; Park Surgery; Chesterfield; S40 1TH; ",
    "gp-practice; Park Road Surgery; Wallsend; NE28 7LP; ",
  ],
  [
    "two",
    "gp-practice; Station Road Surgery; Sidcup; DA15 7DS; ",
    "gp-practice; Station Road Surgery; Southend-on-Sea; SS0 7RA; Operose Health",
  ],
  [
    "two",
    "gp-practice; High Street Surgery; Epping; CM16 4DG; ",
    "gp-practice; High St Surgery; Dover; CT16 1EQ; Invicta Health",
  ],
  [
    "two",
    "gp-practice; The Surgery; Worksop; ; ",
    "gp-practice; Larwood Surgery; Worksop; S81 0HH; Primary Care 24",
  ],
  [
    "two",
    "gp-practice; Victoria Surgery; Bury St Edmunds; IP33 3BG; ; ; 0",
    "gp-practice; Angel Hill Surgery; Bury St Edmunds; IP33 1UZ; Suffolk GP Federation; ; 700",
  ],
  [
    "two",
    "gp-practice; Mount Pleasant Surgery; Exeter; EX4 7BW; ; L83001; 0",
    "gp-practice; Pinhoe Surgery; Exeter; EX4 9HH; Access Health Care; L83616; 2300",
  ],
  [
    "two",
    "gp-practice; Green Lane Medical Centre; Garforth; LS25 2AF; ",
    "gp-practice; Green Lane Surgery; Belper; DE56 1BX; ",
  ],
  [
    "two",
    "urgent-care; Queens Hospital; Burton; DE13 0RB; ",
    "urgent-care; Queen's Hospital; Romford; RM7 0AG; PELC",
  ],
  [
    "two",
    "planned-surgery; St Mary's Treatment Centre; Portsmouth; PO3 6DW; Practice Plus Group",
    "planned-surgery; St Mary's Hospital; London; W2 1NY; ",
  ],
  [
    "two",
    "mental-health; Cygnet Hospital Bury; Bury; BL9 7HJ; Cygnet",
    "mental-health; Cygnet Hospital Harrow; Harrow; HA1 3JD; Cygnet Health Care",
  ],
  [
    "two",
    "maternity; Halcyon Birth Centre; Smethwick; B66 3QA; ",
    "maternity; Neath Birth Centre; Neath; SA11 2FP; ",
  ],
  [
    "two",
    "planned-surgery; Circle Reading; Reading; RG2 0NE; Circle",
    "planned-surgery; CircleBath Hospital; Peasedown St John; BA2 8SQ; Circle Health Group/BMI Healthcare",
  ],
  [
    "two",
    "gp-practice; Abbey Medical Centre; Leeds; LS5 3AD; ",
    "gp-practice; Abbey Medical Practice; Lincoln; LN2 2JL; ",
  ],
  // A hospital and what is in it; other runners of other things.
  [
    "two",
    "; Cumberland Infirmary; Carlisle; CA2 7HY; ; ; 0",
    "eye-care; SpaMedica Carlisle; Carlisle; CA1 2RS; SpaMedica; ; 2600",
  ],
  [
    "two",
    "pathology; Derriford Hospital; Plymouth; PL6 8DH; ; ; 0",
    "planned-surgery; Peninsula NHS Treatment Centre; Plymouth; PL6 5XP; Practice Plus Group; ; 600",
  ],
  [
    "two",
    "urgent-care; Derriford Urgent Treatment Centre; Plymouth; PL6 8DH; Livewell; ; 0",
    "planned-surgery; Nuffield Health Plymouth Hospital; Plymouth; PL6 8BG; Nuffield Health; ; 400",
  ],
  [
    "two",
    "diagnostics-and-scans; Mobile scanner at Tesco; Boston; PE21 9QR; InHealth; ; 0",
    "planned-surgery; Boston West Hospital; Boston; PE20 1BS; Ramsay Health Care UK; ; 2400",
  ],
  [
    "two",
    "community-nursing; Wiltshire Health and Care; Chippenham; SN15 2AJ; HCRG",
    "urgent-care; Chippenham Hospital; Chippenham; SN15 2AJ; Medvivo",
  ],
  [
    "two",
    "talking-therapies; Vita Minds; Nottingham; NG1 6LF; Vita Health; ; 0",
    "talking-therapies; Insight Talking Therapies; Nottingham; NG1 5AY; Turning Point; ; 700",
  ],
  [
    "two",
    "addiction; Turning Point; Leicester; LE1 6YF; Turning Point; ; 0",
    "talking-therapies; VitaMinds; Leicester; LE1 7JA; Vita Health Group; ; 500",
  ],
  [
    "two",
    "learning-disability; Danshell; Huddersfield; HD1 3LT; Cygnet",
    "mental-health; Cygnet Hospital; Wyke; BD12 8LR; Cygnet Health Care",
  ],
  [
    "two",
    "hearing; Scrivens; Dudley; DY1 1PY; Scrivens; ; 0",
    "eye-care; Scrivens Opticians; Dudley; DY1 1PY; Scrivens; ; 0",
  ],
  [
    "two",
    "physiotherapy; Nuffield Health Gym; Leeds; LS1 4PR; Nuffield; ; 0",
    "planned-surgery; Nuffield Health Leeds Hospital; Leeds; LS1 3EB; Nuffield Health; ; 900",
  ],
  [
    "two",
    "urgent-care; Bransholme Walk-in Centre; Hull; HU7 4DW; CHCP",
    "gp-practice; Bransholme Health Centre; Hull; HU7 4DW; City Health Care Partnership CIC",
  ],
  // Care that comes to its patients, elsewhere or of another kind.
  ["two", "patient-transport; ; ; ; EMED; ; ; devon", "patient-transport; ; ; ; EMED Group; ; ; cornwall"],
  [
    "two",
    "nhs-111; ; ; ; HUC; ; ; kent",
    "patient-transport; ; ; ; G4S Patient Transport Services; ; ; kent",
  ],
  ["two", "nhs-111; ; ; ; Practice Plus Group; ; ; devon", "nhs-111; ; ; ; Practice Plus Group; ; ; surrey"],
  // Little known: no reason to say that it is this one.
  ["two", "; ; Carlisle; ; ", "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica"],
  ["two", "eye-care; ; ; ; ", "eye-care; SpaMedica Carlisle; Carlisle; CA2 7HY; SpaMedica"],
  ["two", "gp-practice; ; Leeds; ; ", "gp-practice; The Light Surgery; Leeds; LS1 8TL; One Medicare"],
  [
    "two",
    "eye-care; Moorfields; Bedford; ; Moorfields",
    "eye-care; SpaMedica Bedford; Bedford; MK40 2AA; SpaMedica",
  ],
  [
    "two",
    "planned-surgery; ; Leeds; ; Spire",
    "planned-surgery; Nuffield Health Leeds Hospital; Leeds; LS1 3EB; Nuffield Health",
  ],
  // Hard, and two all the same.
  [
    "two",
    "gp-practice; Central Surgery; Barton; ; ; ; 0",
    "gp-practice; Central Medical Centre; Barton; DN18 5DR; Safecare; ; 900",
  ],
  [
    "two",
    "dermatology; Community Dermatology; Preston; PR1 3NA; Omnes",
    "outpatient-clinic; Omnes Ear Nose and Throat Clinic; Preston; PR2 9SZ; Omnes Healthcare",
  ],
];
