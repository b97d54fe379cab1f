const forms = {
  mobile: /1[3-9]\d{9}/,
  landline: /0\d{2,3}-?\d{7,8}/,
  // written in groups of any size
  service: /[48]00(?:-?\d){7}/,
  // with an area code where it is dialled from elsewhere: 028-12333
  hotline: /(?:0\d{2,3}-?)?(?:[19]\d{4}|96\d{4})/,
}
const phone = new RegExp(`^(?:${Object.values(forms).map(({ source }) => source).join('|')})(?:(?:转|-)\\d{1,6})?$`)

/** Whether a text is a number that can be called in mainland China, perhaps with an extension (转123, -123). */
export const isPhone = (text: string): boolean => phone.test(text)
