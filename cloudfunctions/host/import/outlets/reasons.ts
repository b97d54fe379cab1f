const dayHours = (column: string) => `${column} is neither \`closed\` nor hours such as 09:00-12:00 13:30-17:00`

/** Why an outlet is not taken, in words that name the column. */
export const reasons = {
  columnCount: 'the row does not have as many columns as the header',
  feature: 'the feature is not a GeoJSON Feature with a Point of longitude and latitude as its geometry',
  propertyName: 'properties has a name that is none of the columns',
  propertyText: 'a property is neither a text nor a number, nor for capabilities a list of texts',
  propertyPlace: 'longitude or latitude among the properties is not that of the geometry',
  id: 'id is not 1 to 64 letters, digits, hyphens or underscores',
  name: 'name is empty, longer than 64 characters, or has control characters',
  nameFictional: 'name begins with 示例, which is for made-up outlets: load such a list with --fictional',
  nameNotFictional: 'name does not begin with 示例, as every name of a list loaded with --fictional must',
  city: 'city is not a known one',
  cityWithoutPlace: 'city is not one place: a list of outlets belongs to a city that says where it lies',
  otherCity: 'city is another than the file’s first: one file holds one city',
  kind: 'kind is none of community, subdistrict, agency, bureau, bank, terminal, hospital',
  bank: 'bank is not the code of one of the city’s banks',
  bankMissing: 'bank is empty, and kind is bank',
  bankBeside: 'bank is filled, and kind is not bank',
  district: 'district is neither the six-digit code nor the exact name of a district of the city',
  address: 'address is empty, longer than 128 characters, or has control characters',
  longitude: 'longitude is not a plain decimal number of degrees',
  latitude: 'latitude is not a plain decimal number of degrees',
  outsideCity: 'longitude and latitude are outside the city: are they the right way round, and in the system stated?',
  phone: 'phone is none of a mobile number, a landline with its area code, a 400 or 800 number or a hotline of five digits (six where it begins with 96), with or without an extension',
  hoursPartly: 'monday to sunday are filled only partly: fill all seven, with `closed` where it is closed, or none where the hours are unknown',
  monday: dayHours('monday'),
  tuesday: dayHours('tuesday'),
  wednesday: dayHours('wednesday'),
  thursday: dayHours('thursday'),
  friday: dayHours('friday'),
  saturday: dayHours('saturday'),
  sunday: dayHours('sunday'),
  holidays: 'holidays is neither `open`, `closed` nor empty',
  capabilities: 'capabilities is empty, or holds one that is none of reportLoss, releaseLoss, reissue, instantIssuance, collect, activateSocialSecurity, activateFinancial, resetPassword',
  notes: 'notes is longer than 500 characters, or has control characters',
  source: 'source is empty, longer than 200 characters, or has control characters',
  checkedOn: 'checked_on is not a date as YYYY-MM-DD',
  checkedInFuture: 'checked_on is in the future',
  checkedBy: 'checked_by is empty, longer than 64 characters, or has control characters',
  duplicateId: 'id came on an earlier line',
  duplicateName: 'an outlet of the same name within 100 m came on an earlier line',
} as const

export type Reason = keyof typeof reasons

/** What makes an outlet that is taken look wrong all the same. */
export const suspicions = {
  bankInName: 'name says another bank than bank does',
  checkedLongAgo: 'checked_on is more than 365 days ago',
  samePlace: 'an outlet of the same kind and bank within 5 m came on an earlier line',
} as const

export type Suspicion = keyof typeof suspicions
