/** A browser needs none on the page. */
export const PictureCanvas = () => null
